// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "interrupts.h"

#include <QtCore/qsocketnotifier.h>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace McpCli {

#ifdef Q_OS_UNIX

namespace {

// What a signal handler may touch.
volatile std::sig_atomic_t signalSeen = 0;
int signalPipe[2] = { -1, -1 };

void onSignal(int signal)
{
    const int before = errno;
    signalSeen = 1;
    const char number = char(signal);
    if (::write(signalPipe[1], &number, 1) < 0) {
        // The pipe is full of signals already.
    }
    errno = before;
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    // Output that nobody reads is an error of a write, not the end of the program.
    ::signal(SIGPIPE, SIG_IGN);
    if (::pipe(signalPipe) != 0)
        return; // signals end the program at once then; the watchdog ends the server
    for (const int end : signalPipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupts::onReadable);
    struct sigaction action = {};
    action.sa_handler = onSignal; // without SA_RESTART: it ends a write that blocks all the same
    for (const int signal : { SIGINT, SIGTERM, SIGHUP }) {
        struct sigaction before = {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // nohup, background jobs
            ::sigaction(signal, &action, nullptr);
    }
}

Interrupts::~Interrupts()
{
    for (const int signal : { SIGINT, SIGTERM, SIGHUP })
        ::signal(signal, SIG_DFL);
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
}

bool Interrupts::wasInterrupted() { return signalSeen != 0; }

int Interrupts::descriptor() { return signalPipe[0]; }

void Interrupts::onReadable()
{
    char number = 0;
    while (::read(signalPipe[0], &number, 1) == 1)
        emit interrupted(int(number));
}

#else

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{}

Interrupts::~Interrupts() = default;

bool Interrupts::wasInterrupted() { return false; }

int Interrupts::descriptor() { return -1; }

void Interrupts::onReadable() {}

#endif

} // namespace McpCli
