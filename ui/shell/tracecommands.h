// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracerequest.h"
#include "shell/panels.h"

#include <QtCore/qobject.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class Actions;
class FileOpener;
class Navigation;
class Prompter;
class Saving;

/// What a person does with the messages of servers: save and open traces, send a request again,
/// write one by hand, go from a broken rule to its message. Child of the window.
class TraceCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    TraceCommands(Mcp::Orchestrator *orchestrator, Prompter *prompter, const Panels &panels,
                  const Actions &actions, QWidget *window);

    /// Who serves the results of what is written by hand.
    void setHelpers(Saving *saving, FileOpener *opener, Navigation *navigation);
    /// Saves the trace of @p server, with its secrets only if they are wanted.
    void save(const QString &server, bool withSecrets);
    /// Saves the trace of each server that has one to a file of its own, secrets masked.
    void saveAll();
    void open();
    void compose(const QString &server, const TraceRequest &request);
    void repeat(const QString &server, const TraceRequest &request);

signals:
    /// Something for the status bar.
    void told(const QString &sentence);

private:
    void connectPanels();
    void connectActions(const Actions &actions);
    void follow(const QString &server);
    void write(const QString &server, const QString &path, bool withSecrets);
    void show(const QString &path);

    Mcp::Orchestrator *m_orchestrator;
    Prompter *m_prompter;
    Panels m_panels;
    QWidget *m_window;
    Saving *m_saving = nullptr;
    FileOpener *m_opener = nullptr;
    Navigation *m_navigation = nullptr;
};

} // namespace McpUi
