// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/filedescriptor_unix.h"

#include <QtCore/qglobal.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Mcp {

namespace {

/// Takes the two raw descriptors; sets close-on-exec for systems that cannot do so at once.
std::optional<FileDescriptorPair> adopt(const int (&raw)[2])
{
    FileDescriptor ends[2] = { FileDescriptor(raw[0]), FileDescriptor(raw[1]) };
    for (FileDescriptor &end : ends) {
        if (end.get() <= STDERR_FILENO)
            end = FileDescriptor(::fcntl(end.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        if (!end.isOpen() || ::fcntl(end.get(), F_SETFD, FD_CLOEXEC) < 0)
            return std::nullopt;
    }
    return FileDescriptorPair{ std::move(ends[0]), std::move(ends[1]) };
}

} // namespace

void FileDescriptor::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

std::optional<FileDescriptorPair> openPipe()
{
    int raw[2];
#ifdef Q_OS_DARWIN
    if (::pipe(raw) < 0)
#else
    if (::pipe2(raw, O_CLOEXEC) < 0)
#endif
        return std::nullopt;
    return adopt(raw);
}

std::optional<FileDescriptorPair> openSocketPair()
{
    int raw[2];
#ifdef Q_OS_DARWIN
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, raw) < 0)
        return std::nullopt;
    const int on = 1; // in place of MSG_NOSIGNAL
    for (int fd : raw)
        ::setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#else
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, raw) < 0)
        return std::nullopt;
#endif
    return adopt(raw);
}

bool setNonBlocking(int fd)
{
    const int flags = ::fcntl(fd, F_GETFL);
    return flags >= 0 && ::fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}

} // namespace Mcp
