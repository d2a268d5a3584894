// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qfuture.h>
#include <QtCore/qfuturewatcher.h>
#include <QtCore/qpromise.h>
#include <QtCore/qrunnable.h>
#include <QtCore/qthreadpool.h>

#include <functional>
#include <utility>

namespace McpUi {

/// From this size on (bytes of JSON) work is done off the GUI thread: below it is faster than the
/// eye, above it could be felt.
inline constexpr qsizetype kBackgroundSize = 256 * 1024;

/// A function that runs once in the global thread pool; not run when its future was cancelled
/// before its turn came. See BackgroundJob.

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

/*!
 * The one value that its owner waits for at a time. Started again, cancelled or destroyed, it drops
 * the older value, even one that is made already but not yet delivered, and older work that has not
 * begun is not done at all. Belongs to the GUI thread, as a member of whoever wants the value.
 */
template <typename T>
class BackgroundJob
{
public:
    BackgroundJob()
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            // A cancelled future keeps a result that it had already.
            if (!m_watcher.isCanceled() && m_watcher.future().resultCount() > 0)
                std::exchange(m_use, {})(m_watcher.result());
        });
    }

    ~BackgroundJob() { cancel(); }
    Q_DISABLE_COPY_MOVE(BackgroundJob)

    /// Runs @p work in another thread, so it must own (or share) all it reads; then @p use with its
    /// value in this one, never before start() has returned.
    void start(std::function<T()> work, std::function<void(const T &value)> use)
    {
        cancel();
        m_use = std::move(use);
        auto *task = new BackgroundTask<T>(std::move(work));
        m_watcher.setFuture(task->future());
        QThreadPool::globalInstance()->start(task);
    }

    void cancel() { m_watcher.cancel(); }

private:
    std::function<void(const T &value)> m_use;
    QFutureWatcher<T> m_watcher;
};

} // namespace McpUi
