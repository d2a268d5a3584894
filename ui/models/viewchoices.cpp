// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/viewchoices.h"

#include "json/jsonwriter.h"

#include <algorithm>

namespace McpUi {

namespace {

constexpr qsizetype kMaxTools = 1000;

} // namespace

ViewChoices::ViewChoices(QObject *parent)
    : QObject(parent)
{}

Mcp::RawJson ViewChoices::of(const QString &server, const QString &tool) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(), [&](const Choice &choice) {
        return choice.server == server && choice.tool == tool;
    });
    return found == m_list.cend() ? Mcp::RawJson() : found->choices;
}

void ViewChoices::set(const QString &server, const QString &tool, const Mcp::RawJson &choices)
{
    m_list.removeIf(
            [&](const Choice &choice) { return choice.server == server && choice.tool == tool; });
    m_list.append({ server, tool, choices });
    if (m_list.size() > kMaxTools)
        m_list.removeFirst();
    emit changed();
}

void ViewChoices::renameServer(const QString &from, const QString &to)
{
    for (Choice &choice : m_list) {
        if (choice.server == from)
            choice.server = to;
    }
}

Mcp::RawJson ViewChoices::toJson() const
{
    Mcp::JsonArrayWriter array;
    for (const Choice &choice : m_list) {
        Mcp::JsonObjectWriter object;
        object.add(u"server", choice.server).add(u"tool", choice.tool);
        object.add(u"text", choice.choices);
        array.add(object.toRawJson());
    }
    return array.toRawJson();
}

void ViewChoices::restore(const Mcp::RawJson &json)
{
    m_list.clear();
    const QList<Mcp::RawJson> entries = json.elements();
    for (const Mcp::RawJson &entry : entries.last(qMin(entries.size(), kMaxTools)))
        m_list.append({ entry.value("server").toString(), entry.value("tool").toString(),
                        entry.value("text") });
}

} // namespace McpUi
