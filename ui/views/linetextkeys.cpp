// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/linetextkeys.h"

#include "models/offsetmap.h"
#include "views/linerowlayout.h"
#include "views/linetextview.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qscrollbar.h>

namespace McpUi {

bool LineTextKeys::press(const QKeyEvent &event)
{
    if (edit(event))
        return true;
    const qsizetype to = target(event);
    if (to < 0)
        return false;
    m_view->select(event.modifiers() & Qt::ShiftModifier ? m_view->m_anchor : to, to);
    m_view->ensureVisible(to, false);
    return true;
}

bool LineTextKeys::edit(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::SelectAll)) {
        m_view->selectAll();
        return true;
    }
    if (event.matches(QKeySequence::Copy)) {
        m_view->copy();
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Minus:
        m_view->fold();
        return true;
    case Qt::Key_Plus:
        m_view->unfold();
        return true;
    case Qt::Key_Asterisk:
        m_view->unfoldAll();
        return true;
    default:
        return false;
    }
}

/// Where the key takes the cursor, -1: nowhere.
qsizetype LineTextKeys::target(const QKeyEvent &event) const
{
    const int page = qMax(1, m_view->viewport()->height() / m_view->lineHeight() - 1);
    switch (event.key()) {
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return m_view->m_text.lines.text().size();
    case Qt::Key_Up:
        return rowsAway(-1);
    case Qt::Key_Down:
        return rowsAway(1);
    case Qt::Key_PageUp:
        return rowsAway(-page);
    case Qt::Key_PageDown:
        return rowsAway(page);
    case Qt::Key_Left:
        return charactersAway(-1);
    case Qt::Key_Right:
        return charactersAway(1);
    default:
        return -1;
    }
}

/// The place as far to the right as the cursor, so many rows down.
qsizetype LineTextKeys::rowsAway(qsizetype rows) const
{
    const LineRows &all = m_view->m_rows;
    const qsizetype from = all.rowOf(m_view->m_cursor);
    const qsizetype to = qBound<qsizetype>(0, from + rows, all.rowCount() - 1);
    if (to == from)
        return m_view->m_cursor;
    const qreal x = m_view->layoutOf(all.row(from)).xOf(m_view->m_cursor);
    const LineRows::Row row = all.row(to);
    const qsizetype offset = m_view->layoutOf(row).offsetAt(x);
    // The end of a row that goes on is the begin of the next one.
    return row.isLast ? offset : qMin(offset, qMax(row.bytes.begin, row.bytes.end - 1));
}

qsizetype LineTextKeys::charactersAway(int by) const
{
    const QByteArray &text = m_view->m_text.lines.text();
    qsizetype at = m_view->m_cursor;
    if (by < 0) {
        at = at > 0 ? OffsetMap::characterBegin(text, at - 1) : 0;
    } else {
        for (++at; at < text.size() && (text.at(at) & 0xc0) == 0x80;)
            ++at;
    }
    at = qMin(at, text.size());
    // Not into a fold: over it.
    const LineRows::Row row = m_view->m_rows.row(m_view->m_rows.rowOf(at));
    if (row.foldedTo < 0 || at <= row.bytes.end)
        return at;
    return by < 0 ? row.bytes.end
                  : qMin(text.size(), m_view->m_text.lines.lineEnd(row.foldedTo) + 1);
}

} // namespace McpUi
