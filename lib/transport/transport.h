// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"
#include "wire/framing.h"

#include <QtCore/qobject.h>

#include <optional>

namespace Mcp {

/// How a transport came to its end.
struct CloseReason
{
    enum class How {
        FailedToStart, ///< message says why; started() was never emitted
        Exited,        ///< the process ended by itself with exitCode
        Signalled,     ///< the process was ended by a signal that we did not send
        OutputClosed,  ///< the peer closed its output though it lives; it was then ended by us
        InputClosed,   ///< the peer closed its input though it lives, a message was lost; likewise
        Stopped,       ///< stop() or terminate() was asked for
    };

    How how = How::Stopped;
    int exitCode = 0;
    int signal = 0; ///< Unix signal number for Signalled (and Stopped, if one was needed), else 0
    /// What became of the process, to follow "the server": "exited with code 1", "was ended by
    /// signal 11 (SIGSEGV)", "was stopped". For FailedToStart a sentence of its own.
    QString message;
};

/// "SIGTERM" for 15 and so on; the number for what has no common name.
[[nodiscard]] QString signalName(int signal);

/*!
 * Moves payloads to and from one peer; knows framing and the peer's life but no protocol. Created,
 * owned and used by a Server in one thread. start() is followed by exactly one closed(), whatever
 * happens, and may then be called again, from a slot of closed() too. All signals come from the
 * event loop. Destruction ends the peer at once and without closed().
 */
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Asks the peer to end, politely and in stages (close its input, wait, terminate, kill),
    /// without blocking. closed() follows. Nothing happens if it is closed already.
    virtual void stop() = 0;
    /// The same without the polite part: terminates at once, kills soon after. For a process that
    /// never agreed to anything (see Handshake).
    virtual void terminate() = 0;
    virtual bool isOpen() const = 0;

    /// Queues one payload (compact JSON, no delimiters); never blocks. False when closed or when
    /// more than the limit is waiting because the peer does not read. What meets a peer that is
    /// just ending is dropped: closed() follows.
    virtual bool send(const QByteArray &payload) = 0;
    /// Bytes written that the peer has not taken yet, ours and the system's; after closed() what it
    /// left untaken. Nothing: cannot tell.
    virtual std::optional<qint64> untakenBytes() const = 0;

    Framing framing() const { return m_framing; }
    /// The framing for what is sent from now on; received frames are recognised each by itself.
    void setFraming(Framing framing, bool asciiOnly = true);

    virtual qint64 processId() const { return 0; }

signals:
    void started();
    void frameReceived(const Mcp::Frame &frame);
    /// A chunk of the peer's stderr, cut anywhere.
    void diagnosticsReceived(const QByteArray &chunk);
    void closed(const Mcp::CloseReason &reason);

protected:
    Framing m_framing = Framing::Newline;
    bool m_asciiOnly = true;
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::CloseReason)
