// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/promptspanel.h"

#include "models/promptmodel.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/promptcatalog.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

PromptsPanel::PromptsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : PromptsPanel(orchestrator, new PromptModel, parent)
{}

PromptsPanel::PromptsPanel(Mcp::Orchestrator *orchestrator, PromptModel *model, QWidget *parent)
    : CatalogPanel(orchestrator, Mcp::CallSubject::Kind::Prompt, u"prompt"_s, model, parent)
    , m_model(model)
{}

QList<Mcp::Catalog *> PromptsPanel::attach(const QString &server)
{
    Mcp::PromptCatalog *catalog = orchestrator()->prompts(server);
    m_model->setCatalog(catalog);
    return catalog ? QList<Mcp::Catalog *>{ catalog } : QList<Mcp::Catalog *>();
}

} // namespace McpUi
