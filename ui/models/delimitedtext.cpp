// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/delimitedtext.h"

namespace McpUi {

DelimitedText::DelimitedText(const QByteArray &utf8, char delimiter)
    : m_text(utf8)
{
    qsizetype at = m_text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < m_text.size())
        readRow(at, delimiter);
    m_columns = qMin(m_totalColumns, kMaxColumns);
}

char DelimitedText::delimiterOf(const QByteArray &utf8)
{
    const QByteArrayView line =
            QByteArrayView(utf8).first(qMax<qsizetype>(0, utf8.indexOf('\n', 0)));
    const QByteArrayView first =
            line.isEmpty() ? QByteArrayView(utf8).first(qMin<qsizetype>(utf8.size(), 4096)) : line;
    if (first.contains(','))
        return ',';
    return first.contains(';') ? ';' : first.contains('\t') ? '\t' : ',';
}

void DelimitedText::readRow(qsizetype &at, char delimiter)
{
    Row row{ m_cells.size(), 0 };
    qsizetype columns = 0;
    const bool kept = m_rows.size() < kMaxRows;
    for (bool more = true; more; ++columns) {
        const Slice slice = readCell(at, delimiter);
        if (kept && columns < kMaxColumns) {
            m_cells.append(slice);
            ++row.count;
        }
        more = at < m_text.size() && m_text.at(at) == delimiter;
        at += more ? 1 : 0;
    }
    if (at < m_text.size() && m_text.at(at) == '\r')
        ++at;
    if (at < m_text.size() && m_text.at(at) == '\n')
        ++at;
    ++m_totalRows;
    if (!kept)
        return;
    m_totalColumns = qMax(m_totalColumns, columns);
    m_rows.append(row);
}

DelimitedText::Slice DelimitedText::readCell(qsizetype &at, char delimiter)
{
    Slice slice;
    if (at < m_text.size() && m_text.at(at) == '"' && readQuoted(at, delimiter, slice))
        return slice;
    slice.begin = at;
    while (!isCellEnd(at, delimiter))
        ++at;
    slice.end = at;
    return slice;
}

/// False, and nothing read, when the quotes do not surround the cell.
bool DelimitedText::readQuoted(qsizetype &at, char delimiter, Slice &slice)
{
    if (m_noMoreQuotes)
        return false;
    qsizetype end = m_text.indexOf('"', at + 1);
    while (end >= 0 && end + 1 < m_text.size() && m_text.at(end + 1) == '"')
        end = m_text.indexOf('"', end + 2);
    m_noMoreQuotes = end < 0;
    if (end < 0 || !isCellEnd(end + 1, delimiter))
        return false;
    slice = { at + 1, end, true };
    at = end + 1;
    return true;
}

bool DelimitedText::isCellEnd(qsizetype at, char delimiter) const
{
    if (at >= m_text.size())
        return true;
    const char c = m_text.at(at);
    return c == delimiter || c == '\n'
           || (c == '\r' && (at + 1 >= m_text.size() || m_text.at(at + 1) == '\n'));
}

QString DelimitedText::cell(qsizetype row, qsizetype column) const
{
    return cell(row, column, m_text.size());
}

QString DelimitedText::cell(qsizetype row, qsizetype column, qsizetype maxBytes) const
{
    if (row < 0 || row >= m_rows.size() || column < 0 || column >= m_rows.at(row).count)
        return {};
    const Slice &slice = m_cells.at(m_rows.at(row).first + column);
    qsizetype size = qMin(slice.end - slice.begin, maxBytes);
    while (size > 0 && size < slice.end - slice.begin
           && (uchar(m_text.at(slice.begin + size)) & 0xc0) == 0x80)
        --size; // not inside a character
    QString text = QString::fromUtf8(m_text.constData() + slice.begin, size);
    if (slice.quoted)
        text.replace(QLatin1String("\"\""), QLatin1String("\""));
    return text;
}

} // namespace McpUi
