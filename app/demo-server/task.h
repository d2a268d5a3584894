// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

#include <QtCore/qdatetime.h>

namespace McpDemo {

/*!
 * One tool call that goes on in the background: its state, the questions that wait for the client,
 * and in the end the result or the error. Child of the TaskDesk; owns the exchange.
 */
class Task : public QObject
{
    Q_OBJECT

public:
    enum class Status { Working, InputRequired, Completed, Failed, Cancelled };

    /// @p ttlMs: how long after its creation it is forgotten.
    Task(Exchange *exchange, qint64 ttlMs, QObject *parent);

    const QString &id() const { return m_id; }
    bool isModern() const { return m_modern; }
    Status status() const { return m_status; }
    bool isOver() const { return m_status >= Status::Completed; }
    /// Null once it is over.
    Exchange *exchange() const { return m_exchange; }
    qint64 ttl() const { return m_ttlMs; }

    void run();
    void cancel();
    /// The questions nobody has been asked yet; from now on they count as asked. For the legacy
    /// era.
    QList<Question> takeQuestions();
    /// Those of @p responses that answer an open question; goes on when there is none left.
    void update(const Mcp::RawJson &responses);

    /// As the era has it: Task of 2025-11-25, or the members of SEP-2663.
    Mcp::RawJson toRawJson() const;
    /// The state with what belongs to it, for tasks/get of the extension.
    Mcp::RawJson detailed() const;
    const Mcp::RawJson &result() const { return m_result; }
    const std::optional<Refusal> &error() const { return m_error; }
    /// The _meta that names the task (2025-11-25, basic/utilities/tasks).
    Mcp::RawJson relatedMeta() const;

    static constexpr int pollMs = 500;

signals:
    void changed();
    void questionsWaiting();

private:
    Mcp::RawJson completeResult() const;
    void setStatus(Status status, const QString &message);
    void ask(const QList<Question> &questions);
    void end(Status status, const QString &message);

    QString m_id;
    bool m_modern;
    qint64 m_ttlMs;
    Exchange *m_exchange;
    Status m_status = Status::Working;
    QString m_message;
    QDateTime m_created;
    QDateTime m_updated;
    QList<Question> m_questions; ///< modern: not answered, legacy: not asked
    Mcp::RawJson m_result;
    std::optional<Refusal> m_error;
};

} // namespace McpDemo
