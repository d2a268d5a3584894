// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtTest/qtest.h>

/// Skips a test for want of something outside (python, node, the network). Where REQUIRE_ALL=1 is
/// set a skip is a failure, so that continuous integration cannot go green on tests that never ran.
#define MCP_SKIP(reason) \
    do { \
        if (qEnvironmentVariableIntValue("REQUIRE_ALL") == 1) \
            QFAIL(reason); \
        else \
            QSKIP(reason); \
    } while (false)
