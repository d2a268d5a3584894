// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "wire/message.h"

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

namespace Mcp {

class Session;

/*!
 * What a server is to tell of unasked: which resources are watched and whether it says that its
 * lists have changed. Legacy servers are asked once for each resource and say the rest by
 * themselves (2025-11-25, server/resources); modern ones get one subscriptions/listen for all of it
 * (2026-07-28, basic/patterns/subscriptions). What is wanted stays so when the connection is lost,
 * and is asked for again on the next one. Child of its Session.
 */
class Subscriptions : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,     ///< nothing is wanted, or there is no connection
        Asked,   ///< the server has not said yet
        Active,  ///< what acknowledged() says
        Refused, ///< error() says why
        Ended,   ///< the server has ended it; restart() asks again
    };
    Q_ENUM(State)

    explicit Subscriptions(Session *session);

    /// Wants to hear of updates of @p uri (or of what lies below it), or no more.
    void watch(const QString &uri);
    void unwatch(const QString &uri);
    bool isWatched(const QString &uri) const { return m_uris.contains(uri); }
    QStringList watched() const { return m_uris; }
    /// Wants to hear of changed lists of all kinds that the server declares to tell of. Legacy
    /// servers do so unasked.
    void setListChanges(bool wanted);
    /// Asks again for everything.
    void restart();

    /// Of one resource; of all that is wanted, the state of the subscription in the modern era.
    State state(const QString &uri) const { return m_states.value(uri, State::Off); }
    State listState() const { return m_listState; }
    /// Of the lists of one kind alone: "tools", "prompts" or "resources". A server may accept some.
    State listState(QByteArrayView capability) const;
    Error error(const QString &uri) const { return m_errors.value(uri); }
    Error listError() const { return m_listError; }
    /// The subset that a modern server has accepted, as received; absent before.
    RawJson acknowledged() const { return m_now.acknowledged; }

    /// For the Session: a notification that may concern a subscription. Looks only.
    void take(const Message &notification);

signals:
    void changed();

private:
    /// A subscription of the modern era.
    struct Listening
    {
        QPointer<Call> call;
        MessageId id;
        QByteArray filter;    ///< what was asked for
        RawJson acknowledged; ///< absent before
    };

    void onOpened();
    void onLost();
    void ask(const QString &uri, bool wanted);
    void onAsked(const QString &uri, const Result<RawJson> &outcome);
    void planListen();
    void listen();
    void onListenEnded(const Call &call);
    void goBack(const Error &error);
    void dropFormer();
    void acknowledge(const Message &notification);
    void take(const RawJson &accepted);
    bool isOurs(const Message &notification);
    void checkChange(const Message &notification);
    void violation(const Message &notification, const QString &what);
    void setAll(State state, const Error &error = {});
    RawJson wantedFilter() const;
    void join(const Message &notification);

    Session *m_session;
    QStringList m_uris; ///< in the order they were watched
    bool m_wantsLists = false;
    QHash<QString, State> m_states;
    QHash<QString, Error> m_errors;
    State m_listState = State::Off;
    Error m_listError;
    QHash<QString, quint64> m_conversations; ///< in the trace, of legacy subscriptions
    Listening m_now;                         ///< the subscription there is
    Listening m_former;                      ///< the one before, until the new one is acknowledged
    QSet<MessageId> m_ids;                   ///< of all subscriptions of this connection
    QTimer m_plan;                           ///< several changes make one request
};

} // namespace Mcp
