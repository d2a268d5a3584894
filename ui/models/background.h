// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/backgroundtask.h"

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qthreadpool.h>

#include <functional>
#include <utility>

namespace McpUi {

/// From this size on (bytes of JSON) work is done off the GUI thread: below it is faster than the
/// eye, above it could be felt.
inline constexpr qsizetype kBackgroundSize = 256 * 1024;

/// The threads that make pictures and texts out of what strangers sent. Apart from the global pool,
/// because what is made to take minutes cannot be stopped: results, search and files go on.
[[nodiscard]] QThreadPool *renderingPool();
/// For the end of main(), while the application is still there and all windows are gone: waits for
/// the global pool, which has files to write, but not for rendering, whose values nobody will see.
/// If some goes on it does not return: the program ends here, with @p exitCode.
void leaveRendering(int exitCode);

/*!
 * The one value that its owner waits for at a time. Started again, cancelled or destroyed, it drops
 * the older value, even one that is made already but not yet delivered, and older work that has not
 * begun is not done at all. Belongs to the GUI thread, as a member of whoever wants the value.
 */
template <typename T>
class BackgroundJob
{
public:
    /// @p pool: renderingPool() for what may take for ever.
    explicit BackgroundJob(QThreadPool *pool = QThreadPool::globalInstance())
        : m_pool(pool)
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            takeOver(this);
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

    ~BackgroundJob()
    {
        cancel();
        takeOver(this); // the older value is freed here
    }
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
        takeOver(this); // the older value is freed here
        auto *task = new BackgroundTask<T>(std::move(work), this);
        m_watcher.setFuture(task->future());
        handOver(task);
        m_pool->start(task);
    }

    void cancel() { m_watcher.cancel(); }

private:
    QThreadPool *m_pool;
    std::function<void(const T &value)> m_use;
    std::function<void(int percent)> m_progress;
    QFutureWatcher<T> m_watcher;
};

} // namespace McpUi
