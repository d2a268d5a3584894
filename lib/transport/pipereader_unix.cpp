// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/pipereader_unix.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace Mcp {

namespace {

constexpr qint64 bytesPerTurn = 256 * 1024;
constexpr qint64 workPerTurn = 5'000'000; ///< ns, after which the others have their turn
constexpr qsizetype mostAtOnce = 64 * 1024;
constexpr qsizetype leastAtOnce = 4 * 1024;
/// A piece that took its receivers longer (ns) makes the next ones smaller, one that took a quarter
/// makes them larger.
constexpr qint64 workPerPiece = 4'000'000;
/// More than any pipe holds (1 MiB for an unprivileged user): a writer that left the process group
/// could go on for ever.
constexpr qint64 bytesPerDrain = 4 * 1024 * 1024;

} // namespace

PipeReader::PipeReader(FileDescriptor fd, QObject *parent)
    : QObject(parent)
    , m_fd(std::move(fd))
    , m_notifier(std::make_unique<QSocketNotifier>(m_fd.get(), QSocketNotifier::Read))
{
    setNonBlocking(m_fd.get());
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this,
            [this] { read(bytesPerTurn, false); });
}

void PipeReader::listen()
{
    if (isOpen())
        m_notifier->setEnabled(true);
}

void PipeReader::drain() { read(bytesPerDrain, true); }

void PipeReader::read(qint64 limit, bool toTheEnd)
{
    char buffer[mostAtOnce];
    const QPointer<PipeReader> self(this); // a receiver may end everything
    QElapsedTimer turn;
    turn.start();
    while (isOpen() && limit > 0) {
        const qsizetype wanted = toTheEnd ? mostAtOnce : m_atOnce;
        const ssize_t got = ::read(m_fd.get(), buffer, size_t(wanted));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (got <= 0) {
            m_notifier->setEnabled(false);
            m_fd.reset();
            emit closed();
            return;
        }
        limit -= got;
        const qint64 begin = got < leastAtOnce ? 0 : turn.nsecsElapsed();
        emit received(QByteArrayView(buffer, got));
        if (!self)
            return;
        if (toTheEnd)
            continue;
        const qint64 end = got < leastAtOnce ? 0 : turn.nsecsElapsed();
        adapt(end - begin, got);
        if (got < wanted || end > workPerTurn)
            return; // emptied, or for long enough; the notifier tells of more, and of the end
    }
}

/// Decides on the size of the next piece by the @p work (ns) with the last one, of @p bytes: as
/// many messages of two bytes are ten thousand times the work of one text.
void PipeReader::adapt(qint64 work, qint64 bytes)
{
    if (bytes < leastAtOnce)
        return;
    if (work > workPerPiece)
        m_atOnce = std::max(m_atOnce / 2, leastAtOnce);
    else if (work < workPerPiece / 4)
        m_atOnce = std::min(m_atOnce * 2, mostAtOnce);
}

} // namespace Mcp
