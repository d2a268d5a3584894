// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/tracemask.h"

#include "orchestrator/secrets.h"
#include "orchestrator/variables.h"
#include "schema/fieldname.h"
#include "json/jsontext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int maxDepth = 64; ///< of values; nothing of ours is nested deeper
/// Shorter values are words that stand anywhere ("1", "yes").
constexpr qsizetype shortestSecret = 5;

QByteArray mask() { return JsonText::quote(secretMask()); }

} // namespace

TraceMask::TraceMask(const ServerSpec &spec, SchemaOf schemaOf)
    : m_schemaOf(std::move(schemaOf))
{
    // As the file has them, and as the process gets them.
    const ServerSpec filled = substituteVariables(spec).valueOr(spec);
    for (const LaunchSpec *launch : { &spec.launch, &filled.launch }) {
        for (const EnvironmentVariable &variable : launch->environment) {
            if (!looksSecret(variable.name) || variable.value.size() < shortestSecret)
                continue;
            const QByteArray quoted = JsonText::quote(variable.value);
            m_values += { quoted.sliced(1, quoted.size() - 2), variable.value.toUtf8() };
        }
    }
}

QByteArray TraceMask::masked(const TraceEntry &entry) const
{
    QByteArray payload = entry.payload();
    const RawJson message = RawJson::fromText(payload);
    QList<Cut> cuts;
    if (message.isObject() || message.isArray()) {
        const RawJson params = message.value("params");
        const RawJson arguments = params.value("arguments");
        const RawJson kept =
                entry.method == "tools/call"_L1 && m_schemaOf
                        ? withMaskedSecrets(arguments, m_schemaOf(params.value("name").toString()))
                        : arguments;
        if (!(kept == arguments))
            cuts.append({ arguments.range(), kept.toByteArray() });
        look(message, false, 0, cuts);
        payload = replaced(payload, cuts);
    }
    for (const QByteArray &value : m_values)
        payload.replace(value, secretMask().toUtf8());
    return payload;
}

void TraceMask::look(const RawJson &value, bool isMeta, int depth, QList<Cut> &cuts) const
{
    if (depth > maxDepth)
        return;
    if (value.isArray()) {
        for (const RawJson &element : value.elements())
            look(element, isMeta, depth + 1, cuts);
        return;
    }
    for (const RawJsonMember &member : value.members()) {
        const bool isText = member.value.isString() && member.value.size() > 2;
        const bool isSecret =
                isSecretFieldName(member.key)
                || (isMeta && looksSecret(member.key) && member.key != "progressToken"_L1);
        if (isText && isSecret)
            cuts.append({ member.value.range(), mask() });
        else if (member.value.isObject() || member.value.isArray())
            look(member.value, isMeta || member.key == "_meta"_L1, depth + 1, cuts);
    }
}

/// Of cuts inside of others only the outer ones count.
QByteArray TraceMask::replaced(const QByteArray &payload, QList<Cut> cuts)
{
    if (cuts.isEmpty())
        return payload;
    std::stable_sort(cuts.begin(), cuts.end(),
                     [](const Cut &a, const Cut &b) { return a.range.begin < b.range.begin; });
    QByteArray result;
    qsizetype done = 0;
    for (const Cut &cut : std::as_const(cuts)) {
        if (cut.range.begin < done)
            continue;
        result += QByteArrayView(payload).sliced(done, cut.range.begin - done);
        result += cut.instead;
        done = cut.range.end;
    }
    return result + payload.sliced(done);
}

} // namespace Mcp
