// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>

/// The resource templates (RFC 6570), and the reading of what they expand to.
namespace McpDemo::Templates {

inline constexpr QLatin1String weather{ "demo://weather/{country}/{city}{?units,days}" };
inline constexpr QLatin1String files{ "demo://files{/path*}" };
inline constexpr QLatin1String report{
    "demo://report/{+folder}/{name}{.format}{?fields*}{#section}"
};

/// The entries of resources/templates/list.
const QList<Mcp::RawJson> &list();
/// The members of "contents"; none if no template expands to this URI.
QList<Mcp::RawJson> read(const QString &uri);

} // namespace McpDemo::Templates
