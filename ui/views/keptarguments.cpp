// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/keptarguments.h"

#include "orchestrator/secrets.h"
#include "json/jsontext.h"

namespace McpUi {

std::optional<QString> keptArguments(const QByteArray &text, const Mcp::RawJson &arguments,
                                     const Mcp::RawJson &schema)
{
    if (arguments.isAbsent()) {
        const QString shown = QString::fromUtf8(text);
        return Mcp::mentionsSecret(shown, schema) ? std::nullopt : std::optional(shown);
    }
    const Mcp::RawJson harmless = Mcp::withoutSecrets(arguments, schema);
    const bool same =
            Mcp::JsonText::compact(harmless.view()) == Mcp::JsonText::compact(arguments.view());
    return QString::fromUtf8(same ? text : harmless.toByteArray());
}

} // namespace McpUi
