// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/call.h"

#include <QtCore/qpointer.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

Call::Call(const QString &method, QObject *parent)
    : QObject(parent)
    , m_method(method)
{
    m_timer.start();
}

Call::~Call()
{
    // Deleted in flight (its client went away): the server should not work for nobody.
    if (!isFinished() && m_canceller)
        m_canceller({});
}

Result<RawJson> Call::outcome() const { return m_outcome.value_or(Error()); }

qint64 Call::elapsed() const { return m_elapsed >= 0 ? m_elapsed : m_timer.elapsed(); }

void Call::cancel(const QString &reason)
{
    if (isFinished())
        return;
    const auto canceller = std::exchange(m_canceller, nullptr);
    settle(Error::cancelled(u"%1 was cancelled. %2"_s.arg(m_method, m_cancelNote).trimmed()));
    if (canceller)
        canceller(reason);
}

void Call::settle(Result<RawJson> outcome)
{
    if (isFinished())
        return;
    take(std::move(outcome));
    QMetaObject::invokeMethod(this, &Call::finish, Qt::QueuedConnection);
}

bool Call::deliver(Result<RawJson> outcome)
{
    if (isFinished())
        return false;
    take(std::move(outcome));
    const QPointer<Call> self(this);
    emit finished();
    return !self.isNull();
}

void Call::take(Result<RawJson> outcome)
{
    m_elapsed = m_timer.elapsed();
    m_outcome = std::move(outcome);
    m_canceller = nullptr;
}

void Call::finish()
{
    const QPointer<Call> self(this);
    emit finished();
    if (self) // a slot may have deleted the client and this call with it
        deleteLater();
}

void Call::report(const Progress &progress)
{
    if (isFinished())
        return;
    m_progress = progress;
    emit progressed(progress);
}

void Call::setTask(const Task &task)
{
    if (isFinished())
        return;
    m_task = task;
    emit taskChanged(task);
}

void Call::addWarning(const QString &warning)
{
    if (!m_warnings.contains(warning))
        m_warnings.append(warning);
}

void Call::setCanceller(std::function<void(const QString &)> canceller, const QString &note)
{
    if (isFinished())
        return;
    m_canceller = std::move(canceller);
    m_cancelNote = note;
}

} // namespace Mcp
