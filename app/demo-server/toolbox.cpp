// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolbox.h"

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
};

} // namespace

Toolbox::Toolbox()
{
    Mcp::JsonArrayWriter definitions;
    for (const Entry &entry : table) {
        QFile file(u":/tools/%1.json"_s.arg(entry.name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The definition of the tool \"%s\" is not part of this program",
                   entry.name.data());
        definitions.addRaw(Mcp::JsonText::compact(file.readAll()));
    }
    m_list = Mcp::JsonObjectWriter().add(u"tools", definitions.toRawJson()).toRawJson();
}

ToolFunction Toolbox::find(QStringView name)
{
    for (const Entry &entry : table) {
        if (name == entry.name)
            return entry.function;
    }
    return nullptr;
}

} // namespace McpDemo
