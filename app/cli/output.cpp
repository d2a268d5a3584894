// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "output.h"

#include "interrupts.h"

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

/// Behind a colour sequence (ESC [ digits and semicolons m) that begins at @p at, or @p at.
qsizetype behindColour(QByteArrayView text, qsizetype at)
{
    qsizetype end = at + 2;
    if (end > text.size() || text[at] != '\x1B' || text[at + 1] != '[')
        return at;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == ';'))
        ++end;
    return end < text.size() && text[end] == 'm' ? end + 1 : at;
}

/// JSON whose strings have no character that steers a terminal; their values stay the same.
QByteArray withoutControls(QByteArrayView json)
{
    QByteArray result;
    result.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const uchar c = uchar(json[i]);
        const bool isC1 = c == 0xC2 && i + 1 < json.size() && uchar(json[i + 1]) < 0xA0;
        if (c == 0x7F || isC1)
            result += "\\u00" + QByteArray::number(isC1 ? uchar(json[++i]) : c, 16);
        else
            result += char(c);
    }
    return result;
}

/// Text of the server on a terminal must not steer it; everybody else gets it as it came.
QByteArray forStdout(const QByteArray &json)
{
    return isTerminal(outFile) ? withoutControls(json) : json;
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

QByteArray neutralised(QByteArrayView text, bool keepColours)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const uchar c = uchar(text[i]);
        const qsizetype behind = keepColours ? behindColour(text, i) : i;
        if (behind > i) {
            result += text.sliced(i, behind - i);
            i = behind;
            continue;
        }
        ++i;
        if (c == 0x7F)
            result += "\xE2\x90\xA1"; // U+2421, the picture of DEL
        else if (c < 0x20 && c != '\n' && c != '\t'
                 && !(c == '\r' && i < text.size() && text[i] == '\n'))
            (result += "\xE2\x90") += char(0x80 + c); // U+2400 and so on
        else if (c == 0xC2 && i < text.size() && uchar(text[i]) < 0xA0)
            (result += "\xEF\xBF\xBD"), ++i; // U+0080 to U+009F, control characters too
        else
            result += char(c);
    }
    return result;
}

void noteToStderr(const QString &text)
{
    QString line = text;
    line.replace(u'\n', u' ').replace(u'\r', u' ');
    const QByteArray bytes = line.toUtf8();
    toStderr((isTerminal(errorFile) ? neutralised(bytes, false) : bytes) + '\n');
}

void serverStderr(const QByteArray &chunk)
{
    toStderr(isTerminal(errorFile) ? neutralised(chunk, true) : chunk);
}

void failure(const Failure &failure)
{
    if (isTerminal(errorFile))
        toStderr(neutralised(failure.message.toUtf8(), false) + '\n');
    toStderr(failure.envelope());
}

} // namespace McpCli::Output
