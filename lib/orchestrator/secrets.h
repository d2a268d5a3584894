// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

/// What must not be written to disk or shown: values of variables and fields that hold secrets.
namespace Mcp {

/// Does the name of a variable, header or field say that its value is secret (TOKEN, KEY, SECRET,
/// PASSWORD, AUTH, COOKIE …)? For masking in views and exports.
[[nodiscard]] bool looksSecret(QStringView name);

/// The part of a program's argument that is a secret: all of what follows --api-key, what stands
/// behind the "=" of --token=x; empty for the others.
[[nodiscard]] QStringView secretPart(const QStringList &arguments, qsizetype index);

/// "•••", what views and exports show instead of a secret value.
[[nodiscard]] QString secretMask();

/// @p arguments without the members whose schema says writeOnly or format "password", and without
/// those whose name says it (isSecretFieldName(); true and false are none), at any depth
/// (properties, items, additionalProperties, allOf, anyOf, oneOf, local $ref). All other bytes are
/// as they were.
[[nodiscard]] RawJson withoutSecrets(const RawJson &arguments, const RawJson &schema);

/// Might @p text, which is no JSON (yet), hold a secret of a tool with @p schema? Rather yes than
/// no: then nothing of it is kept.
[[nodiscard]] bool mentionsSecret(const QString &text, const RawJson &schema);

} // namespace Mcp
