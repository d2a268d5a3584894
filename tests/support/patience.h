// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtTest/qtest.h>

/// How long tests wait for what has to come: QtTest's five seconds are too short for a machine that
/// does something else meanwhile. What comes at once costs no time whatever stands here. Included
/// into every test by mcp_test().
namespace McpTest {
inline constexpr int kWaitMs = 20'000;
} // namespace McpTest

#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), McpTest::kWaitMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT((expr), (message), McpTest::kWaitMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), (expected), McpTest::kWaitMs)
