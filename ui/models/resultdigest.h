// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "protocol/content.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

namespace McpUi {

/*!
 * What a view needs to know about a tool result before it can show anything, found in a few passes
 * over its bytes: off the GUI thread for large ones. Value type over the shared buffer.
 */
struct ResultDigest
{
    struct Block
    {
        Mcp::Content content;
        Mcp::Content::Type type = Mcp::Content::Type::Unknown;
        Mcp::RawJson text;         ///< the JSON string token, of text and embedded text resources
        bool isStructured = false; ///< a text that is the same JSON as structuredContent
        /// The content without what is large in it, for whoever wants to know what it is: each look
        /// into the whole is a pass over all its bytes.
        Mcp::Content facts;
        /// The text in a blob whose type says that it is one; null where it is none.
        QByteArray blobText = {};

        static Block of(const Mcp::Content &content);
    };

    Mcp::RawJson raw;
    QList<Block> blocks;
    /// structuredContent, or what was found instead of it, see structuredFrom.
    Mcp::RawJson structured;
    /// The block (from 1) whose text is the JSON in structured; 0: structuredContent itself.
    int structuredFrom = 0;
    JsonIndex structuredIndex; ///< of structured
    bool isError = false;
    bool isToolResult = false; ///< an object with content
    QStringList problems;      ///< why it is no valid tool result; the first ones
    qsizetype problemCount = 0;

    bool hasStructuredContent() const { return !structured.isAbsent() && structuredFrom == 0; }
    /// Is all the content the same JSON as structuredContent?
    bool isAllStructured() const;

    static ResultDigest of(const Mcp::RawJson &result);
};

} // namespace McpUi
