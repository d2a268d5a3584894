// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "standardstreams.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace McpDemo {

namespace {

constexpr int inputDescriptor = 0;
constexpr int outputDescriptor = 1;
constexpr int errorDescriptor = 2;
constexpr int chunkSize = 64 * 1024;
constexpr int chunksAhead = 32;

/// Like read(2): bytes read, 0 at the end, negative on failure.
qint64 readSome(char *buffer)
{
#ifdef Q_OS_WIN
    return ::_read(inputDescriptor, buffer, chunkSize);
#else
    return ::read(inputDescriptor, buffer, chunkSize);
#endif
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const qsizetype size = qMin<qsizetype>(bytes.size() - done, 1 << 20);
#ifdef Q_OS_WIN
        const qint64 written = ::_write(descriptor, bytes.constData() + done, unsigned(size));
#else
        const qint64 written = ::write(descriptor, bytes.constData() + done, size_t(size));
#endif
        if (written < 0 && errno != EINTR)
            return false;
        done += qMax<qint64>(written, 0);
    }
    return true;
}

} // namespace

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
    , m_free(chunksAhead)
{}

StandardInput::~StandardInput()
{
    if (m_thread.joinable())
        m_thread.join();
}

void StandardInput::start()
{
    m_thread = std::thread([this] { run(); });
}

void StandardInput::run()
{
    QByteArray buffer(chunkSize, Qt::Uninitialized);
    for (;;) {
        m_free.acquire();
        const qint64 size = readSome(buffer.data());
        if (size < 0 && errno == EINTR) {
            m_free.release();
            continue;
        }
        if (size <= 0)
            break;
        emit received(buffer.first(size));
    }
    emit ended();
}

namespace StandardStreams {

void prepare()
{
#ifdef Q_OS_WIN
    ::_setmode(inputDescriptor, _O_BINARY);
    ::_setmode(outputDescriptor, _O_BINARY);
#else
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

bool writeOutput(const QByteArray &bytes) { return writeAll(outputDescriptor, bytes); }

void writeError(const QByteArray &bytes) { writeAll(errorDescriptor, bytes); }

void leave(int exitCode) { std::_Exit(exitCode); }

void leaveBySignal(int signal)
{
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    std::_Exit(EXIT_FAILURE); // it was blocked
}

} // namespace StandardStreams

} // namespace McpDemo
