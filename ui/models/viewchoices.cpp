// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/viewchoices.h"

#include "json/jsonwriter.h"

#include <algorithm>

namespace McpUi {

namespace {

constexpr qsizetype kMaxSubjects = 1000;

} // namespace

ViewChoices::ViewChoices(QObject *parent)
    : QObject(parent)
{}

Mcp::RawJson ViewChoices::of(const QString &server, const Mcp::CallSubject &subject) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(), [&](const Choice &choice) {
        return choice.server == server && choice.subject == subject;
    });
    return found == m_list.cend() ? Mcp::RawJson() : found->choices;
}

void ViewChoices::set(const QString &server, const Mcp::CallSubject &subject,
                      const Mcp::RawJson &choices)
{
    m_list.removeIf([&](const Choice &choice) {
        return choice.server == server && choice.subject == subject;
    });
    m_list.append({ server, subject, choices });
    if (m_list.size() > kMaxSubjects)
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
        object.add(u"server", choice.server);
        choice.subject.addTo(object);
        object.add(u"text", choice.choices);
        array.add(object.toRawJson());
    }
    return array.toRawJson();
}

void ViewChoices::restore(const Mcp::RawJson &json)
{
    m_list.clear();
    const QList<Mcp::RawJson> entries = json.elements();
    for (const Mcp::RawJson &entry : entries.last(qMin(entries.size(), kMaxSubjects))) {
        if (const auto subject = Mcp::CallSubject::fromObject(entry))
            m_list.append({ entry.value("server").toString(), *subject, entry.value("text") });
    }
}

} // namespace McpUi
