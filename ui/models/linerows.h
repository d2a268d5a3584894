// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/lineindex.h"

#include <map>

namespace McpUi {

/*!
 * How the lines of a text lie under each other on a screen: lines that are too long take several
 * rows, lines in a fold none. Knows for each row what it shows and for each byte its row, for
 * millions of lines. Rows are counted in bytes, not measured, so that nothing has to be laid out.
 */
class LineRows
{
public:
    struct Row
    {
        qsizetype line = 0;
        Mcp::JsonRange bytes;
        bool isFirst = true;     ///< of its line
        bool isLast = true;      ///< of its line
        qsizetype foldedTo = -1; ///< the last line hidden behind this one
    };

    /// Without folds.
    void setLines(const LineIndex &lines);
    const LineIndex &lines() const { return m_lines; }
    /// No row shows more than @p bytes bytes. A pass over the lines if there are longer ones.
    void setRowBytes(qsizetype bytes);
    qsizetype rowBytes() const { return m_rowBytes; }

    qsizetype rowCount() const;
    Row row(qsizetype row) const;
    /// The row that shows byte @p offset; in a fold the row of the line that stands for it.
    qsizetype rowOf(qsizetype offset) const;

    /// Hides the lines behind @p line up to and with @p last.
    void fold(qsizetype line, qsizetype last);
    /// False when nothing is folded at @p line.
    bool unfold(qsizetype line);
    void unfoldAll();
    /// Opens every fold that hides @p line; false when none does.
    bool unfoldAround(qsizetype line);
    bool hasFolds() const { return !m_folds.empty(); }
    qsizetype foldedTo(qsizetype line) const; ///< -1: no fold there

private:
    /// Lines that are not shown, with their rows if they were.
    struct Hidden
    {
        qsizetype firstLine = 0;
        qsizetype lastLine = 0;
        qsizetype firstRow = 0;
        qsizetype endRow = 0;
        qsizetype before = 0; ///< rows hidden in front of it
    };

    qsizetype rowsOf(qsizetype bytes) const
    {
        return qMax<qsizetype>(1, (bytes + m_rowBytes - 1) / m_rowBytes);
    }
    qsizetype rowOfLine(qsizetype line) const;
    void updateHidden();

    LineIndex m_lines;
    qsizetype m_rowBytes = 10'000;
    QList<qsizetype> m_blockRows = { 0, 1 }; ///< in front of each block, folds or not; then all
    std::map<qsizetype, qsizetype> m_folds;  ///< line to last line, those in others, too
    QList<Hidden> m_hidden;
};

} // namespace McpUi
