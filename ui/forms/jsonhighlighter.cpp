// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonhighlighter.h"

#include "forms/tones.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qpalette.h>
#include <QtGui/qtextdocument.h>
#include <QtWidgets/qapplication.h>

namespace McpUi {

namespace {

constexpr qsizetype kLongLine = 20'000;

/// Behind the closing quote of the string that begins at @p at, or the end of the line.
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

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    qApp->installEventFilter(this);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > kLongLine)
        return;
    const QPalette palette = QApplication::palette();
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        qsizetype end = at + 1;
        Tones::Tone tone = Tones::Tone::Normal;
        if (c == u'"') {
            end = stringEnd(text, at);
            tone = isKey(text, end) ? Tones::Tone::Key : Tones::Tone::String;
        } else if (c.isLetterOrNumber() || c == u'-') {
            while (end < text.size()
                   && (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'+'
                       || text[end] == u'-'))
                ++end;
            tone = c.isLetter() ? Tones::Tone::Word : Tones::Tone::Number;
        }
        if (tone != Tones::Tone::Normal)
            setFormat(int(at), int(end - at), Tones::text(tone, palette));
        at = end;
    }
}

bool JsonHighlighter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace McpUi
