// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/linerows.h"

#include "models/offsetmap.h"

#include <algorithm>

namespace McpUi {

void LineRows::setLines(const LineIndex &lines)
{
    m_lines = lines;
    m_folds.clear();
    setRowBytes(m_rowBytes);
}

void LineRows::setRowBytes(qsizetype bytes)
{
    m_rowBytes = qMax<qsizetype>(8, bytes);
    const QList<LineIndex::Block> &blocks = m_lines.blocks();
    m_blockRows.resize(blocks.size() + 1);
    qsizetype rows = 0;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        m_blockRows[i] = rows;
        const bool isLast = i + 1 == blocks.size();
        const qsizetype next = isLast ? m_lines.lineCount() : blocks.at(i + 1).line;
        if (blocks.at(i).longest <= m_rowBytes) {
            rows += next - blocks.at(i).line;
        } else {
            m_lines.eachLine(i, [&](qsizetype begin, qsizetype end) {
                rows += rowsOf(end - begin);
                return true;
            });
        }
    }
    m_blockRows.last() = rows;
    updateHidden();
}

/// Folds or not.
qsizetype LineRows::rowOfLine(qsizetype line) const
{
    if (line >= m_lines.lineCount())
        return m_blockRows.constLast();
    const qsizetype block = m_lines.blockOf(line);
    qsizetype row = m_blockRows.at(block);
    qsizetype left = line - m_lines.blocks().at(block).line;
    if (m_lines.blocks().at(block).longest <= m_rowBytes)
        return row + left;
    m_lines.eachLine(block, [&](qsizetype begin, qsizetype end) {
        if (left-- == 0)
            return false;
        row += rowsOf(end - begin);
        return true;
    });
    return row;
}

qsizetype LineRows::rowCount() const
{
    const qsizetype all = m_blockRows.constLast();
    if (m_hidden.isEmpty())
        return all;
    const Hidden &last = m_hidden.constLast();
    return all - last.before - (last.endRow - last.firstRow);
}

LineRows::Row LineRows::row(qsizetype row) const
{
    // With what is hidden in front of it, it is row number…
    const auto next = std::upper_bound(m_hidden.cbegin(), m_hidden.cend(), row,
                                       [](qsizetype value, const Hidden &hidden) {
                                           return value < hidden.firstRow - hidden.before;
                                       });
    if (next != m_hidden.cbegin())
        row += (next - 1)->before + (next - 1)->endRow - (next - 1)->firstRow;
    const auto block = std::upper_bound(m_blockRows.cbegin(), m_blockRows.cend() - 1, row)
                       - m_blockRows.cbegin() - 1;
    qsizetype left = row - m_blockRows.at(block);
    Row found;
    found.line = m_lines.blocks().at(block).line;
    m_lines.eachLine(block, [&](qsizetype begin, qsizetype end) {
        const qsizetype rows = rowsOf(end - begin);
        if (left >= rows) {
            left -= rows;
            ++found.line;
            return true;
        }
        const QByteArrayView text(m_lines.text());
        const qsizetype first = begin + left * m_rowBytes;
        found.isFirst = left == 0;
        found.isLast = left + 1 == rows;
        found.bytes.begin = found.isFirst ? begin : OffsetMap::characterBegin(text, first);
        found.bytes.end = found.isLast ? end : OffsetMap::characterBegin(text, first + m_rowBytes);
        return false;
    });
    found.foldedTo = foldedTo(found.line);
    return found;
}

qsizetype LineRows::rowOf(qsizetype offset) const
{
    qsizetype line = m_lines.lineAt(offset);
    const auto next = std::upper_bound(
            m_hidden.cbegin(), m_hidden.cend(), line,
            [](qsizetype value, const Hidden &hidden) { return value < hidden.firstLine; });
    qsizetype hiddenRows = 0;
    if (next != m_hidden.cbegin()) {
        const Hidden &hidden = *(next - 1);
        if (line <= hidden.lastLine)
            return hidden.firstRow - 1 - hidden.before;
        hiddenRows = hidden.before + hidden.endRow - hidden.firstRow;
    }
    const Mcp::JsonRange range = m_lines.lineRange(line);
    qsizetype part =
            qBound<qsizetype>(0, (offset - range.begin) / m_rowBytes, rowsOf(range.size()) - 1);
    // A row that would cut a character begins with it.
    if (part + 1 < rowsOf(range.size())
        && offset >= OffsetMap::characterBegin(m_lines.text(),
                                               range.begin + (part + 1) * m_rowBytes))
        ++part;
    return rowOfLine(line) + part - hiddenRows;
}

void LineRows::fold(qsizetype line, qsizetype last)
{
    m_folds[line] = qMin(last, m_lines.lineCount() - 1);
    updateHidden();
}

bool LineRows::unfold(qsizetype line)
{
    if (m_folds.erase(line) == 0)
        return false;
    updateHidden();
    return true;
}

void LineRows::unfoldAll()
{
    m_folds.clear();
    updateHidden();
}

bool LineRows::unfoldAround(qsizetype line)
{
    const auto erased = std::erase_if(
            m_folds, [line](const auto &fold) { return fold.first < line && line <= fold.second; });
    updateHidden();
    return erased > 0;
}

qsizetype LineRows::foldedTo(qsizetype line) const
{
    const auto found = m_folds.find(line);
    return found == m_folds.end() ? -1 : found->second;
}

void LineRows::updateHidden()
{
    m_hidden.clear();
    qsizetype before = 0;
    for (const auto &[line, last] : m_folds) {
        if (last <= line || (!m_hidden.isEmpty() && line <= m_hidden.constLast().lastLine))
            continue; // in another one
        Hidden hidden{ line + 1, last, rowOfLine(line + 1), rowOfLine(last + 1), before };
        before += hidden.endRow - hidden.firstRow;
        m_hidden.append(hidden);
    }
}

} // namespace McpUi
