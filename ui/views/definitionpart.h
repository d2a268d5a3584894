// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace McpUi {

class EmptyState;
class RawView;
class ResultExporter;
class StructuredView;

/// A part of a tool's definition as a tree and as source, with notes about what is odd in it; or a
/// sentence that there is none.
class DefinitionPart : public QWidget
{
    Q_OBJECT

public:
    /// @p name is the start of object names; the exporter must outlive it.
    DefinitionPart(const QString &name, ResultExporter *exporter, QWidget *parent = nullptr);

    /// @p title says what it is; @p missing what to say when @p value is absent.
    void setValue(const Mcp::RawJson &value, const QString &title, const QString &missing,
                  const QStringList &notes = {});

private:
    void showMode();

    QString m_name;
    QWidget *m_bar;
    QLabel *m_notes;
    QToolButton *m_treeButton;
    QToolButton *m_sourceButton;
    QStackedWidget *m_stack;
    StructuredView *m_tree;
    RawView *m_source;
    EmptyState *m_missing;
    bool m_isMissing = true;
};

} // namespace McpUi
