// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

class QTabWidget;
class QWidget;

namespace McpUi {

/*!
 * Takes the keys of SearchKeys, pressed anywhere in a result view, to the tab in sight; from the
 * content to the raw JSON, which has all of it. A click on a tab moves the focus there, so that the
 * keys that follow are meant for what has just come into sight. Owned by the result view.
 */
class ResultKeys : public QObject
{
    Q_OBJECT

public:
    /// @p content and @p raw are pages of @p tabs, @p view the result view.
    ResultKeys(QTabWidget *tabs, QWidget *content, QWidget *raw, QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTabWidget *m_tabs;
    QWidget *m_content;
    QWidget *m_raw;
};

} // namespace McpUi
