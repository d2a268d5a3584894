// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

namespace McpDemo {

/// The lists that can become longer and shorter.
enum class ListKind { Tools, Prompts, Resources };

/*!
 * What changes while the server runs: a counter, a clock, what was added to the lists, where the
 * user signed in. Tools change it, SubscriptionSet tells the clients. Owned by the server.
 */
class LiveState : public QObject
{
    Q_OBJECT

public:
    explicit LiveState(QObject *parent = nullptr);

    static constexpr QLatin1String counterUri{ "demo://counter" };
    static constexpr QLatin1String clockUri{ "demo://clock" };

    qint64 counter() const { return m_counter; }
    void count(qint64 by);
    /// The clock ticks for those who watch it; it can be read at any time.
    void setClockWatched(bool watched);

    /// The names that were added to a list, in order: extra-tool-1 and so on.
    QStringList extras(ListKind kind) const { return m_extras[int(kind)]; }
    /// The name that was added.
    QString add(ListKind kind);
    /// The name that was removed, the one added last; empty if there was none.
    QString removeLast(ListKind kind);

    /// Has the user been to the page that elicitation @p id is about?
    bool wasVisited(const QString &id) const { return m_visited.contains(id); }
    void visit(const QString &id) { m_visited.insert(id); }
    void forgetVisit(const QString &id) { m_visited.remove(id); }

    /// Ends every subscription, from this side.
    void endSubscriptions() { emit subscriptionsEnded(); }

    static QString listName(ListKind kind);

signals:
    void updated(const QString &uri);
    void listChanged(McpDemo::ListKind kind);
    void subscriptionsEnded();

private:
    qint64 m_counter = 0;
    QTimer m_clock;
    QStringList m_extras[3];
    QSet<QString> m_visited;
};

} // namespace McpDemo
