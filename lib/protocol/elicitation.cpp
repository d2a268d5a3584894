// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/elicitation.h"

#include "wire/error.h"
#include "wire/errorcode.h"
#include "json/jsonwriter.h"
#include "json/unseen.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxChecked = 1000; ///< members of a schema; nobody fills in more
constexpr qsizetype maxQuoted = 80;    ///< characters of a name in a sentence

QString quoted(const QString &name) { return u"“%1”"_s.arg(Unseen::line(name.left(maxQuoted))); }

/// A string, number or boolean, or (2025-11-25) a list of choices.
bool isFlat(const RawJson &property)
{
    const QString type = property.value("type").toString();
    if (type == "object"_L1 || property.contains("properties"))
        return false;
    if (type != "array"_L1)
        return true;
    const RawJson items = property.value("items");
    return items.contains("enum") || items.contains("anyOf") || items.contains("oneOf");
}

} // namespace

Elicitation::Mode Elicitation::modeOf(const RawJson &mode)
{
    if (mode.isAbsent() || mode.toString() == "form"_L1)
        return Mode::Form;
    return mode.toString() == "url"_L1 ? Mode::Url : Mode::Unknown;
}

QStringList Elicitation::problems() const
{
    QStringList problems;
    if (!m_raw.value("message").isString())
        problems += u"It does not say what it wants: there is no “message”."_s;
    switch (mode()) {
    case Mode::Form:
        return problems + formProblems();
    case Mode::Url:
        if (!m_raw.value("url").isString())
            problems += u"It names no address to visit: there is no “url”."_s;
        return problems;
    case Mode::Unknown:
        problems += u"Its mode %1 is not known."_s.arg(quoted(m_raw.value("mode").textStart(100)));
        return problems;
    }
    return problems;
}

/// 2026-07-28, client/elicitation: a flat object of primitive members.
QStringList Elicitation::formProblems() const
{
    const RawJson schema = requestedSchema();
    if (!schema.isObject())
        return { u"It asks for nothing in particular: “requestedSchema” is no object."_s };
    QStringList problems;
    if (schema.value("type").toString() != "object"_L1)
        problems += u"The type of its schema is not “object”."_s;
    const RawJson properties = schema.value("properties");
    if (!properties.isObject())
        problems += u"Its schema has no “properties”."_s;
    qsizetype checked = 0;
    QStringList nested;
    for (const RawJsonMember &member : properties.members()) {
        if (++checked > maxChecked)
            break;
        if (!isFlat(member.value))
            nested += quoted(member.key);
    }
    if (!nested.isEmpty())
        problems += u"Its form is not flat: %1%2 can hold other values."_s.arg(
                nested.first(qMin(nested.size(), qsizetype(3))).join(u", "_s),
                nested.size() > 3 ? u" and others"_s : QString());
    return problems;
}

RawJson Elicitation::accepted(const RawJson &content)
{
    return JsonObjectWriter().add(u"action", u"accept").add(u"content", content).toRawJson();
}

RawJson Elicitation::declined() { return RawJson::fromText(R"({"action":"decline"})"); }

RawJson Elicitation::cancelled() { return RawJson::fromText(R"({"action":"cancel"})"); }

QList<RawJson> Elicitation::requiredBy(const Error &error)
{
    if (error.kind != Error::Kind::Remote || error.code != ErrorCode::urlRequired)
        return {};
    QList<RawJson> required;
    for (const RawJson &each : error.data.value("elicitations").elements()) {
        if (required.size() >= maxRequired)
            break;
        if (Elicitation(each).mode() == Mode::Url)
            required += each;
    }
    return required;
}

} // namespace Mcp
