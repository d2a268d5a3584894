// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/taskcommands.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/taskstore.h"
#include "orchestrator/toolcatalog.h"
#include "shell/bottomtabs.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "views/calloutcome.h"
#include "views/callpage.h"
#include "views/callrunner.h"
#include "views/resultview.h"
#include "views/taskspanel.h"

#include <QtCore/qtimer.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using State = Mcp::Server::State;

TaskCommands::TaskCommands(Mcp::Orchestrator *orchestrator, ServerCommands *commands,
                           const Panels &panels, QObject *window)
    : QObject(window)
    , m_orchestrator(orchestrator)
    , m_commands(commands)
    , m_panels(panels)
{
    TasksPanel *const panel = panels.bottom->tasksPanel();
    connect(panel, &TasksPanel::openRequested, this, &TaskCommands::open);
    connect(panel, &TasksPanel::followRequested, this, &TaskCommands::follow);
    connect(panel, &TasksPanel::cancelRequested, this, &TaskCommands::cancel);
    connect(panel, &TasksPanel::told, this, &TaskCommands::told);
    // Behind the first paint: it comes from a file.
    QTimer::singleShot(0, this, [this, panel] { panel->setStore(m_orchestrator->tasks()); });
}

void TaskCommands::open(const QString &server, const QString &taskId)
{
    const Mcp::KnownTask *const task = m_orchestrator->tasks()->find(server, taskId);
    if (!task)
        return;
    if (task->task.isOver() && !task->outcome && task->followers == 0)
        return follow(server, taskId);
    if (!m_orchestrator->server(server))
        return emit told(tr("The server %1 is not in the list any more.").arg(server));
    if (task->tool.isEmpty())
        return emit told(tr("Nobody knows which tool the task is of."));
    if (!task->task.isOver() && !task->outcome && !hasPage(*task))
        return emit told(whyNoResult(*task));
    CallPage *const page = m_panels.pages->open(server, task->tool);
    if (task->outcome)
        showOutcome(*task, page);
    page->focusArguments();
}

/// Does the page of its tool wait for it?
bool TaskCommands::hasPage(const Mcp::KnownTask &task) const
{
    const CallPage *const page = m_panels.pages->find(task.server, task.tool);
    const Mcp::Call *const call = page ? page->runner()->current() : nullptr;
    return call && call->task() && call->task()->id() == task.task.id();
}

QString TaskCommands::whyNoResult(const Mcp::KnownTask &task)
{
    if (task.isUnknown)
        return tr(
                "The server does not know the task: it has no result. Del takes it off the list.");
    if (task.followers == 0)
        return tr("The task may still be working; Ctrl+R follows it.");
    if (task.task.status() == Mcp::Task::Status::InputRequired)
        return tr("The task waits for your answer (Ctrl+5).");
    return tr("The task is still working; Enter shows its result when it is over.");
}

void TaskCommands::showOutcome(const Mcp::KnownTask &task, CallPage *page)
{
    if (page->isRunning())
        return emit told(
                tr("The page is busy with another call; its result would take this one's place."));
    CallOutcome outcome{ *task.outcome, task.elapsedMs, {}, task.tool };
    const Mcp::ToolCatalog *const tools = m_orchestrator->tools(task.server);
    if (const auto tool = tools ? tools->find(task.tool) : std::nullopt)
        outcome.outputSchema = tool->outputSchema();
    page->result()->setOutcome(outcome);
}

void TaskCommands::follow(const QString &server, const QString &taskId)
{
    const Mcp::Server *const known = m_orchestrator->server(server);
    if (!known)
        return emit told(tr("The server %1 is not in the list any more.").arg(server));
    if (known->state() == State::Ready)
        return followNow(server, taskId);
    followWhenReady(server, taskId);
    if (known->state() == State::Stopped || known->state() == State::Failed)
        m_commands->start(server);
}

void TaskCommands::followNow(const QString &server, const QString &taskId)
{
    Mcp::Call *const call = m_orchestrator->followTask(server, taskId);
    connect(call, &Mcp::Call::finished, this, [this, call, server] {
        const Mcp::Error error = call->outcome().error();
        emit told(error ? tr("A task of %1: %2").arg(server, displayLine(error.describe(), 300))
                        : tr("A task of %1 is over: Enter shows what came of it.").arg(server));
    });
}

/// Once, unless the server does not come up.
void TaskCommands::followWhenReady(const QString &server, const QString &taskId)
{
    const Mcp::Server *const known = m_orchestrator->server(server);
    auto *const waiting = new QObject(this);
    connect(known, &QObject::destroyed, waiting, &QObject::deleteLater);
    connect(m_commands, &ServerCommands::notStarted, waiting,
            [waiting, server](const QString &name) {
                if (name == server)
                    waiting->deleteLater();
            });
    connect(known, &Mcp::Server::stateChanged, waiting,
            [this, known, waiting, server, taskId](State now) {
                if (now != State::Ready && now != State::Failed)
                    return;
                known->disconnect(waiting);
                waiting->deleteLater();
                if (now == State::Ready)
                    followNow(server, taskId);
            });
}

void TaskCommands::cancel(const QString &server, const QString &taskId)
{
    const Mcp::Server *const known = m_orchestrator->server(server);
    if (!known || known->state() != State::Ready)
        return emit told(tr("Not cancelled: %1 is not connected.").arg(server));
    Mcp::Call *const call = m_orchestrator->cancelTask(server, taskId);
    connect(call, &Mcp::Call::finished, this, [this, call, server] {
        if (const Mcp::Error error = call->outcome().error())
            emit told(tr("%1 did not cancel the task: %2")
                              .arg(server, displayLine(error.describe(), 300)));
    });
}

} // namespace McpUi
