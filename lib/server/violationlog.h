// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/onceaturn.h"
#include "server/rule.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace Mcp {

/*!
 * The health of a server: each rule of the specification that it broke since its start, how often,
 * when first and last, and where the trace has it. Bounded, whatever the server does; fed by its
 * TraceLog and by Server::addWarning(). Owned by the Server, in its thread. Views are told once per
 * event loop turn.
 */
class ViolationLog : public QObject
{
    Q_OBJECT

public:
    /// One rule broken in one way.
    struct Item
    {
        Rule rule = Rule::None;
        QString note; ///< as it was last seen
        quint64 count = 0;
        qint64 first = 0; ///< ms since the epoch
        qint64 last = 0;
        quint64 firstEntry = 0; ///< serial in the trace, 0 if it has none
        quint64 lastEntry = 0;
    };
    /// More ways to break rules are counted as the last of them.
    static constexpr qsizetype maxItems = 100;

    explicit ViolationLog(QObject *parent = nullptr);

    /// Nothing happens for Rule::None. @p entry: serial in the trace, 0 for none.
    void add(Rule rule, const QString &note, quint64 entry = 0);
    /// Starts anew, as the server does.
    void clear();

    /// In the order they were first seen.
    const QList<Item> &items() const { return m_items; }
    quint64 total() const { return m_total; }
    /// ms since the epoch: since when nothing was forgotten.
    qint64 since() const { return m_since; }

signals:
    /// Something is other than at the last time.
    void changed();

private:
    Item &itemFor(Rule rule, const QString &note);
    void scheduleChanged();

    QList<Item> m_items;
    QHash<QString, qsizetype> m_places; ///< of kinds of notes
    Rule m_lastRule = Rule::None;
    QString m_lastNote;
    qsizetype m_lastPlace = 0;
    quint64 m_total = 0;
    qint64 m_since;
    OnceATurn m_change;
};

} // namespace Mcp
