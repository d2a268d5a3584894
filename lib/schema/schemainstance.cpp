// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemainstance.h"

#include <algorithm>

namespace Mcp {

namespace {

constexpr qsizetype kFew = 8; ///< members that are found as fast without a table

} // namespace

SchemaInstance::SchemaInstance(const RawJson &value, const SchemaInstance *parent,
                               const QString &key, qsizetype index)
    : m_value(value)
    , m_type(value.type())
    , m_parent(parent)
    , m_key(key)
    , m_index(index)
{}

JsonPointer SchemaInstance::pointer() const
{
    QStringList tokens;
    for (const SchemaInstance *place = this; place->m_parent; place = place->m_parent)
        tokens.append(place->m_index < 0 ? place->m_key : QString::number(place->m_index));
    std::reverse(tokens.begin(), tokens.end());
    return JsonPointer(tokens);
}

const QList<RawJsonMember> &SchemaInstance::members()
{
    if (m_members)
        return *m_members;
    if (!isObject())
        return m_members.emplace();
    m_members = m_value.members();
    if (m_members->size() > kFew)
        fillPlaces();
    else
        dropDuplicates();
    return *m_members;
}

void SchemaInstance::fillPlaces()
{
    QList<RawJsonMember> once;
    once.reserve(m_members->size());
    m_places.reserve(m_members->size());
    for (const RawJsonMember &member : std::as_const(*m_members)) {
        const auto earlier = m_places.constFind(member.key);
        if (earlier != m_places.cend()) {
            once[*earlier].value = member.value;
            continue;
        }
        m_places.insert(member.key, once.size());
        once.append(member);
    }
    m_members = once;
}

/// The same for a few, without a table.
void SchemaInstance::dropDuplicates()
{
    QList<RawJsonMember> &members = *m_members;
    for (qsizetype i = 1; i < members.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (std::as_const(members)[j].key == std::as_const(members)[i].key) {
                members[j].value = members.takeAt(i--).value;
                break;
            }
        }
    }
}

const RawJsonMember *SchemaInstance::member(const QString &key)
{
    const QList<RawJsonMember> &all = members();
    if (!m_places.isEmpty()) {
        const qsizetype place = m_places.value(key, -1);
        return place < 0 ? nullptr : &all[place];
    }
    const auto it = std::find_if(all.cbegin(), all.cend(),
                                 [&key](const RawJsonMember &member) { return member.key == key; });
    return it == all.cend() ? nullptr : &*it;
}

qsizetype SchemaInstance::count()
{
    if (m_count < 0)
        m_count = isObject() ? members().size() : m_value.count();
    return m_count;
}

const QString &SchemaInstance::text()
{
    if (!m_text)
        m_text = m_value.toString();
    return *m_text;
}

} // namespace Mcp
