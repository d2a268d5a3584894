// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"

#include "json/jsonspace.h"

#include <cstring>

namespace Mcp::JsonText {

namespace {

/// Behind the string that begins at @p i, or the end of the text.
qsizetype behindString(const QByteArray &text, qsizetype i)
{
    for (++i; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

/// Behind the comment that begins at @p i (a line comment's line break is not part of it).
qsizetype behindComment(const QByteArray &text, qsizetype i)
{
    const bool block = text[i + 1] == '*';
    const qsizetype end = block ? text.indexOf("*/", i + 2) : text.indexOf('\n', i);
    if (end < 0)
        return text.size();
    return block ? end + 2 : end;
}

} // namespace

QByteArray blankComments(QByteArrayView jsonc, Commas commas)
{
    QByteArray text = jsonc.toByteArray();
    if (text.startsWith("\xef\xbb\xbf"))
        text.replace(0, 3, "   ");
    qsizetype comma = -1; // a comma with nothing but space behind it so far
    char before = '[';    // the last byte that means something; '[' stands for "nothing yet"
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '/' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '*')) {
            for (const qsizetype end = behindComment(text, i); i < end; ++i) {
                if (text[i] != '\n' && text[i] != '\r')
                    text[i] = ' ';
            }
            continue;
        }
        if (c == ',') {
            const bool behindValue = before != '[' && before != '{' && before != ',';
            comma = behindValue && commas == Commas::Blank ? i : -1;
        } else if (!isSpace(c)) {
            if ((c == '}' || c == ']') && comma >= 0)
                text[comma] = ' ';
            comma = -1;
        }
        if (!isSpace(c))
            before = c;
        i = c == '"' ? behindString(text, i) : i + 1;
    }
    return text;
}

} // namespace Mcp::JsonText
