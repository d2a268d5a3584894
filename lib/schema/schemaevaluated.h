// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qset.h>
#include <QtCore/qstring.h>

namespace Mcp {

/// The members and items of one value that some subschema has spoken for, which is what
/// unevaluatedProperties and unevaluatedItems leave alone (2020-12, core 11).
struct SchemaEvaluated
{
    bool allMembers = false;
    bool allItems = false;
    QSet<QString> members;
    qsizetype firstItems = 0; ///< so many from the start on
    QSet<qsizetype> items;    ///< and these besides

    bool hasMember(const QString &key) const { return allMembers || members.contains(key); }
    bool hasItem(qsizetype index) const
    {
        return allItems || index < firstItems || items.contains(index);
    }
    void merge(const SchemaEvaluated &other)
    {
        allMembers = allMembers || other.allMembers;
        allItems = allItems || other.allItems;
        members.unite(other.members);
        firstItems = qMax(firstItems, other.firstItems);
        items.unite(other.items);
    }
};

} // namespace Mcp
