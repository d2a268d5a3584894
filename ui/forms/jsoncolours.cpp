// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsoncolours.h"

namespace McpUi {

namespace {

/// Behind the closing quote of the string that begins at @p at, or the end of the row.
qsizetype stringEnd(const QString &text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
    }
    return text.size();
}

bool isKey(const QString &text, qsizetype end)
{
    while (end < text.size() && text[end].isSpace())
        ++end;
    return end < text.size() && text[end] == u':';
}

qsizetype wordEnd(const QString &text, qsizetype at)
{
    while (at < text.size()
           && (text[at].isLetterOrNumber() || text[at] == u'.' || text[at] == u'+'
               || text[at] == u'-'))
        ++at;
    return at;
}

} // namespace

QList<JsonPiece> jsonPieces(const QString &row)
{
    QList<JsonPiece> pieces;
    for (qsizetype at = 0; at < row.size();) {
        const QChar c = row[at];
        qsizetype end = at + 1;
        Tones::Tone tone = Tones::Tone::Normal;
        if (c == u'"') {
            end = stringEnd(row, at);
            tone = isKey(row, end) ? Tones::Tone::Key : Tones::Tone::String;
        } else if (c.isLetterOrNumber() || c == u'-') {
            end = wordEnd(row, at + 1);
            tone = c.isLetter() ? Tones::Tone::Word : Tones::Tone::Number;
        }
        if (tone != Tones::Tone::Normal)
            pieces.append({ int(at), int(end - at), tone });
        at = end;
    }
    return pieces;
}

} // namespace McpUi
