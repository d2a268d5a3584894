// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qsemaphore.h>
#include <QtCore/qthread.h>

namespace McpDemo {

/*!
 * Reads standard input in a thread of its own and hands the bytes to the event loop: the way that
 * works on every platform, pipe, file or terminal. Reads ahead a few chunks only; who takes one
 * calls release().
 */
class StandardInput : public QThread
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);

    void release() { m_free.release(); }

signals:
    void received(const QByteArray &bytes);
    void ended();

protected:
    void run() override;

private:
    QSemaphore m_free;
};

/// The rest of what differs between operating systems.
namespace StandardStreams {

/// Binary streams, and no signal when nobody reads our output. Call first.
void prepare();
/// Writes all; false if nobody reads any more.
bool writeOutput(const QByteArray &bytes);
void writeError(const QByteArray &bytes);
/// Ends the process now: the reading thread may be waiting for input, so nothing is destroyed.
[[noreturn]] void leave(int exitCode);
/// Ends the process by a C signal such as SIGABRT.
[[noreturn]] void leaveBySignal(int signal);

} // namespace StandardStreams

} // namespace McpDemo
