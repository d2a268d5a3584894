// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/growingtextedit.h"

#include "forms/longrows.h"
#include "models/format.h"

#include <QtCore/qmimedata.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextdocument.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>
#include <utility>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownCharacters = 2000;
constexpr int kShownLines = 50;

QString beginningOf(const QString &text)
{
    qsizetype end = -1;
    for (int line = 0; line < kShownLines; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0 || end > kShownCharacters)
            break;
    }
    return text.left(end < 0 ? kShownCharacters : qMin(end, kShownCharacters)) + u'…';
}

} // namespace

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
    if (!m_kept.isEmpty())
        return m_kept;
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
    if (text.size() > kMostCharacters || text.count(u'\n') > kMostLines)
        return keep(text);
    if (!std::exchange(m_kept, {}).isEmpty())
        setReadOnly(false);
    placeButton();
    unwrapForLongRows(this, text);
    QPlainTextEdit::setPlainText(text);
}

void GrowingTextEdit::keep(const QString &text)
{
    m_kept = text;
    setReadOnly(true);
    if (!m_editAll) {
        m_editAll = new QToolButton(this);
        m_editAll->setObjectName(u"editAll"_s);
        m_editAll->setAutoRaise(true);
        m_editAll->setFocusPolicy(Qt::StrongFocus);
        connect(m_editAll, &QToolButton::clicked, this, &GrowingTextEdit::editAll);
    }
    const qsizetype lines = text.count(u'\n') + 1;
    m_editAll->setText(tr("Edit all of it: %1, %2")
                               .arg(formatCount(text.size(), tr("character"), tr("characters")),
                                    formatCount(lines, tr("line"), tr("lines"))));
    m_editAll->setAccessibleName(m_editAll->text());
    m_editAll->setToolTip(tr("This is the beginning. All of it takes a moment to be laid out."));
    placeButton();
    QPlainTextEdit::setPlainText(beginningOf(text));
}

void GrowingTextEdit::editAll()
{
    const QString text = std::exchange(m_kept, {});
    setReadOnly(false);
    unwrapForLongRows(this, text);
    {
        const QSignalBlocker blocker(this); // it is the same text
        QPlainTextEdit::setPlainText(text);
    }
    setFocus();
    placeButton();
    adjustHeight();
}

/// Below the text.
void GrowingTextEdit::placeButton()
{
    if (!m_editAll)
        return;
    const int height = m_kept.isEmpty() ? 0 : m_editAll->sizeHint().height();
    m_editAll->setVisible(height > 0);
    setViewportMargins(0, 0, 0, height);
    const QRect inside = contentsRect();
    m_editAll->setGeometry(inside.left(), inside.bottom() + 1 - height,
                           qMin(inside.width(), m_editAll->sizeHint().width()), height);
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
    placeButton();
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
    const int margins = 2 * frameWidth() + int(2 * document()->documentMargin()) + 1
                        + viewportMargins().bottom();
    const int wanted = lines * fontMetrics().lineSpacing() + margins;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

} // namespace McpUi
