// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "question.h"
#include "responder.h"

#include <QtCore/qmap.h>
#include <QtCore/qobject.h>

namespace McpDemo {

/*!
 * One request whose answer may take time or need answers of the client first. It is written once
 * for both eras: work() runs from its start again whenever answers have come, finds those it has by
 * answer() and asks for the next. Who serves it decides what asking and answering mean (CallDesk,
 * Task), and owns it; deleting it stops the work.
 */
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(const Request &request, const Responder &responder, QObject *parent);

    const Request &request() const { return m_request; }
    /// Begins, or goes on with what was remembered since.
    void run() { work(); }
    void resume();

    /// What the client answered to a question of this key; absent if it was not asked yet.
    Mcp::RawJson answer(const QString &key) const { return m_answers.value(key); }
    /// Keeps @p value over the rounds, as an answer.
    void remember(const QString &key, const Mcp::RawJson &value) { m_answers.insert(key, value); }
    const QMap<QString, Mcp::RawJson> &answers() const { return m_answers; }

    /// Asks and ends this round, or ends it if the client cannot be asked. Nothing to ask: another
    /// round without new answers.
    void ask(const QList<Question> &questions);
    /// Ends it: what was needed from the client cannot be had (legacy).
    virtual void giveUp(const QString &reason) = 0;
    /// Ends it with this result object.
    void finishWith(const Mcp::RawJson &result);
    /// Ends it with a JSON-RPC error.
    void refuse(const Refusal &refusal);
    /// Ends it without a word more; the round goes on elsewhere.
    void end() { emit finished(); }

    /// For what is sent beside this request.
    const Responder &client() const { return m_responder; }
    /// A notification that belongs to this request.
    void notify(QStringView method, const Mcp::RawJson &params);
    /// From now on members of _meta in everything that is sent on the way.
    void setMeta(const Mcp::RawJson &meta) { m_meta = meta; }
    const Mcp::RawJson &meta() const { return m_meta; }
    /// The stream of the request is closed: no progress and no log messages any more.
    void silence();

signals:
    void asked(const QList<McpDemo::Question> &questions);
    /// The answers are in, the work goes on.
    void resumed();
    void answered(const Mcp::RawJson &result);
    void refused(const McpDemo::Refusal &refusal);
    /// Behind answered and refused: it is over.
    void finished();

protected:
    virtual void work() = 0;

private:
    Request m_request;
    Responder m_responder;
    QMap<QString, Mcp::RawJson> m_answers;
    Mcp::RawJson m_meta;
};

} // namespace McpDemo
