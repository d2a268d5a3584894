// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/pipereader_unix.h"

#include <QtCore/qpointer.h>

#include <cerrno>

#include <unistd.h>

namespace Mcp {

namespace {

constexpr qint64 bytesPerTurn = 256 * 1024;
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
    char buffer[64 * 1024];
    const QPointer<PipeReader> self(this); // a receiver may end everything
    while (isOpen() && limit > 0) {
        const ssize_t got = ::read(m_fd.get(), buffer, sizeof buffer);
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
        emit received(QByteArrayView(buffer, got));
        if (!self)
            return;
        if (got < ssize_t(sizeof buffer) && !toTheEnd)
            return; // emptied; the notifier tells of more, and of the end
    }
}

} // namespace Mcp
