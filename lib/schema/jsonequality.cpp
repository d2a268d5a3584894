// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/jsonequality.h"

#include "schema/decimal.h"

#include <QtCore/qhash.h>

namespace Mcp {

namespace {

constexpr int kMaxDepth = 500;
constexpr int kMaxHashDepth = 8; ///< what is below counts as equal, and is then compared

bool same(const RawJson &a, const RawJson &b, int depth);

bool sameMembers(const RawJson &a, const RawJson &b, int depth)
{
    const auto collect = [](const RawJson &object) {
        QHash<QString, RawJson> values;
        for (const RawJsonMember &member : object.members())
            values.insert(member.key, member.value);
        return values;
    };
    const auto left = collect(a);
    const auto right = collect(b);
    if (left.size() != right.size())
        return false;
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        const auto other = right.constFind(it.key());
        if (other == right.cend() || !same(*it, *other, depth + 1))
            return false;
    }
    return true;
}

bool sameElements(const RawJson &a, const RawJson &b, int depth)
{
    const QList<RawJson> left = a.elements();
    const QList<RawJson> right = b.elements();
    if (left.size() != right.size())
        return false;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (!same(left[i], right[i], depth + 1))
            return false;
    }
    return true;
}

bool same(const RawJson &a, const RawJson &b, int depth)
{
    if (a == b)
        return true;
    if (a.type() != b.type() || depth > kMaxDepth)
        return false;
    switch (a.type()) {
    case JsonType::Number: {
        const auto left = Decimal::fromText(a.view());
        return left && left == Decimal::fromText(b.view());
    }
    case JsonType::String:
        return a.toString() == b.toString();
    case JsonType::Array:
        return sameElements(a, b, depth);
    case JsonType::Object:
        return sameMembers(a, b, depth);
    default:
        return false;
    }
}

size_t hash(const RawJson &value, int depth)
{
    const JsonType type = value.type();
    size_t result = size_t(type);
    if (depth > kMaxHashDepth)
        return 0;
    switch (type) {
    case JsonType::Boolean:
        return qHash(value.view());
    case JsonType::String:
        return qHash(value.toString());
    case JsonType::Number: {
        const auto number = Decimal::fromText(value.view());
        return number ? qHash(*number) : 0;
    }
    case JsonType::Array:
        for (const RawJson &element : value.elements())
            result = result * 31 + hash(element, depth + 1);
        return result;
    case JsonType::Object: {
        QHash<QString, size_t> members; // of duplicates the last counts
        for (const RawJsonMember &member : value.members())
            members.insert(member.key, hash(member.value, depth + 1));
        for (auto it = members.cbegin(); it != members.cend(); ++it)
            result += qHash(it.key()) ^ (*it * 31); // whatever the order
        return result;
    }
    default:
        return result;
    }
}

} // namespace

bool sameJson(const RawJson &a, const RawJson &b)
{
    if (a.isAbsent() || b.isAbsent())
        return a.isAbsent() && b.isAbsent();
    return same(a, b, 0);
}

size_t hashJson(const RawJson &value) { return hash(value, 0); }

} // namespace Mcp
