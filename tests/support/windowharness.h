// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scriptedprompter.h"
#include "support/testhome.h"

#include "orchestrator/orchestrator.h"
#include "orchestrator/settings.h"
#include "shell/mainwindow.h"

#include <memory>

namespace McpTest {

/*!
 * The real window on the real library in a home of its own, with answers to questions scripted.
 * Widgets are found by objectName, as a person finds them by sight. open() may be called again
 * after close(): the next start of the program with the same files.
 */
class WindowHarness
{
public:
    WindowHarness();
    ~WindowHarness();
    Q_DISABLE_COPY_MOVE(WindowHarness)

    void open();
    void close();

    TestHome &home() { return m_home; }
    Mcp::Orchestrator &orchestrator() { return *m_orchestrator; }
    Mcp::Settings &settings() { return *m_settings; }
    McpUi::MainWindow &window() { return *m_window; }
    ScriptedPrompter &prompter() { return m_prompter; }
    QString serversPath() const;
    QString statePath() const;

    /// Puts a server into the file, before or while the window is open, and approves its command.
    void addServer(const QString &name, const QString &command, const QStringList &arguments = {});
    /// True once the server is in that state; false after ten seconds.
    bool waitForState(const QString &name, Mcp::Server::State state);
    /// Starts it through the window, waits until its tools are listed.
    bool startAndList(const QString &name);

    /// The widget of that name, null if there is none. Looks in dialogs, too.
    template <typename T = QWidget>
    T *find(const QString &objectName) const
    {
        return qobject_cast<T *>(findWidget(objectName));
    }
    void key(const QString &sequence); ///< to whatever has the focus: "Ctrl+N"
    void trigger(const QString &actionName);

private:
    QWidget *findWidget(const QString &objectName) const;

    TestHome m_home;
    ScriptedPrompter m_prompter;
    std::unique_ptr<Mcp::Settings> m_settings;
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
    std::unique_ptr<McpUi::MainWindow> m_window;
};

} // namespace McpTest
