// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "terminaltext.h"

#include "json/utf8.h"

namespace McpCli::TerminalText {

namespace {

constexpr QByteArrayView kReplacement = "\xEF\xBF\xBD"; // U+FFFD

bool isControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

QByteArray escape(char32_t c)
{
    return "\\u" + QByteArray::number(uint(c), 16).rightJustified(4, '0');
}

/// Behind a colour sequence (ESC [ digits and semicolons m) that begins at @p at, or @p at.
qsizetype behindColour(QByteArrayView text, qsizetype at)
{
    qsizetype end = at + 2;
    if (end > text.size() || text[at] != '\x1B' || text[at + 1] != '[')
        return at;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == ';'))
        ++end;
    return end < text.size() && text[end] == 'm' ? end + 1 : at;
}

/// The visible sign for a control character.
QByteArray picture(char32_t c)
{
    if (c == 0x7F)
        return "\xE2\x90\xA1"; // U+2421, the picture of DEL
    if (c < 0x20)
        return QByteArray("\xE2\x90") + char(0x80 + c); // U+2400 and so on
    return kReplacement.toByteArray();
}

} // namespace

QByteArray json(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    const char *const end = text.data() + text.size();
    for (const char *p = text.data(); p < end;) {
        const Mcp::Utf8::Character c = Mcp::Utf8::decode(p, end);
        if (c.length == 0)
            result += kReplacement;
        else if ((isControl(c.codePoint) && *p != '\n') || turnsDirection(c.codePoint))
            result += escape(c.codePoint);
        else
            result.append(p, c.length);
        p += qMax(qsizetype(1), c.length);
    }
    return result;
}

QByteArray plain(QByteArrayView text, bool keepColours)
{
    QByteArray result;
    result.reserve(text.size());
    const char *const end = text.data() + text.size();
    for (const char *p = text.data(); p < end;) {
        const Mcp::Utf8::Character c = Mcp::Utf8::decode(p, end);
        const qsizetype at = p - text.data();
        const qsizetype behind = keepColours ? behindColour(text, at) : at;
        const bool stays = *p == '\n' || *p == '\t' || (*p == '\r' && p + 1 < end && p[1] == '\n');
        if (behind > at)
            result += text.sliced(at, behind - at);
        else if (c.length == 0)
            result += kReplacement;
        else if (isControl(c.codePoint) && !stays)
            result += picture(c.codePoint);
        else if (turnsDirection(c.codePoint))
            result += escape(c.codePoint);
        else
            result.append(p, c.length);
        p += qMax(behind - at, qMax(qsizetype(1), c.length));
    }
    return result;
}

qsizetype unfinished(QByteArrayView text)
{
    for (qsizetype size = 1; size <= qMin<qsizetype>(3, text.size()); ++size) {
        const uchar c = uchar(text[text.size() - size]);
        if (c < 0x80)
            return 0;
        if (c >= 0xC0) {
            const qsizetype whole = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
            return size < whole ? size : 0;
        }
    }
    return 0;
}

} // namespace McpCli::TerminalText
