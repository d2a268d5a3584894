// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/launchspec.h"
#include "transport/transport.h"
#include "wire/framedecoder.h"

#include <QtCore/qtimer.h>

#include <functional>
#include <memory>

namespace Mcp {

class ChildProcess;

/// How long a child is given at each stage of its end; milliseconds.
struct StopTimes
{
    int afterInputClosed = 2000; ///< stop(): from end of input to SIGTERM
    int afterTerminate = 2000;   ///< stop(): from SIGTERM to SIGKILL
    int afterTerminateNow = 500; ///< terminate(): from SIGTERM to SIGKILL
    int afterPipeClosed = 500;   ///< a child that closed its stdout or stdin: to exit by itself
    int afterLeader = 500;       ///< others of its group once the child is gone: SIGTERM to SIGKILL
};

/*!
 * A child process spoken to over its stdin and stdout (2026-07-28, basic/transports/stdio). Decides
 * what ChildProcess only can: resolves the program, cuts the output into frames, ends the child in
 * stages by timers and says how it ended. closed() comes when the child is reaped, nobody of its
 * process group is left and all they wrote was read.
 */
class StdioTransport : public Transport
{
    Q_OBJECT

public:
    explicit StdioTransport(LaunchSpec spec, QObject *parent = nullptr);
    ~StdioTransport() override;

    /// For the next end.
    void setStopTimes(const StopTimes &times) { m_times = times; }
    /// For frames from now on. Not while one is being received.
    void setFrameLimits(FrameDecoder::Limits limits) { m_decoder = FrameDecoder(limits); }
    /// send() refuses while more than this waits on our side of the pipe. One message of any size
    /// is taken. Default 64 MiB.
    void setQueueLimit(qint64 bytes) { m_queueLimit = bytes; }

    /// Makes the child; ChildProcess::create() unless told.
    using ChildFactory = std::function<std::unique_ptr<ChildProcess>()>;
    void setChildFactory(ChildFactory factory) { m_makeChild = std::move(factory); }

    void start() override;
    void stop() override;
    void terminate() override;
    bool isOpen() const override { return m_stage == Stage::Open; }
    bool send(const QByteArray &payload) override;
    std::optional<qint64> untakenBytes() const override;
    qint64 processId() const override;

private:
    enum class Stage {
        Closed,
        Starting,
        Open,
        InputClosed, ///< told to end politely
        Terminated,  ///< the group was sent SIGTERM
        Killed,      ///< the group was sent SIGKILL
        Leftovers,   ///< the child is reaped; the rest of its group ends
    };

    void spawn(const QString &program);
    void refuse(const QString &why);
    void onStarted();
    void onOutput(QByteArrayView bytes);
    void onExited(int exitCode, int signal);
    void onPipeClosed(CloseReason::How how);
    void onStageTimeout();
    void endBy(CloseReason::How how);
    void enter(Stage stage, int timeoutMs);
    void checkLeftovers();
    void finish();
    QString describeEnd() const;

    LaunchSpec m_spec;
    StopTimes m_times;
    qint64 m_queueLimit = 64 * 1024 * 1024;
    ChildFactory m_makeChild;
    std::unique_ptr<ChildProcess> m_child;
    FrameDecoder m_decoder;
    QTimer m_stageTimer;     ///< the end of the present stage
    QTimer m_pipeTimer;      ///< a closed pipe: until the child should have exited
    QTimer m_leftoversTimer; ///< looks whether the group is gone
    Stage m_stage = Stage::Closed;
    CloseReason m_reason;
    std::optional<qint64> m_untakenAtEnd;       ///< when the child was reaped
    std::optional<CloseReason::How> m_endedFor; ///< we end it: why
    int m_lastSignalSent = 0;
    bool m_stuck = false; ///< not even SIGKILL ended it in time
};

} // namespace Mcp
