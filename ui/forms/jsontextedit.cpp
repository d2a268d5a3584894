// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsontextedit.h"

#include "forms/foldcursor.h"
#include "forms/jsonbrackets.h"
#include "forms/jsongutter.h"
#include "forms/jsonhighlighter.h"
#include "forms/longrows.h"
#include "forms/tones.h"
#include "models/format.h"

#include <QtCore/qmimedata.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextobject.h>
#include <QtWidgets/qtooltip.h>

#include <algorithm>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShownMatches = 1000; ///< all can be stepped through, as many are coloured

QColor faint(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/// How many characters that are no white space stand in front of @p position.
qsizetype solidBefore(const QString &text, qsizetype position)
{
    return std::count_if(text.cbegin(), text.cbegin() + position,
                         [](QChar c) { return !c.isSpace(); });
}

qsizetype positionBehind(const QString &text, qsizetype solid)
{
    qsizetype at = 0;
    while (at < text.size() && solid > 0)
        solid -= text[at++].isSpace() ? 0 : 1;
    return at;
}

} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new JsonGutter(this))
{
    setFont(Tones::fixedFont());
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    new JsonHighlighter(this);
    connect(document(), &QTextDocument::contentsChange, this, [this] {
        if (!m_folds.isEmpty())
            m_folds.scan(shownText());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonTextEdit::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (const QTextCursor out = outOfFolds(textCursor(), m_folds); out != textCursor())
            setTextCursor(out);
        updateSelections();
    });
    placeGutter();
}

QString JsonTextEdit::shownText() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

QString JsonTextEdit::exactText() const { return m_folds.unfold(shownText()); }

QString JsonTextEdit::editable(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    // In strings these are what their escapes are, elsewhere they are errors either way.
    text.replace(QChar::ParagraphSeparator, "\\u2029"_L1);
    text.replace(QChar(0xfdd0), "\\ufdd0"_L1);
    text.replace(QChar(0xfdd1), "\\ufdd1"_L1);
    return text;
}

QMimeData *JsonTextEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    copied->setText(m_folds.unfold(text));
    return copied;
}

void JsonTextEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = m_folds.fold(editable(source->text()));
    unwrapForLongRows(this, text);
    textCursor().insertText(text);
    ensureCursorVisible();
}

void JsonTextEdit::replaceText(const QString &whole)
{
    const QString text = m_folds.fold(whole);
    unwrapForLongRows(this, text);
    if (document()->isEmpty() && !document()->isUndoAvailable()) {
        setPlainText(text);
        return;
    }
    const QString old = shownText();
    const qsizetype shorter = std::min(old.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    if (head == old.size() && head == text.size())
        return;
    if (head > 0 && old[head - 1].isHighSurrogate())
        --head;
    if (tail > 0 && old[old.size() - tail].isLowSurrogate())
        --tail;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(head, text.size() - tail - head));
}

void JsonTextEdit::replaceLayout(const QString &text)
{
    const qsizetype solid = solidBefore(exactText(), selectedRange().begin);
    replaceText(text);
    goTo(int(positionBehind(text, solid)));
}

void JsonTextEdit::setMarks(const QList<JsonMark> &marks)
{
    m_places.clear();
    for (const JsonMark &mark : marks) {
        QTextCursor cursor = cursorOver({ mark.position, mark.length });
        const int begin = cursor.selectionStart();
        // At the end of a row there is nothing to underline but what stands before it.
        if (cursor.selectedText().trimmed().isEmpty() && begin > cursor.block().position()) {
            cursor.setPosition(begin);
            cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        }
        m_places.append({ cursor, mark });
    }
    m_gutter->update();
    updateSelections();
}

QString JsonTextEdit::problemsInRow(int number) const
{
    QStringList lines;
    for (const Place &place : m_places) {
        if (document()->findBlock(place.cursor.selectionStart()).blockNumber() == number)
            lines.append(place.mark.message);
    }
    return lines.join(u'\n');
}

JsonTextEdit::RowMark JsonTextEdit::rowMark(int number) const
{
    for (const Place &place : m_places) {
        if (document()->findBlock(place.cursor.selectionStart()).blockNumber() == number)
            return place.mark.kind == JsonMark::Kind::Syntax ? RowMark::Syntax : RowMark::Schema;
    }
    return RowMark::None;
}

void JsonTextEdit::setMatches(const QList<TextMatch> &matches)
{
    m_matches.clear();
    for (const TextMatch &match : matches.first(std::min(matches.size(), kShownMatches)))
        m_matches.append(cursorOver(match));
    updateSelections();
}

QList<JsonTextEdit::Row> JsonTextEdit::visibleRows() const
{
    QList<Row> rows;
    const int bottom = viewport()->height();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= bottom) {
        const qreal height = blockBoundingRect(block).height();
        rows.append({ block.blockNumber(), qRound(top), fontMetrics().lineSpacing() });
        top += height;
        block = block.next();
    }
    return rows;
}

QTextCursor JsonTextEdit::cursorOver(const TextMatch &range) const
{
    const int last = document()->characterCount() - 1;
    const int end = range.begin + range.length;
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(m_folds.toShown(range.begin), 0, last));
    if (range.length > 0)
        cursor.setPosition(std::clamp(m_folds.toShown(end, true), 0, last),
                           QTextCursor::KeepAnchor);
    return cursor;
}

void JsonTextEdit::goTo(int position, int length)
{
    setTextCursor(cursorOver({ position, length }));
    ensureCursorVisible();
}

void JsonTextEdit::goToRow(int number)
{
    setTextCursor(QTextCursor(document()->findBlockByNumber(number)));
    ensureCursorVisible();
}

TextMatch JsonTextEdit::selectedRange() const
{
    const int begin = m_folds.toFull(textCursor().selectionStart());
    return { begin, m_folds.toFull(textCursor().selectionEnd()) - begin };
}

bool JsonTextEdit::isSelected(const TextMatch &match) const
{
    const QTextCursor wanted = cursorOver(match);
    const QTextCursor cursor = textCursor();
    return wanted.selectionStart() == cursor.selectionStart()
           && wanted.selectionEnd() == cursor.selectionEnd();
}

bool JsonTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (showProblemAt(viewport()->mapFrom(this, help->pos()), help->globalPos()))
            return true;
    }
    return QPlainTextEdit::event(event);
}

bool JsonTextEdit::showProblemAt(QPoint position, QPoint global)
{
    const int at = cursorForPosition(position).position();
    for (const Place &place : std::as_const(m_places)) {
        if (at < place.cursor.selectionStart() || at > place.cursor.selectionEnd())
            continue;
        QToolTip::showText(global, formatToolTip(place.mark.message), this);
        return true;
    }
    QToolTip::hideText();
    return false;
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier;
    const QString text = event->text();
    QTextCursor cursor = textCursor();
    if (deleteFold(cursor, *event, m_folds))
        return;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        JsonBrackets::breakLine(cursor);
    else if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_BracketRight)
        JsonBrackets::indent(cursor, true);
    else if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_BracketLeft)
        JsonBrackets::indent(cursor, false);
    else if (text == "}"_L1 || text == "]"_L1)
        JsonBrackets::typeClosing(cursor, text.front());
    else
        return QPlainTextEdit::keyPressEvent(event);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void JsonTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeGutter();
    else if (event->type() == QEvent::PaletteChange)
        updateSelections();
}

void JsonTextEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    updateSelections();
}

void JsonTextEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    updateSelections();
}

void JsonTextEdit::placeGutter()
{
    if (!m_gutter)
        return; // a change of font while being built
    const int width = m_gutter->sizeHint().width();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

QTextEdit::ExtraSelection JsonTextEdit::selection(const QTextCursor &cursor,
                                                  const QColor &background) const
{
    QTextEdit::ExtraSelection made;
    made.cursor = cursor;
    made.format.setBackground(background);
    return made;
}

void JsonTextEdit::updateSelections()
{
    const QColor ink = palette().color(QPalette::Text);
    QList<QTextEdit::ExtraSelection> all;
    if (hasFocus() && !textCursor().hasSelection()) {
        all.append(selection(textCursor(), faint(ink, 16)));
        all.last().format.setProperty(QTextFormat::FullWidthSelection, true);
    }
    for (const JsonFolds::Fold &fold : m_folds.folds()) {
        QTextCursor standIn(document());
        standIn.setPosition(fold.shownBegin);
        standIn.setPosition(fold.shownEnd(), QTextCursor::KeepAnchor);
        all.append(selection(standIn, faint(ink, 40)));
    }
    for (const QTextCursor &match : std::as_const(m_matches))
        all.append(selection(match, faint(Tones::text(Tones::Tone::Warning, palette()), 90)));
    if (const auto pair = JsonBrackets::pairAt(document(), textCursor().position())) {
        for (const int place : { pair->open, pair->close }) {
            QTextCursor bracket(document());
            bracket.setPosition(place);
            bracket.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            all.append(selection(bracket, faint(ink, 60)));
        }
    }
    for (const Place &place : std::as_const(m_places)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = place.cursor;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Tones::text(place.mark.kind == JsonMark::Kind::Syntax
                                                          ? Tones::Tone::Error
                                                          : Tones::Tone::Warning,
                                                  palette()));
        all.append(mark);
    }
    setExtraSelections(all);
    m_gutter->update();
}

} // namespace McpUi
