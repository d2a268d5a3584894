// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace McpTest {

/// A text that matches @p pattern, for what schemas really use: literals, classes, groups,
/// alternatives, repetitions. Look-arounds are passed over; whoever uses it checks the text.
QString patternSample(const QString &pattern);

} // namespace McpTest
