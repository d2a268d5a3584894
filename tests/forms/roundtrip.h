// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace McpTest {

/*!
 * Counts how the parameters of tools come through their forms: each parameter's real form is filled
 * in through its widgets with samples of its schema and read back.
 */
class RoundTrip
{
public:
    /// All parameters of one tool, with at most @p limit values each.
    void run(const QString &title, const Mcp::RawJson &inputSchema, int limit = 150);

    int parameters = 0;
    int asForm = 0;   ///< every value was entered without writing JSON
    int withJson = 0; ///< somewhere below a value was written as JSON, or its schema says nothing
    int asJson = 0;   ///< the parameter as a whole was
    int values = 0;
    int invalid = 0;      ///< samples that do not satisfy their schema
    QStringList failures; ///< what did not come back as it was entered
    QStringList invalids;
};

} // namespace McpTest
