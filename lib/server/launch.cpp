// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/launch.h"

#include "server/stderrlog.h"
#include "server/tracelog.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stderrTailLines = 20;

} // namespace

Launch::Launch(std::unique_ptr<Transport> transport, const ServerSpec &spec, StderrLog *stderrLog,
               TraceLog *trace, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_spec(spec.launch)
    , m_asciiOnlyHeaders(spec.asciiOnlyHeaders)
    , m_stderrLog(stderrLog)
    , m_trace(trace)
    , m_startedAt(QDateTime::currentMSecsSinceEpoch())
    , m_stderrBegin(stderrLog->nextSerial())
{
    connect(m_transport.get(), &Transport::started, this, &Launch::onStarted);
    connect(m_transport.get(), &Transport::closed, this, &Launch::onClosed);
    connect(m_transport.get(), &Transport::frameReceived, this, &Launch::frameReceived);
    connect(m_transport.get(), &Transport::diagnosticsReceived, stderrLog, &StderrLog::append);
}

Launch::~Launch() = default;

void Launch::start(Framing framing)
{
    m_transport->setFraming(framing, m_asciiOnlyHeaders);
    m_trace->addEvent(
            u"starting %1, writing %2 frames"_s.arg(m_spec.commandLine(), toString(framing)));
    m_transport->start();
}

bool Launch::send(const Message &message, const QString &note, quint64 conversation)
{
    if (!m_transport->isOpen() || !m_transport->send(message.payload()))
        return false;
    m_trace->addMessage(TraceEntry::Direction::Sent, message, framing(), note, conversation);
    return true;
}

void Launch::setFraming(Framing framing)
{
    if (m_transport->framing() == framing)
        return;
    m_transport->setFraming(framing, m_asciiOnlyHeaders);
    m_trace->addEvent(u"writing %1 frames from now on"_s.arg(toString(framing)));
}

void Launch::onStarted()
{
    m_trace->addEvent(u"process %1 started"_s.arg(m_transport->processId()));
    emit started();
}

void Launch::onClosed(const CloseReason &reason)
{
    m_end = reason;
    m_stderrLog->flush();
    m_trace->addEvent(reason.how == CloseReason::How::FailedToStart
                              ? reason.message
                              : u"the process %1"_s.arg(reason.message));
    m_trace->forgetPending();
    emit ended(reason);
}

ServerFailure Launch::failure(const QString &step) const
{
    ServerFailure failure;
    failure.step = step;
    failure.commandLine = m_spec.commandLine();
    failure.stderrTail = stderrTail();
    if (!m_end)
        return failure;
    const bool started = m_end->how != CloseReason::How::FailedToStart;
    if (!started)
        failure.step = u"starting the program"_s;
    failure.error =
            Error::transport(started ? u"The server %1."_s.arg(m_end->message) : m_end->message);
    if (m_end->how == CloseReason::How::Exited)
        failure.exitCode = m_end->exitCode;
    if (m_end->signal)
        failure.signal = m_end->signal;
    failure.advice = adviceFor(m_spec, *m_end, failure.stderrTail);
    return failure;
}

QStringList Launch::stderrTail() const
{
    const quint64 written = m_stderrLog->nextSerial() - m_stderrBegin;
    // A line without its end counts, too; tail() puts it last.
    const int wanted = int(
            std::min<quint64>(written + m_stderrLog->hasPartialLine(), quint64(stderrTailLines)));
    return m_stderrLog->tail(wanted);
}

} // namespace Mcp
