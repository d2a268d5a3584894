// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparableresults.h"
#include "protocol/tool.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

namespace Mcp {
class Call;
class Orchestrator;
class Server;
} // namespace Mcp

namespace McpUi {

class ArgumentEditor;
class CallControls;
class CallCopier;
class CallHeader;
class CallSplitter;
class PageBody;
class ResultView;
class ServerBar;

/*!
 * One tool of one server: what it is, the form for its arguments and, beside it, the result of the
 * last call. Any number of pages live at the same time, each with its own call in flight. The page
 * needs neither a running server nor a listed tool to keep what was typed. GUI thread; owned by the
 * tab widget that shows it, outlived by the orchestrator.
 */
class CallPage : public QWidget
{
    Q_OBJECT

public:
    CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName, const QString &toolName,
             QWidget *parent = nullptr);
    ~CallPage() override;

    QString serverName() const { return m_serverName; } ///< follows a rename of the server
    QString toolName() const { return m_toolName; }
    QString title() const; ///< the tool's display name, its plain name while it is not listed

    /// The arguments as they would be sent; absent while the JSON side holds text that is not JSON.
    Mcp::RawJson arguments() const;
    /// Any JSON value; what the form cannot express is kept and shown as JSON.
    void setArguments(const Mcp::RawJson &arguments);

    /// Everything worth keeping over a restart, as a JSON object: arguments, mode, splitter.
    Mcp::RawJson saveState() const;
    void restoreState(const Mcp::RawJson &state);

    bool isRunning() const; ///< a call is in flight or waits for its server
    /// Saves, opens and remembers with the help of whoever shows the page; see there.
    ResultView *result() const { return m_result; }
    PageBody *body() const { return m_body; }
    CallCopier *copier() const { return m_copier; }
    void focusArguments(); ///< to the first field, or to the text: where typing begins

public slots:
    /// As the Call button: problems in the arguments are shown first, the next press calls anyway.
    /// A server that is not running is asked for by startRequested(), the call follows. Does
    /// nothing while a call is running.
    void call();
    void cancel();        ///< the running call, or waiting for the server; what is shown stays
    void giveUpWaiting(); ///< for the server: it will not run; a running call goes on
    void toggleJson();    ///< refused with a message while the text is not JSON

signals:
    void titleChanged(); ///< title() or serverName() is another one
    void runningChanged(bool running);
    void stateChanged(); ///< saveState() is another one; at every keystroke, so debounce it
    /// The server is to be started (its definition may need consent, so the page does not itself).
    void startRequested(const QString &serverName);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectOrchestrator();
    void connectBody();
    void attach();
    void onServerState();
    void onCatalogChanged();
    void adoptTool(const Mcp::Tool &tool);
    void updateControls();
    bool checkArguments();
    void startCall();
    void onFinished();
    void setWaiting(bool waiting);
    Mcp::Server *server() const;
    bool isServerReady() const;

    Mcp::Orchestrator *m_orchestrator;
    QString m_serverName;
    QString m_toolName;
    Mcp::Tool m_tool;
    ComparableResults m_earlier;
    QPointer<Mcp::Call> m_call;
    CallHeader *m_header;
    ServerBar *m_serverBar;
    ArgumentEditor *m_arguments;
    CallControls *m_controls;
    ResultView *m_result;
    CallSplitter *m_splitter;
    PageBody *m_body;
    CallCopier *m_copier;
    bool m_pristine = true;    ///< nobody wrote or set arguments yet: defaults may come
    bool m_callAnyway = false; ///< the problems were shown
    bool m_waiting = false;    ///< the call follows when the server is ready
};

} // namespace McpUi
