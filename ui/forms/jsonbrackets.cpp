// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonbrackets.h"

#include <QtGui/qtextdocument.h>
#include <QtGui/qtextobject.h>

#include <algorithm>

namespace McpUi::JsonBrackets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxRows = 20'000;
constexpr qsizetype kLongRow = 20'000; ///< not searched, as it is not coloured either
constexpr auto kStep = "  "_L1;

bool isOpening(QChar c) { return c == u'{' || c == u'['; }
bool isClosing(QChar c) { return c == u'}' || c == u']'; }
bool belong(QChar open, QChar close)
{
    return (open == u'{' && close == u'}') || (open == u'[' && close == u']');
}

/// Columns of the brackets of a row that stand outside of strings.
QList<int> bracketsIn(const QString &row)
{
    QList<int> columns;
    if (row.size() > kLongRow)
        return columns;
    bool inString = false;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QChar c = row[i];
        if (inString && c == u'\\')
            ++i;
        else if (c == u'"')
            inString = !inString;
        else if (!inString && (isOpening(c) || isClosing(c)))
            columns.append(int(i));
    }
    return columns;
}

QChar at(const QTextDocument *document, int position) { return document->characterAt(position); }

/// The partner of the opening bracket at @p position, or -1.
int closingOf(const QTextDocument *document, int position)
{
    int depth = 0;
    QTextBlock block = document->findBlock(position);
    for (int rows = 0; block.isValid() && rows < kMaxRows; block = block.next(), ++rows) {
        const QString row = block.text();
        const QList<int> columns = bracketsIn(row);
        for (const int column : columns) {
            const int here = block.position() + column;
            if (here < position)
                continue;
            depth += isOpening(row[column]) ? 1 : -1;
            if (depth == 0)
                return here;
        }
    }
    return -1;
}

/// The bracket that is open in front of @p position, or -1.
int openBefore(const QTextDocument *document, int position)
{
    int depth = 0;
    QTextBlock block = document->findBlock(position);
    for (int rows = 0; block.isValid() && rows < kMaxRows; block = block.previous(), ++rows) {
        const QString row = block.text();
        QList<int> columns = bracketsIn(row);
        std::reverse(columns.begin(), columns.end());
        for (const int column : std::as_const(columns)) {
            const int here = block.position() + column;
            if (here >= position)
                continue;
            depth += isClosing(row[column]) ? 1 : -1;
            if (depth < 0)
                return here;
        }
    }
    return -1;
}

QString indentationOf(const QString &row)
{
    qsizetype end = 0;
    while (end < row.size() && (row[end] == u' ' || row[end] == u'\t'))
        ++end;
    return row.first(end);
}

std::optional<Pair> pairWith(const QTextDocument *document, int position)
{
    const QTextBlock block = document->findBlock(position);
    if (!block.isValid() || !bracketsIn(block.text()).contains(position - block.position()))
        return std::nullopt;
    const bool opens = isOpening(at(document, position));
    const Pair pair{ opens ? position : openBefore(document, position),
                     opens ? closingOf(document, position) : position };
    if (pair.open < 0 || pair.close < 0
        || !belong(at(document, pair.open), at(document, pair.close)))
        return std::nullopt;
    return pair;
}

} // namespace

std::optional<Pair> pairAt(const QTextDocument *document, int position)
{
    for (const int place : { position, position - 1 }) {
        if (place < 0)
            continue;
        const QChar c = at(document, place);
        if (isOpening(c) || isClosing(c))
            return pairWith(document, place);
    }
    return std::nullopt;
}

void breakLine(QTextCursor &cursor)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString row = cursor.block().text();
    const int column = cursor.positionInBlock();
    const QString before = row.first(column);
    const QString behind = row.sliced(column);
    const QString indentation = indentationOf(before);
    const QString left = before.trimmed();
    const QString right = behind.trimmed();
    const bool opens = !left.isEmpty() && isOpening(left.back());
    const bool closes = opens && !right.isEmpty() && belong(left.back(), right.front());
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                        int(indentationOf(behind).size()));
    cursor.removeSelectedText();
    cursor.insertText(u'\n' + indentation + (opens ? QString(kStep) : QString()));
    if (closes) {
        const int place = cursor.position();
        cursor.insertText(u'\n' + indentation);
        cursor.setPosition(place);
    }
    cursor.endEditBlock();
}

void typeClosing(QTextCursor &cursor, QChar bracket)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    const int open = before.trimmed().isEmpty() && !before.isEmpty()
                             ? openBefore(cursor.document(), cursor.position())
                             : -1;
    if (open >= 0) {
        const QTextBlock opener = cursor.document()->findBlock(open);
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(indentationOf(opener.text()));
    }
    cursor.insertText(bracket);
    cursor.endEditBlock();
}

void indent(QTextCursor &cursor, bool deeper)
{
    const int first = cursor.document()->findBlock(cursor.selectionStart()).blockNumber();
    QTextBlock last = cursor.document()->findBlock(cursor.selectionEnd());
    if (cursor.hasSelection() && last.position() == cursor.selectionEnd())
        last = last.previous(); // a selection of whole rows ends at the start of the next
    QTextCursor edit(cursor.document());
    cursor.beginEditBlock();
    for (int number = std::max(first, last.blockNumber()); number >= first; --number) {
        const QTextBlock block = cursor.document()->findBlockByNumber(number);
        edit.setPosition(block.position());
        if (deeper) {
            edit.insertText(kStep);
        } else {
            const qsizetype spaces = std::min(indentationOf(block.text()).size(), kStep.size());
            edit.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, int(spaces));
            edit.removeSelectedText();
        }
    }
    cursor.endEditBlock();
}

} // namespace McpUi::JsonBrackets
