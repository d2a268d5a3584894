// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/clientcapabilities.h"

#include "json/jsonwriter.h"

namespace Mcp {

ClientCapabilities ClientCapabilities::without(const ClientCapabilities &other) const
{
    ClientCapabilities left = *this;
    for (bool ClientCapabilities::*each :
         { &ClientCapabilities::roots, &ClientCapabilities::sampling,
           &ClientCapabilities::samplingTools, &ClientCapabilities::elicitationForm,
           &ClientCapabilities::elicitationUrl, &ClientCapabilities::tasks })
        left.*each = left.*each && !(other.*each);
    return left;
}

RawJson ClientCapabilities::toJson(Era era) const
{
    JsonObjectWriter object;
    if (roots) // 2026-07-28 has no notifications/roots/list_changed
        object.addRaw(u"roots", era == Era::Legacy ? R"({"listChanged":true})" : "{}");
    if (sampling)
        object.addRaw(u"sampling", samplingTools ? R"({"tools":{}})" : "{}");
    if (elicitation()) {
        JsonObjectWriter modes;
        if (elicitationForm)
            modes.addRaw(u"form", "{}");
        if (elicitationUrl)
            modes.addRaw(u"url", "{}");
        object.add(u"elicitation", modes.toRawJson());
    }
    if (tasks && era == Era::Modern)
        object.addRaw(u"extensions", R"({"io.modelcontextprotocol/tasks":{}})");
    return object.toRawJson();
}

} // namespace Mcp
