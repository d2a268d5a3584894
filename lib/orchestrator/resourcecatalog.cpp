// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/resourcecatalog.h"

#include "client/client.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

// One notification for both: a changed list of resources may mean other templates.
ResourceCatalog::ResourceCatalog(Client *client, Resource::Kind kind, QObject *parent)
    : Catalog(client, u"notifications/resources/list_changed"_s, parent)
    , m_kind(kind)
{}

std::optional<Resource> ResourceCatalog::find(const QString &uri) const
{
    for (const Resource &resource : m_list.entries) {
        if (resource.uri() == uri)
            return resource;
    }
    return std::nullopt;
}

RawJson ResourceCatalog::definition(const QString &name) const
{
    const auto found = find(name);
    return found ? found->raw() : RawJson();
}

Call *ResourceCatalog::list()
{
    return m_kind == Resource::Kind::Template ? client()->listResourceTemplates()
                                              : client()->listResources();
}

QStringList ResourceCatalog::take(const RawJson &result, int most)
{
    m_list = ResourceList::fromResult(result, m_kind, most);
    return m_list.problems;
}

} // namespace Mcp
