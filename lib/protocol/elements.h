// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace Mcp {

/// Each element of @p array in turn, until @p take says false: a list of all of them would take
/// many times their bytes. Nothing for what is no array.
template <typename Take>
void forEachElement(const RawJson &array, const Take &take)
{
    JsonScanner scanner(array.view());
    JsonRange range;
    const qsizetype begin = array.range().begin;
    if (!array.isArray() || !scanner.enterArray())
        return;
    while (scanner.nextElement(range)
           && take(RawJson(array.buffer(), { begin + range.begin, begin + range.end }))) {
    }
}

} // namespace Mcp
