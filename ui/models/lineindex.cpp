// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/lineindex.h"

#include "models/offsetmap.h"

#include <algorithm>

namespace McpUi {

namespace {

constexpr qsizetype kBlockLines = 64;
constexpr qsizetype kBlockBytes = 16 * 1024;

} // namespace

LineIndex::LineIndex(const QByteArray &utf8)
    : m_text(utf8)
{
    qsizetype begin = 0;
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', begin)) {
        Block &block = m_blocks.last();
        block.longest = std::max(block.longest, at - begin);
        begin = at + 1;
        ++m_lineCount;
        if (m_lineCount - 1 - block.line >= kBlockLines || begin - block.begin >= kBlockBytes)
            closeBlock(begin);
    }
    Block &block = m_blocks.last();
    block.longest = std::max(block.longest, m_text.size() - begin);
    m_longest = std::max(m_longest, block.longest);
    m_blocks.squeeze();
}

void LineIndex::closeBlock(qsizetype next)
{
    m_longest = std::max(m_longest, m_blocks.constLast().longest);
    m_blocks.append({ next, m_lineCount - 1, 0 });
}

qsizetype LineIndex::blockEnd(qsizetype block) const
{
    return block + 1 < m_blocks.size() ? m_blocks.at(block + 1).begin - 1 : m_text.size();
}

qsizetype LineIndex::blockOf(qsizetype line) const
{
    const auto next = std::upper_bound(
            m_blocks.cbegin(), m_blocks.cend(), line,
            [](qsizetype value, const Block &block) { return value < block.line; });
    return std::max<qsizetype>(0, next - m_blocks.cbegin() - 1);
}

Mcp::JsonRange LineIndex::lineRange(qsizetype line) const
{
    const qsizetype block = blockOf(line);
    qsizetype left = line - m_blocks.at(block).line;
    Mcp::JsonRange range;
    eachLine(block, [&](qsizetype begin, qsizetype end) {
        range = { begin, end };
        return left-- > 0;
    });
    return range;
}

qsizetype LineIndex::lineAt(qsizetype offset) const
{
    const auto next = std::upper_bound(
            m_blocks.cbegin(), m_blocks.cend(), offset,
            [](qsizetype value, const Block &block) { return value < block.begin; });
    const qsizetype block = std::max<qsizetype>(0, next - m_blocks.cbegin() - 1);
    qsizetype line = m_blocks.at(block).line - 1;
    eachLine(block, [&](qsizetype begin, qsizetype) {
        if (begin > offset)
            return false;
        ++line;
        return true;
    });
    return std::max<qsizetype>(0, line);
}

QString LineIndex::line(qsizetype line, qsizetype maxBytes) const
{
    const Mcp::JsonRange range = lineRange(line);
    const qsizetype end = range.size() <= maxBytes
                                  ? range.end
                                  : OffsetMap::characterBegin(m_text, range.begin + maxBytes);
    return QString::fromUtf8(m_text.constData() + range.begin, end - range.begin);
}

} // namespace McpUi
