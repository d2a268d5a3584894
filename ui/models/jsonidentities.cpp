// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonidentities.h"

#include <QtCore/qhash.h>

#include <array>

namespace McpUi {

namespace {

using Mcp::RawJson;

constexpr int kMaxSearched = 100;
/// Larger elements without a name are known by their bytes alone: looking into them on every level
/// would take the square of their depth.
constexpr qsizetype kMaxBytes = 16 * 1024;
/// What authors tell things apart by, the best first.
constexpr std::array<const char *, 6> kIdentifying = { "id", "uuid", "key", "uri", "path", "name" };

size_t valueHash(const RawJson &value, int depth)
{
    switch (depth < kMaxSearched ? value.type() : Mcp::JsonType::Invalid) {
    case Mcp::JsonType::Number: {
        const auto number = value.toDouble();
        return number ? qHash(*number) : qHash(value.view());
    }
    case Mcp::JsonType::String:
        return qHash(value.toString());
    case Mcp::JsonType::Array: {
        size_t hash = 1;
        const QList<RawJson> elements = value.elements();
        for (const RawJson &element : elements)
            hash = qHashMulti(hash, valueHash(element, depth + 1));
        return hash;
    }
    case Mcp::JsonType::Object: {
        size_t hash = 2; // whatever the order of the members
        const QList<Mcp::RawJsonMember> members = value.members();
        for (const Mcp::RawJsonMember &member : members)
            hash += qHashMulti(0, member.key, valueHash(member.value, depth + 1));
        return hash;
    }
    default:
        return qHash(value.view());
    }
}

size_t identity(const RawJson &element)
{
    for (const char *key : kIdentifying) {
        const RawJson member = element.isObject() ? element.value(key) : RawJson();
        if (member.isString() || member.isNumber())
            return qHashMulti(3, QByteArrayView(key), valueHash(member, 0));
    }
    return element.size() <= kMaxBytes ? valueHash(element, 0) : qHash(element.view());
}

} // namespace

size_t JsonIdentities::at(qsizetype i)
{
    size_t &known = m_known[size_t(i)];
    if (known == 0)
        known = identity(m_elements.at(i)) | 1; // never "not yet"
    return known;
}

} // namespace McpUi
