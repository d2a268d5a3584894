// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qwidget.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/*!
 * One tool of one server: what it is, the form for its arguments and, beside it, the result of the
 * last call. Any number of pages live at the same time, each with its own call in flight. The page
 * needs neither a running server nor a listed tool to keep what was typed. GUI thread; owned by the
 * tab widget that shows it.
 */
class CallPage : public QWidget
{
    Q_OBJECT

public:
    /// @p orchestrator must outlive the page.
    CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName, const QString &toolName,
             QWidget *parent = nullptr);
    ~CallPage() override;

    /// Follows a rename of the server.
    QString serverName() const { return m_serverName; }
    QString toolName() const { return m_toolName; }
    /// For the tab: the tool's display name, its plain name while it is not listed.
    QString title() const;

    /// The arguments as they would be sent; absent while the JSON side holds text that is not JSON.
    Mcp::RawJson arguments() const;
    /// Any JSON value; what the form cannot express is kept and shown as JSON.
    void setArguments(const Mcp::RawJson &arguments);

    /// Everything worth keeping over a restart as a JSON object: the arguments (text that is not
    /// JSON included), the mode, the splitter. restoreState() ignores what it does not know.
    Mcp::RawJson saveState() const;
    void restoreState(const Mcp::RawJson &state);

    bool isRunning() const;

public slots:
    /// As the Call button: with problems in the arguments the first press shows them, the next
    /// calls anyway. Does nothing while a call is running.
    void call();
    void cancel();
    /// Switches between form and JSON; refused with a message while the text is not JSON.
    void toggleJson();

signals:
    /// title() or serverName() is another one.
    void titleChanged();
    void runningChanged(bool running);
    /// saveState() would give something else; emitted for every keystroke, so debounce it.
    void stateChanged();

private:
    Mcp::Orchestrator *m_orchestrator;
    QString m_serverName;
    QString m_toolName;
    Mcp::RawJson m_arguments;
};

} // namespace McpUi
