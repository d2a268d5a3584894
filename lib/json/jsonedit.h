// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"

#include <QtCore/qbytearray.h>

#include <optional>

/*!
 * Edits of JSON text that keep every other byte: comments, indentation, key order, unknown members,
 * number spelling. For files that belong to the user (servers.json). The text may be JSON with
 * comments and trailing commas. New members take the indentation of their siblings.
 * Each function returns nothing when the pointer leads nowhere or the text is too broken to edit.
 */
namespace Mcp::JsonEdit {

/// Sets member @p key of the object at @p object to @p value (JSON text, re-indented to fit);
/// appended as the last member when it is new. Intermediate objects must exist.
[[nodiscard]] std::optional<QByteArray> setMember(const QByteArray &text, const JsonPointer &object,
                                                  QStringView key, QByteArrayView value);
/// Removes the member with its comma and line; the text unchanged if it is not there.
[[nodiscard]] std::optional<QByteArray> removeMember(const QByteArray &text,
                                                     const JsonPointer &object, QStringView key);
/// Replaces the key alone.
[[nodiscard]] std::optional<QByteArray>
renameMember(const QByteArray &text, const JsonPointer &object, QStringView from, QStringView to);

} // namespace Mcp::JsonEdit
