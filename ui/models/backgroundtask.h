// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/handover.h"

#include <QtCore/qfuture.h>
#include <QtCore/qpromise.h>
#include <QtCore/qrunnable.h>

#include <functional>
#include <utility>

namespace McpUi {

/// What work calls to say how far it is; false: nobody waits for its value any more.
using BackgroundProgress = std::function<bool(int percent)>;

/// A function that runs once in a thread pool; not run when its future was cancelled
/// before its turn came. See BackgroundJob.
template <typename T>
class BackgroundTask : public QRunnable
{
public:
    /// @p job only tells jobs apart.
    BackgroundTask(std::function<T(const BackgroundProgress &)> work, void *job)
        : m_work(std::move(work))
        , m_job(job)
    {
        m_promise.setProgressRange(0, 100);
    }

    QFuture<T> future() { return m_promise.future(); }

    void run() override
    {
        takeOver(this);
        m_promise.start();
        if (!m_promise.isCanceled())
            m_promise.addResult(m_work([this](int percent) {
                m_promise.setProgressValue(percent);
                return !m_promise.isCanceled();
            }));
        m_work = {}; // what it owns ends before its value is used
        handOver(m_job);
        m_promise.finish();
    }

private:
    std::function<T(const BackgroundProgress &)> m_work;
    void *m_job;
    QPromise<T> m_promise;
};

} // namespace McpUi
