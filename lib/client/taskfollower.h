// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"
#include "client/inputrequest.h"
#include "protocol/task.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>

namespace Mcp {

class InputDesk;
class PendingCalls;
class Session;

/*!
 * Goes on with a call that the server works on in the background: asks how the task is as often as
 * the server wants to be asked (sooner where it tells of a change), and settles the call with what
 * comes of it. What differs between the eras is in the Dialect: the result has to be fetched
 * (2025-11-25, basic/utilities/tasks) or comes with the state (SEP-2663). Child of its call;
 * cancelling the call cancels the task.
 */
class TaskFollower : public QObject
{
    Q_OBJECT

public:
    TaskFollower(Session *session, InputDesk *desk, PendingCalls *pending, Call *call);
    ~TaskFollower() override;

    /// @p task as the server has just told of it; one that is known by its id alone may be Unknown.
    void follow(const Task &task);

private:
    int timeout() const; ///< of a request about the task, in ms
    void hear(const Message &notification);
    void show(const Task &task);
    void wait(int interval);
    void poll();
    void onState(const Result<Reading> &reading);
    void fetch();
    void onResult(const Result<Reading> &reading);
    void ask(const RawJson &requests);
    void onAnswer(const QString &key, const Result<RawJson> &answer);
    void sendAnswers();
    void request(const QString &method, int timeoutMs,
                 const std::function<void(const Result<Reading> &)> &answered);
    void takeCancelling();
    void cancelTask();
    void end(const Result<RawJson> &outcome);

    QPointer<Session> m_session;
    QPointer<InputDesk> m_desk;
    QPointer<PendingCalls> m_pending;
    Call *m_call;
    QString m_id;
    Task m_task;
    QTimer m_timer;
    QElapsedTimer m_sincePoll;     ///< when it was asked last, however the answer was
    bool m_isToldOfChange = false; ///< unasked, since then
    MessageId m_inFlight;
    QSet<QString> m_seen;     ///< keys of questions that were asked: they come again until answered
    qsizetype m_keyChars = 0; ///< of all in m_seen
    QList<QPointer<InputRequest>> m_open;
    QHash<QString, RawJson> m_answers; ///< not sent yet
    int m_silences = 0;                ///< polls in a row that were not answered in time
    bool m_isFetching = false;
    bool m_isSending = false;
};

} // namespace Mcp
