// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>

#include <optional>

namespace Mcp {

/// How one payload is delimited on a byte stream. Newline is the standard
/// (2026-07-28, basic/transports/stdio); Content-Length headers are in no revision but in the wild.
enum class Framing { Newline, ContentLength };

/// What a server is configured to be written with; Auto finds out (see Handshake).
enum class FramingSetting { Auto, Newline, ContentLength };

/// One payload cut from the stream, without its delimiters.
struct Frame
{
    enum class Kind {
        Payload,   ///< looked like JSON ('{' or '[') or came behind a header
        Noise,     ///< a text line between frames: something printed to stdout
        Violation, ///< a broken header, an oversized or cut-off frame; @c note says what
        Ending,    ///< of the oversized frame whose Violation came before: its last 256 bytes
    };

    Kind kind = Kind::Payload;
    Framing framing = Framing::Newline;
    QByteArray bytes;       ///< for oversized frames the first 64 KiB
    QString note;           ///< for Violation: a sentence that says what was wrong
    bool isTooLong = false; ///< a Violation because of its size; @c bytes has the beginning
};

/// The bytes to write for @p payload (compact JSON). With ContentLength and @p asciiOnly non-ASCII
/// characters go out as \uXXXX, because some servers count characters where the header counts
/// bytes.
[[nodiscard]] QByteArray encodeFrame(Framing framing, const QByteArray &payload,
                                     bool asciiOnly = true);

[[nodiscard]] QString toString(Framing framing);        ///< "newline" or "content-length"
[[nodiscard]] QString toString(FramingSetting setting); ///< "auto", "newline" or "content-length"
[[nodiscard]] std::optional<FramingSetting> framingSettingFromString(QStringView text);

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Frame)
