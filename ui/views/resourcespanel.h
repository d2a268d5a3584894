// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/catalogpanel.h"

namespace McpUi {

class ResourceModel;

/// The resources of the selected server and its templates, in one list.
class ResourcesPanel : public CatalogPanel
{
    Q_OBJECT

public:
    explicit ResourcesPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

protected:
    QList<Mcp::Catalog *> attach(const QString &server) override;

private:
    ResourcesPanel(Mcp::Orchestrator *orchestrator, ResourceModel *model, QWidget *parent);

    ResourceModel *m_model;
};

} // namespace McpUi
