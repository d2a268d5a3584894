// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/stdiotransport.h"

#include "transport/childprocess.h"

#include <QtCore/qfile.h>
#include <QtCore/qpointer.h>

#include <csignal>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Longest wait for a child that was sent SIGKILL; only one stuck in the kernel takes longer.
constexpr int killedMs = 5000;
constexpr int leftoversPollMs = 10;

#ifdef Q_OS_UNIX
constexpr int killSignal = SIGKILL;
#else
constexpr int killSignal = SIGTERM;
#endif

/// execve() says "No such file" of a script whose interpreter is missing, and "Exec format error"
/// of a script that names none: say what is meant.
QString startHint(const QString &program)
{
    QFile file(program);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readLine(256);
    if (line.startsWith("#!")) {
        const QString interpreter =
                QString::fromLocal8Bit(line).sliced(2).trimmed().section(u' ', 0, 0);
        return interpreter.isEmpty() || QFile::exists(interpreter)
                       ? QString()
                       : u" Its first line asks for \"%1\", which does not exist."_s.arg(
                               interpreter);
    }
    const bool isText = !line.isEmpty() && !line.contains('\0') && !line.startsWith("\x7f");
    return isText ? u" It looks like a script, but its first line names no interpreter (such as #!/usr/bin/env python3)."_s
                  : QString();
}

} // namespace

StdioTransport::StdioTransport(LaunchSpec spec, QObject *parent)
    : Transport(parent)
    , m_spec(std::move(spec))
    , m_makeChild(&ChildProcess::create)
{
    m_stageTimer.setSingleShot(true);
    m_pipeTimer.setSingleShot(true);
    m_leftoversTimer.setInterval(leftoversPollMs);
    connect(&m_stageTimer, &QTimer::timeout, this, &StdioTransport::onStageTimeout);
    connect(&m_leftoversTimer, &QTimer::timeout, this, &StdioTransport::checkLeftovers);
}

StdioTransport::~StdioTransport() = default;

void StdioTransport::start()
{
    if (m_stage != Stage::Closed)
        return;
    m_stage = Stage::Starting;
    m_reason = {};
    m_endedFor.reset();
    m_lastSignalSent = 0;
    m_stuck = false;
    m_untakenAtEnd.reset();
    m_decoder.reset();
    const Result<QString> program = resolveProgram(m_spec);
    if (program)
        spawn(*program);
    else
        QMetaObject::invokeMethod(
                this, [this, why = program.error().message] { refuse(why); }, Qt::QueuedConnection);
}

void StdioTransport::spawn(const QString &program)
{
    m_child = m_makeChild();
    connect(m_child.get(), &ChildProcess::started, this, &StdioTransport::onStarted);
    connect(m_child.get(), &ChildProcess::failedToStart, this,
            [this, program](const QString &reason) {
                refuse(u"The program \"%1\" could not be started: %2.%3"_s.arg(program, reason,
                                                                               startHint(program)));
            });
    connect(m_child.get(), &ChildProcess::outputReceived, this, &StdioTransport::onOutput);
    connect(m_child.get(), &ChildProcess::diagnosticsReceived, this,
            [this](QByteArrayView bytes) { emit diagnosticsReceived(bytes.toByteArray()); });
    connect(m_child.get(), &ChildProcess::outputClosed, this,
            [this] { onPipeClosed(CloseReason::How::OutputClosed); });
    connect(m_child.get(), &ChildProcess::inputBroken, this,
            [this] { onPipeClosed(CloseReason::How::InputClosed); });
    connect(m_child.get(), &ChildProcess::exited, this, &StdioTransport::onExited);
    m_child->start(program, m_spec);
}

void StdioTransport::refuse(const QString &why)
{
    m_reason.how = CloseReason::How::FailedToStart;
    m_reason.message = why;
    finish();
}

void StdioTransport::onStarted()
{
    if (m_stage == Stage::Starting)
        m_stage = Stage::Open;
    // Also when stop() was faster: started() and closed() always come as a pair.
    emit started();
}

bool StdioTransport::send(const QByteArray &payload)
{
    // The child has ended by itself, or its input broke just now: closed() follows and says how,
    // which tells the sender more than a refusal here.
    if (m_stage == Stage::Leftovers)
        return true;
    if (m_stage != Stage::Open || m_child->queuedBytes() > m_queueLimit)
        return false;
    m_child->write(encodeFrame(m_framing, payload, m_asciiOnly));
    return true;
}

std::optional<qint64> StdioTransport::untakenBytes() const
{
    return m_child ? m_child->untakenBytes() : m_untakenAtEnd;
}

qint64 StdioTransport::processId() const { return m_child ? m_child->processId() : 0; }

void StdioTransport::onOutput(QByteArrayView bytes)
{
    const QPointer<StdioTransport> self(this); // a receiver may delete us
    m_child->setCorked(true); // the answers to one piece of input leave in one piece
    m_decoder.feed(bytes);
    while (std::optional<Frame> frame = m_decoder.next()) {
        emit frameReceived(*frame);
        if (!self)
            return;
    }
    if (m_child) // a receiver may have waited for its end
        m_child->setCorked(false);
}

void StdioTransport::stop()
{
    if (m_stage == Stage::Starting || m_stage == Stage::Open)
        endBy(CloseReason::How::Stopped);
}

void StdioTransport::terminate()
{
    const bool politely = m_stage == Stage::InputClosed || m_stage == Stage::Terminated;
    if (m_stage != Stage::Starting && m_stage != Stage::Open && !politely)
        return;
    if (!m_endedFor)
        m_endedFor = CloseReason::How::Stopped;
    if (!m_child)
        return; // the program was not found; closed() is on its way
    m_child->closeInput();
    m_child->terminateGroup();
    m_lastSignalSent = SIGTERM;
    enter(Stage::Terminated, m_times.afterTerminateNow);
}

void StdioTransport::endBy(CloseReason::How how)
{
    m_endedFor = how;
    if (!m_child)
        return; // the program was not found; closed() is on its way
    m_child->closeInput();
    enter(Stage::InputClosed, m_times.afterInputClosed);
}

void StdioTransport::onPipeClosed(CloseReason::How how)
{
    const auto lives = [this] { return m_stage == Stage::Starting || m_stage == Stage::Open; };
    if (!lives() || m_pipeTimer.isActive())
        return;
    // The usual reason is that the child is about to exit; then its exit code is the better story.
    m_pipeTimer.disconnect(this);
    connect(&m_pipeTimer, &QTimer::timeout, this, [this, how, lives] {
        if (lives())
            endBy(how);
    });
    m_pipeTimer.start(m_times.afterPipeClosed);
}

void StdioTransport::enter(Stage stage, int timeoutMs)
{
    m_stage = stage;
    m_stageTimer.start(timeoutMs);
}

void StdioTransport::onStageTimeout()
{
    switch (m_stage) {
    case Stage::InputClosed:
        m_child->terminateGroup();
        m_lastSignalSent = SIGTERM;
        enter(Stage::Terminated, m_times.afterTerminate);
        return;
    case Stage::Terminated:
        m_child->killGroup();
        m_lastSignalSent = killSignal;
        enter(Stage::Killed, killedMs);
        return;
    case Stage::Killed:
        m_reason.how = m_endedFor.value_or(CloseReason::How::Stopped);
        m_stuck = true;
        finish(); // closed() must come even so
        return;
    case Stage::Leftovers:
        finish();
        return;
    case Stage::Closed:
    case Stage::Starting:
    case Stage::Open:
        return;
    }
}

void StdioTransport::onExited(int exitCode, int signal)
{
    m_untakenAtEnd = m_child->untakenBytes();
    m_reason.exitCode = exitCode;
    m_reason.signal = signal;
    if (m_endedFor)
        m_reason.how = *m_endedFor;
    else
        m_reason.how = signal ? CloseReason::How::Signalled : CloseReason::How::Exited;
    m_pipeTimer.stop();
    if (m_stage == Stage::Killed || m_child->isGroupGone()) {
        finish();
        return;
    }
    // A wrapper such as npx went first: what it had started gets a moment to end in order.
    m_child->closeInput();
    m_child->terminateGroup();
    enter(Stage::Leftovers, m_times.afterLeader);
    m_leftoversTimer.start();
}

void StdioTransport::checkLeftovers()
{
    if (m_child->isGroupGone())
        finish();
}

/// Everybody is gone, or was sent SIGKILL: reads what they left and reports the end.
void StdioTransport::finish()
{
    m_stage = Stage::Leftovers; // whatever a receiver asks for now comes too late
    m_stageTimer.stop();
    m_pipeTimer.stop();
    m_leftoversTimer.stop();
    const QPointer<StdioTransport> self(this);
    if (m_child) {
        m_child->drain();
        if (!self)
            return;
        m_child->release();
        m_child->disconnect(this);
        m_child->setParent(this);
        m_child.release()->deleteLater(); // we may be inside one of its signals
    }
    if (const std::optional<Frame> rest = m_decoder.finish())
        emit frameReceived(*rest);
    if (!self)
        return;
    if (m_reason.how != CloseReason::How::FailedToStart)
        m_reason.message = describeEnd();
    m_stage = Stage::Closed;
    emit closed(m_reason);
}

QString StdioTransport::describeEnd() const
{
    QString ending = m_reason.signal ? u"was ended by signal %1 (%2)"_s.arg(m_reason.signal)
                                               .arg(signalName(m_reason.signal))
                                     : u"exited with code %1"_s.arg(m_reason.exitCode);
    switch (m_reason.how) {
    case CloseReason::How::OutputClosed:
        return u"closed its output but went on running, so it was ended"_s;
    case CloseReason::How::InputClosed:
        return u"closed its input but went on running, so it was ended"_s;
    case CloseReason::How::Stopped:
        if (m_stuck)
            return u"was sent SIGKILL but is stuck in the system and did not end"_s;
        if (m_lastSignalSent == 0)
            return u"was stopped"_s;
        return u"was stopped by %1"_s.arg(signalName(m_lastSignalSent));
    case CloseReason::How::FailedToStart:
    case CloseReason::How::Exited:
    case CloseReason::How::Signalled:
        break;
    }
    return ending;
}

} // namespace Mcp
