// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>

namespace McpTest {

/// A construct of JSON Schema that a form has to know. (In a file of its own, because moc 6.4 loses
/// classes in files with such texts.)
struct FormCase
{
    const char *name;
    const char *schema;             ///< of one parameter
    const char *definitions = "{}"; ///< $defs that it refers to
};

QList<FormCase> formCases();

} // namespace McpTest
