// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/lineindex.h"

#include <algorithm>

namespace McpUi {

LineIndex::LineIndex(const QByteArray &utf8)
    : m_text(utf8)
{
    qsizetype begin = 0;
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', begin)) {
        m_longest = std::max(m_longest, at - begin);
        begin = at + 1;
        m_starts.append(begin);
    }
    m_longest = std::max(m_longest, m_text.size() - begin);
}

qsizetype LineIndex::lineEnd(qsizetype line) const
{
    if (line + 1 >= m_starts.size())
        return m_text.size();
    const qsizetype end = m_starts.at(line + 1) - 1;
    return end > m_starts.at(line) && m_text.at(end - 1) == '\r' ? end - 1 : end;
}

qsizetype LineIndex::lineAt(qsizetype offset) const
{
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), offset);
    return std::max<qsizetype>(0, next - m_starts.cbegin() - 1);
}

QString LineIndex::line(qsizetype line, qsizetype maxBytes) const
{
    const qsizetype begin = lineBegin(line);
    qsizetype size = lineEnd(line) - begin;
    if (size > maxBytes) {
        size = maxBytes;
        // Not in the middle of a character.
        for (int back = 0; back < 3 && size > 0 && (m_text.at(begin + size) & 0xc0) == 0x80; ++back)
            --size;
    }
    return QString::fromUtf8(m_text.constData() + begin, size);
}

} // namespace McpUi
