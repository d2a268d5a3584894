// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonhighlighter.h"

#include "forms/jsoncolours.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qpalette.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qplaintextedit.h>

namespace McpUi {

namespace {

constexpr qsizetype kLongLine = 20'000;

} // namespace

JsonHighlighter::JsonHighlighter(QPlainTextEdit *edit)
    : QSyntaxHighlighter(edit->document())
{
    edit->installEventFilter(this);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > kLongLine)
        return;
    const QPalette palette = QApplication::palette();
    for (const JsonPiece &piece : jsonPieces(text))
        setFormat(piece.begin, piece.length, Tones::text(piece.tone, palette));
}

bool JsonHighlighter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace McpUi
