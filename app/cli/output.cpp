// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "output.h"

#include "interrupts.h"
#include "terminaltext.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace McpCli::Output {

namespace {

#ifdef Q_OS_UNIX
constexpr int outFile = STDOUT_FILENO;
constexpr int errorFile = STDERR_FILENO;

bool isTerminal(int file) { return ::isatty(file) == 1; }

/// Waits until @p file takes something; false when a signal has come before. Not the write itself:
/// a signal that came a moment before it would not end it.
bool waitToWrite(int file)
{
    struct pollfd ends[] = { { file, POLLOUT, 0 }, { Interrupts::descriptor(), POLLIN, 0 } };
    while (::poll(ends, 2, -1) < 0 && errno == EINTR) {
    }
    return ends[0].revents != 0;
}

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!waitToWrite(file))
            return false;
        // No more than a pipe takes that takes something.
        const auto size = size_t(std::min<qsizetype>(bytes.size(), PIPE_BUF));
        const ssize_t written = ::write(file, bytes.data(), size);
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)
            return false;
        if (!bytes.isEmpty() && Interrupts::wasInterrupted())
            return false;
    }
    return true;
}
#else
constexpr int outFile = 1;
constexpr int errorFile = 2;

bool isTerminal(int) { return false; }

bool writeAll(int file, QByteArrayView bytes)
{
    FILE *const stream = file == outFile ? stdout : stderr;
    return std::fwrite(bytes.data(), 1, size_t(bytes.size()), stream) == size_t(bytes.size())
           && std::fflush(stream) == 0;
}
#endif

/// Text of the server on a terminal must not steer it; everybody else gets it as it came.
QByteArray forStdout(const QByteArray &json)
{
    return isTerminal(outFile) ? TerminalText::json(json) : json;
}

} // namespace

bool toStdout(QByteArrayView bytes) { return writeAll(outFile, bytes); }

bool toStderr(QByteArrayView bytes) { return writeAll(errorFile, bytes); }

int printAll(QByteArrayView bytes)
{
    if (toStdout(bytes))
        return int(ExitCode::Success);
    const Failure closed = Failure::nobodyReads();
    failure(closed);
    return closed.exitCode;
}

QByteArray format(const Mcp::RawJson &result, Format format)
{
    if (format == Format::Text)
        return forStdout(Mcp::JsonText::pretty(result.view()) + '\n');
    return forStdout("{\"result\":" + Mcp::JsonText::compact(result.view()) + "}\n");
}

void noteToStderr(const QString &text)
{
    QString line = text;
    line.replace(u'\n', u' ').replace(u'\r', u' ');
    const QByteArray bytes = line.toUtf8();
    toStderr((isTerminal(errorFile) ? TerminalText::plain(bytes, false) : bytes) + '\n');
}

void serverStderr(const QByteArray &chunk, QByteArray &held)
{
    if (!isTerminal(errorFile)) {
        toStderr(chunk);
        return;
    }
    // A chunk may end inside a character; apart, its halves would pass for something else.
    const QByteArray text = held + chunk;
    held = text.last(TerminalText::unfinished(text));
    toStderr(TerminalText::plain(QByteArrayView(text).chopped(held.size()), true));
}

void failure(const Failure &failure)
{
    const QByteArray envelope = failure.envelope();
    if (!isTerminal(errorFile)) {
        toStderr(envelope);
        return;
    }
    toStderr(TerminalText::plain(failure.message.toUtf8(), false) + '\n');
    toStderr(TerminalText::json(envelope));
}

} // namespace McpCli::Output
