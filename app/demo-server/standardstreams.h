// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qsemaphore.h>

#include <thread>

namespace McpDemo {

/*!
 * Reads standard input in a thread of its own and hands the bytes to the event loop: the way that
 * works on every platform, pipe, file or terminal. Reads ahead a few chunks only; who takes one
 * calls release().
 */
class StandardInput : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);
    /// Not before ended(): waits for the thread, which waits for input.
    ~StandardInput() override;

    void start();
    void release() { m_free.release(); }

signals:
    void received(const QByteArray &bytes);
    void ended();

private:
    void run();

    QSemaphore m_free;
    std::thread m_thread; // not QThread, whose end ThreadSanitizer does not see
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
