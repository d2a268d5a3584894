// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"

#include <QtCore/qobject.h>

namespace Mcp {
class Orchestrator;
struct KnownTask;
} // namespace Mcp

namespace McpUi {

class CallPage;
class ServerCommands;

/// What a person does with the tasks of servers: follow one again, its server being started for
/// that, cancel it, look at what came of it. Child of the window.
class TaskCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    TaskCommands(Mcp::Orchestrator *orchestrator, ServerCommands *commands, const Panels &panels,
                 QObject *window);

    void open(const QString &server, const QString &taskId);
    void follow(const QString &server, const QString &taskId);
    void cancel(const QString &server, const QString &taskId);

signals:
    /// Something for the status bar.
    void told(const QString &sentence);

private:
    void followNow(const QString &server, const QString &taskId);
    void followWhenReady(const QString &server, const QString &taskId);
    bool hasPage(const Mcp::KnownTask &task) const;
    static QString whyNoResult(const Mcp::KnownTask &task);
    void showOutcome(const Mcp::KnownTask &task, CallPage *page);

    Mcp::Orchestrator *m_orchestrator;
    ServerCommands *m_commands;
    Panels m_panels;
};

} // namespace McpUi
