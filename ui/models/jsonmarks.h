// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "schema/schemavalidator.h"

#include <QtCore/qstringlist.h>

namespace McpUi {

/*!
 * Which values of a JSON text something is wrong with, by their place in the bytes, so that a tree
 * can ask for each of its rows. Value type; made with the problems, off the GUI thread for large
 * values.
 */
class JsonMarks
{
public:
    JsonMarks() = default;
    /// A problem with what is not there (a missing member) marks the object that lacks it.
    JsonMarks(const Mcp::RawJson &root, const JsonIndex &index,
              const QList<Mcp::SchemaProblem> &problems);

    bool isEmpty() const { return m_marks.isEmpty(); }
    /// What is wrong with the value that begins at @p begin itself, a sentence each.
    QStringList sentencesAt(qsizetype begin) const;
    /// How many marked values begin in @p range.
    qsizetype countIn(Mcp::JsonRange range) const;

private:
    struct Mark
    {
        qsizetype begin = 0;
        QString sentence;
    };

    QList<Mark> m_marks; ///< by begin
};

} // namespace McpUi
