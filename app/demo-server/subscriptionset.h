// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "livestate.h"
#include "responder.h"

#include <QtCore/qhash.h>
#include <QtCore/qmap.h>

namespace McpDemo {

class Task;

/*!
 * Who wants to hear of what. Legacy: resources one by one, and changed lists unasked (2025-11-25,
 * server/resources). Modern: what a subscriptions/listen asked for and no more (2026-07-28,
 * basic/patterns/subscriptions). Owned by the server.
 */
class SubscriptionSet : public QObject
{
    Q_OBJECT

public:
    SubscriptionSet(const Responder &responder, LiveState *live, QObject *parent = nullptr);

    /// A legacy client is there: from now on it is told of changed lists.
    void openLegacy() { m_legacyIsOpen = true; }
    void subscribe(const Request &request);
    void unsubscribe(const Request &request);
    void listen(const Request &request);

    bool contains(const Mcp::MessageId &id) const { return m_listens.contains(id); }
    /// Ends a subscription as its client asks; false if there is none.
    bool cancel(const Mcp::MessageId &id);
    /// The task has changed.
    void tellTask(const Task &task);

private:
    struct Listen
    {
        Request request;
        QList<ListKind> lists;
        QStringList uris;
        QStringList tasks;
    };

    static Listen accepted(const Request &request);
    static Mcp::RawJson acceptedFilter(const Listen &listen);
    void tellUpdate(const QString &uri);
    void tellList(ListKind kind);
    void endAll();
    void watchClock();
    void tell(const Listen &listen, QStringView method, const Mcp::RawJson &members = {}) const;

    Responder m_responder;
    LiveState *m_live;
    bool m_legacyIsOpen = false;
    QStringList m_uris; ///< of the legacy client
    QHash<Mcp::MessageId, Listen> m_listens;
};

} // namespace McpDemo
