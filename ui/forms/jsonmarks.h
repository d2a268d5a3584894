// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemavalidator.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/// A place in a JSON text where something is wrong: its syntax, or a value that breaks the schema.
/// Positions and columns count characters (UTF-16 units) as editors do; line and column from 1.
struct JsonMark
{
    enum class Kind { Syntax, Schema };

    Kind kind = Kind::Syntax;
    int position = 0;
    int length = 0;
    int line = 1;
    int column = 1;
    QString message;
};

/// All that is wrong with a text: of its syntax the first error, else what its schema says.
struct JsonReview
{
    bool isBlank = false;
    bool hasSchema = false;             ///< there was one to check against
    QList<JsonMark> marks;              ///< in the order of the text
    QList<Mcp::SchemaProblem> problems; ///< the same in the validator's order, without places
    bool isJson() const { return marks.isEmpty() || marks.first().kind != JsonMark::Kind::Syntax; }
};

/// Checks @p text against RFC 8259, then against @p schema. A missing member is marked at the
/// bracket of the object that should have it. Any thread.
[[nodiscard]] JsonReview reviewJson(const QString &text, const Mcp::SchemaDocument &schema);

} // namespace McpUi
