// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/server.h"

#include "server/launch.h"
#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "server/tracespill.h"
#include "server/violationlog.h"
#include "transport/stdiotransport.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qpointer.h>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A server that breaks a rule in a thousand ways is described well enough by the first of them.
constexpr qsizetype maxWarnings = 100;
/// Enough for a sentence, whatever of the server's it quotes.
constexpr qsizetype maxWarningChars = 2000;

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
    , m_health(new ViolationLog(this))
    , m_trace(new TraceLog(m_spec.traceBytes, this))
    , m_inbox(
              m_trace,
              [this](const Message &message, Framing framing) {
                  m_receivedFraming = framing;
                  emit messageReceived(message);
              },
              [this](const QString &warning) { addWarning(warning); })
    , m_factory(&Server::makeTransport)
{
    m_trace->setViolationLog(m_health);
    m_stderrLog->setLimits(m_spec.limits);
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
    m_stderrLog->setLimits(spec.limits);
    if (m_trace->spill())
        m_trace->spill()->setMaxBytes(spec.traceDiskBytes);
    m_trace->setMaxBytes(spec.traceBytes);
    emit specChanged();
}

std::unique_ptr<Transport> Server::makeTransport(const ServerSpec &spec)
{
    auto transport = std::make_unique<StdioTransport>(spec.launch);
    transport->setFrameLimits(
            { qsizetype(spec.limits.frameBytes), qsizetype(spec.limits.headerBytes) });
    transport->setQueueLimit(spec.limits.unreadBytes);
    return transport;
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
    m_health->clear();
    if (!m_warnings.isEmpty()) {
        m_warnings.clear();
        emit warningsChanged();
    }
    launch();
}

void Server::launch()
{
    dropLaunch();
    m_launch = std::make_unique<Launch>(m_factory(m_spec), m_spec, m_stderrLog, m_trace);
    connect(m_launch.get(), &Launch::started, this, &Server::onStarted);
    connect(m_launch.get(), &Launch::ended, this, &Server::onEnded);
    connect(m_launch.get(), &Launch::frameReceived, this, [this](const Frame &frame) {
        m_inbox.take(frame, m_connection ? std::optional(m_connection->revision) : std::nullopt);
    });
    const Framing framing = m_relaunchFraming.value_or(firstFraming(m_spec));
    m_relaunchFraming.reset();
    m_connection.reset();
    ++m_launchCount;
    m_launch->start(framing); // reports from the event loop
    showStep(u"starting the program"_s);
    setState(State::Starting);
}

void Server::dropLaunch()
{
    if (!m_launch)
        return;
    m_launch->disconnect(this);
    m_launch->setParent(this);
    m_launch.release()->deleteLater(); // we may be inside its ended()
}

void Server::onStarted()
{
    if (m_state != State::Starting || m_relaunchFraming)
        return; // it is being ended already
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
    if (m_restartTimer.isActive()) { // Failed
        m_restartTimer.stop();
        showStep({});
        return setState(State::Stopped);
    }
    if (m_state != State::Starting && !isRunning())
        return;
    m_handshakeActive = false;
    m_connection.reset();
    const bool active = m_launch->isActive(); // else a handshake was to decide what comes next
    if (active)
        m_launch->stop();
    showStep(active ? u"stopping"_s : QString());
    const QPointer<Server> self(this);
    setState(State::Stopping);
    // Nobody need wait for the stages of the stop to learn that no answer will come; and a start()
    // that this makes somebody do must not be taken for what ends here.
    if (self)
        emit processEnded(Error::transport(u"The server was stopped."_s));
    if (self && !active)
        onStopped();
}

void Server::onEnded(const CloseReason &reason)
{
    if (m_state == State::Stopping)
        m_failing ? becomeFailed() : onStopped();
    else if (m_relaunchFraming)
        launch();
    else if (m_state == State::Running && m_handshakeActive)
        emit attemptEnded(reason, m_launch->failure(m_step).toError());
    else
        onUnexpectedEnd(reason);
}

void Server::onStopped()
{
    const QPointer<Server> self(this);
    showStep({});
    setState(State::Stopped);
    if (self && m_state == State::Stopped && std::exchange(m_startAfterStop, false))
        start();
}

void Server::onUnexpectedEnd(const CloseReason &reason)
{
    m_failure = m_launch->failure(m_step);
    if (m_spec.autoRestart && reason.how != CloseReason::How::FailedToStart)
        planRestart();
    const Error error = m_failure.toError();
    const QPointer<Server> self(this);
    becomeFailed();
    if (self)
        emit processEnded(error);
}

void Server::planRestart()
{
    const std::optional<int> delay =
            m_restartPolicy.nextDelayMs(QDateTime::currentMSecsSinceEpoch() - startedAt());
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
    m_failure.stderrTail = m_launch->failure({}).stderrTail;
    const QPointer<Server> self(this);
    showStep(m_restartTimer.isActive()
                     ? u"starting again in %1 s"_s.arg(m_restartTimer.interval() / 1000)
                     : QString());
    setState(State::Failed);
    if (self && m_state == State::Failed && std::exchange(m_startAfterStop, false))
        start();
}

void Server::fail(const QString &step, const Error &error, const QString &advice)
{
    if (m_state != State::Starting && !isRunning())
        return;
    m_failure = m_launch->failure(step);
    m_failure.step = step;
    m_failure.error = error;
    // How the process ended and what it wrote often says more than the handshake knows.
    m_failure.advice = QStringList({ m_failure.advice, advice }).join(u' ').trimmed();
    m_trace->addEvent(u"failed while %1: %2"_s.arg(step, error.describe()));
    m_relaunchFraming.reset();
    m_handshakeActive = false;
    const Error told = m_failure.toError();
    const QPointer<Server> self(this);
    if (m_launch->isActive()) {
        m_failing = true;
        m_state == State::Ready ? m_launch->stop() : m_launch->terminate();
        showStep(u"stopping"_s);
        setState(State::Stopping);
    } else {
        becomeFailed();
    }
    if (self)
        emit processEnded(told);
}

void Server::relaunch(Framing framing)
{
    if (m_state != State::Starting && !isRunning())
        return;
    m_relaunchFraming = framing;
    if (!m_launch->isActive())
        return launch();
    m_connection.reset();
    m_launch->terminate();
    setState(State::Starting);
}

bool Server::sendMessage(const Message &message, const QString &note, quint64 conversation)
{
    return m_launch && m_launch->send(message, note, conversation);
}

void Server::addWarning(const QString &warning, Rule rule)
{
    m_health->add(rule, warning);
    if (m_warnings.size() > maxWarnings)
        return;
    const QString text =
            warning.size() > maxWarningChars ? warning.first(maxWarningChars) + u'…' : warning;
    if (m_warnings.contains(text))
        return;
    m_warnings.append(m_warnings.size() < maxWarnings ? text
                                                      : u"There is more; the trace has it all."_s);
    emit warningsChanged();
}

qint64 Server::processId() const { return m_launch ? m_launch->processId() : 0; }

qint64 Server::startedAt() const { return m_launch ? m_launch->startedAt() : 0; }

std::optional<qint64> Server::untakenBytes() const
{
    return m_launch ? m_launch->untakenBytes() : std::nullopt;
}

Framing Server::framing() const { return m_launch ? m_launch->framing() : firstFraming(m_spec); }

void Server::setFraming(Framing framing)
{
    if (m_launch)
        m_launch->setFraming(framing);
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
