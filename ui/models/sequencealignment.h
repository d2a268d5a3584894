// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>

#include <functional>
#include <utility>

namespace McpUi {

/*!
 * Lays two sequences beside each other: pairs of indexes in order, -1 where one has nothing beside
 * the other. What is the same at both ends stays together; in between the longest common
 * subsequence does, while the product of the lengths is at most 250,000 (beyond, index stands by
 * index). Between two such anchors the first stands beside the first, and so on.
 * @p isSame compares element i of the old with element j of the new sequence.
 */
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>>
alignSequences(qsizetype oldSize, qsizetype newSize,
               const std::function<bool(qsizetype i, qsizetype j)> &isSame);

} // namespace McpUi
