// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QLineEdit;

namespace McpUi {

/// The line in which one types a JSON pointer to go to. Says what is wrong with it; whoever owns
/// the bar goes there and says how far it led.
class PointerBar : public QWidget
{
    Q_OBJECT

public:
    /// @p name becomes part of the objectNames.
    explicit PointerBar(const QString &name, QWidget *parent = nullptr);

    /// Shows the bar and selects what stands in it.
    void open();
    void close();
    /// Why the last pointer led nowhere; nothing when it led there.
    void setProblem(const QString &sentence);

signals:
    void entered(const Mcp::JsonPointer &pointer);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter();

    QLineEdit *m_text;
    QLabel *m_problem;
};

} // namespace McpUi
