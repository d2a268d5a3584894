// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"
#include "protocol/root.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <memory>

namespace Mcp {

class AnswerPolicy;
class ManagedServer;
class Orchestrator;
class SamplingResponders;
class Server;
class ServerList;

/*!
 * What the servers of an Orchestrator ask the user, all in one place. Answers by itself what the
 * user has settled: folders that a server was let know, sampling where a responder is set; the rest
 * waits here until somebody answers the InputRequest or it is withdrawn. Owned by the Orchestrator,
 * which makes it when it is first wanted: then somebody answers.
 */
class Questions : public QObject
{
    Q_OBJECT

public:
    /// More open questions than this, of all servers, are refused: nobody reads them.
    static constexpr qsizetype maxOpen = 100;

    Questions(Orchestrator *orchestrator, ServerList *servers, AnswerPolicy *policy);
    ~Questions() override;

    /// In the order they came.
    QList<InputRequest *> open() const;
    /// Those of one server.
    QList<InputRequest *> openOf(const QString &server) const;
    /// The name of the server that asks; empty for a question that is over.
    QString serverOf(const InputRequest *request) const;
    /// Why what was to answer by itself did not; empty where nothing was to.
    QString noteOf(const InputRequest *request) const;

    /// Shows the addresses that a call needs visited first (see Elicitation::requiredBy()) as
    /// questions of @p server; those whose ids are open already are not shown twice. The server
    /// does not wait for the answers: the call is to be made again. How many there are now.
    qsizetype offer(const QString &server, const QList<RawJson> &required);

    /// Answers roots/list with @p roots and remembers that, so that the next time it is answered
    /// without a question. The error says why the list could not be kept; the server is answered
    /// all the same.
    [[nodiscard]] Error shareRoots(InputRequest *request, const QList<Root> &roots);
    /// Lets the program that is set answer the sampling requests of this server, this one at once.
    void letRespond(InputRequest *request);

signals:
    void asked(Mcp::InputRequest *request);
    /// It waits no more; @p reason is why, empty when it was answered here. @p request may be used
    /// until this returns.
    void ended(Mcp::InputRequest *request, const QString &server, const QString &reason);
    /// The open ones are others now.
    void changed();
    /// Answered without the user: @p how is a sentence part such as "with 2 folders".
    void answeredByItself(const QString &server, const QString &method, const QString &how);
    /// A visit that a server has asked for is done (2025-11-25, client/elicitation); only for those
    /// that were shown here.
    void visitCompleted(const QString &server, const QString &host);

private:
    struct Entry
    {
        InputRequest *request;
        QPointer<Server> server;
        QString note;
        bool isOffered = false; ///< no server waits for its answer
    };

    void take(ManagedServer *managed, InputRequest *request);
    bool answerByItself(ManagedServer *managed, InputRequest *request, QString *note);
    void add(Server *server, InputRequest *request, const QString &note);
    void keepVisit(const InputRequest *request);
    void drop(InputRequest *request, const QString &reason);
    void onCompleted(ManagedServer *managed, const QString &id);
    void reconsider(ManagedServer *managed);
    const Entry *find(const InputRequest *request) const;
    ManagedServer *managedOf(const InputRequest *request) const;

    Orchestrator *m_orchestrator;
    ServerList *m_servers;
    AnswerPolicy *m_policy;
    std::unique_ptr<SamplingResponders> m_responders;
    QList<Entry> m_open;
    struct Visit
    {
        QPointer<Server> server;
        QString id;
        QString host;
    };
    QList<Visit> m_visits; ///< addresses that were shown, the last ones
};

} // namespace Mcp
