// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * Comma or tab separated values (RFC 4180) as a grid of slices of the text, read in one pass: off
 * the GUI thread for large ones. Tolerant: a quote that never ends is a character like any other,
 * rows may be of different lengths. Value type over a shared buffer, bounded in rows and columns.
 */
class DelimitedText
{
public:
    static constexpr qsizetype kMaxRows = 100'000;
    static constexpr qsizetype kMaxColumns = 256;

    DelimitedText() = default;
    DelimitedText(const QByteArray &utf8, char delimiter);

    /// Of text/csv: many programs write semicolons or tabs all the same.
    static char delimiterOf(const QByteArray &utf8);

    qsizetype rowCount() const { return m_rows.size(); } ///< that are kept
    qsizetype columnCount() const { return m_columns; } ///< of the longest row, at most kMaxColumns
    qsizetype totalRows() const { return m_totalRows; }
    qsizetype totalColumns() const { return m_totalColumns; }
    qsizetype cellCount(qsizetype row) const { return m_rows.at(row).count; }
    /// Empty where the row is shorter.
    QString cell(qsizetype row, qsizetype column) const;
    /// As cell(), but no more than about @p maxBytes of it.
    QString cell(qsizetype row, qsizetype column, qsizetype maxBytes) const;

private:
    struct Slice
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool quoted = false; ///< "" stands for one quote
    };
    struct Row
    {
        qsizetype first = 0; ///< in m_cells
        qsizetype count = 0;
    };

    void readRow(qsizetype &at, char delimiter);
    Slice readCell(qsizetype &at, char delimiter);
    bool readQuoted(qsizetype &at, char delimiter, Slice &slice);
    bool isCellEnd(qsizetype at, char delimiter) const;

    QByteArray m_text;
    QList<Slice> m_cells;
    QList<Row> m_rows;
    qsizetype m_columns = 0;
    qsizetype m_totalRows = 0;
    qsizetype m_totalColumns = 0;
    bool m_noMoreQuotes = false; ///< the rest of the text has none that ends
};

} // namespace McpUi
