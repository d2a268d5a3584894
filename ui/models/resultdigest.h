// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "orchestrator/callsubject.h"
#include "protocol/content.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

namespace McpUi {

/*!
 * What a view needs to know about the result of a tool, prompt or resource before it can show
 * anything, found in a few passes over its bytes: off the GUI thread for large ones. Value type
 * over the shared buffer.
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
        /// Who says it, where it is a message of a prompt: "user" …
        QString role = {};
        /// A content of resources/read, which nothing embeds.
        bool standsAlone = false;

        static Block of(const Mcp::Content &content);
    };

    Mcp::RawJson raw;
    Mcp::CallSubject::Kind kind = Mcp::CallSubject::Kind::Tool; ///< what gave it
    QList<Block> blocks;
    /// structuredContent, or what was found instead of it, see structuredFrom.
    Mcp::RawJson structured;
    /// The block (from 1) whose text is the JSON in structured; 0: structuredContent itself.
    int structuredFrom = 0;
    JsonIndex structuredIndex; ///< of structured
    bool isError = false;
    bool isComplete = false; ///< has the array that such a result is about
    QStringList problems;    ///< why it is no valid result; the first ones
    qsizetype problemCount = 0;

    bool hasStructuredContent() const { return !structured.isAbsent() && structuredFrom == 0; }
    /// Is all the content the same JSON as structuredContent?
    bool isAllStructured() const;

    static ResultDigest of(const Mcp::RawJson &result,
                           Mcp::CallSubject::Kind kind = Mcp::CallSubject::Kind::Tool);
    /// Of a request about which nothing is known: all of it is a tree.
    static ResultDigest ofOther(const Mcp::RawJson &result);
    /// The first @p most contents of a resources/read result, each as the block that would embed
    /// it.
    static QList<Block> contentsOf(const Mcp::RawJson &result, qsizetype most);
    /// The messages of a prompt or the texts of any other result as plain text, one after the
    /// other.
    QString toPlainText() const;

private:
    void takeToolResult();
    void takePromptResult();
    void takeReadResult();
    void addCut(const QString &what, qsizetype most);
    void findStructured();
};

} // namespace McpUi
