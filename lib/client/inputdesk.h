// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"
#include "wire/message.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>

namespace Mcp {

class Server;

/*!
 * The open questions of one server. Takes the requests of a legacy server, sends what they are
 * answered, withdraws what is not to be answered any more. Owned by the Session.
 */
class InputDesk : public QObject
{
    Q_OBJECT

public:
    /// More open questions are refused: nobody reads them.
    static constexpr qsizetype maxOpen = 100;
    /// As many bytes of params have all open ones together at most.
    static constexpr qint64 maxOpenBytes = 2 * InputRequest::maxBytes;

    explicit InputDesk(Server *server);

    /// A request of a legacy server that may be asked. Answers by itself what is one too many, and
    /// what is open when the call ends whose task has asked.
    void take(const Message &request, InputRequest::Kind kind);
    /// What says that it belongs to the task @p id is asked by @p call, as long as that lasts.
    void addTask(const QString &id, Call *call) { m_tasks.insert(id, call); }
    void removeTask(const QString &id, const Call *call);
    /// One inside of a result, to be announced; null when there are too many.
    InputRequest *add(InputRequest::Kind kind, const RawJson &params, Call *call,
                      InputRequest::Reply reply);
    /// Shows it to whoever answers, who may do so at once.
    void announce(InputRequest *request) { emit asked(request); }
    /// notifications/cancelled of a legacy server. False when it names no open question.
    bool takeBack(const Message &notification);
    void withdrawAll(const QString &reason);
    const QList<InputRequest *> &open() const { return m_open; }

signals:
    void asked(Mcp::InputRequest *request);
    /// The server waits for the answer to a request of its own, or does not any more: meanwhile it
    /// may not be able to go on with what it was asked.
    void waitingChanged(bool isWaiting);

private:
    void endWith(Call *call, InputRequest *question, const MessageId &id, const RawJson &task);
    void forget(InputRequest *request);
    QString objection(qint64 bytes) const;

    Server *m_server;
    QList<InputRequest *> m_open;
    QHash<QString, QPointer<Call>> m_tasks;  ///< by task id
    QHash<MessageId, InputRequest *> m_byId; ///< those that a request of the server has made
};

} // namespace Mcp
