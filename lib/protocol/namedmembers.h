// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <array>

namespace Mcp {

/// Where in an object the members stand that the specification names: for read views that are asked
/// again and again and may have megabytes. The last of equal keys counts, as in RawJson::value().
/// @p object has to be the same in both functions; it is not kept a second time.
template <size_t count>
class NamedMembers
{
public:
    using Names = std::array<QByteArrayView, count>;

    NamedMembers() = default;
    NamedMembers(const RawJson &object, const Names &names)
    {
        findMembers(object, names.data(), count, m_ranges.data());
    }

    RawJson value(const RawJson &object, size_t name) const
    {
        const JsonRange range = m_ranges[name];
        return range.isEmpty() ? RawJson() : RawJson(object.buffer(), range);
    }

private:
    std::array<JsonRange, count> m_ranges;
};

/// Finds the @p count members @p names of @p object in one pass; @p ranges of others stay as they
/// are.
void findMembers(const RawJson &object, const QByteArrayView *names, size_t count,
                 JsonRange *ranges);

} // namespace Mcp
