// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/filedescriptor_unix.h"

#include <QtCore/qbytearrayview.h>
#include <QtCore/qobject.h>
#include <QtCore/qsocketnotifier.h>

#include <memory>

namespace Mcp {

/*!
 * The reading end of a child's stdout or stderr. Hands on what comes, in pieces cut anywhere and
 * valid only during the signal, and tells the end of the stream. Reads a bounded amount a turn of
 * the event loop, and less the longer its receivers work with it, so that a flood starves nobody.
 * Owned by UnixChildProcess, used in its thread.
 */
class PipeReader : public QObject
{
    Q_OBJECT

public:
    explicit PipeReader(FileDescriptor fd, QObject *parent = nullptr);

    bool isOpen() const { return m_fd.isOpen(); }
    /// Reads from now on; until then what comes waits in the pipe.
    void listen();
    /// Reads at once what the pipe still holds; for the moment when all writers are dead.
    void drain();

signals:
    void received(QByteArrayView bytes);
    /// Nobody holds the writing end any more.
    void closed();

private:
    /// Reads what is there, at most about @p limit bytes.
    void read(qint64 limit, bool toTheEnd);
    void adapt(qint64 work, qint64 bytes);

    FileDescriptor m_fd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    qsizetype m_atOnce = 16 * 1024; ///< bytes of the next piece
};

} // namespace Mcp
