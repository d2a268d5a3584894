// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "client/endedcalls.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <functional>

namespace Mcp {

class Server;

/*!
 * The requests of one connection that wait for an answer: finds the one a message belongs to, keeps
 * their time limits, and tells the server's trace and badge about answers that belong to none.
 * Owned by the Session.
 */
class PendingCalls : public QObject
{
    Q_OBJECT

public:
    /// Called exactly once: with the answer (a response, an error response, or an invalid message
    /// that named our id), or with why there will be none.
    using Handler = std::function<void(const Result<Message> &answer)>;

    struct Request
    {
        MessageId id;
        MessageId progressToken;
        QString method;
        QPointer<Call> call;
        int timeoutMs = 0;      ///< without answer or progress; 0: none
        int hardTimeoutMs = 0;  ///< whatever progress says; 0: none
        bool wantsLogs = false; ///< it asks for log messages
        bool isTask = false;    ///< notifications/cancelled is not for it
        QString obstacle;       ///< why it goes on when it is given up; empty: it need not
        Handler handler;
        EndedCalls::Late late; ///< for an answer after it was given up
    };

    explicit PendingCalls(Server *server, QObject *parent = nullptr);
    ~PendingCalls() override;

    void add(Request request);
    qsizetype count() const { return m_pending.size(); }
    bool usesToken(const MessageId &token) const;
    bool contains(const MessageId &id) const { return m_pending.contains(id); }
    /// Has one asked for log messages that waits, or that the server may still be at?
    bool wantsLogs() const { return m_logging > 0 || m_ended.mayLog(); }

    void takeAnswer(const Message &message); ///< or an invalid message with an id
    void takeProgress(const Message &notification);
    /// Progress with that token is @p call 's, which goes on as a task, until it is finished.
    void keepToken(const MessageId &token, Call *call);
    /// Forgets a request that waits without calling its handler; its answer will be late.
    std::optional<Request> abandon(const MessageId &id);
    /// A request that was not made here may still be answered (the handshake's).
    void expectLate(const MessageId &id, const QString &note);
    /// While paused no time limit passes: the server may wait for an answer of the user.
    void setPaused(bool paused);
    void failAll(const Error &error); ///< ends them all

    /// Servers exist that answer 7 with "7": the integer in the text of a string id, else @p id.
    static MessageId asSent(const MessageId &id);

signals:
    /// The time of a request is over; its handler is called next.
    void timedOut(const Mcp::PendingCalls::Request &request);

private:
    struct Waiting
    {
        Request request;
        qint64 start = 0;
        qint64 idleEnd = 0; ///< ms on m_clock; 0: none
        qint64 hardEnd = 0;
        std::optional<double> lastProgress;
    };

    struct Following
    {
        QPointer<Call> call;
        std::optional<double> lastProgress;
    };

    std::optional<Waiting> remove(const MessageId &id);
    std::optional<Waiting> remove(const MessageId &id, const QString &lateNote);
    bool wasUsed(const MessageId &id) const;
    void reportStray(const Message &message);
    void heed(const Message &notification, quint64 conversation, Call *call,
              std::optional<double> *last);
    void expire();
    void schedule();
    void arm(const Waiting &waiting);
    Error timeoutError(const Waiting &waiting, bool hard) const;

    Server *m_server;
    QHash<MessageId, Waiting> m_pending;
    QHash<MessageId, MessageId> m_tokens; ///< token -> request, where it is not its id
    QHash<MessageId, Following> m_tasks;  ///< by progress token
    EndedCalls m_ended; ///< not those that were answered: ids are given away one after the other
    qsizetype m_logging = 0; ///< requests that asked for log messages and were not answered
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_timerEnd = 0;
    qint64 m_pausedSince = -1; ///< ms on m_clock; -1: not paused
    QString m_strayError;      ///< the last error of the server that named no request
    qint64 m_strayTime = 0;
};

} // namespace Mcp
