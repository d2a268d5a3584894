// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/questiongist.h"
#include "protocol/root.h"
#include "server/onceaturn.h"

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
struct SamplingResponder;

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

    QList<InputRequest *> open() const; ///< in the order they came
    QList<InputRequest *> openOf(const QString &server) const;
    /// The name of the server that asks; empty for a question that is over.
    QString serverOf(const InputRequest *request) const;
    /// Why what was to answer by itself did not; empty where nothing was to.
    QString noteOf(const InputRequest *request) const;
    /// What an open question is about, in short.
    QuestionGist gistOf(const InputRequest *request) const;

    /// Shows the addresses that a call needs visited first (see Elicitation::requiredBy()) as
    /// questions of @p server; those whose ids are open already are not shown twice. The server
    /// does not wait for the answers: the call is to be made again. How many there are now.
    qsizetype offer(const QString &server, const QList<RawJson> &required);

    /// Answers roots/list with @p roots and remembers that, so that the next time it is answered
    /// without a question. The error says why the list could not be kept; the server is answered
    /// all the same.
    [[nodiscard]] Error shareRoots(InputRequest *request, const QList<Root> &roots);
    /// Lets the program that is set answer the sampling requests of this server, this one at once.
    /// The error says why nothing was started: it is not @p agreed, which was shown (then nothing
    /// is agreed to), or too many are at work.
    [[nodiscard]] Error letRespond(InputRequest *request, const SamplingResponder &agreed);
    /// A program is at work on the answer. It can be stopped.
    bool isResponding(const InputRequest *request) const;
    void stopResponding(InputRequest *request);

signals:
    void asked(Mcp::InputRequest *request);
    /// It waits no more; @p reason is why, empty when it was answered here. @p request may be used
    /// until this returns.
    void ended(Mcp::InputRequest *request, const QString &server, const QString &reason);
    void changed(); ///< the open ones, or what is known of them; at once, then once a turn
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
        QuestionGist gist;
        bool isOffered; ///< no server waits for its answer
    };

    void take(ManagedServer *managed, InputRequest *request);
    bool answerByItself(ManagedServer *managed, InputRequest *request, QString *note);
    enum class Origin { Asked, Offered };
    void add(Server *server, InputRequest *request, const QString &note,
             Origin origin = Origin::Asked);
    void tellChanged();
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
    OnceATurn m_change;
    bool m_isTold = false, m_isAgain = false; ///< of this turn: changed()
    struct Visit
    {
        QPointer<Server> server;
        QString id;
        QString host;
    };
    QList<Visit> m_visits; ///< addresses that were shown, the last ones
};

} // namespace Mcp
