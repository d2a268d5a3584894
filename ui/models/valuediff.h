// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsondiff.h"

namespace McpUi {

/*!
 * The two values of a difference in full, as far as one can look at them: texts of several lines
 * line by line ("- old", "+ new", "  both"), anything else as indented JSON, first the old value.
 * At most 500 lines of 2,000 characters.
 */
[[nodiscard]] QString valueDiff(const JsonDifference &difference);

} // namespace McpUi
