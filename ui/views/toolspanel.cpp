// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/toolspanel.h"

#include "models/toolmodel.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ToolsPanel::ToolsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : ToolsPanel(orchestrator, new ToolModel, parent)
{}

ToolsPanel::ToolsPanel(Mcp::Orchestrator *orchestrator, ToolModel *model, QWidget *parent)
    : CatalogPanel(orchestrator, Mcp::CallSubject::Kind::Tool, u"tool"_s, model, parent)
    , m_model(model)
{}

QList<Mcp::Catalog *> ToolsPanel::attach(const QString &server)
{
    Mcp::ToolCatalog *catalog = orchestrator()->tools(server);
    m_model->setCatalog(catalog);
    return catalog ? QList<Mcp::Catalog *>{ catalog } : QList<Mcp::Catalog *>();
}

} // namespace McpUi
