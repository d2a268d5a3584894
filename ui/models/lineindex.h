// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonscanner.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * A text of any size with the places where its lines begin, for views that show it line by line.
 * Not every line is noted but every 64th, or the one behind 16 KiB, so that a text of short lines
 * does not take its size again. Value type, cheap to copy; building it is one pass over the bytes,
 * off the GUI thread for large ones.
 */
class LineIndex
{
public:
    /// Some lines that follow each other.
    struct Block
    {
        qsizetype begin = 0;   ///< byte offset
        qsizetype line = 0;    ///< the first one
        qsizetype longest = 0; ///< bytes of the longest one
    };

    LineIndex() = default;
    /// Line ends are \n, with or without a \r in front.
    explicit LineIndex(const QByteArray &utf8);

    const QByteArray &text() const { return m_text; }
    qsizetype lineCount() const { return m_lineCount; }
    qsizetype longestLine() const { return m_longest; } ///< in bytes
    /// Byte range of line @p line without its line end.
    Mcp::JsonRange lineRange(qsizetype line) const;
    qsizetype lineBegin(qsizetype line) const { return lineRange(line).begin; }
    qsizetype lineEnd(qsizetype line) const { return lineRange(line).end; }
    qsizetype lineAt(qsizetype offset) const; ///< the line that holds byte @p offset

    const QList<Block> &blocks() const { return m_blocks; }
    qsizetype blockOf(qsizetype line) const;
    /// Calls @p use(begin, end) for each line of a block, in order; it returns false to stop.
    template <typename Use>
    void eachLine(qsizetype block, Use use) const;

    /// A line, or its first @p maxBytes bytes cut between characters.
    QString line(qsizetype line, qsizetype maxBytes) const;

private:
    void closeBlock(qsizetype next);
    qsizetype blockEnd(qsizetype block) const;

    QByteArray m_text;
    QList<Block> m_blocks = { {} };
    qsizetype m_lineCount = 1;
    qsizetype m_longest = 0;
};

template <typename Use>
void LineIndex::eachLine(qsizetype block, Use use) const
{
    const qsizetype stop = blockEnd(block);
    const bool isLast = block + 1 == m_blocks.size();
    const qsizetype lines =
            (isLast ? m_lineCount : m_blocks.at(block + 1).line) - m_blocks.at(block).line;
    qsizetype begin = m_blocks.at(block).begin;
    for (qsizetype i = 0; i < lines; ++i) {
        // The end of the last line of a block is known, however long it is.
        const qsizetype end = i + 1 == lines ? stop : m_text.indexOf('\n', begin);
        const bool crlf = end > begin && end < m_text.size() && m_text.at(end - 1) == '\r';
        if (!use(begin, crlf ? end - 1 : end))
            return;
        begin = end + 1;
    }
}

} // namespace McpUi
