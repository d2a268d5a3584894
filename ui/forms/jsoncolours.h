// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/// A piece of a JSON row that has a colour.
struct JsonPiece
{
    int begin = 0;
    int length = 0;
    Tones::Tone tone = Tones::Tone::Normal;
};

/// Keys, strings, numbers and words of one row of JSON. A row is read on its own, because JSON
/// strings end on their line.
[[nodiscard]] QList<JsonPiece> jsonPieces(const QString &row);

} // namespace McpUi
