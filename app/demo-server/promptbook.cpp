// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "promptbook.h"

#include "errorcode.h"
#include "icons.h"
#include "livestate.h"
#include "paging.h"
#include "promptcall.h"
#include "prompts.h"
#include "json/jsontext.h"

#include <QtCore/qfile.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr qsizetype pageSize = 3;

struct Entry
{
    QLatin1String name;
    PromptFunction function = nullptr;
};

constexpr Entry table[] = {
    { "greeting"_L1, Prompts::greeting },      { "code-review"_L1, Prompts::codeReview },
    { "travel-plan"_L1, Prompts::travelPlan }, { "every-content"_L1, Prompts::everyContent },
    { "interview"_L1, Prompts::interview },
};

Mcp::RawJson definition(QLatin1String name)
{
    QFile file(u":/prompts/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The definition of the prompt \"%s\" is not part of this program", name.data());
    Mcp::JsonObjectWriter writer;
    writer.addMembers(Mcp::RawJson::fromText(Mcp::JsonText::compact(file.readAll())));
    writer.add(u"icons", Icons::square(Icons::Colour::Violet));
    return writer.toRawJson();
}

} // namespace

Promptbook::Promptbook(const Responder &responder, const LiveState *live)
    : m_responder(responder)
    , m_live(live)
{
    for (const Entry &entry : table)
        m_fixed.append(definition(entry.name));
}

QList<Mcp::RawJson> Promptbook::definitions() const
{
    QList<Mcp::RawJson> all = m_fixed;
    for (const QString &name : m_live->extras(ListKind::Prompts)) {
        Mcp::JsonObjectWriter extra;
        extra.add(u"name", name).add(u"title", u"Added by change-lists");
        extra.add(u"description", u"Goes again by the same tool.");
        all.append(extra.toRawJson());
    }
    return all;
}

Mcp::RawJson Promptbook::find(const QString &name) const
{
    const QList<Mcp::RawJson> all = definitions();
    for (const Mcp::RawJson &each : all) {
        if (each.value("name").toString() == name)
            return each;
    }
    return {};
}

void Promptbook::list(const Request &request) const
{
    Paging::answer(m_responder, request, u"prompts", definitions(), pageSize);
}

PromptCall *Promptbook::get(const Request &request) const
{
    const auto refused = [&](const QString &message) {
        m_responder.sendError(request, { ErrorCode::invalidParams, message, {} });
        return nullptr;
    };
    const QString name = request.params.value("name").toString();
    const Mcp::RawJson prompt = find(name);
    if (prompt.isAbsent())
        return refused(u"Unknown prompt: \"%1\""_s.arg(name));
    const Mcp::RawJson given = request.params.value("arguments");
    const QList<Mcp::RawJson> arguments = prompt.value("arguments").elements();
    for (const Mcp::RawJson &argument : arguments) {
        const QString wanted = argument.value("name").toString();
        const Mcp::RawJson value = given.value(QStringView(wanted));
        if (value.isAbsent() && argument.value("required").toBool())
            return refused(u"The argument \"%1\" is missing"_s.arg(wanted));
        if (!value.isAbsent() && !value.isString())
            return refused(u"The argument \"%1\" has to be a text"_s.arg(wanted));
    }
    for (const Entry &entry : table) {
        if (name == entry.name)
            return new PromptCall(request, m_responder, entry.function, nullptr);
    }
    return new PromptCall(request, m_responder, Prompts::extra, nullptr);
}

} // namespace McpDemo
