// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemanode.h"

#include <algorithm>

namespace Mcp {

bool SchemaNode::isScalar() const
{
    switch (kind) {
    case SchemaKind::Boolean:
    case SchemaKind::Integer:
    case SchemaKind::Number:
    case SchemaKind::String:
        return true;
    case SchemaKind::Choice:
    case SchemaKind::Constant:
        return std::none_of(choices.cbegin(), choices.cend(), [](const SchemaChoice &choice) {
            return choice.value.isObject() || choice.value.isArray();
        });
    default:
        return false;
    }
}

const SchemaProperty *SchemaNode::property(QStringView name) const
{
    const auto it =
            std::find_if(properties.cbegin(), properties.cend(),
                         [name](const SchemaProperty &property) { return property.name == name; });
    return it == properties.cend() ? nullptr : &*it;
}

} // namespace Mcp
