// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

/*!
 * The one strict look at UTF-8 (RFC 3629) that the functions on raw JSON share: no overlong forms,
 * no surrogates, nothing above U+10FFFF.
 */
namespace Mcp::Utf8 {

struct Character
{
    char32_t codePoint = 0;
    qsizetype length = 0; ///< bytes; 0 when no valid sequence begins here
};

[[nodiscard]] inline Character decode(const char *p, const char *end)
{
    const auto byte = [p](qsizetype i) { return static_cast<unsigned char>(p[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return { lead, 1 };
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || end - p < length)
        return {};
    char32_t c = lead & (0xff >> (length + 1));
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        c = (c << 6) | (byte(i) & 0x3f);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff)
        return {};
    return { c, length };
}

} // namespace Mcp::Utf8
