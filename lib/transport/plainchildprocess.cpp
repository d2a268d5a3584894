// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/plainchildprocess.h"

namespace Mcp {

namespace {

/// How long the destructor waits for a child that was ended by force.
constexpr int lastWaitMs = 1000;

} // namespace

PlainChildProcess::PlainChildProcess(QObject *parent)
    : ChildProcess(parent)
{
    connect(&m_process, &QProcess::started, this, &PlainChildProcess::started);
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { emit outputReceived(m_process.readAllStandardOutput()); });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { emit diagnosticsReceived(m_process.readAllStandardError()); });
    connect(&m_process, &QProcess::readChannelFinished, this, &PlainChildProcess::outputClosed);
    connect(&m_process, &QProcess::finished, this, [this](int code) { emit exited(code, 0); });
    // Queued: QProcess may report a failure from inside its start().
    connect(&m_process, &QProcess::errorOccurred, this, &PlainChildProcess::onError,
            Qt::QueuedConnection);
}

PlainChildProcess::~PlainChildProcess()
{
    release();
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(lastWaitMs); // the last resort
}

void PlainChildProcess::start(const QString &program, const LaunchSpec &spec)
{
    m_process.setProgram(program);
    m_process.setArguments(spec.arguments);
    m_process.setProcessEnvironment(spec.processEnvironment());
    m_process.setWorkingDirectory(spec.absoluteWorkingDirectory());
    m_process.start();
    m_job.add(m_process.processId());
}

bool PlainChildProcess::write(const QByteArray &bytes)
{
    return m_process.write(bytes) == bytes.size();
}

void PlainChildProcess::closeInput() { m_process.closeWriteChannel(); }

void PlainChildProcess::terminateGroup() { m_process.terminate(); }

void PlainChildProcess::killGroup()
{
    m_job.terminate();
    m_process.kill();
}

bool PlainChildProcess::isGroupGone() const
{
    return m_process.state() == QProcess::NotRunning && m_job.isEmpty();
}

void PlainChildProcess::drain()
{
    if (const QByteArray rest = m_process.readAllStandardError(); !rest.isEmpty())
        emit diagnosticsReceived(rest);
    if (const QByteArray rest = m_process.readAllStandardOutput(); !rest.isEmpty())
        emit outputReceived(rest);
}

void PlainChildProcess::release()
{
    m_process.disconnect(this);
    if (!isGroupGone())
        killGroup();
}

void PlainChildProcess::onError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        emit failedToStart(m_process.errorString());
    else if (error == QProcess::WriteError)
        emit inputBroken();
}

} // namespace Mcp
