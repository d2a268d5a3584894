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

/// Skips a test of reference material (a specification's examples, lists of tools of real servers)
/// that may stand in a folder "shared" beside the checkout and is no part of it. Every such test
/// has a counterpart that needs nothing, so this is no failure with REQUIRE_ALL=1 either.
#define MCP_SKIP_REFERENCE(reason) QSKIP("no reference material: " reason)
