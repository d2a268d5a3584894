// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/memberorder.h"

#include <QtCore/qset.h>

namespace McpUi {

namespace {

/// Where @p key goes: behind its nearest declared predecessor, else before its nearest successor.
qsizetype placeFor(const QString &key, const QStringList &declared, const QStringList &order)
{
    const qsizetype place = declared.indexOf(key);
    for (qsizetype i = place - 1; i >= 0; --i) {
        if (const qsizetype at = order.indexOf(declared[i]); at >= 0)
            return at + 1;
    }
    for (qsizetype i = place + 1; place >= 0 && i < declared.size(); ++i) {
        if (const qsizetype at = order.indexOf(declared[i]); at >= 0)
            return at;
    }
    return order.size();
}

} // namespace

QStringList memberOrder(const QStringList &kept, const QStringList &declared,
                        const QStringList &present)
{
    QStringList order = kept;
    const QSet<QString> known(kept.cbegin(), kept.cend());
    QSet<QString> wanted(present.cbegin(), present.cend());
    for (const QString &key : present) {
        if (!known.contains(key))
            order.insert(placeFor(key, declared, order), key);
    }
    order.removeIf([&wanted](const QString &key) { return !wanted.remove(key); });
    return order;
}

} // namespace McpUi
