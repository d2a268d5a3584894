// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/foldcursor.h"

#include "forms/jsonfolds.h"

#include <QtGui/qevent.h>

namespace McpUi {

namespace {

int edge(const JsonFolds::Fold &fold, bool end) { return end ? fold.shownEnd() : fold.shownBegin; }

} // namespace

QTextCursor outOfFolds(QTextCursor cursor, const JsonFolds &folds)
{
    const auto at = folds.around(cursor.position());
    const auto anchor = folds.around(cursor.anchor());
    if (!cursor.hasSelection()) {
        if (at) // from the left it is one step in
            cursor.setPosition(edge(*at, cursor.position() == at->shownBegin + 1));
        return cursor;
    }
    const bool forward = cursor.position() > cursor.anchor();
    const int position = at ? edge(*at, forward) : cursor.position();
    cursor.setPosition(anchor ? edge(*anchor, !forward) : cursor.anchor());
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    return cursor;
}

bool deleteFold(QTextCursor cursor, const QKeyEvent &event, const JsonFolds &folds)
{
    const bool back = event.key() == Qt::Key_Backspace;
    if (cursor.hasSelection() || (!back && event.key() != Qt::Key_Delete))
        return false;
    for (const JsonFolds::Fold &fold : folds.folds()) {
        if (cursor.position() != edge(fold, back))
            continue;
        cursor.setPosition(fold.shownBegin);
        cursor.setPosition(fold.shownEnd(), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        return true;
    }
    return false;
}

} // namespace McpUi
