// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/promptcatalog.h"

#include "client/client.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

PromptCatalog::PromptCatalog(Client *client, QObject *parent)
    : Catalog(client, u"notifications/prompts/list_changed"_s, parent)
{}

std::optional<Prompt> PromptCatalog::find(const QString &name) const
{
    for (const Prompt &prompt : m_list.entries) {
        if (prompt.name() == name)
            return prompt;
    }
    return std::nullopt;
}

RawJson PromptCatalog::definition(const QString &name) const
{
    const auto found = find(name);
    return found ? found->raw() : RawJson();
}

Call *PromptCatalog::list() { return client()->listPrompts(); }

QStringList PromptCatalog::take(const RawJson &result, int most)
{
    m_list = PromptList::fromResult(result, most);
    return m_list.problems;
}

} // namespace Mcp
