// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstring.h>

namespace McpUi {

/*!
 * A text of any size that is shown a part at a time: a JSON string token, decoded part by part, or
 * plain UTF-8. Parts end between characters and are small enough to lay out at once. Value type
 * over a shared buffer; the whole text is only made when it is asked for.
 */
class TextParts
{
public:
    struct Part
    {
        QString text;
        qsizetype begin = 0; ///< byte offsets, see begin() and end()
        qsizetype end = 0;
    };

    TextParts() = default;
    /// Of a JSON string token.
    explicit TextParts(const Mcp::RawJson &token);
    /// Of UTF-8 text.
    explicit TextParts(const QByteArray &utf8);
    /// Of JSON as it stands in the text, the buffer shared.
    static TextParts ofJson(const Mcp::RawJson &json);

    qsizetype begin() const { return m_range.begin; }
    qsizetype end() const { return m_range.end; }
    /// Bytes as received.
    qsizetype size() const { return m_range.size(); }
    /// The part from @p position on, a position that begin() or an earlier part's end gave: 256
    /// KiB, or less where a line is so long that laying it out would be felt.
    Part partAt(qsizetype position) const;
    /// What the first @p maxBytes bytes hold.
    QString beginning(qsizetype maxBytes) const { return part(begin(), maxBytes).text; }
    /// All of it. Takes a second for a gigabyte; call it off the GUI thread for large ones.
    QString wholeText() const;
    QByteArray wholeUtf8() const { return m_escaped ? wholeText().toUtf8() : bytes(m_range); }

private:
    Part part(qsizetype position, qsizetype maxBytes) const;
    QByteArray bytes(Mcp::JsonRange range) const;
    qsizetype step(qsizetype position, bool &newLine) const;
    QString decode(Mcp::JsonRange range) const;

    QByteArray m_buffer;
    Mcp::JsonRange m_range;
    bool m_escaped = false;
};

} // namespace McpUi
