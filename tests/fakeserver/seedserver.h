// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Fake {

/*!
 * The smallest server someone writes by hand: reads and writes Content-Length headers only, counts
 * characters where the header counts bytes, takes every line with a colon for a header, answers
 * notifications, declares nothing, and never exits at the end of its input.
 */
int runSeedServer();

} // namespace Fake
