// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolbox.h"

#include "icons.h"
#include "livestate.h"
#include "tools.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qfile.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

struct Entry
{
    QLatin1String name;
    ToolFunction function = nullptr;
    bool becomesTask = false;
};

constexpr Entry table[] = {
    { "echo"_L1, Tools::echo },
    { "sum"_L1, Tools::sum },
    { "schema-zoo"_L1, Tools::schemaZoo },
    { "slow-job"_L1, Tools::slowJob },
    { "text"_L1, Tools::text },
    { "image"_L1, Tools::image },
    { "audio"_L1, Tools::audio },
    { "resource-link"_L1, Tools::resourceLink },
    { "embedded-resource"_L1, Tools::embeddedResource },
    { "every-content"_L1, Tools::everyContent },
    { "many-blocks"_L1, Tools::manyBlocks },
    { "exact-numbers"_L1, Tools::exactNumbers },
    { "tool-error"_L1, Tools::toolError },
    { "protocol-error"_L1, Tools::protocolError },
    { "log-messages"_L1, Tools::logMessages },
    { "stderr-chatter"_L1, Tools::stderrChatter },
    { "big-result"_L1, Tools::bigResult },
    { "many-notifications"_L1, Tools::manyNotifications },
    { "environment"_L1, Tools::environment },
    { "exit"_L1, Tools::exitProcess },
    // The second page of tools/list begins here.
    { "ask-form"_L1, Tools::askForm },
    { "ask-url"_L1, Tools::askUrl },
    { "ask-model"_L1, Tools::askModel },
    { "ask-roots"_L1, Tools::askRoots },
    { "ask-everything"_L1, Tools::askEverything },
    { "wizard"_L1, Tools::wizard },
    { "come-back-later"_L1, Tools::comeBackLater },
    { "change-lists"_L1, Tools::changeLists },
    { "change-counter"_L1, Tools::changeCounter },
    { "end-subscriptions"_L1, Tools::endSubscriptions },
    { "background-report"_L1, Tools::backgroundReport, true },
    { "approval"_L1, Tools::approval, true },
};

Tool::TaskSupport taskSupport(const Mcp::RawJson &definition)
{
    const QString name = definition.value("execution").value("taskSupport").toString();
    return name == "required"_L1   ? Tool::TaskSupport::Required
           : name == "optional"_L1 ? Tool::TaskSupport::Optional
                                   : Tool::TaskSupport::Forbidden;
}

Mcp::RawJson definition(QLatin1String name)
{
    QFile file(u":/tools/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The definition of the tool \"%s\" is not part of this program", name.data());
    const auto plain = Mcp::RawJson::fromText(Mcp::JsonText::compact(file.readAll()));
    if (!name.startsWith("ask-"_L1))
        return plain;
    Mcp::JsonObjectWriter writer;
    writer.addMembers(plain).add(u"icons", Icons::disc(Icons::Colour::Orange));
    return writer.toRawJson();
}

} // namespace

Toolbox::Toolbox(const LiveState *live)
    : m_live(live)
{
    for (const Entry &entry : table) {
        const Mcp::RawJson json = definition(entry.name);
        m_fixed.append({ entry.function, json, taskSupport(json), entry.becomesTask });
    }
}

QList<Tool> Toolbox::extras() const
{
    QList<Tool> tools;
    for (const QString &name : m_live->extras(ListKind::Tools)) {
        Mcp::JsonObjectWriter json;
        json.add(u"name", name).add(u"title", u"Added by change-lists");
        json.add(u"description", u"Goes again by the same tool.");
        json.addRaw(u"inputSchema", R"({"type":"object"})");
        json.addRaw(u"annotations", R"({"readOnlyHint":true})");
        tools.append({ Tools::extra, json.toRawJson() });
    }
    return tools;
}

QList<Mcp::RawJson> Toolbox::list(const QString &revision) const
{
    QList<Mcp::RawJson> definitions;
    for (const Tool &tool : m_fixed + extras()) {
        if (tool.existsIn(revision))
            definitions.append(tool.definition);
    }
    return definitions;
}

std::optional<Tool> Toolbox::find(const QString &name, const QString &revision) const
{
    for (const Tool &tool : m_fixed + extras()) {
        if (tool.definition.value("name").toString() == name && tool.existsIn(revision))
            return tool;
    }
    return std::nullopt;
}

} // namespace McpDemo
