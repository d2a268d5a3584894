// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/resultdigest.h"

class QWidget;

namespace McpUi {

class ContentBlock;
class ResultExporter;

/// Makes the widget for content block @p from of any kind, unknown and broken ones included. @p
/// position counts from 1. @p exporter must outlive it.
[[nodiscard]] ContentBlock *makeContentBlock(const ResultDigest::Block &from, int position,
                                             ResultExporter *exporter, QWidget *parent);

} // namespace McpUi
