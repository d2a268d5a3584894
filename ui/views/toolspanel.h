// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/catalogpanel.h"

namespace McpUi {

class ToolModel;

/// The tools of the selected server.
class ToolsPanel : public CatalogPanel
{
    Q_OBJECT

public:
    explicit ToolsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

protected:
    QList<Mcp::Catalog *> attach(const QString &server) override;

private:
    ToolsPanel(Mcp::Orchestrator *orchestrator, ToolModel *model, QWidget *parent);

    ToolModel *m_model;
};

} // namespace McpUi
