// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/filedescriptor_unix.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qobject.h>
#include <QtCore/qsocketnotifier.h>

#include <deque>
#include <memory>
#include <optional>

namespace Mcp {

/*!
 * The writing end of a child's stdin: takes any amount without blocking, keeps what the pipe does
 * not take, and knows how much the child has not read yet. That is why it is not QProcess' channel,
 * which can tell its own queue only. Owned by UnixChildProcess, used in its thread.
 */
class PipeWriter : public QObject
{
    Q_OBJECT

public:
    /// Takes the write end.
    explicit PipeWriter(FileDescriptor fd, QObject *parent = nullptr);

    /// Writes what the pipe takes now and queues the rest. False when it is closed.
    bool write(const QByteArray &bytes);
    /// While true, writes are only queued: many small messages then cost one system call. Should an
    /// event loop run meanwhile (a receiver that waits for something), it sends them.
    void setCorked(bool corked);
    /// Sends the end of the input. What is still queued is lost.
    void close();
    /// The same when all that is queued was taken.
    void closeWhenTaken();

    bool isOpen() const { return m_fd.isOpen(); }
    qint64 queuedBytes() const { return m_queued; }
    /// Queued plus in the pipe; nothing where the system cannot tell.
    std::optional<qint64> untakenBytes() const;

signals:
    /// Nobody reads the other end any more; the writer is closed. Never emitted inside write().
    void brokenPipe();

private:
    void flush();
    void watchLoop();
    void onLoopIdle();
    void fail();

    FileDescriptor m_fd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::deque<QByteArray> m_queue;
    qint64 m_queued = 0;
    qsizetype m_frontWritten = 0;
    bool m_corked = false;
    bool m_isEnding = false; ///< to be closed when the queue is empty
    bool m_watchesLoop = false;
};

} // namespace Mcp
