// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace McpUi {

class JsonTreeView;
class ResultExporter;

/// The structured content of a result as a tree, with what it is in words above it, and Copy and
/// Save for all of it.
class StructuredView : public QWidget
{
    Q_OBJECT

public:
    explicit StructuredView(ResultExporter *exporter, QWidget *parent = nullptr);

    /// @p title says what @p value is; @p fileName is the end of a proposed file name.
    void setValue(const Mcp::RawJson &value, const QString &title, const QString &fileName);
    void clear();
    const Mcp::RawJson &value() const { return m_value; }

private:
    Mcp::RawJson m_value;
    QString m_fileName;
    QLabel *m_title;
    JsonTreeView *m_tree;
};

} // namespace McpUi
