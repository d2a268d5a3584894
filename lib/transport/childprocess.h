// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/launchspec.h"

#include <QtCore/qbytearrayview.h>
#include <QtCore/qobject.h>

#include <memory>
#include <optional>

namespace Mcp {

/*!
 * One child process in a group of its own and the three pipes to it: the mechanism, different on
 * each platform, below StdioTransport's policy. Used for one start. All signals but those of
 * drain() come from the event loop. Destruction kills what is left of the group at once.
 */
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    /// This platform's kind.
    static std::unique_ptr<ChildProcess> create();
    using QObject::QObject;

    /// Starts @p program, an absolute path. started() or failedToStart() follows.
    virtual void start(const QString &program, const LaunchSpec &spec) = 0;
    virtual qint64 processId() const = 0;

    /// Queues bytes for the child's stdin; never blocks. False when it is closed.
    virtual bool write(const QByteArray &bytes) = 0;
    /// While true, writes are collected; false sends them.
    virtual void setCorked(bool corked) = 0;
    /// End of input for the child. What it has not read is lost as far as it is still with us.
    virtual void closeInput() = 0;
    /// The same when the child has taken all that is queued.
    virtual void finishInput() = 0;
    virtual qint64 queuedBytes() const = 0;                 ///< still with us, not in the pipe
    virtual std::optional<qint64> untakenBytes() const = 0; ///< queued and in the pipe

    /// Asks everyone in the group to end, where the platform has a way to ask (SIGTERM).
    virtual void terminateGroup() = 0;
    virtual void killGroup() = 0;
    /// Nobody is left, the child itself included.
    virtual bool isGroupGone() const = 0;

    /// After exited(): emits what the pipes still hold.
    virtual void drain() = 0;
    /// Kills whoever is left of the group and forgets it; no more signals come. Does not wait.
    virtual void release() = 0;

signals:
    void started();
    void failedToStart(const QString &reason);
    void outputReceived(QByteArrayView bytes);
    void diagnosticsReceived(QByteArrayView bytes);
    void outputClosed(); ///< nobody will write to its stdout any more
    void inputBroken();  ///< nobody reads its stdin, and something was to be written
    /// The child was reaped; others of its group may live. @p signal is 0 unless one ended it.
    void exited(int exitCode, int signal);
};

} // namespace Mcp
