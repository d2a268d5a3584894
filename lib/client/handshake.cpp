// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/handshake.h"

#include "client/pendingcalls.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "transport/transport.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

using Opener = HandshakeAttempt::Opener;

namespace {

QString seconds(int ms) { return u"%1 s"_s.arg(ms / 1000.0); }

} // namespace

Handshake::Handshake(Server *server, const HandshakeHints &hints, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_plan(server->spec().framing, server->spec().era, hints)
    , m_clock([server] { return server->untakenBytes(); })
{
    m_connectTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, &Handshake::onConnectTimeout);
    connect(&m_clock, &ReadClock::expired, this, &Handshake::onSilence);
    connect(server, &Server::processStarted, this, &Handshake::onProcessStarted);
    connect(server, &Server::attemptEnded, this, &Handshake::onAttemptEnded);
    connect(server, &Server::processEnded, this, &Handshake::onProcessEnded);
    connect(server, &Server::stateChanged, this, &Handshake::onStateChanged);
}

Handshake::~Handshake() = default;

void Handshake::start()
{
    const int limit = m_server->spec().timeouts.connect;
    if (limit > 0)
        m_connectTimer.start(limit);
    m_waitingForProcess = !m_server->isRunning();
    m_waitingForEnd = m_server->state() == Server::State::Stopping;
    if (!m_waitingForProcess)
        attempt();
    else if (m_server->state() != Server::State::Starting)
        m_server->start();
}

void Handshake::abort() { end(); }

bool Handshake::end()
{
    if (m_ended)
        return false;
    m_ended = true;
    m_clock.stop();
    m_connectTimer.stop();
    disconnect(m_server, nullptr, this, nullptr);
    m_server->setHandshakeActive(false);
    return true;
}

void Handshake::fail(const Error &error, const QString &advice)
{
    const QString step = m_server->step();
    if (!end())
        return;
    m_server->fail(step, error, advice);
    Error told = error;
    if (told.kind != Error::Kind::Remote && !step.isEmpty())
        told.message = u"While %1: %2"_s.arg(step, error.message);
    emit failed(told);
}

// ---- What is tried ----

void Handshake::onProcessStarted()
{
    if (!m_waitingForProcess)
        return;
    m_waitingForProcess = false;
    m_sawDiscover = false;
    attempt();
}

void Handshake::attempt()
{
    m_server->setHandshakeActive(true);
    const HandshakeAttempt &now = m_plan.current();
    m_tried.append(now.describe());
    m_server->setFraming(now.framing);
    ask();
}

void Handshake::ask()
{
    const HandshakeAttempt &now = m_plan.current();
    const bool discover = now.opener == Opener::Discover;
    const Revision version = discover ? m_modernVersion : m_legacyVersion;
    const MessageId id(m_server->nextRequestId());
    m_requests.insert(id, { now.opener, version });
    m_askedVersions.insert(version);
    m_sawDiscover = m_sawDiscover || discover;
    m_server->setStep(u"waiting for the answer to %1"_s.arg(now.describe()));
    m_server->sendMessage(Dialect::create(version, m_server->spec().capabilities)->opener(id),
                          discover ? u"era probe"_s : u"handshake"_s, m_conversation);
    if (m_conversation == 0)
        m_conversation = m_server->trace()->conversationOf(id);
    m_clock.start(now.patienceMs);
}

void Handshake::moveOn(const QString &why)
{
    const HandshakeAttempt &next = m_plan.current();
    m_server->trace()->addEvent(u"%1: trying %2%3"_s.arg(
            why, next.describe(), next.newProcess ? u" in a new process"_s : QString()));
    if (!next.newProcess)
        return attempt();
    m_clock.stop();
    m_requests.clear();
    m_waitingForProcess = true;
    m_server->setStep(u"restarting the server for %1"_s.arg(next.describe()));
    m_server->relaunch(next.framing);
}

void Handshake::onSilence()
{
    const int waited = m_plan.current().patienceMs;
    if (m_refusal && !m_plan.afterSilence())
        return fail(m_refusal);
    if (!m_refusal && m_plan.afterSilence())
        moveOn(u"No answer within %1"_s.arg(seconds(waited)));
}

void Handshake::onAttemptEnded(const CloseReason &reason, const Error &error)
{
    if (m_waitingForProcess)
        return fail(error);
    // A transport that still knows tells better than the last look.
    const std::optional<qint64> untaken = m_server->untakenBytes();
    const bool wasRead = untaken ? *untaken == 0 : m_clock.wasRead();
    const bool newlineOnly = m_plan.current().framing == Framing::Newline
                             && m_server->spec().framing == FramingSetting::Auto
                             && !m_plan.isFramingProven();
    if (m_plan.afterProcessEnd(wasRead))
        return moveOn(u"The program %1"_s.arg(reason.message));
    fail(error, newlineOnly
                        ? u"If the program reads Content-Length headers only, set its framing to "
                          "content-length."_s
                        : QString());
}

void Handshake::onProcessEnded(const Error &error)
{
    if (m_waitingForEnd || m_server->state() == Server::State::Starting)
        return; // that of the process before ours
    // It could not be started, or somebody stopped it: the server has said so itself.
    if (end())
        emit failed(error);
}

void Handshake::onStateChanged(Server::State state)
{
    if (state == Server::State::Starting)
        m_waitingForEnd = false;
    if (!m_waitingForEnd || (state != Server::State::Stopped && state != Server::State::Failed))
        return;
    // Ours is started right after this signal, unless somebody has changed his mind.
    QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_waitingForEnd && end())
                    emit failed(Error::transport(u"The server was stopped."_s));
            },
            Qt::QueuedConnection);
}

void Handshake::onConnectTimeout()
{
    QString message = u"No usable answer within the connect timeout of %1. Tried: %2."_s.arg(
            seconds(m_server->spec().timeouts.connect),
            m_tried.isEmpty() ? u"to start the program"_s : m_tried.join(u", then "_s));
    if (m_server->untakenBytes().value_or(0) > 0)
        message += " The program has not read what was sent to it last."_L1;
    if (!m_strayError.isEmpty())
        message += u" It sent an error that names no request: %1."_s.arg(m_strayError);
    fail(Error::timeout(message),
         u"If the server is slow to start, raise the connect timeout in its settings (0 = none)."_s);
}

// ---- What is answered ----

bool Handshake::take(const Message &message)
{
    if (m_ended || m_waitingForProcess)
        return false;
    const bool isAnswer = message.isResponse() || !message.isValid();
    auto found = isAnswer ? m_requests.find(message.id()) : m_requests.end();
    if (isAnswer && found == m_requests.end())
        found = m_requests.find(PendingCalls::asSent(message.id()));
    if (found == m_requests.end()) {
        if (message.kind() == Message::Kind::ErrorResponse && !message.id().isValid())
            m_strayError = Error::remote(message.error()).describe();
        noteProof(message);
        return false;
    }
    const Asked asked = found.value();
    m_requests.erase(found);
    m_plan.proveFraming();
    if (asked.opener == Opener::Discover) {
        m_knowsDiscover = true;
        onDiscoverAnswer(readDiscoverAnswer(message, asked.revision));
    } else {
        onInitializeAnswer(readInitializeAnswer(message, asked.revision));
    }
    return true;
}

/// A message in newline framing that nobody asked for comes from a server that speaks newline; one
/// with headers proves nothing, since servers exist that read both and always write headers.
void Handshake::noteProof(const Message &message)
{
    if (!message.isValid() || m_plan.current().framing != Framing::Newline
        || m_server->receivedFraming() != Framing::Newline)
        return;
    m_plan.proveFraming();
    m_clock.setPatience(m_plan.current().patienceMs);
}

void Handshake::onDiscoverAnswer(const Opening &opening)
{
    using Next = Opening::Next;
    if (m_plan.current().opener == Opener::Initialize) {
        // Late. A result still counts as long as initialize has not succeeded, an error does not.
        if (opening.next == Next::Open)
            open(opening);
        else
            m_server->trace()->addEvent(u"The late answer to the era probe is ignored"_s);
        return;
    }
    if (opening.next == Next::Open)
        return open(opening);
    if (m_refusal)
        return fail(m_refusal);
    if (opening.next == Next::Retry && !m_askedVersions.contains(opening.revision)) {
        m_modernVersion = opening.revision;
        return ask();
    }
    if (opening.next != Next::TryLegacy)
        return fail(opening.error);
    if (m_server->spec().era == EraSetting::Modern) {
        Error error = opening.error;
        return fail(Error::protocol(u"The server does not speak %1: it answered server/discover "
                                    "with %2."_s.arg(toString(m_modernVersion), error.describe()),
                                    error.data),
                    u"Set the era to auto or legacy."_s);
    }
    m_legacyVersion = opening.revision;
    m_plan.continueLegacy();
    moveOn(u"The era probe says legacy (%1)"_s.arg(opening.error.describe()));
}

void Handshake::onInitializeAnswer(const Opening &opening)
{
    switch (opening.next) {
    case Opening::Next::Open:
        return open(opening);
    case Opening::Next::Retry:
        if (m_askedVersions.contains(opening.revision))
            return onRefused(opening.error);
        m_legacyVersion = opening.revision;
        return ask();
    case Opening::Next::Refused:
    case Opening::Next::TryLegacy:
        return onRefused(opening.error);
    case Opening::Next::Fail:
        return fail(opening.error);
    }
}

void Handshake::onRefused(const Error &error)
{
    m_clock.stop();
    if (m_plan.afterRefusal(m_sawDiscover, m_knowsDiscover)) {
        if (m_plan.current().opener == Opener::Discover && !m_plan.current().newProcess)
            m_refusal = error;
        return moveOn(u"initialize was refused (%1)"_s.arg(error.describe()));
    }
    fail(error, m_server->spec().era == EraSetting::Legacy
                        ? u"If the server speaks 2026-07-28 only, set the era to auto or modern."_s
                        : QString());
}

void Handshake::open(const Opening &opening)
{
    ConnectionInfo connection;
    connection.era = eraOf(opening.revision);
    connection.revision = opening.revision;
    connection.framing = m_server->framing();
    connection.result = opening.result;
    if (!end())
        return;
    for (const QString &warning : opening.warnings)
        m_server->addWarning(warning, Rule::OpeningResult);
    for (const Violation &violation : opening.violations)
        reportViolation(m_server, opening.result, violation.rule, violation.text);
    if (const auto confirmation = Dialect::create(opening.revision)->confirmation())
        m_server->sendMessage(*confirmation, u"handshake"_s, m_conversation);
    emit succeeded(connection);
}

} // namespace Mcp
