// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/rule.h"
#include "wire/framing.h"
#include "wire/message.h"

namespace Mcp {

/// One line of the trace: a message, or something that is none.
struct TraceEntry
{
    enum class Direction { Sent, Received };
    enum class Kind {
        Message,
        Noise,     ///< a text line on stdout that is no message
        Violation, ///< something that breaks @c rule, or is worth a remark in @c note
        Event,     ///< a step of ours: process started, probing, restarted, ended
    };

    enum class Ending {
        None,
        Cancelled, ///< who asked has cancelled it
        Lost,      ///< the process ended before
    };

    quint64 serial = 0; ///< 1, 2, 3 … for the life of the log
    qint64 time = 0;    ///< ms since the epoch
    Direction direction = Direction::Received;
    Kind kind = Kind::Message;
    Framing framing = Framing::Newline;
    Rule rule = Rule::None; ///< that Noise and Violation break
    Message message;        ///< envelope and bytes; see Message::truncated() when @c truncated
    QByteArray bytes;       ///< of Noise and Violation
    qint64 size = 0;        ///< bytes of the payload as it crossed the wire
    bool truncated = false;
    bool isTooLong = false; ///< a Violation of our limit: its bytes are the beginning only
    QString note;           ///< for people: "era probe", what an Event or Violation is about
    QString method;         ///< of a request or notification; for a response that of its request
    /// What a request or notification is about: the tool or prompt by name, the URI, the task;
    /// its beginning where it is long. Empty for others.
    QString target;
    /// Serial of the request or response that belongs to it, 0 none (yet); of a Violation found in
    /// a message: that message.
    quint64 pair = 0;
    QLatin1StringView outcome; ///< of an answer: TraceStatus::ofAnswer(), which is slow
    /// Serial of the first request of what this is a part of: the rounds of a call, its progress,
    /// the polls of its task, what a subscription tells; 0: of nothing.
    quint64 conversation = 0;
    Ending ending = Ending::None; ///< of a request without answer: why there comes none
    qint64 memory = 0;            ///< bytes that the log counts for it
    qint64 durationUs = -1;       ///< on a response (and its request): time between the two

    /// Sets the target from a message that is whole; a pass over its params.
    void readTarget();
    /// Bytes that it takes in memory, about.
    qint64 cost() const;
    /// What crossed the wire, or its beginning where it is truncated; empty for an Event.
    const QByteArray &payload() const { return bytes.isEmpty() ? message.payload() : bytes; }
};

} // namespace Mcp
