// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/urivalue.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Never null, as a null text would be none.
QString textOf(const RawJson &value)
{
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(value.view());
    return text.isNull() ? u""_s : text;
}

} // namespace

UriValue UriValue::fromJson(const RawJson &value)
{
    UriValue result;
    if (value.isAbsent() || value.isNull())
        return result;
    if (value.isArray()) {
        const QList<RawJson> elements = value.elements();
        for (const RawJson &element : elements)
            result.list.append(textOf(element));
    } else if (value.isObject()) {
        const QList<RawJsonMember> members = value.members();
        for (const RawJsonMember &member : members)
            result.pairs.append({ member.key, textOf(member.value) });
    } else {
        result.text = textOf(value);
    }
    return result;
}

QHash<QString, UriValue> UriValue::allFromJson(const RawJson &object)
{
    QHash<QString, UriValue> values;
    const QList<RawJsonMember> members = object.members();
    for (const RawJsonMember &member : members)
        values.insert(member.key, fromJson(member.value));
    return values;
}

} // namespace Mcp
