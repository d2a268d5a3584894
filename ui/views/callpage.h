// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparableresults.h"
#include "models/subjectinfo.h"
#include "views/pageparts.h"

#include <QtWidgets/qwidget.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class ArgumentEditor;
class CallControls;
class CallCopier;
class CallHeader;
class CallRunner;
class CallQuestion;
class CallSplitter;
class PageBody;
class ResultView;
class ServerBar;
struct CallOutcome;

/*!
 * One subject of one server, a tool, say: what it is, the form for its arguments and, beside it,
 * the result of the last call. Any number of pages live at the same time, each with its own call in
 * flight. The page needs neither a running server nor a listed subject to keep what was typed. GUI
 * thread; owned by the tab widget that shows it, outlived by the orchestrator.
 */
class CallPage : public QWidget
{
    Q_OBJECT

public:
    CallPage(Mcp::Orchestrator *orchestrator, const QString &serverName,
             const Mcp::CallSubject &subject, QWidget *parent = nullptr);
    ~CallPage() override;

    QString serverName() const; ///< follows a rename of the server
    const Mcp::CallSubject &subject() const { return m_info.subject; }
    QString title() const; ///< the subject's display name, its plain name while it is not listed
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
    CallRunner *runner() const { return m_runner; }
    ArgumentEditor *editor() const { return m_arguments; }
    /// It was opened by hand: what has no arguments is asked for at once if its server is ready.
    void enter();
    CallQuestion *question() const { return m_question; }
    const PageParts &parts() const { return m_parts; }
    void focusArguments(); ///< to the first field, or to the text: where typing begins

public slots:
    /// As the Call button: problems are shown first, the next press calls anyway. A server that is
    /// not running is asked for by startRequested(). Does nothing while a call is running.
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
    void showEvent(QShowEvent *event) override;

private:
    void placeParts();
    void connectParts();
    void connectRunner();
    void attach();
    void onServerChanged();
    void onCatalogChanged();
    void lookUp();
    void adopt(const Mcp::RawJson &definition);
    void updateControls();
    bool checkArguments();
    void onFinished(CallOutcome outcome);
    bool hasForm() const;

    Mcp::Orchestrator *m_orchestrator;
    SubjectInfo m_info;
    ComparableResults m_earlier;
    CallRunner *m_runner;
    CallHeader *m_header;
    ServerBar *m_serverBar;
    CallQuestion *m_question;
    ArgumentEditor *m_arguments;
    CallControls *m_controls;
    ResultView *m_result;
    CallSplitter *m_splitter;
    PageBody *m_body;
    CallCopier *m_copier;
    PageParts m_parts;
    bool m_pristine = true;    ///< nobody wrote or set arguments yet: defaults may come
    bool m_callAnyway = false; ///< the problems were shown
};

} // namespace McpUi
