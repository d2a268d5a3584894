// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/processwatchdog.h"

#include "transport/filedescriptor_unix.h"

#include <QtCore/qfile.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 // the socket itself is told so, see openSocketPair()
#endif

namespace Mcp::ProcessWatchdog {

namespace {

enum class Operation : qint32 { Hello, Add, Remove };

struct Record
{
    Operation operation;
    qint32 process;
};

struct State
{
    std::mutex mutex;
    FileDescriptor socket; ///< its number never changes: children being started may hold it
    std::vector<pid_t> groups;
    pid_t watchdog = 0;
};

// Never destroyed: servers may be deleted by other static destructors.
State &state()
{
    static State *const instance = new State;
    return *instance;
}

bool tell(int socket, Operation operation, pid_t process)
{
    const Record record{ operation, process };
    ssize_t sent = -1;
    do {
        // Not waiting: a watchdog that somebody stopped must not freeze a window.
        sent = ::send(socket, &record, sizeof record, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    return sent == ssize_t(sizeof record);
}

// --- The watchdog process: from here to watch() only async-signal-safe calls -------------------

/// Found out before the fork, when everything was still allowed.
struct Preparation
{
    int highestDescriptor = 0;
    char *arguments = nullptr; ///< the memory /proc shows as our command line
    size_t argumentBytes = 0;
};

constexpr int maxGroups = 16 * 1024;
pid_t watchedGroups[maxGroups]; // touched in the watchdog alone, so it costs nothing here
int watchedCount = 0;

void note(const Record &record)
{
    int at = 0;
    while (at < watchedCount && watchedGroups[at] != record.process)
        ++at;
    if (record.operation == Operation::Add && at == watchedCount && watchedCount < maxGroups)
        watchedGroups[watchedCount++] = record.process;
    else if (record.operation == Operation::Remove && at < watchedCount)
        watchedGroups[at] = watchedGroups[--watchedCount];
}

/// Keeps nothing of the program but @p socket: no window connection, no other child's pipe.
int dropDescriptors(int socket, int highest)
{
    const int null = ::open("/dev/null", O_RDWR);
    for (int fd = 0; fd <= STDERR_FILENO && null >= 0; ++fd)
        ::dup2(null, fd);
    const int kept = STDERR_FILENO + 1;
    if (socket != kept)
        ::dup2(socket, kept);
#ifdef SYS_close_range
    if (::syscall(SYS_close_range, unsigned(kept + 1), ~0U, 0U) == 0)
        return kept;
#endif
    for (int fd = kept + 1; fd < highest; ++fd)
        ::close(fd);
    return kept;
}

/// What ps and killall know it by: not the program's name and arguments, or who kills the program
/// by them would kill the watchdog, too.
void rename([[maybe_unused]] const Preparation &prepared)
{
#ifdef Q_OS_LINUX
    constexpr char name[] = "mcp-watchdog";
    ::prctl(PR_SET_NAME, name);
    if (prepared.argumentBytes >= sizeof name) {
        std::memset(prepared.arguments, 0, prepared.argumentBytes);
        std::memcpy(prepared.arguments, name, sizeof name);
    }
#endif
}

[[noreturn]] void watch(int socket, const Preparation &prepared)
{
    ::setsid();
    const int fd = dropDescriptors(socket, prepared.highestDescriptor);
    (void)!::chdir("/");
    rename(prepared);

    Record record = {};
    size_t have = 0;
    for (;;) {
        const ssize_t got =
                ::read(fd, reinterpret_cast<char *>(&record) + have, sizeof record - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += size_t(got);
        if (have == sizeof record) {
            note(record);
            have = 0;
        }
    }
    for (int i = 0; i < watchedCount; ++i)
        ::kill(-watchedGroups[i], SIGKILL);
    ::_exit(0);
}

// --- The program ---------------------------------------------------------------------------------

int highestDescriptor()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY)
        return 65'536;
    return int(std::min<rlim_t>(limit.rlim_cur, 1'048'576));
}

Preparation prepare()
{
    Preparation result;
    result.highestDescriptor = highestDescriptor();
#ifdef Q_OS_LINUX
    // proc(5): arg_start and arg_end are fields 48 and 49; the second one may contain spaces.
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return result;
    const QByteArray line = stat.readAll();
    const QByteArrayList fields = line.sliced(line.lastIndexOf(')') + 2).split(' ');
    const quintptr begin = fields.value(48 - 3).toULongLong();
    const quintptr end = fields.value(49 - 3).toULongLong();
    if (begin && end > begin) {
        result.arguments = reinterpret_cast<char *>(begin);
        result.argumentBytes = end - begin;
    }
#endif
    return result;
}

/// Forks twice: the watchdog is nobody's child, so no wait() of the program meets it and it never
/// becomes a zombie. All signals stay blocked in it: it ends when we do, not by Ctrl+C or a hangup.
/// Returns its process id, -1 when the system has no more processes.
pid_t fork(int ours, int theirs)
{
    const Preparation prepared = prepare();
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t helper = ::fork();
    if (helper == 0) {
        const pid_t watchdog = ::fork();
        if (watchdog == 0)
            watch(theirs, prepared);
        tell(theirs, Operation::Hello, watchdog);
        ::_exit(watchdog < 0);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (helper < 0)
        return -1;
    while (::waitpid(helper, nullptr, 0) < 0 && errno == EINTR) {
    }
    Record hello{ Operation::Hello, -1 }; // the helper has sent it and is gone
    (void)!::recv(ours, &hello, sizeof hello, MSG_DONTWAIT);
    return hello.process;
}

bool isAlive(int socket)
{
    char byte = 0;
    return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

int ensureRunning(State &s)
{
    if (s.socket.isOpen() && isAlive(s.socket.get()))
        return s.socket.get();
    std::optional<FileDescriptorPair> pair = openSocketPair();
    const pid_t watchdog = pair ? fork(pair->first.get(), pair->second.get()) : -1;
    if (watchdog < 0)
        return s.socket.get();
    s.watchdog = watchdog;
    if (!s.socket.isOpen()) {
        s.socket = std::move(pair->first);
    } else {
#ifdef Q_OS_DARWIN
        ::dup2(pair->first.get(), s.socket.get());
        ::fcntl(s.socket.get(), F_SETFD, FD_CLOEXEC);
#else
        ::dup3(pair->first.get(), s.socket.get(), O_CLOEXEC);
#endif
    }
    for (pid_t group : s.groups)
        tell(s.socket.get(), Operation::Add, group);
    return s.socket.get();
}

} // namespace

int start()
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    return ensureRunning(s);
}

void announceFromChild(int socket)
{
    if (socket >= 0)
        tell(socket, Operation::Add, ::getpid());
}

void add(qint64 group)
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    s.groups.push_back(pid_t(group));
    if (s.socket.isOpen() && !tell(s.socket.get(), Operation::Add, pid_t(group)))
        ensureRunning(s);
}

void remove(qint64 group)
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    std::erase(s.groups, pid_t(group));
    if (s.socket.isOpen())
        tell(s.socket.get(), Operation::Remove, pid_t(group));
}

qint64 processId()
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    return s.socket.isOpen() && isAlive(s.socket.get()) ? s.watchdog : 0;
}

} // namespace Mcp::ProcessWatchdog
