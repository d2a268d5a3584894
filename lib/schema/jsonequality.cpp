// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/jsonequality.h"

#include "schema/decimal.h"

#include <QtCore/qhash.h>

namespace Mcp {

namespace {

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
    if (a.type() != b.type() || depth > 500)
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

} // namespace

bool sameJson(const RawJson &a, const RawJson &b)
{
    if (a.isAbsent() || b.isAbsent())
        return a.isAbsent() && b.isAbsent();
    return same(a, b, 0);
}

} // namespace Mcp
