// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/linerows.h"
#include "models/rawtext.h"

#include <QtWidgets/qabstractscrollarea.h>

namespace McpUi {

class LineRowLayout;

/*!
 * Text of any size, line by line with numbers, of which only the rows in sight are ever decoded and
 * drawn. Long lines go on in further rows; in JSON, what lines open and close can be folded. Read
 * only; a selection made with the mouse or the keys is copied as the real text, folds or not.
 */
class LineTextView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// A row is never longer, wrapped or not.
    static constexpr qsizetype kRowBytes = 10'000;

    explicit LineTextView(QWidget *parent = nullptr);

    /// @p isJson colours keys and values and lets things be folded.
    void setText(const RawText &text, bool isJson = true);
    const RawText &text() const { return m_text; }
    const LineIndex &lines() const { return m_text.lines; }
    const LineRows &rows() const { return m_rows; }
    /// Lines that are longer than the view is wide go on in further rows.
    void setWrapped(bool wrapped);

    bool hasSelection() const { return m_anchor != m_cursor; }
    Mcp::JsonRange selection() const
    {
        return { qMin(m_anchor, m_cursor), qMax(m_anchor, m_cursor) };
    }
    QByteArray selectedText() const;
    /// Where the selection ends that the keys move.
    qsizetype cursor() const { return m_cursor; }
    /// Selects @p range and brings it into sight, whatever hides it.
    void reveal(Mcp::JsonRange range);
    /// What is marked as found: ascending byte ranges.
    void setMatches(const QList<Mcp::JsonRange> &matches);

    /// Folds what opens on the line of the cursor or, when nothing does, what it is in.
    void fold();
    void unfold();
    void unfoldAll();

public slots:
    void selectAll();
    /// The selection.
    void copy();

signals:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    friend class LineTextKeys; ///< moves the cursor

    void updateRows();
    void updateScrollBars();
    void paintRows(QPainter &painter, qsizetype first, qsizetype end);
    void paintGutter(QPainter &painter, qsizetype first, qsizetype end);
    LineRowLayout layoutOf(const LineRows::Row &row) const;
    int lineHeight() const;
    int arrowWidth() const;
    int gutterWidth() const;
    qsizetype rowAt(int y) const;
    qsizetype offsetAt(QPoint position) const;
    qreal xOf(qsizetype offset) const;
    void toggleFold(qsizetype line);
    void foldsChanged();
    void ensureVisible(qsizetype offset, bool centre);
    void select(qsizetype anchor, qsizetype cursor);

    RawText m_text;
    LineRows m_rows;
    QList<Mcp::JsonRange> m_matches;
    bool m_isJson = true;
    bool m_isWrapped = true;
    qsizetype m_anchor = 0; ///< byte offsets of the selection's ends
    qsizetype m_cursor = 0;
};

} // namespace McpUi
