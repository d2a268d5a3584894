// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/resultdiff.h"

#include "models/resultdigest.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// "/content/0/text" of the texts that are structured in both results.
QStringList doubledPaths(const Mcp::RawJson &left, const Mcp::RawJson &right)
{
    const ResultDigest before = ResultDigest::of(left);
    const ResultDigest after = ResultDigest::of(right);
    QStringList paths;
    for (qsizetype i = 0; i < qMin(before.blocks.size(), after.blocks.size()); ++i) {
        if (before.blocks.at(i).isStructured && after.blocks.at(i).isStructured)
            paths.append(u"/content/%1/text"_s.arg(i));
    }
    return paths;
}

} // namespace

JsonDiff ResultDiff::of(const Mcp::RawJson &left, const Mcp::RawJson &right,
                        const BackgroundProgress &progress)
{
    return JsonDiff::of(left, right, doubledPaths(left, right), progress);
}

} // namespace McpUi
