// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "process.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

// NOLINTNEXTLINE(readability-redundant-declaration): POSIX declares it nowhere, glibc does
extern char **environ;

namespace Fake::Process {

namespace {

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(std::size_t(written));
    }
    return true;
}

} // namespace

ReadState readInput(std::string &buffer, long long milliseconds)
{
    pollfd input = { STDIN_FILENO, POLLIN, 0 };
    const int wait = milliseconds < 0 ? -1 : int(std::min(milliseconds, 1'000'000LL));
    const int ready = ::poll(&input, 1, wait);
    if (ready <= 0)
        return ReadState::Timeout;
    if (input.revents & POLLNVAL)
        return ReadState::End;
    char chunk[65536];
    const ssize_t count = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (count < 0 && errno == EINTR)
        return ReadState::Timeout;
    if (count <= 0)
        return ReadState::End;
    buffer.append(chunk, std::size_t(count));
    return ReadState::Data;
}

bool writeOutput(std::string_view bytes) { return writeAll(STDOUT_FILENO, bytes); }

void writeError(std::string_view bytes) { writeAll(STDERR_FILENO, bytes); }

void say(std::string_view line) { writeError(std::string(line) + '\n'); }

void closeInput() { ::close(STDIN_FILENO); }

void closeOutput() { ::close(STDOUT_FILENO); }

void ignoreSignals()
{
    for (const int signal : { SIGTERM, SIGHUP, SIGINT })
        std::signal(signal, SIG_IGN);
}

void dieBySignal(int signal)
{
    const rlimit noCore = { 0, 0 };
    ::setrlimit(RLIMIT_CORE, &noCore);
    std::signal(signal, SIG_DFL);
    ::raise(signal);
    ::_exit(99); // the signal is blocked or does not end a process
}

void sleepMs(long long milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

void sleepForever()
{
    for (;;)
        ::pause();
}

long long nowMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

long long spawnGrandchild(bool closePipes)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::sigprocmask(SIG_BLOCK, &all, &before); // none may come before the child ignores them
    const pid_t pid = ::fork();
    if (pid == 0)
        ignoreSignals();
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    if (pid != 0)
        return pid;
    if (closePipes) {
        for (const int fd : { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO })
            ::close(fd);
    }
    sleepForever();
}

std::string environmentLines()
{
    std::set<std::string> sorted;
    for (char **entry = environ; entry && *entry; ++entry)
        sorted.insert(*entry);
    std::string lines;
    for (const std::string &entry : sorted)
        lines += entry + '\n';
    return lines;
}

} // namespace Fake::Process
