// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/framedecoder.h"

#include "wire/headerblock.h"
#include "json/jsonscanner.h"
#include "json/jsonspace.h"

#include <QtCore/qlocale.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype sampleBytes = 64 * 1024; ///< shown of what is too long to be kept
constexpr qsizetype endingBytes = 256;       ///< of its end: an id may stand there
constexpr qsizetype moveFrom = 64 * 1024;    ///< frames from this size on take the buffer with them
constexpr qsizetype keepCapacity = 1024 * 1024; ///< an empty buffer larger than this is given back
constexpr qsizetype maxIndentation = 4096;      ///< white space kept in front of a line of noise
constexpr int believable = 16; ///< a length this many times over the limit is not waited for

/// "1,000,000": by its digits alone nobody tells a million from ten.
QString grouped(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

Frame violation(Framing framing, const QString &note, const QByteArray &bytes)
{
    return { Frame::Kind::Violation, framing, bytes, note };
}

} // namespace

void FrameDecoder::feed(QByteArrayView bytes)
{
    if (m_begin == m_buffer.size()) {
        if (m_buffer.capacity() > keepCapacity)
            m_buffer.clear();
        else
            m_buffer.resize(0);
        m_begin = m_scanned = 0;
    } else if (m_begin >= moveFrom && m_begin >= m_buffer.size() / 2) {
        m_buffer.remove(0, m_begin);
        m_scanned -= m_begin;
        m_begin = 0;
    }
    // reserve() grows a large buffer in place where the system can, append() would copy it.
    if (const qsizetype needed = m_buffer.size() + bytes.size(); needed > m_buffer.capacity())
        m_buffer.reserve(std::max(needed, 2 * m_buffer.capacity()));
    m_buffer.append(bytes);
}

std::optional<Frame> FrameDecoder::next()
{
    for (;;) {
        const Step before = m_step;
        std::optional<Frame> frame = step();
        if (frame || m_step == before)
            return frame;
    }
}

/// One step of the decoder. Neither a frame nor another step means: more bytes are needed.
std::optional<Frame> FrameDecoder::step()
{
    switch (m_step) {
    case Step::Boundary:
        recognise();
        break;
    case Step::Line:
        return takeLine();
    case Step::Headers:
        return takeHeaders();
    case Step::Body:
        return takeBody();
    case Step::SkipLine:
        return skipLine();
    case Step::SkipBody:
        return skipBody();
    }
    return std::nullopt;
}

std::optional<Frame> FrameDecoder::finish()
{
    if (std::optional<Frame> frame = next())
        return frame;
    const qsizetype rest = pendingBytes();
    switch (m_step) {
    case Step::Boundary: // white space, or what might have become a header or a mark
        if (m_scanned == m_buffer.size() && !m_streamStart)
            break;
        m_lineKind = Frame::Kind::Noise;
        [[fallthrough]];
    case Step::Line:
        if (rest == 0)
            break;
        // A peer that dies while it writes: its last bytes are no message, and no answer either.
        if (m_lineKind == Frame::Kind::Payload
            && !JsonScanner(m_buffer, m_begin).skipValue().has_value()) {
            m_step = Step::Boundary;
            return violation(Framing::Newline, u"the stream ended in the middle of a message"_s,
                             takeBytes(rest, 0));
        }
        return endLine(m_buffer.size(), 0);
    case Step::Headers:
        m_step = Step::Boundary;
        return violation(Framing::ContentLength, u"the stream ended inside a header block"_s,
                         takeBytes(rest, 0));
    case Step::Body:
        m_step = Step::Boundary;
        return violation(Framing::ContentLength,
                         u"the stream ended after %1 of the %2 bytes its header announced"_s.arg(
                                 QString::number(rest), QString::number(m_bodySize)),
                         takeBytes(rest, 0));
    case Step::SkipLine:
    case Step::SkipBody:
        break;
    }
    consume(rest);
    m_step = Step::Boundary;
    return std::nullopt;
}

void FrameDecoder::reset() { *this = FrameDecoder(m_limits); }

/// Finds out what begins at a frame boundary; stays there while the bytes are too few to tell.
void FrameDecoder::recognise()
{
    if (m_streamStart && !skipByteOrderMark())
        return;
    qsizetype p = m_scanned;
    for (; p < m_buffer.size() && JsonText::isSpace(m_buffer.at(p)); ++p) {
        m_behindBody = false;
        // The indentation of a line of noise belongs to it, everything else is skipped.
        if (m_buffer.at(p) == '\n' || p - m_begin >= maxIndentation)
            m_begin = p + 1;
    }
    m_scanned = p;
    if (p == m_buffer.size())
        return;
    m_lineKind = Frame::Kind::Payload;
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(p);
    if (rest[0] == '{' || rest[0] == '[') {
        m_begin = p;
        m_behindBody = false;
        m_step = Step::Line;
        return;
    }
    switch (HeaderBlock::startsHere(rest)) {
    case HeaderBlock::Start::Maybe:
        return;
    case HeaderBlock::Start::Yes:
        m_begin = p;
        m_behindBody = false;
        m_step = Step::Headers;
        return;
    case HeaderBlock::Start::No:
        m_lineKind = Frame::Kind::Noise;
        m_step = Step::Line;
    }
}

/// False while it cannot be told whether the stream begins with one.
bool FrameDecoder::skipByteOrderMark()
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf";
    const QByteArrayView start =
            QByteArrayView(m_buffer).first(std::min<qsizetype>(m_buffer.size(), mark.size()));
    if (start.size() < mark.size() && mark.startsWith(start))
        return false;
    m_streamStart = false;
    if (start == mark)
        consume(mark.size());
    return true;
}

std::optional<Frame> FrameDecoder::takeLine()
{
    const qsizetype lineBreak = m_buffer.indexOf('\n', m_scanned);
    const qsizetype end = lineBreak < 0 ? m_buffer.size() : lineBreak;
    if (end - m_begin > m_limits.frameBytes) {
        m_hasEnding = m_lineKind == Frame::Kind::Payload;
        return beginSkipping(Step::SkipLine,
                             u"a line longer than %1 bytes (limit frameBytes) was skipped"_s.arg(
                                     grouped(m_limits.frameBytes)));
    }
    if (lineBreak < 0) {
        m_scanned = end;
        return std::nullopt;
    }
    return endLine(end, 1);
}

/// Hands out the line up to @p end. A header that follows directly, without a line break (behind a
/// message, or behind the rest of one whose header gave too small a length), begins a new frame.
std::optional<Frame> FrameDecoder::endLine(qsizetype end, qsizetype delimiter)
{
    Frame frame;
    frame.kind = m_lineKind;
    const auto line = QByteArrayView(m_buffer).sliced(m_begin, end - m_begin);
    const qsizetype header = HeaderBlock::trailingHeader(line);
    const bool payloadEnds = header > 0 && (line[header - 1] == '}' || line[header - 1] == ']');
    if (header > 0 && (m_lineKind == Frame::Kind::Payload ? payloadEnds : m_behindBody)) {
        frame.bytes = takeBytes(header, 0);
        m_step = Step::Headers;
    } else {
        const bool carriageReturn = line.endsWith('\r');
        frame.bytes = takeBytes(line.size() - carriageReturn, carriageReturn + delimiter);
        m_step = Step::Boundary;
    }
    m_behindBody = false;
    return frame;
}

std::optional<Frame> FrameDecoder::takeHeaders()
{
    for (;;) {
        const qsizetype lineBreak = m_buffer.indexOf('\n', m_scanned);
        const qsizetype reached = lineBreak < 0 ? m_buffer.size() : lineBreak;
        if (reached - m_begin > m_limits.headerBytes) {
            m_step = Step::SkipLine;
            m_hasEnding = false;
            return violation(Framing::ContentLength,
                             u"a header block longer than %1 bytes (limit headerBytes)"_s.arg(
                                     m_limits.headerBytes),
                             takeBytes(m_limits.headerBytes, 0));
        }
        if (lineBreak < 0)
            return std::nullopt;
        auto line = QByteArrayView(m_buffer).sliced(m_scanned, lineBreak - m_scanned);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            return endHeaders(lineBreak + 1);
        if (!HeaderBlock::isHeaderLine(line)) {
            m_step = Step::Boundary;
            return violation(Framing::ContentLength,
                             u"a header block without the empty line that ends it"_s,
                             takeBytes(m_scanned - m_begin, 0));
        }
        m_scanned = lineBreak + 1;
    }
}

/// Decides on the body by the header block that ends in front of @p end.
std::optional<Frame> FrameDecoder::endHeaders(qsizetype end)
{
    const qsizetype size = end - m_begin;
    HeaderBlock::Length length =
            HeaderBlock::contentLength(QByteArrayView(m_buffer).sliced(m_begin, size));
    if (length.problem.isEmpty() && length.bytes / believable > m_limits.frameBytes)
        length.problem = u"Content-Length: %1 is beyond belief"_s.arg(length.bytes);
    if (!length.problem.isEmpty()) {
        m_step = Step::Boundary;
        return violation(Framing::ContentLength, length.problem, takeBytes(size, 0));
    }
    consume(size);
    m_bodySize = length.bytes;
    m_step = Step::Body;
    return std::nullopt;
}

std::optional<Frame> FrameDecoder::takeBody()
{
    if (m_bodySize > m_limits.frameBytes) {
        const qsizetype sample = std::min(sampleBytes, m_limits.frameBytes);
        if (pendingBytes() < sample)
            return std::nullopt;
        const QString note =
                u"a frame of %1 bytes, more than the limit frameBytes of %2, was skipped"_s.arg(
                        grouped(m_bodySize), grouped(m_limits.frameBytes));
        m_bodySize -= sample;
        m_hasEnding = true;
        return beginSkipping(Step::SkipBody, note);
    }
    if (pendingBytes() < m_bodySize)
        return std::nullopt;
    m_step = Step::Boundary;
    m_behindBody = true;
    return Frame{ Frame::Kind::Payload, Framing::ContentLength, takeBytes(m_bodySize, 0), {} };
}

/// A sample of what is too long is handed out, the rest dropped.
Frame FrameDecoder::beginSkipping(Step step, const QString &note)
{
    m_step = step;
    Frame frame;
    frame.kind = Frame::Kind::Violation;
    frame.framing = step == Step::SkipBody ? Framing::ContentLength : Framing::Newline;
    frame.bytes = takeBytes(std::min(sampleBytes, m_limits.frameBytes), 0);
    frame.note = note;
    frame.isTooLong = true;
    m_ending = m_hasEnding ? frame.bytes.last(std::min(frame.bytes.size(), endingBytes))
                           : QByteArray();
    return frame;
}

std::optional<Frame> FrameDecoder::skipLine()
{
    const qsizetype lineBreak = m_buffer.indexOf('\n', m_scanned);
    skip(lineBreak < 0 ? pendingBytes() : lineBreak - m_begin);
    if (lineBreak < 0)
        return std::nullopt;
    consume(1);
    return endSkipping(Framing::Newline);
}

std::optional<Frame> FrameDecoder::skipBody()
{
    const qsizetype size = std::min(pendingBytes(), m_bodySize);
    skip(size);
    m_bodySize -= size;
    if (m_bodySize > 0)
        return std::nullopt;
    m_behindBody = true;
    return endSkipping(Framing::ContentLength);
}

/// Drops @p bytes, but for the last ones.
void FrameDecoder::skip(qsizetype bytes)
{
    if (m_hasEnding) {
        m_ending +=
                QByteArrayView(m_buffer).sliced(m_begin, bytes).last(std::min(bytes, endingBytes));
        m_ending = m_ending.last(std::min(m_ending.size(), endingBytes));
    }
    consume(bytes);
}

std::optional<Frame> FrameDecoder::endSkipping(Framing framing)
{
    m_step = Step::Boundary;
    if (!m_hasEnding)
        return std::nullopt;
    return Frame{ Frame::Kind::Ending, framing, std::exchange(m_ending, {}), {} };
}

void FrameDecoder::consume(qsizetype bytes)
{
    m_begin += bytes;
    m_scanned = m_begin;
}

/// The next @p size bytes, and @p delimiter bytes more are dropped. A large frame that fills most
/// of the buffer takes it along: its bytes are not copied a second time.
QByteArray FrameDecoder::takeBytes(qsizetype size, qsizetype delimiter)
{
    const qsizetype rest = pendingBytes() - size - delimiter;
    if (size < moveFrom || rest > size) {
        const QByteArray bytes(m_buffer.constData() + m_begin, size);
        consume(size + delimiter);
        return bytes;
    }
    QByteArray tail(m_buffer.constData() + m_buffer.size() - rest, rest);
    QByteArray bytes = std::exchange(m_buffer, std::move(tail));
    bytes.remove(0, m_begin); // moves no byte, the array only begins later
    bytes.truncate(size);
    m_begin = m_scanned = 0;
    return bytes;
}

} // namespace Mcp
