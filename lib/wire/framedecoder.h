// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/framing.h"

#include <optional>

namespace Mcp {

/*!
 * Cuts a byte stream into frames. Deaf to I/O: bytes in by feed(), frames out by next(), so a table
 * can test it. The framing is recognised anew at every frame boundary: after white space (and a BOM
 * at the start of the stream) a '{' or '[' begins a line, a Content-Length or Content-Type header
 * (any case) begins a headed frame (CRLFCRLF or LFLF, N bytes), anything else is noise up to LF.
 * CR before LF is dropped, blank lines are skipped. It waits when the bytes are too few to decide.
 * Broken lengths cost one Violation, then the next boundary counts; a Content-Length header glued
 * to the end of a message (or to the rest of one whose length was too small) is still found.
 * One growing buffer, the scan position kept, huge frames handed over by move: linear in the input.
 */
class FrameDecoder
{
public:
    struct Limits
    {
        qsizetype frameBytes =
                256 * 1024 * 1024; ///< longer lines or lengths are a Violation, skipped
        qsizetype headerBytes = 16 * 1024;
    };

    FrameDecoder() = default;
    explicit FrameDecoder(Limits limits)
        : m_limits(limits)
    {}

    void feed(QByteArrayView bytes);
    /// The next complete frame, or nothing until more bytes come.
    std::optional<Frame> next();
    /// At the end of the stream: what is left becomes a frame (a last line without LF is a Payload
    /// or Noise, a cut-off message a Violation). Nothing if the stream ended cleanly.
    std::optional<Frame> finish();
    /// Forgets everything, for a new process.
    void reset();

    /// Bytes held that belong to no complete frame yet.
    qsizetype pendingBytes() const { return m_buffer.size() - m_begin; }

private:
    enum class Step { Boundary, Line, Headers, Body, SkipLine, SkipBody };

    std::optional<Frame> step();
    void recognise();
    bool skipByteOrderMark();
    std::optional<Frame> takeLine();
    std::optional<Frame> endLine(qsizetype end, qsizetype delimiter);
    std::optional<Frame> takeHeaders();
    std::optional<Frame> endHeaders(qsizetype end);
    std::optional<Frame> takeBody();
    Frame beginSkipping(Step step, const QString &note);
    std::optional<Frame> skipLine();
    std::optional<Frame> skipBody();
    void skip(qsizetype bytes);
    std::optional<Frame> endSkipping(Framing framing);
    void consume(qsizetype bytes);
    QByteArray takeBytes(qsizetype size, qsizetype delimiter);

    Limits m_limits;
    QByteArray m_buffer;
    qsizetype m_begin = 0;    ///< first byte not handed out yet
    qsizetype m_scanned = 0;  ///< everything before was searched for a delimiter already
    qsizetype m_bodySize = 0; ///< of the headed frame that is being read or skipped
    Step m_step = Step::Boundary;
    Frame::Kind m_lineKind = Frame::Kind::Payload;
    QByteArray m_ending;      ///< the last bytes of what is being skipped
    bool m_hasEnding = false; ///< a message is being skipped, not a header block or noise
    bool m_streamStart = true;
    bool m_behindBody = false; ///< nothing but a headed frame's last byte stands before
};

} // namespace Mcp
