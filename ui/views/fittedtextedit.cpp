// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/fittedtextedit.h"

#include "models/format.h"

#include <QtCore/qmimedata.h>
#include <QtGui/qabstracttextdocumentlayout.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextdocumentfragment.h>
#include <QtGui/qtextobject.h>
#include <QtWidgets/qscrollbar.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

FittedTextEdit::FittedTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, &FittedTextEdit::fit);
}

void FittedTextEdit::setExactText(const QString &text)
{
    m_escapes.clear();
    if (std::none_of(text.begin(), text.end(), turnsDirection))
        return setPlainText(text);
    QString shown = text;
    shown.replace("\r\n"_L1, "\n"_L1); // as the document does, where positions count
    QString escaped;
    escaped.reserve(shown.size() + 64);
    for (const QChar c : std::as_const(shown)) {
        if (!turnsDirection(c)) {
            escaped += c;
            continue;
        }
        m_escapes.append({ int(escaped.size()), c });
        escaped += formatEscape(c);
    }
    setPlainText(escaped);
}

/// An escape that is selected as a whole is the character that it stands for.
QMimeData *FittedTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text = cursor.selection().toPlainText();
    const int length = int(formatEscape(u'\u202e').size());
    for (qsizetype i = m_escapes.size() - 1; i >= 0; --i) { // places in front stay as they are
        const auto &escape = m_escapes.at(i);
        if (escape.position >= cursor.selectionStart()
            && escape.position + length <= cursor.selectionEnd())
            text.replace(escape.position - cursor.selectionStart(), length, escape.character);
    }
    auto *copied = new QMimeData;
    copied->setText(text);
    return copied;
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
    if (m_maximumLines <= 0 || event->size().width() != event->oldSize().width())
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
    // The first and the last paragraph's rectangles have part of the document's margin.
    const qreal limit = m_maximumLines > 0 ? m_maximumLines * fontMetrics().lineSpacing()
                                                     + 2 * document()->documentMargin()
                                           : height() - 2 * frameWidth();
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    qreal needed = document()->documentMargin();
    for (QTextBlock block = document()->begin(); block.isValid() && needed <= limit;
         block = block.next())
        needed += layout->blockBoundingRect(block).height();
    // Decided here and not by the edit itself, which would lay out long paragraphs once more and
    // leave them wider than the room that its scroll bar leaves.
    setVerticalScrollBarPolicy(needed <= limit ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn);
    if (m_maximumLines <= 0) {
        setMinimumHeight(0);
        setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    const int wanted = qCeil(qMin(needed, limit)) + 2 * frameWidth() + 1;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

int FittedTextEdit::margins() const
{
    return 2 * frameWidth() + qCeil(2 * document()->documentMargin()) + 1;
}

} // namespace McpUi
