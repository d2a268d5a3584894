// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/connectioninfo.h"

namespace Mcp {

RawJson ConnectionInfo::serverInfo() const
{
    const RawJson inMeta = result.value("_meta").value("io.modelcontextprotocol/serverInfo");
    const RawJson atTop = result.value("serverInfo");
    // Early texts of the modern era had it at the top level, so each era accepts both places.
    if (era == Era::Modern)
        return inMeta.isObject() ? inMeta : atTop;
    return atTop.isAbsent() ? inMeta : atTop;
}

bool ConnectionInfo::mayHaveTools() const
{
    return declares("tools") || capabilities().members().isEmpty();
}

QString ConnectionInfo::displayName() const
{
    const RawJson info = serverInfo();
    const QString title = info.value("title").toString();
    return title.isEmpty() ? info.value("name").toString() : title;
}

} // namespace Mcp
