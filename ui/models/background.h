// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qfuture.h>
#include <QtCore/qpromise.h>
#include <QtCore/qrunnable.h>
#include <QtCore/qthreadpool.h>

#include <functional>

namespace McpUi {

/// From this size on (bytes of JSON) work is done off the GUI thread: below it is faster than the
/// eye, above it could be felt.
inline constexpr qsizetype kBackgroundSize = 256 * 1024;

/*!
 * A function that runs once in the global thread pool. Give the future to a QFutureWatcher that is
 * a member or child of whoever wants the value: when that is gone, or has been given a newer
 * future, the value is dropped. The function must own (or share) all it reads. A cancelled future
 * whose turn has not come is not run.
 */
template <typename T>
class BackgroundTask : public QRunnable
{
public:
    explicit BackgroundTask(std::function<T()> work)
        : m_work(std::move(work))
    {}

    QFuture<T> future() { return m_promise.future(); }

    void run() override
    {
        m_promise.start();
        if (!m_promise.isCanceled())
            m_promise.addResult(m_work());
        m_promise.finish();
    }

private:
    std::function<T()> m_work;
    QPromise<T> m_promise;
};

/// Starts @p work; the pool owns the task.
template <typename T>
[[nodiscard]] QFuture<T> runInBackground(std::function<T()> work)
{
    auto *task = new BackgroundTask<T>(std::move(work));
    QFuture<T> future = task->future();
    QThreadPool::globalInstance()->start(task);
    return future;
}

} // namespace McpUi
