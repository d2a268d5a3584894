// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/resourcespanel.h"

#include "models/resourcemodel.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/resourcecatalog.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ResourcesPanel::ResourcesPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : ResourcesPanel(orchestrator, new ResourceModel, parent)
{}

ResourcesPanel::ResourcesPanel(Mcp::Orchestrator *orchestrator, ResourceModel *model,
                               QWidget *parent)
    : CatalogPanel(orchestrator, Mcp::CallSubject::Kind::Resource, u"resource"_s, model, parent)
    , m_model(model)
{}

QList<Mcp::Catalog *> ResourcesPanel::attach(const QString &server)
{
    Mcp::ResourceCatalog *templates =
            orchestrator()->resources(server, Mcp::Resource::Kind::Template);
    Mcp::ResourceCatalog *resources =
            orchestrator()->resources(server, Mcp::Resource::Kind::Resource);
    Mcp::Client *client = orchestrator()->defaultClient(server);
    m_model->setCatalogs(templates, resources, client ? client->subscriptions() : nullptr);
    return resources ? QList<Mcp::Catalog *>{ resources, templates } : QList<Mcp::Catalog *>();
}

} // namespace McpUi
