// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/callsubject.h"

#include "json/jsonwriter.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// By kind. These stand in files: they never change.
constexpr std::array keys{ "tool"_L1, "prompt"_L1, "resource"_L1, "resourceTemplate"_L1 };

} // namespace

void CallSubject::addTo(JsonObjectWriter &object) const
{
    object.add(QString(keys[size_t(kind)]), name);
}

std::optional<CallSubject> CallSubject::fromMember(const RawJsonMember &member)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (member.key == keys[i] && member.value.isString())
            return CallSubject(Kind(i), member.value.toString());
    }
    return std::nullopt;
}

std::optional<CallSubject> CallSubject::fromObject(const RawJson &object)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (const RawJson value = object.value(keys[i].data()); value.isString())
            return CallSubject(Kind(i), value.toString());
    }
    return std::nullopt;
}

} // namespace Mcp
