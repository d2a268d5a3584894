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
 * Each function returns nothing when the pointer leads to no object or the text is malformed.
 */
namespace Mcp::JsonEdit {

/// Sets member @p key of the object at @p object to @p value (JSON text, re-indented to fit);
/// appended as the last member when it is new. Intermediate objects must exist. Nothing when the
/// value is not JSON; the text unchanged when it has that value already, however it is laid out.
[[nodiscard]] std::optional<QByteArray> setMember(const QByteArray &text, const JsonPointer &object,
                                                  QStringView key, QByteArrayView value);
/// Removes the member (and its duplicates) with its comma and line; the text unchanged if it is not
/// there.
[[nodiscard]] std::optional<QByteArray> removeMember(const QByteArray &text,
                                                     const JsonPointer &object, QStringView key);
/// Replaces the key alone. Nothing when @p from is not there or @p to is there already.
[[nodiscard]] std::optional<QByteArray>
renameMember(const QByteArray &text, const JsonPointer &object, QStringView from, QStringView to);

} // namespace Mcp::JsonEdit
