// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/growingtextedit.h"

#include "forms/longrows.h"

#include <QtCore/qmimedata.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextdocument.h>
#include <QtWidgets/qscrollbar.h>

#include <algorithm>

namespace McpUi {

GrowingTextEdit::GrowingTextEdit(int minimumLines, int maximumLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_minimumLines(minimumLines)
    , m_maximumLines(maximumLines)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // would cover the only line
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(3);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingTextEdit::adjustHeight);
    adjustHeight();
}

QString GrowingTextEdit::exactText() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n'); // what Shift+Return inserts
    return text;
}

bool GrowingTextEdit::setExactText(const QString &text)
{
    const auto replaced = [](QChar c) {
        return c == u'\r' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator
               || c == QChar(0xfdd0) || c == QChar(0xfdd1) || c.isNull();
    };
    if (std::any_of(text.cbegin(), text.cend(), replaced))
        return false;
    if (exactText() != text)
        setPlainText(text);
    return true;
}

void GrowingTextEdit::setPlainText(const QString &text)
{
    unwrapForLongRows(this, text);
    QPlainTextEdit::setPlainText(text);
}

void GrowingTextEdit::insertFromMimeData(const QMimeData *source)
{
    unwrapForLongRows(this, source->text());
    QPlainTextEdit::insertFromMimeData(source);
}

QSize GrowingTextEdit::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 30, height() };
}

QSize GrowingTextEdit::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 10, height() };
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        adjustHeight();
}

void GrowingTextEdit::wheelEvent(QWheelEvent *event)
{
    // With nothing to scroll here the form around it scrolls.
    if (verticalScrollBar()->maximum() == verticalScrollBar()->minimum())
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void GrowingTextEdit::adjustHeight()
{
    // The plain text layout measures a document's height in lines.
    const int lines = std::clamp(int(document()->size().height()), m_minimumLines, m_maximumLines);
    const int margins = 2 * frameWidth() + int(2 * document()->documentMargin()) + 1;
    const int wanted = lines * fontMetrics().lineSpacing() + margins;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

} // namespace McpUi
