// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/toolcatalog.h"

#include "client/client.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

ToolCatalog::ToolCatalog(Client *client, QObject *parent)
    : Catalog(client, u"notifications/tools/list_changed"_s, parent)
{}

std::optional<Tool> ToolCatalog::find(const QString &name) const
{
    for (const Tool &tool : m_list.tools) {
        if (tool.name() == name)
            return tool;
    }
    return std::nullopt;
}

RawJson ToolCatalog::definition(const QString &name) const
{
    const auto found = find(name);
    return found ? found->raw() : RawJson();
}

Call *ToolCatalog::list() { return client()->listTools(); }

QStringList ToolCatalog::take(const RawJson &result, int most)
{
    m_list = ToolList::fromResult(result, most);
    return m_list.problems;
}

} // namespace Mcp
