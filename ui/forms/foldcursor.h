// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qtextcursor.h>

class QKeyEvent;

namespace McpUi {

class JsonFolds;

/// \name Stand-ins for folded text are taken whole
/// @{
/// @p cursor with neither of its ends within one: a selection that touches it has all of it, a
/// cursor that steps into it goes on to its other end.
[[nodiscard]] QTextCursor outOfFolds(QTextCursor cursor, const JsonFolds &folds);
/// Backspace behind one and Delete in front of it: removes it. False for everything else.
bool deleteFold(QTextCursor cursor, const QKeyEvent &event, const JsonFolds &folds);
/// @}

} // namespace McpUi
