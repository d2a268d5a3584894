// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsoncolours.h"

#include "forms/tones.h"

#include <QtGui/qpalette.h>

namespace McpUi {

namespace {

/// Behind the quote that ends the string at @p at, or the end of the line.
qsizetype endOfString(const QString &line, qsizetype at)
{
    for (++at; at < line.size() && line[at] != u'"'; ++at) {
        if (line[at] == u'\\')
            ++at;
    }
    return qMin(at + 1, line.size());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'+' || c == u'-' || c == u'_';
}

Tones::Tone stringTone(const QString &line, qsizetype end)
{
    while (end < line.size() && line[end].isSpace())
        ++end;
    return end < line.size() && line[end] == u':' ? Tones::Tone::Key : Tones::Tone::String;
}

} // namespace

QList<QTextLayout::FormatRange> jsonColours(const QString &line, const QPalette &palette)
{
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        Tones::Tone tone = Tones::Tone::Normal;
        if (line[at] == u'"') {
            end = endOfString(line, at);
            tone = stringTone(line, end);
        } else if (isWordPart(line[at])) {
            while (end < line.size() && isWordPart(line[end]))
                ++end;
            tone = line[at].isLetter() ? Tones::Tone::Word : Tones::Tone::Number;
        }
        if (tone != Tones::Tone::Normal) {
            QTextLayout::FormatRange range{ int(at), int(end - at), {} };
            range.format.setForeground(Tones::text(tone, palette));
            ranges.append(range);
        }
        at = end;
    }
    return ranges;
}

} // namespace McpUi
