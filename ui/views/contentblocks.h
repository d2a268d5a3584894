// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"

class QWidget;

namespace McpUi {

class ContentBlock;
struct BlockContext;

/// Makes the widget for content block @p from of any kind, unknown and broken ones included. For
/// @p number see ContentBlock.
[[nodiscard]] ContentBlock *makeContentBlock(const ResultDigest::Block &from, const QString &number,
                                             const BlockContext &context, QWidget *parent);

} // namespace McpUi
