// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/mediatype.h"

#include <functional>

class QToolButton;

namespace McpUi {

class ContentBlock;
class ResultExporter;

/// Puts "Open…" into the block's first line, disabled until there is something to open.
[[nodiscard]] QToolButton *addOpenButton(ContentBlock *block);
/// From now on the button hands the data, which @p make gives and which has about @p size bytes, to
/// the default application, after a question. For a type that may not be handed over it stays
/// disabled and says why.
void offerToOpen(QToolButton *button, const ContentBlock *block, const MediaType &type,
                 qsizetype size, const std::function<QByteArray()> &make, ResultExporter *exporter);

} // namespace McpUi
