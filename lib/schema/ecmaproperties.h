// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// The names that ECMA-262 gives to the properties of Unicode characters in \p{…}.
namespace Mcp::EcmaProperties {

/// What PCRE2 calls \p{name} or \p{name=value} (@p value empty for the first); empty when it is no
/// property that both know.
[[nodiscard]] QString toPcre(const QString &name, const QString &value);

} // namespace Mcp::EcmaProperties
