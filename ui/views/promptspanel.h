// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/catalogpanel.h"

namespace McpUi {

class PromptModel;

/// The prompts of the selected server.
class PromptsPanel : public CatalogPanel
{
    Q_OBJECT

public:
    explicit PromptsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

protected:
    QList<Mcp::Catalog *> attach(const QString &server) override;

private:
    PromptsPanel(Mcp::Orchestrator *orchestrator, PromptModel *model, QWidget *parent);

    PromptModel *m_model;
};

} // namespace McpUi
