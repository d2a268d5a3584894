// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/server.h"

#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "transport/stdiotransport.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qpointer.h>

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stderrTailLines = 20;
/// A server that breaks a rule in a thousand ways is described well enough by the first of them.
constexpr qsizetype maxWarnings = 100;

Framing firstFraming(const ServerSpec &spec)
{
    return spec.framing == FramingSetting::ContentLength ? Framing::ContentLength
                                                         : Framing::Newline;
}

ServerSpec specFor(const QString &command, const QStringList &arguments)
{
    ServerSpec spec;
    spec.name = command;
    spec.launch.command = command;
    spec.launch.arguments = arguments;
    return spec;
}

} // namespace

Server::Server(ServerSpec spec, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_stderrLog(new StderrLog(m_spec.stderrLines, this))
    , m_trace(new TraceLog(m_spec.traceBytes, this))
    , m_inbox(
              m_trace,
              [this](const Message &message, Framing framing) {
                  m_receivedFraming = framing;
                  emit messageReceived(message);
              },
              [this](const QString &warning) { addWarning(warning); })
    , m_factory([](const ServerSpec &s) { return std::make_unique<StdioTransport>(s.launch); })
{
    m_restartTimer.setSingleShot(true);
    connect(&m_restartTimer, &QTimer::timeout, this, [this] { launch(); });
}

Server::Server(const QString &command, const QStringList &arguments, QObject *parent)
    : Server(specFor(command, arguments), parent)
{}

Server::~Server() = default;

void Server::setSpec(const ServerSpec &spec)
{
    if (spec == m_spec)
        return;
    m_spec = spec;
    m_stderrLog->setCapacity(spec.stderrLines);
    m_trace->setMaxBytes(spec.traceBytes);
    emit specChanged();
}

void Server::setTransportFactory(TransportFactory factory) { m_factory = std::move(factory); }

void Server::start()
{
    if (m_state == State::Stopping)
        m_startAfterStop = true;
    if (m_state != State::Stopped && m_state != State::Failed)
        return;
    m_restartTimer.stop();
    m_restartPolicy.reset();
    m_launchCount = 0;
    m_failure = {};
    m_inbox.forgetWarnings();
    if (!m_warnings.isEmpty()) {
        m_warnings.clear();
        emit warningsChanged();
    }
    launch();
}

void Server::launch()
{
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->setParent(this);
        m_transport.release()->deleteLater(); // we may be inside its closed()
    }
    m_transport = m_factory(m_spec);
    connect(m_transport.get(), &Transport::started, this, &Server::onStarted);
    connect(m_transport.get(), &Transport::closed, this, &Server::onClosed);
    connect(m_transport.get(), &Transport::diagnosticsReceived, m_stderrLog, &StderrLog::append);
    connect(m_transport.get(), &Transport::frameReceived, this, [this](const Frame &frame) {
        m_inbox.take(frame, m_connection ? std::optional(m_connection->revision) : std::nullopt);
    });
    const Framing framing = m_relaunchFraming.value_or(firstFraming(m_spec));
    m_relaunchFraming.reset();
    m_transport->setFraming(framing, m_spec.asciiOnlyHeaders);
    m_connection.reset();
    m_lastEnd.reset();
    m_stderrBegin = m_stderrLog->nextSerial();
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    ++m_launchCount;
    m_processActive = true;
    m_trace->addEvent(u"starting %1, writing %2 frames"_s.arg(m_spec.launch.commandLine(),
                                                              toString(framing)));
    m_transport->start(); // reports from the event loop
    showStep(u"starting the program"_s);
    setState(State::Starting);
}

void Server::onStarted()
{
    if (m_state != State::Starting)
        return; // it is being stopped already
    m_trace->addEvent(u"process %1 started"_s.arg(m_transport->processId()));
    showStep({});
    setState(State::Running);
    if (m_state == State::Running)
        emit processStarted();
}

void Server::stop()
{
    m_startAfterStop = false;
    beginStop();
}

void Server::restart()
{
    if (m_state == State::Stopped || m_state == State::Failed)
        return start();
    m_startAfterStop = true;
    beginStop();
}

void Server::beginStop()
{
    m_relaunchFraming.reset();
    m_handshakeActive = false;
    if (m_state == State::Failed && m_restartTimer.isActive()) {
        m_restartTimer.stop();
        showStep({});
        setState(State::Stopped);
    }
    if (m_state == State::Stopped || m_state == State::Failed || m_state == State::Stopping)
        return;
    if (!m_processActive) // a handshake attempt has ended, the next is still to be decided
        return onStopped();
    showStep(u"stopping"_s);
    setState(State::Stopping);
    m_transport->stop();
}

void Server::onClosed(const CloseReason &reason)
{
    m_processActive = false;
    m_lastEnd = reason;
    m_stderrLog->flush();
    m_trace->addEvent(reason.how == CloseReason::How::FailedToStart
                              ? reason.message
                              : u"the process %1"_s.arg(reason.message));
    m_trace->forgetPending();
    if (m_state == State::Stopping)
        m_failing ? becomeFailed() : onStopped();
    else if (m_relaunchFraming)
        launch();
    else if (m_state == State::Running && m_handshakeActive)
        emit attemptEnded(reason, failureFor(reason).toError());
    else
        onUnexpectedEnd(reason);
}

void Server::onStopped()
{
    m_connection.reset();
    showStep({});
    const QPointer<Server> self(this);
    setState(State::Stopped);
    if (self)
        emit processEnded(Error::transport(u"The server was stopped."_s));
    if (self && std::exchange(m_startAfterStop, false))
        start();
}

void Server::onUnexpectedEnd(const CloseReason &reason)
{
    m_failure = failureFor(reason);
    const bool started = reason.how != CloseReason::How::FailedToStart;
    if (m_spec.autoRestart && started)
        planRestart();
    becomeFailed();
}

void Server::planRestart()
{
    const std::optional<int> delay =
            m_restartPolicy.nextDelayMs(QDateTime::currentMSecsSinceEpoch() - m_startedAt);
    if (delay) {
        m_restartTimer.start(*delay);
        m_trace->addEvent(u"starting again in %1 s"_s.arg(*delay / 1000));
        return;
    }
    m_failure.advice =
            u"It ended twice within %1 seconds of its start, so it is not started again by itself. %2"_s
                    .arg(RestartPolicy::quickDeathMs / 1000)
                    .arg(m_failure.advice)
                    .trimmed();
    m_trace->addEvent(u"ended twice shortly after its start: not started again by itself"_s);
}

void Server::becomeFailed()
{
    m_failing = false;
    m_handshakeActive = false;
    m_connection.reset();
    m_failure.stderrTail = stderrTail();
    const Error error = m_failure.toError();
    const QPointer<Server> self(this);
    showStep(m_restartTimer.isActive()
                     ? u"starting again in %1 s"_s.arg(m_restartTimer.interval() / 1000)
                     : QString());
    setState(State::Failed);
    if (self)
        emit processEnded(error);
    if (self && std::exchange(m_startAfterStop, false))
        start();
}

void Server::fail(const QString &step, const Error &error, const QString &advice)
{
    if (m_state != State::Starting && !isRunning())
        return;
    m_failure = m_lastEnd ? failureFor(*m_lastEnd) : ServerFailure();
    m_failure.step = step;
    m_failure.error = error;
    m_failure.commandLine = m_spec.launch.commandLine();
    if (!advice.isEmpty())
        m_failure.advice = advice;
    m_trace->addEvent(u"failed while %1: %2"_s.arg(step, error.describe()));
    m_relaunchFraming.reset();
    m_handshakeActive = false;
    if (!m_processActive)
        return becomeFailed();
    m_failing = true;
    const bool agreed = m_state == State::Ready;
    showStep(u"stopping"_s);
    setState(State::Stopping);
    agreed ? m_transport->stop() : m_transport->terminate();
}

void Server::relaunch(Framing framing)
{
    if (m_state != State::Starting && !isRunning())
        return;
    m_relaunchFraming = framing;
    if (!m_processActive)
        return launch();
    setState(State::Starting);
    m_transport->terminate();
}

ServerFailure Server::failureFor(const CloseReason &reason) const
{
    ServerFailure failure;
    const bool started = reason.how != CloseReason::How::FailedToStart;
    failure.step = !started ? u"starting the program"_s : m_step;
    failure.error =
            Error::transport(started ? u"The server %1."_s.arg(reason.message) : reason.message);
    failure.commandLine = m_spec.launch.commandLine();
    if (reason.how == CloseReason::How::Exited)
        failure.exitCode = reason.exitCode;
    if (reason.signal)
        failure.signal = reason.signal;
    failure.stderrTail = stderrTail();
    failure.advice = adviceFor(m_spec.launch, reason, failure.stderrTail);
    return failure;
}

/// The last lines of this process, none of an earlier one.
QStringList Server::stderrTail() const
{
    const quint64 written = m_stderrLog->nextSerial() - m_stderrBegin;
    return m_stderrLog->tail(int(std::min<quint64>(written, stderrTailLines)));
}

bool Server::sendMessage(const Message &message, const QString &note)
{
    if (!m_transport || !m_transport->isOpen() || !m_transport->send(message.payload()))
        return false;
    m_trace->addMessage(TraceEntry::Direction::Sent, message, m_transport->framing(), note);
    return true;
}

void Server::addWarning(const QString &warning)
{
    if (m_warnings.size() > maxWarnings || m_warnings.contains(warning))
        return;
    m_warnings.append(m_warnings.size() < maxWarnings ? warning
                                                      : u"There is more; the trace has it all."_s);
    emit warningsChanged();
}

qint64 Server::processId() const { return m_processActive ? m_transport->processId() : 0; }

std::optional<qint64> Server::untakenBytes() const
{
    return m_transport ? m_transport->untakenBytes() : std::nullopt;
}

Framing Server::framing() const
{
    return m_transport ? m_transport->framing() : firstFraming(m_spec);
}

void Server::setFraming(Framing framing)
{
    if (!m_transport || m_transport->framing() == framing)
        return;
    m_transport->setFraming(framing, m_spec.asciiOnlyHeaders);
    m_trace->addEvent(u"writing %1 frames from now on"_s.arg(toString(framing)));
}

void Server::setStep(const QString &step)
{
    if (step == m_step)
        return;
    if (!step.isEmpty())
        m_trace->addEvent(step);
    showStep(step);
}

void Server::showStep(const QString &step)
{
    if (step == m_step)
        return;
    m_step = step;
    emit stepChanged(step);
}

void Server::setReady(const ConnectionInfo &connection)
{
    if (!isRunning())
        return;
    m_connection = connection;
    m_handshakeActive = false;
    m_trace->addEvent(u"connected: %1 revision %2, %3 framing"_s.arg(
            toString(connection.era), toString(connection.revision), toString(connection.framing)));
    showStep({});
    setState(State::Ready);
}

void Server::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

QString Server::stateName(State state)
{
    switch (state) {
    case State::Stopped:
        return u"Stopped"_s;
    case State::Starting:
        return u"Starting"_s;
    case State::Running:
        return u"Running"_s;
    case State::Ready:
        return u"Ready"_s;
    case State::Stopping:
        return u"Stopping"_s;
    case State::Failed:
        return u"Failed"_s;
    }
    return {};
}

} // namespace Mcp
