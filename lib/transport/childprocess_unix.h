// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/childprocess.h"
#include "transport/pipereader_unix.h"
#include "transport/pipewriter_unix.h"

namespace Mcp {

/*!
 * A child on Unix: QProcess starts and reaps it, the pipes are ours. It leads a session of its own,
 * so Ctrl+C in our terminal does not reach it before we have stopped it in stages, and it cannot
 * hang waiting for a terminal it must not read; the ProcessWatchdog knows its group.
 */
class UnixChildProcess : public ChildProcess
{
    Q_OBJECT

public:
    explicit UnixChildProcess(QObject *parent = nullptr);
    ~UnixChildProcess() override;

    void start(const QString &program, const LaunchSpec &spec) override;
    qint64 processId() const override { return m_group; }

    bool write(const QByteArray &bytes) override;
    void setCorked(bool corked) override;
    void closeInput() override;
    void finishInput() override;
    qint64 queuedBytes() const override;
    std::optional<qint64> untakenBytes() const override;

    void terminateGroup() override;
    void killGroup() override;
    bool isGroupGone() const override;
    void drain() override;
    void release() override;

private:
    void onFinished(int code, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void signalGroup(int signal);
    /// Ends the group for good and takes it off the watchdog's list.
    void forgetGroup();

    std::unique_ptr<QProcess> m_process;
    PipeWriter *m_input = nullptr;
    PipeReader *m_output = nullptr;
    PipeReader *m_diagnostics = nullptr;
    qint64 m_group = 0; ///< id of the child, of its group and its session
    bool m_announced = false;
};

} // namespace Mcp
