// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/pipewriter_unix.h"

#include <QtCore/qabstracteventdispatcher.h>

#include <cerrno>
#include <csignal>

#include <sys/ioctl.h>
#include <unistd.h>

namespace Mcp {

namespace {

/// Small messages share a buffer up to here, larger ones are queued without a copy.
constexpr qsizetype mergedBytes = 64 * 1024;

/// A write to a child that has died must be an error, not the end of the program, whatever the
/// program does about SIGPIPE: for the time of a write the signal is blocked, and one that the
/// write has raised is taken before it can be delivered.
class SigpipeBlocker
{
public:
    SigpipeBlocker()
    {
        sigemptyset(&m_sigpipe);
        sigaddset(&m_sigpipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &m_sigpipe, &m_before);
    }
    ~SigpipeBlocker() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    Q_DISABLE_COPY_MOVE(SigpipeBlocker)

    /// A write has failed with EPIPE.
    void takeSignal()
    {
        // Blocked before: it was or would have become pending without us, too.
        if (sigismember(&m_before, SIGPIPE) == 1)
            return;
        sigset_t pending;
        ::sigpending(&pending);
        int taken = 0;
        if (sigismember(&pending, SIGPIPE) == 1)
            ::sigwait(&m_sigpipe, &taken);
    }

private:
    sigset_t m_sigpipe = {};
    sigset_t m_before = {};
};

} // namespace

PipeWriter::PipeWriter(FileDescriptor fd, QObject *parent)
    : QObject(parent)
    , m_fd(std::move(fd))
    , m_notifier(std::make_unique<QSocketNotifier>(m_fd.get(), QSocketNotifier::Write))
{
    setNonBlocking(m_fd.get());
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PipeWriter::flush);
}

bool PipeWriter::write(const QByteArray &bytes)
{
    if (!isOpen())
        return false;
    const bool wasIdle = m_queue.empty();
    if (!wasIdle && m_queue.back().size() + bytes.size() <= mergedBytes)
        m_queue.back() += bytes;
    else
        m_queue.push_back(bytes);
    m_queued += bytes.size();
    if (m_corked)
        watchLoop();
    else if (wasIdle)
        flush();
    return isOpen();
}

void PipeWriter::watchLoop()
{
    QAbstractEventDispatcher *const loop = QAbstractEventDispatcher::instance();
    if (m_watchesLoop || !loop)
        return;
    // awake() as well: a loop that only looks for events does not block.
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &PipeWriter::onLoopIdle);
    connect(loop, &QAbstractEventDispatcher::awake, this, &PipeWriter::onLoopIdle);
    m_watchesLoop = true;
}

/// Still corked: whoever corked us has called somebody who runs a loop of his own.
void PipeWriter::onLoopIdle()
{
    if (m_corked && !m_queue.empty() && !m_notifier->isEnabled())
        flush();
}

void PipeWriter::setCorked(bool corked)
{
    m_corked = corked;
    if (!corked && !m_queue.empty() && !m_notifier->isEnabled())
        flush();
}

void PipeWriter::close()
{
    if (!isOpen())
        return;
    if (!m_queue.empty())
        flush(); // a last message, e.g. that a call was cancelled, may still fit
    m_notifier.reset();
    m_fd.reset();
    m_queue.clear();
    m_queued = 0;
    m_frontWritten = 0;
}

void PipeWriter::closeWhenTaken()
{
    m_isEnding = true;
    if (m_queue.empty())
        close();
}

std::optional<qint64> PipeWriter::untakenBytes() const
{
    int inPipe = 0;
    if (!isOpen() || ::ioctl(m_fd.get(), FIONREAD, &inPipe) < 0)
        return std::nullopt;
    return inPipe + m_queued;
}

void PipeWriter::flush()
{
    SigpipeBlocker blocker;
    while (!m_queue.empty()) {
        const QByteArray &front = m_queue.front();
        const ssize_t written = ::write(m_fd.get(), front.constData() + m_frontWritten,
                                        size_t(front.size() - m_frontWritten));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            if (errno == EAGAIN || errno == EWOULDBLOCK)
                break;
            if (errno == EPIPE)
                blocker.takeSignal();
            return fail();
        }
        m_queued -= written;
        m_frontWritten += written;
        if (m_frontWritten == front.size()) {
            m_queue.pop_front();
            m_frontWritten = 0;
        }
    }
    m_notifier->setEnabled(!m_queue.empty());
    // Closing ends the notifier, whose signal this may be.
    if (m_isEnding && m_queue.empty())
        QMetaObject::invokeMethod(this, &PipeWriter::close, Qt::QueuedConnection);
}

void PipeWriter::fail()
{
    m_notifier->setEnabled(false);
    m_queue.clear();
    m_queued = 0;
    m_frontWritten = 0;
    m_fd.reset();
    QMetaObject::invokeMethod(this, &PipeWriter::brokenPipe, Qt::QueuedConnection);
}

} // namespace Mcp
