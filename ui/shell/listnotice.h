// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"

#include <QtCore/qobject.h>

namespace Mcp {
class Orchestrator;
class ServerStore;
} // namespace Mcp

namespace McpUi {

class ServersPanel;

/// Keeps in view what is wrong with the server list's file: that it cannot be read, and which of
/// its definitions cannot be used. Goes when the file is mended.
class ListNotice : public QObject
{
    Q_OBJECT

public:
    ListNotice(Mcp::Orchestrator *orchestrator, ServersPanel *panel, QObject *parent = nullptr);

private:
    void show(const Mcp::Error &error);

    Mcp::ServerStore *m_store;
    ServersPanel *m_panel;
};

} // namespace McpUi
