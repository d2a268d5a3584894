// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * A text of any size with the places where its lines begin, for views that show it line by line.
 * Value type, cheap to copy; building it is one pass over the bytes, off the GUI thread for large
 * ones.
 */
class LineIndex
{
public:
    LineIndex() = default;
    /// Line ends are \n, with or without a \r in front.
    explicit LineIndex(const QByteArray &utf8);

    const QByteArray &text() const { return m_text; }
    qsizetype lineCount() const { return m_starts.size(); }
    qsizetype longestLine() const { return m_longest; } ///< in bytes
    /// Byte range of line @p line without its line end.
    qsizetype lineBegin(qsizetype line) const { return m_starts.at(line); }
    qsizetype lineEnd(qsizetype line) const;
    qsizetype lineAt(qsizetype offset) const; ///< the line that holds byte @p offset

    /// A line, or its first @p maxBytes bytes cut between characters.
    QString line(qsizetype line, qsizetype maxBytes) const;

private:
    QByteArray m_text;
    QList<qsizetype> m_starts = { 0 };
    qsizetype m_longest = 0;
};

} // namespace McpUi
