// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

/// What must not be written to disk or shown: values of variables and fields that hold secrets.
namespace Mcp {

/// Does the name of a variable, header or field say that its value is secret (TOKEN, KEY, SECRET,
/// PASSWORD, AUTH, COOKIE …)? For masking in views and exports.
[[nodiscard]] bool looksSecret(QStringView name);

/// "•••", what views and exports show instead of a secret value.
[[nodiscard]] QString secretMask();

/// @p arguments without the members whose schema says writeOnly or format "password", at any depth
/// (properties, items, additionalProperties, allOf, anyOf, oneOf, local $ref). All other bytes are
/// as they were.
[[nodiscard]] RawJson withoutSecrets(const RawJson &arguments, const RawJson &schema);

} // namespace Mcp
