// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/lineindex.h"

#include <QtWidgets/qabstractscrollarea.h>

namespace McpUi {

/*!
 * Text of any size, line by line with numbers, of which only the lines in sight are ever decoded
 * and drawn. Read only; a selection made with the mouse or Ctrl+A is copied as the real text, even
 * where a very long line is cut on the screen.
 */
class LineTextView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr qsizetype kShownLineBytes = 10'000;

    explicit LineTextView(QWidget *parent = nullptr);

    /// @p json colours keys and values.
    void setLines(const LineIndex &lines, bool json = true);
    const LineIndex &lines() const { return m_lines; }

    bool hasSelection() const { return m_anchor != m_cursor; }
    QByteArray selectedText() const;

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
    void updateScrollBars();
    void paintLine(QPainter &painter, qsizetype line, int top);
    QString shownLine(qsizetype line) const;
    int lineHeight() const;
    int gutterWidth() const;
    qsizetype offsetAt(QPoint position) const;
    void select(qsizetype anchor, qsizetype cursor);

    LineIndex m_lines;
    bool m_json = true;
    qsizetype m_anchor = 0; ///< byte offsets of the selection's ends
    qsizetype m_cursor = 0;
};

} // namespace McpUi
