// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>

namespace McpUi {

/*!
 * Where the large parts of a JSON text lie, found in one pass over its bytes, so that whoever walks
 * over the text can step over them: without it, every level of a tree would be scanned anew. What
 * it says of malformed text is a hint only. Value type, cheap to copy; an empty one is valid and
 * makes everything slower. Made off the GUI thread for large texts.
 */
class JsonIndex
{
public:
    static constexpr qsizetype kPartBytes = 16 * 1024; ///< smaller values are not noted
    static constexpr qsizetype kStep = 1000;           ///< children from one step to the next

    /// A container or string of kPartBytes or more.
    struct Part
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype count = 0;     ///< of children
        qsizetype firstStep = 0; ///< see step()
    };

    JsonIndex() = default;
    /// Offsets are those of @p root's buffer.
    explicit JsonIndex(const Mcp::RawJson &root);

    /// The part that begins at @p offset, null if none does.
    const Part *partAt(qsizetype offset) const;
    /// Steps of @p part: child kStep * (i + 1) begins at step i (a member with its key).
    qsizetype stepCount(const Part &part) const
    {
        return qMax<qsizetype>(0, (part.count - 1) / kStep);
    }
    qsizetype step(const Part &part, qsizetype i) const { return m_steps.at(part.firstStep + i); }
    /// How many steps of @p part begin at or before @p offset.
    qsizetype stepsBefore(const Part &part, qsizetype offset) const;
    /// The begin of a token (string, bracket, number, word) at or before @p offset, at most some
    /// 8 KiB or one long string away; the root's begin where nothing nearer is known.
    qsizetype tokenBefore(qsizetype offset) const;

private:
    friend class JsonIndexer;

    qsizetype m_begin = 0;
    QList<Part> m_parts; ///< by begin
    QList<qsizetype> m_steps;
    QList<qsizetype> m_tokens;
};

} // namespace McpUi
