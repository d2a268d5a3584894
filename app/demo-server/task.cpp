// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "task.h"

#include <QtCore/quuid.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

QString statusName(Task::Status status)
{
    static constexpr QLatin1String names[] = { "working"_L1, "input_required"_L1, "completed"_L1,
                                               "failed"_L1, "cancelled"_L1 };
    return names[int(status)];
}

QString written(const QDateTime &time) { return time.toString(Qt::ISODateWithMs); }

Mcp::RawJson errorObject(const Refusal &refusal)
{
    Mcp::JsonObjectWriter error;
    error.add(u"code", refusal.code).add(u"message", refusal.message).add(u"data", refusal.data);
    return error.toRawJson();
}

} // namespace

Task::Task(Exchange *exchange, qint64 ttlMs, QObject *parent)
    : QObject(parent)
    , m_id(u"task-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_modern(exchange->request().modern)
    , m_ttlMs(ttlMs)
    , m_exchange(exchange)
    , m_message(u"The work has begun."_s)
    , m_created(QDateTime::currentDateTimeUtc())
    , m_updated(m_created)
{
    exchange->setParent(this);
    if (m_modern)
        exchange->silence(); // its request is answered (2026-07-28, basic/patterns/progress)
    else
        exchange->setMeta(relatedMeta());
    connect(exchange, &Exchange::asked, this, &Task::ask);
    connect(exchange, &Exchange::resumed, this,
            [this] { setStatus(Status::Working, u"The answers are in."_s); });
    connect(exchange, &Exchange::refused, this, [this](const Refusal &refusal) {
        m_error = refusal;
        end(Status::Failed, refusal.message);
    });
    connect(exchange, &Exchange::answered, this, [this](const Mcp::RawJson &result) {
        m_result = result;
        // Only 2025-11-25 counts a tool's own failure as one of the task.
        const bool failed = !m_modern && result.value("isError").toBool();
        end(failed ? Status::Failed : Status::Completed, u"The work is done."_s);
    });
}

void Task::run() { m_exchange->run(); }

void Task::ask(const QList<Question> &questions)
{
    if (questions.isEmpty()) {
        QMetaObject::invokeMethod(m_exchange, &Exchange::resume, Qt::QueuedConnection);
        return;
    }
    m_questions = questions;
    setStatus(Status::InputRequired, u"An answer is needed."_s);
    emit questionsWaiting();
}

QList<Question> Task::takeQuestions() { return std::exchange(m_questions, {}); }

void Task::update(const Mcp::RawJson &responses)
{
    if (m_questions.isEmpty())
        return; // comes too late: that is no error (SEP-2663)
    m_questions.removeIf([&](const Question &question) {
        const Mcp::RawJson answer = responses.value(QStringView(question.key));
        if (!answer.isAbsent())
            m_exchange->remember(question.key, answer);
        return !answer.isAbsent();
    });
    if (m_questions.isEmpty())
        m_exchange->resume();
    else
        setStatus(Status::InputRequired, u"More answers are needed."_s);
}

void Task::cancel()
{
    if (!isOver())
        end(Status::Cancelled, u"It was cancelled."_s);
}

void Task::end(Status status, const QString &message)
{
    m_questions.clear();
    m_exchange->disconnect(this);
    if (status == Status::Cancelled)
        delete m_exchange; // nothing of it may go on
    else
        m_exchange->deleteLater(); // it is who calls
    m_exchange = nullptr;
    setStatus(status, message);
}

void Task::setStatus(Status status, const QString &message)
{
    m_status = status;
    m_message = message;
    m_updated = QDateTime::currentDateTimeUtc();
    emit changed();
}

Mcp::RawJson Task::toRawJson() const
{
    Mcp::JsonObjectWriter task;
    task.add(u"taskId", m_id).add(u"status", statusName(m_status));
    task.add(u"statusMessage", m_message);
    task.add(u"createdAt", written(m_created)).add(u"lastUpdatedAt", written(m_updated));
    task.add(m_modern ? u"ttlMs" : u"ttl", m_ttlMs);
    task.add(m_modern ? u"pollIntervalMs" : u"pollInterval", pollMs);
    return task.toRawJson();
}

Mcp::RawJson Task::detailed() const
{
    Mcp::JsonObjectWriter task;
    task.addMembers(toRawJson());
    if (m_status == Status::InputRequired)
        task.add(u"inputRequests", Question::inputRequests(m_questions));
    else if (m_status == Status::Completed)
        task.add(u"result", completeResult());
    else if (m_error)
        task.add(u"error", errorObject(*m_error));
    return task.toRawJson();
}

/// What the request would have been answered, so it says that it is complete, too.
Mcp::RawJson Task::completeResult() const
{
    return Mcp::JsonObjectWriter().addMembers(m_result).add(u"resultType", u"complete").toRawJson();
}

Mcp::RawJson Task::relatedMeta() const
{
    Mcp::JsonObjectWriter related;
    related.add(u"taskId", m_id);
    return Mcp::JsonObjectWriter()
            .add(u"io.modelcontextprotocol/related-task", related.toRawJson())
            .toRawJson();
}

} // namespace McpDemo
