// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/childprocess_unix.h"

#include "transport/processwatchdog.h"

#include <cerrno>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How long the destructor waits to reap a child that was sent SIGKILL.
constexpr int reapMs = 1000;

/// What happens in the child between fork and exec. May run in our memory while we are halted
/// (vfork): async-signal-safe calls only, no allocation, nothing of ours is written.
struct ChildSetup
{
    int input;
    int output;
    int diagnostics;
    int watchdog;

    void run() const
    {
        ::setsid();
        ProcessWatchdog::announceFromChild(watchdog);
        ::dup2(input, STDIN_FILENO);
        ::dup2(output, STDOUT_FILENO);
        ::dup2(diagnostics, STDERR_FILENO);
        // Whatever the program we are part of does with signals, its children must be stoppable.
        for (int signal : { SIGTERM, SIGINT, SIGPIPE, SIGCHLD })
            ::signal(signal, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    }
};

} // namespace

std::unique_ptr<ChildProcess> ChildProcess::create()
{
    return std::make_unique<UnixChildProcess>();
}

UnixChildProcess::UnixChildProcess(QObject *parent)
    : ChildProcess(parent)
    , m_process(std::make_unique<QProcess>())
{
    connect(m_process.get(), &QProcess::started, this, &UnixChildProcess::started);
    connect(m_process.get(), &QProcess::finished, this, &UnixChildProcess::onFinished);
    // Queued: QProcess may report a failure from inside its start().
    connect(m_process.get(), &QProcess::errorOccurred, this, &UnixChildProcess::onError,
            Qt::QueuedConnection);
}

UnixChildProcess::~UnixChildProcess()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->disconnect(this);
        signalGroup(SIGKILL);
        m_process->waitForFinished(reapMs); // the last resort: nobody else will reap it
    }
    UnixChildProcess::release();
}

void UnixChildProcess::start(const QString &program, const LaunchSpec &spec)
{
    auto input = openPipe();
    auto output = openPipe();
    auto diagnostics = openPipe();
    if (!input || !output || !diagnostics) {
        const QString reason = QString::fromLocal8Bit(::strerror(errno));
        QMetaObject::invokeMethod(
                this,
                [this, reason] { emit failedToStart(u"no pipe could be opened: "_s + reason); },
                Qt::QueuedConnection);
        return;
    }
    const ChildSetup setup{ input->first.get(), output->second.get(), diagnostics->second.get(),
                            ProcessWatchdog::start() };
    m_process->setProgram(program);
    m_process->setArguments(spec.arguments);
    m_process->setProcessEnvironment(spec.processEnvironment());
    m_process->setWorkingDirectory(spec.absoluteWorkingDirectory());
    m_process->setProcessChannelMode(QProcess::ForwardedChannels);
    m_process->setInputChannelMode(QProcess::ForwardedInputChannel);
    m_process->setChildProcessModifier([setup] { setup.run(); });

    m_input = new PipeWriter(std::move(input->second), this);
    m_output = new PipeReader(std::move(output->first), this);
    m_diagnostics = new PipeReader(std::move(diagnostics->first), this);
    connect(m_input, &PipeWriter::brokenPipe, this, &ChildProcess::inputBroken);
    connect(m_output, &PipeReader::received, this, &ChildProcess::outputReceived);
    connect(m_output, &PipeReader::closed, this, &ChildProcess::outputClosed);
    connect(m_diagnostics, &PipeReader::received, this, &ChildProcess::diagnosticsReceived);
    // Not before started(): a quick child may have written before the event loop learns of its
    // start, and what it asks then could not be answered.
    for (PipeReader *reader : { m_output, m_diagnostics })
        connect(m_process.get(), &QProcess::started, reader, &PipeReader::listen);

    m_process->start();
    m_process->setProcessEnvironment({}); // it has served; the copy is larger than all else here
    m_group = m_process->processId();
    if (m_group > 0) {
        ProcessWatchdog::add(m_group);
        m_announced = true;
    }
}

bool UnixChildProcess::write(const QByteArray &bytes) { return m_input && m_input->write(bytes); }

void UnixChildProcess::setCorked(bool corked)
{
    if (m_input)
        m_input->setCorked(corked);
}

void UnixChildProcess::closeInput()
{
    if (m_input)
        m_input->close();
}

void UnixChildProcess::finishInput()
{
    if (m_input)
        m_input->closeWhenTaken();
}

qint64 UnixChildProcess::queuedBytes() const { return m_input ? m_input->queuedBytes() : 0; }

std::optional<qint64> UnixChildProcess::untakenBytes() const
{
    return m_input ? m_input->untakenBytes() : std::nullopt;
}

void UnixChildProcess::terminateGroup() { signalGroup(SIGTERM); }

void UnixChildProcess::killGroup() { signalGroup(SIGKILL); }

void UnixChildProcess::signalGroup(int signal)
{
    if (m_group <= 0)
        return;
    // The child makes its group itself, a moment after the fork.
    if (::kill(pid_t(-m_group), signal) < 0 && errno == ESRCH && m_process
        && m_process->state() != QProcess::NotRunning)
        ::kill(pid_t(m_group), signal);
}

bool UnixChildProcess::isGroupGone() const
{
    return m_group <= 0 || (::kill(pid_t(-m_group), 0) < 0 && errno == ESRCH);
}

void UnixChildProcess::drain()
{
    for (PipeReader *reader : { m_diagnostics, m_output }) {
        if (reader && reader->isOpen())
            reader->drain();
    }
}

void UnixChildProcess::release()
{
    forgetGroup();
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    // Sent SIGKILL, but stuck in the kernel: its end is certain, waiting for it would freeze us.
    QProcess *stuck = m_process.release();
    connect(stuck, &QProcess::finished, stuck, &QObject::deleteLater);
}

void UnixChildProcess::onFinished(int code, QProcess::ExitStatus status)
{
    // QProcess gives the signal's number as the exit code of a crash.
    const bool crashed = status == QProcess::CrashExit;
    emit exited(crashed ? 0 : code, crashed ? code : 0);
}

void UnixChildProcess::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // everything else is followed by finished()
    forgetGroup();
    // Qt says which system call failed; what it said matters to people.
    QString reason = m_process->errorString();
    emit failedToStart(reason.remove(u"execve: "_s));
}

void UnixChildProcess::forgetGroup()
{
    if (!m_announced)
        return;
    // Everyone who was sent SIGKILL can fork no more, so the watchdog may forget the group; its
    // number is not given away while a member is left.
    signalGroup(SIGKILL);
    ProcessWatchdog::remove(m_group);
    m_announced = false;
}

} // namespace Mcp
