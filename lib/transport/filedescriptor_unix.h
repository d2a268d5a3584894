// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <utility>

namespace Mcp {

/// Owns one Unix file descriptor and closes it. Move only.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd)
        : m_fd(fd)
    {}
    ~FileDescriptor() { reset(); }
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

/// Two connected ends: of a pipe, or of a socket pair (then both read and write).
struct FileDescriptorPair
{
    FileDescriptor first;  ///< read end
    FileDescriptor second; ///< write end
};

/// Both ends are close-on-exec, so that no child holds another child's pipe open, and above the
/// standard streams even where those are closed. Nothing when the system has no more descriptors.
[[nodiscard]] std::optional<FileDescriptorPair> openPipe();
[[nodiscard]] std::optional<FileDescriptorPair> openSocketPair();

/// Reads and writes on this open file no longer wait.
bool setNonBlocking(int fd);

} // namespace Mcp
