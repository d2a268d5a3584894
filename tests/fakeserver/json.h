// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>
#include <vector>

/*!
 * Just enough JSON for a fake server, written apart from the library on purpose: a mistake made
 * twice is not cancelled out. Values are slices of the received text and stay as they were sent.
 */
namespace Fake::Json {

/// Position behind the white space that begins at @p at.
std::size_t skipSpace(std::string_view text, std::size_t at);
/// Position behind the value at @p at (white space before it allowed); npos if it does not end.
std::size_t skipValue(std::string_view text, std::size_t at);
/// The raw value of member @p key of @p object; empty if there is none.
std::string_view member(std::string_view object, std::string_view key);
/// The raw elements of @p array; empty if it is no array.
std::vector<std::string_view> elements(std::string_view array);
/// The text of a string token; @p fallback for anything else.
std::string text(std::string_view raw, const std::string &fallback = {});
/// The value of an integer token; @p fallback for anything else.
long long integer(std::string_view raw, long long fallback);
/// The value of a number token; @p fallback for anything else.
double number(std::string_view raw, double fallback);
bool isTrue(std::string_view raw);
/// A string token. Bytes above 0x7f go out as they are, valid UTF-8 or not.
std::string quote(std::string_view text);
/// Strict: one well-formed value (RFC 8259, any depth) and nothing else but white space.
bool isValid(std::string_view text);

} // namespace Fake::Json
