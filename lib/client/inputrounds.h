// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"
#include "client/inputrequest.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

namespace Mcp {

class InputDesk;
class Session;

/// One request as it was made, to make it again.
struct Asked
{
    QString method;
    RawJson params;
    CallOptions options;
};

/*!
 * Goes on with a call whose answer was input_required (2026-07-28, basic/patterns/mrtr): asks every
 * question of the round, then makes the request again with all answers, until another answer comes.
 * Child of its call, so it ends with it; made when the first such answer comes.
 */
class InputRounds : public QObject
{
    Q_OBJECT

public:
    /// A server that still asks after so many is not going to answer.
    static constexpr int maxRounds = 10;

    InputRounds(Session *session, InputDesk *desk, Call *call, const Asked &asked);
    ~InputRounds() override;

    /// The next round: @p result says input_required.
    void ask(const RawJson &result);

private:
    struct Question
    {
        QString key;
        InputRequest::Kind kind;
        RawJson params;
    };

    Result<QList<Question>> read(const RawJson &result) const;
    void onAnswer(const QString &key, const Result<RawJson> &answer);
    void retry();
    void onReading(const Result<Reading> &reading);
    void fail(const Error &error);
    void withdraw(const QString &reason);
    RawJson nextParams() const;

    QPointer<Session> m_session;
    QPointer<InputDesk> m_desk;
    Call *m_call;
    Asked m_asked;
    QTimer m_pause; ///< before a retry that nothing was asked for
    QList<QPointer<InputRequest>> m_open;
    QStringList m_keys; ///< of this round, in the server's order
    QHash<QString, RawJson> m_answers;
    RawJson m_state; ///< requestState exactly as received; absent if there was none
    int m_rounds = 0;
};

} // namespace Mcp
