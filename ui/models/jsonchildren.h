// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"

namespace McpUi {

/*!
 * A cursor over the members or elements of one container that steps over what a JsonIndex knows.
 * Follows the text as tolerantly as JsonScanner does. Copyable; it refers to the buffer of the
 * container's RawJson, which must stay.
 */
class JsonChildren
{
public:
    JsonChildren() = default; ///< of nothing
    explicit JsonChildren(const Mcp::RawJson &container);

    /// Reads the next child; elements leave the key empty. False at the end or at an oddity.
    bool next(Mcp::JsonMember &child, const JsonIndex &index);
    /// Goes to the child that begins at @p offset, a step of the index.
    void jumpTo(qsizetype offset);
    qsizetype begin() const { return m_begin; } ///< of the container
    qsizetype position() const { return m_position; }
    bool isObject() const { return m_isObject; }

private:
    bool separator();

    QByteArrayView m_text;
    qsizetype m_begin = 0;
    qsizetype m_position = 0;
    bool m_isObject = false;
    bool m_isFirst = true;
    bool m_isDone = true;
};

} // namespace McpUi
