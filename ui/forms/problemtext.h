// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemavalidator.h"

class QLabel;

namespace McpUi {

/// Shows on @p label what is wrong with a value: the first of @p problems, whose pointers are
/// relative to the value, and how many more there are. Hides it when there are none.
void showProblems(QLabel *label, const QList<Mcp::SchemaProblem> &problems);

} // namespace McpUi
