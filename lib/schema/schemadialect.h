// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>

namespace Mcp {

/// The versions of JSON Schema that are told apart where they mean different things. Drafts 4 and 6
/// are read as draft-07.
enum class SchemaDialect { Draft7, Draft2019, Draft2020 };

/// What a "$schema" names; nothing when it is none of json-schema.org's.
[[nodiscard]] std::optional<SchemaDialect> schemaDialect(QStringView uri);

/// An absolute URI and, apart from it, its fragment (percent-decoded).
struct SchemaUri
{
    QString uri;
    QString fragment;

    /// @p reference as it is written in $ref or $id, seen from @p base (RFC 3986, 5.2; a urn has no
    /// relative references but fragments).
    [[nodiscard]] static SchemaUri resolve(const QString &reference, const QString &base);
};

} // namespace Mcp
