// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "question.h"

#include "json/jsonwriter.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

struct Need
{
    QLatin1String capability; ///< as clients declare it
    QLatin1String since;      ///< the revision it came with
    bool isDeclared = false;
};

Need needFor(Question::Kind kind, const Mcp::RawJson &capabilities)
{
    const Mcp::RawJson elicitation = capabilities.value("elicitation");
    switch (kind) {
    case Question::Kind::Form: // an empty object means forms (2025-11-25, client/elicitation)
        return { "elicitation.form"_L1, Revision::june2025,
                 elicitation.contains("form")
                         || (elicitation.isObject() && !elicitation.contains("url")) };
    case Question::Kind::Url:
        return { "elicitation.url"_L1, Revision::november2025, elicitation.contains("url") };
    case Question::Kind::Model:
        return { "sampling"_L1, Revision::november2024, capabilities.contains("sampling") };
    case Question::Kind::ModelWithTools:
        return { "sampling.tools"_L1, Revision::november2025,
                 capabilities.value("sampling").contains("tools") };
    case Question::Kind::Roots:
        break;
    }
    return { "roots"_L1, Revision::november2024, capabilities.contains("roots") };
}

} // namespace

QString Question::method() const
{
    switch (kind) {
    case Kind::Form:
    case Kind::Url:
        return u"elicitation/create"_s;
    case Kind::Model:
    case Kind::ModelWithTools:
        return u"sampling/createMessage"_s;
    case Kind::Roots:
        break;
    }
    return u"roots/list"_s;
}

QString Question::obstacle(const Request &request) const
{
    const Need need = needFor(kind, request.capabilities);
    if (!request.isSince(need.since))
        return u"This tool asks by %1 (%2), which came with revision %3; this conversation is in %4."_s
                .arg(method(), need.capability, need.since, request.revision);
    if (!need.isDeclared)
        return u"This tool asks by %1, which the client may only be asked if it declares the "
               "capability \"%2\"; it does not."_s.arg(method(), need.capability);
    return {};
}

Mcp::RawJson Question::lacking(const QList<Question> &questions, const Request &request)
{
    QStringList lacking;
    for (const Question &question : questions) {
        const Need need = needFor(question.kind, request.capabilities);
        if (!need.isDeclared && !lacking.contains(need.capability))
            lacking.append(need.capability);
    }
    Mcp::JsonObjectWriter all;
    for (const QString &head : { u"elicitation"_s, u"sampling"_s, u"roots"_s }) {
        Mcp::JsonObjectWriter parts;
        for (const QString &capability : std::as_const(lacking)) {
            if (capability.startsWith(head + u'.'))
                parts.addRaw(capability.sliced(head.size() + 1), "{}");
        }
        if (!parts.isEmpty() || lacking.contains(head))
            all.add(head, parts.toRawJson());
    }
    return all.toRawJson();
}

Mcp::RawJson Question::toInputRequest() const
{
    return Mcp::JsonObjectWriter().add(u"method", method()).add(u"params", params).toRawJson();
}

Mcp::RawJson Question::inputRequests(const QList<Question> &questions)
{
    Mcp::JsonObjectWriter requests;
    for (const Question &question : questions)
        requests.add(question.key, question.toInputRequest());
    return requests.toRawJson();
}

} // namespace McpDemo
