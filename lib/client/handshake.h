// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"
#include "client/handshakeplan.h"
#include "client/opening.h"
#include "client/readclock.h"
#include "protocol/connectioninfo.h"
#include "server/server.h"

#include <QtCore/qhash.h>
#include <QtCore/qset.h>

namespace Mcp {

struct CloseReason;

/*!
 * Brings a server from whatever state to Ready: starts it, finds framing and era as its spec says,
 * and agrees on a version. Carries out what the HandshakePlan decides; every step is visible as the
 * server's step and in its trace. One object a try, owned by the Session, which feeds it messages
 * and declares the server ready. Ends with exactly one succeeded() or failed(), unless it is
 * aborted or destroyed before.
 */
class Handshake : public QObject
{
    Q_OBJECT

public:
    Handshake(Server *server, const HandshakeHints &hints, QObject *parent = nullptr);
    ~Handshake() override;

    void start();
    /// Nobody wants it any more; nothing is emitted.
    void abort();
    /// Looks at a message of the server. True when it answers a request of the handshake.
    bool take(const Message &message);
    /// Requests of the handshake that were never answered: an answer that comes late is no fault.
    QList<MessageId> unanswered() const { return m_requests.keys(); }

signals:
    void succeeded(const Mcp::ConnectionInfo &connection);
    void failed(const Mcp::Error &error);

private:
    /// A request of ours in flight.
    struct Asked
    {
        HandshakeAttempt::Opener opener;
        Revision revision;
    };

    void onProcessStarted();
    void onAttemptEnded(const CloseReason &reason, const Error &error);
    void onProcessEnded(const Error &error);
    void onStateChanged(Server::State state);
    void onSilence();
    void onConnectTimeout();

    void attempt();
    void ask();
    void moveOn(const QString &why);
    void noteProof(const Message &message);
    void onDiscoverAnswer(const Opening &opening);
    void onInitializeAnswer(const Opening &opening);
    void onRefused(const Error &error);
    void open(const Opening &opening);
    bool end();
    void fail(const Error &error, const QString &advice = {});

    Server *m_server;
    HandshakePlan m_plan;
    ReadClock m_clock;
    QTimer m_connectTimer;
    QHash<MessageId, Asked> m_requests;
    Revision m_modernVersion = latestRevision(Era::Modern);
    Revision m_legacyVersion = latestRevision(Era::Legacy);
    QSet<Revision> m_askedVersions; ///< to tell a server's choice from an endless dance
    QStringList m_tried;
    quint64 m_conversation = 0;   ///< all attempts are one in the trace
    Error m_refusal;              ///< of initialize, kept while something else is tried
    QString m_strayError;         ///< the last one that names no request, for the timeout
    bool m_sawDiscover = false;   ///< the process that runs was sent server/discover
    bool m_knowsDiscover = false; ///< server/discover was answered
    bool m_waitingForProcess = false;
    bool m_waitingForEnd = false; ///< of a process that was being stopped when we came
    bool m_ended = false;
};

} // namespace Mcp
