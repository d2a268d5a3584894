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

/// What work calls to say how far it is; false: nobody waits for its value any more.
using BackgroundProgress = std::function<bool(int percent)>;

/// A function that runs once in the global thread pool; not run when its future was cancelled
/// before its turn came. See BackgroundJob.
template <typename T>
class BackgroundTask : public QRunnable
{
public:
    explicit BackgroundTask(std::function<T(const BackgroundProgress &)> work)
        : m_work(std::move(work))
    {
        m_promise.setProgressRange(0, 100);
    }

    QFuture<T> future() { return m_promise.future(); }

    void run() override
    {
        m_promise.start();
        if (!m_promise.isCanceled())
            m_promise.addResult(m_work([this](int percent) {
                m_promise.setProgressValue(percent);
                return !m_promise.isCanceled();
            }));
        m_promise.finish();
    }

private:
    std::function<T(const BackgroundProgress &)> m_work;
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
        QObject::connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_watcher,
                         [this](int percent) {
                             if (m_progress && !m_watcher.isCanceled())
                                 m_progress(percent);
                         });
    }

    ~BackgroundJob() { cancel(); }
    Q_DISABLE_COPY_MOVE(BackgroundJob)

    /// Runs @p work in another thread, so it must own (or share) all it reads; then @p use with its
    /// value in this one, never before start() has returned.
    void start(std::function<T()> work, std::function<void(const T &value)> use)
    {
        start([made = std::move(work)](const BackgroundProgress &) { return made(); },
              std::move(use), {});
    }

    /// The same for work that says how far it is; @p progress is called in this thread, now and
    /// then.
    void start(std::function<T(const BackgroundProgress &)> work,
               std::function<void(const T &value)> use, std::function<void(int percent)> progress)
    {
        cancel();
        m_use = std::move(use);
        m_progress = std::move(progress);
        auto *task = new BackgroundTask<T>(std::move(work));
        m_watcher.setFuture(task->future());
        QThreadPool::globalInstance()->start(task);
    }

    void cancel() { m_watcher.cancel(); }

private:
    std::function<void(const T &value)> m_use;
    std::function<void(int percent)> m_progress;
    QFutureWatcher<T> m_watcher;
};

} // namespace McpUi
