// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/serveractions.h"

#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"
#include "shell/actions.h"
#include "shell/servercommands.h"
#include "views/serverspanel.h"

namespace McpUi {

ServerActions::ServerActions(const Actions &actions, ServerCommands *commands, ServersPanel *list,
                             Mcp::Orchestrator *orchestrator, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_list(list)
    , m_orchestrator(orchestrator)
{
    connectCommands(commands);
    fillContextMenu();
    update();
}

void ServerActions::connectCommands(ServerCommands *commands)
{
    using Command = void (ServerCommands::*)(const QString &);
    const std::pair<Actions::Id, Command> table[] = {
        { Actions::StartServer, &ServerCommands::start },
        { Actions::StopServer, &ServerCommands::stop },
        { Actions::RestartServer, &ServerCommands::restart },
        { Actions::EditServer, &ServerCommands::edit },
        { Actions::DuplicateServer, &ServerCommands::duplicate },
        { Actions::RemoveServer, &ServerCommands::remove },
        { Actions::KeepServer, &ServerCommands::keep },
        { Actions::CopyCommand, &ServerCommands::copyCommand },
        { Actions::ShowConfiguration, &ServerCommands::showConfiguration },
    };
    for (const auto &[id, command] : table) {
        connect(m_actions[id], &QAction::triggered, commands, [this, commands, command = command] {
            (commands->*command)(m_list->currentServer());
        });
    }
    connect(m_actions[Actions::AddServer], &QAction::triggered, commands, &ServerCommands::add);
    connect(m_actions[Actions::StopAllServers], &QAction::triggered, m_orchestrator,
            &Mcp::Orchestrator::stopAllServers);
}

void ServerActions::fillContextMenu()
{
    using A = Actions;
    QList<QAction *> menu;
    for (const A::Id id : { A::StartServer, A::StopServer, A::RestartServer, A::Count,
                            A::EditServer, A::DuplicateServer, A::RemoveServer, A::KeepServer,
                            A::Count, A::CopyCommand, A::ShowConfiguration }) {
        if (id != A::Count) {
            menu += m_actions[id];
            continue;
        }
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        menu += separator;
    }
    m_list->setListActions(menu);
}

void ServerActions::update()
{
    using A = Actions;
    const Mcp::Server *server = m_orchestrator->server(m_list->currentServer());
    const auto state = server ? server->state() : Mcp::Server::State::Stopped;
    const bool idle = state == Mcp::Server::State::Stopped || state == Mcp::Server::State::Failed;
    const bool adHoc = server && m_orchestrator->isAdHoc(server->name());
    const Mcp::ServerStore *store = m_orchestrator->store();
    const bool writable = store && !store->isReadOnly();
    for (const A::Id id : { A::DuplicateServer, A::CopyCommand, A::ShowConfiguration })
        m_actions[id]->setEnabled(server);
    for (const A::Id id : { A::EditServer, A::RemoveServer })
        m_actions[id]->setEnabled(server && (adHoc || writable));
    m_actions[A::KeepServer]->setEnabled(adHoc && writable);
    m_actions[A::KeepServer]->setVisible(adHoc);
    m_actions[A::StartServer]->setEnabled(server && idle);
    m_actions[A::StopServer]->setEnabled(server && !idle && state != Mcp::Server::State::Stopping);
    m_actions[A::RestartServer]->setEnabled(server && !idle);
    m_actions[A::RefreshTools]->setEnabled(state == Mcp::Server::State::Ready);
    m_actions[A::StopAllServers]->setEnabled(m_orchestrator->hasRunningServers());
}

} // namespace McpUi
