// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

class QPlainTextEdit;

namespace McpUi {

/// To be called before @p text goes into @p edit. Wrapping a row without spaces costs the square of
/// its length (100,000 characters: 1.5 s, a million: two minutes), so an edit that gets a long one
/// does not wrap from then on: undoing may bring the row back at any time.
void unwrapForLongRows(QPlainTextEdit *edit, const QString &text);

} // namespace McpUi
