// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/fittedtextedit.h"

#include <QtGui/qabstracttextdocumentlayout.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextobject.h>
#include <QtWidgets/qscrollbar.h>

namespace McpUi {

FittedTextEdit::FittedTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, &FittedTextEdit::fit);
}

void FittedTextEdit::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    fit();
}

QSize FittedTextEdit::sizeHint() const
{
    const int lines = m_maximumLines > 0 ? 1 : 8;
    return { fontMetrics().averageCharWidth() * 40,
             lines * fontMetrics().lineSpacing() + margins() };
}

QSize FittedTextEdit::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 10, fontMetrics().lineSpacing() + margins() };
}

void FittedTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void FittedTextEdit::wheelEvent(QWheelEvent *event)
{
    // What cannot scroll further, or is only passed by, lets the page around it scroll.
    const QScrollBar *bar = verticalScrollBar();
    const bool atEnd = event->angleDelta().y() > 0 ? bar->value() == bar->minimum()
                                                   : bar->value() == bar->maximum();
    if (atEnd || (m_maximumLines > 0 && !hasFocus()))
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void FittedTextEdit::fit()
{
    if (m_maximumLines <= 0) {
        setMinimumHeight(0);
        setMaximumHeight(QWIDGETSIZE_MAX);
        setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        return;
    }
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    // The bounding rectangles of the first and the last paragraph include the document's margin.
    const qreal limit =
            m_maximumLines * fontMetrics().lineSpacing() + 2 * document()->documentMargin();
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height < limit;
         block = block.next())
        height += layout->blockBoundingRect(block).height();
    setVerticalScrollBarPolicy(height <= limit ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const int wanted = qCeil(qMin(height, limit)) + 2 * frameWidth() + 1;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

int FittedTextEdit::margins() const
{
    return 2 * frameWidth() + qCeil(2 * document()->documentMargin()) + 1;
}

} // namespace McpUi
