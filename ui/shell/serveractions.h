// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class Actions;
class ServerCommands;
class ServersPanel;

/// Joins the actions about servers with the commands that carry them out for the server selected
/// in the list, gives the list its context menu, and lets only what makes sense now be chosen.
class ServerActions : public QObject
{
    Q_OBJECT

public:
    ServerActions(const Actions &actions, ServerCommands *commands, ServersPanel *list,
                  Mcp::Orchestrator *orchestrator, QObject *parent);

    /// The selected server or its state is another one.
    void update();

private:
    void connectCommands(ServerCommands *commands);
    void fillContextMenu();

    const Actions &m_actions;
    ServersPanel *m_list;
    Mcp::Orchestrator *m_orchestrator;
};

} // namespace McpUi
