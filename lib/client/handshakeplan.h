// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "wire/framing.h"

#include <QtCore/qlist.h>

#include <optional>

namespace Mcp {

/// What is known about a server's habits from an earlier run, to skip probing.
struct HandshakeHints
{
    std::optional<Framing> framing;
    std::optional<Era> era;
};

/// One thing to try: an opening request in some framing, and how long to wait for any sign.
struct HandshakeAttempt
{
    enum class Opener { Discover, Initialize };

    Opener opener = Opener::Discover;
    Framing framing = Framing::Newline;
    bool newProcess = false; ///< end the process that runs and start another first
    int patienceMs = 0;      ///< after the request was read; 0: only the connect timeout counts
    bool hinted = false;     ///< tried because it worked in an earlier run

    QString describe() const; ///< "server/discover in newline framing", for people
    friend bool operator==(const HandshakeAttempt &, const HandshakeAttempt &) = default;
};

/*!
 * Decides what the handshake tries next: the framing escalation, the fall-back between the eras,
 * and the memory of an earlier run, as pure state without clock or process. The Handshake reports
 * what happened and does what current() says. Its first attempt runs in whatever process there is.
 */
class HandshakePlan
{
public:
    static constexpr int probePatienceMs = 1000;   ///< silence after server/discover
    static constexpr int framingPatienceMs = 2500; ///< silence that casts doubt on the framing

    HandshakePlan(FramingSetting framing, EraSetting era, const HandshakeHints &hints = {});

    const HandshakeAttempt &current() const { return m_attempts[m_index]; }
    bool isFramingProven() const { return m_proven; }

    /// A valid message has shown that the framing of the current attempt is read: no other is tried
    /// from here on.
    void proveFraming();
    /// The patience is over. False when there is nothing else to try.
    bool afterSilence();
    /// The process ended by itself; @p inputWasRead: it had taken what was sent. False when trying
    /// again would not help.
    bool afterProcessEnd(bool inputWasRead);
    /// server/discover was answered by a legacy server: initialize in the same process, at once.
    void continueLegacy();
    /// initialize was answered with an error. @p sawDiscover: this process was probed before, which
    /// some servers do not take; @p knowsDiscover: the probe was answered at some time. False when
    /// the refusal is final.
    bool afterRefusal(bool sawDiscover, bool knowsDiscover);

private:
    using Attempts = QList<HandshakeAttempt>;
    static Attempts attemptsFor(FramingSetting framing, EraSetting era);
    static Attempts hintedFor(FramingSetting framing, EraSetting era, const HandshakeHints &hints);
    const HandshakeAttempt *following() const;
    bool advance(bool newProcess);
    void replace(const HandshakeAttempt &attempt);
    bool forgetHints();

    EraSetting m_era;
    Attempts m_attempts;
    qsizetype m_index = 0;
    bool m_proven = false;
    bool m_newlineEnded = false; ///< a process ended on reading a newline request
    bool m_restartedAfterRefusal = false;
    bool m_askedAtLast = false;
};

} // namespace Mcp
