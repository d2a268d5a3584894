// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/handshakeplan.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

using Opener = HandshakeAttempt::Opener;

namespace {

FramingSetting fixed(Framing framing)
{
    return framing == Framing::Newline ? FramingSetting::Newline : FramingSetting::ContentLength;
}

Framing firstFraming(FramingSetting setting)
{
    return setting == FramingSetting::ContentLength ? Framing::ContentLength : Framing::Newline;
}

} // namespace

QString HandshakeAttempt::describe() const
{
    return u"%1 in %2 framing"_s.arg(
            opener == Opener::Discover ? u"server/discover"_s : u"initialize"_s,
            framing == Framing::Newline ? u"newline"_s : u"Content-Length"_s);
}

HandshakePlan::HandshakePlan(FramingSetting framing, EraSetting era, const HandshakeHints &hints)
    : m_era(era)
    , m_attempts(hintedFor(framing, era, hints))
{
    Attempts all = attemptsFor(framing, era);
    all.first().newProcess = !m_attempts.isEmpty();
    m_attempts.append(all);
}

HandshakePlan::Attempts HandshakePlan::attemptsFor(FramingSetting framing, EraSetting era)
{
    const Framing first = firstFraming(framing);
    const Opener opener = era == EraSetting::Modern ? Opener::Discover : Opener::Initialize;
    Attempts attempts;
    if (era == EraSetting::Auto)
        attempts.append({ Opener::Discover, first, false, probePatienceMs });
    if (framing != FramingSetting::Auto) {
        attempts.append({ opener, first, false, 0 });
        return attempts;
    }
    attempts.append({ opener, Framing::Newline, false, framingPatienceMs });
    attempts.append({ opener, Framing::ContentLength, true, framingPatienceMs });
    // A relay may have swallowed the first attempts while its server was starting.
    attempts.append({ opener, Framing::Newline, true, 0 });
    return attempts;
}

HandshakePlan::Attempts HandshakePlan::hintedFor(FramingSetting framing, EraSetting era,
                                                 const HandshakeHints &hints)
{
    const bool usesFraming = framing == FramingSetting::Auto && hints.framing;
    const bool usesEra = era == EraSetting::Auto && hints.era;
    if (!usesFraming && !usesEra)
        return {};
    const Framing first = usesFraming ? *hints.framing : firstFraming(framing);
    EraSetting assumed = era;
    if (usesEra)
        assumed = *hints.era == Era::Modern ? EraSetting::Modern : EraSetting::Legacy;

    Attempts attempts = attemptsFor(fixed(first), assumed);
    attempts.last().patienceMs = framingPatienceMs;
    for (HandshakeAttempt &attempt : attempts)
        attempt.hinted = true;
    return attempts;
}

const HandshakeAttempt *HandshakePlan::following() const
{
    return m_index + 1 < m_attempts.size() ? &m_attempts[m_index + 1] : nullptr;
}

bool HandshakePlan::advance(bool newProcess)
{
    ++m_index;
    if (newProcess)
        m_attempts[m_index].newProcess = true;
    return true;
}

void HandshakePlan::replace(const HandshakeAttempt &attempt)
{
    m_attempts = { attempt };
    m_index = 0;
}

bool HandshakePlan::forgetHints()
{
    while (current().hinted)
        ++m_index;
    return true;
}

void HandshakePlan::proveFraming()
{
    if (m_proven)
        return;
    m_proven = true;
    const HandshakeAttempt proven = current();
    Attempts all = attemptsFor(fixed(proven.framing), m_era);
    if (proven.hinted) {
        while (!m_attempts.last().hinted)
            m_attempts.removeLast();
        all.first().newProcess = true;
        m_attempts.append(all);
        return;
    }
    // What is left of this process: the same request without a limit, or the probe and what
    // follows.
    while (all.first().opener != proven.opener)
        all.removeFirst();
    m_attempts = all;
    m_index = 0;
}

bool HandshakePlan::afterSilence()
{
    return current().patienceMs > 0 && following() && advance(false);
}

bool HandshakePlan::afterProcessEnd(bool inputWasRead)
{
    const HandshakeAttempt ended = current();
    if (ended.hinted)
        return forgetHints();
    const HandshakeAttempt *const then = following();
    if (!then)
        return false;
    // Servers exit on a request they do not know: initialize in a process that was never probed.
    if (ended.opener == Opener::Discover && then->opener == Opener::Initialize)
        return advance(true);
    if (m_proven)
        return false;
    if (ended.framing == Framing::ContentLength)
        return !m_newlineEnded && advance(true);
    // Who ended before reading anything does not mind the framing: it cannot start.
    m_newlineEnded = true;
    return inputWasRead && advance(true);
}

void HandshakePlan::continueLegacy()
{
    replace({ Opener::Initialize, current().framing, false, 0 });
}

bool HandshakePlan::afterRefusal(bool sawDiscover, bool knowsDiscover)
{
    if (current().hinted)
        return forgetHints();
    const Framing framing = current().framing;
    if (sawDiscover && !m_restartedAfterRefusal) {
        m_restartedAfterRefusal = true;
        replace({ Opener::Initialize, framing, true, 0 });
        return true;
    }
    // A modern server behind a slow relay may have missed the probe.
    if (m_era == EraSetting::Auto && !sawDiscover && !knowsDiscover && !m_askedAtLast) {
        m_askedAtLast = true;
        replace({ Opener::Discover, framing, false, probePatienceMs });
        return true;
    }
    return false;
}

} // namespace Mcp
