// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

class QSocketNotifier;

namespace McpCli {

/*!
 * Ctrl+C and the polite ways to end a program (SIGINT, SIGTERM, SIGHUP), brought from the signal
 * handler to the event loop by a pipe. One for the program, created in main().
 */
class Interrupts : public QObject
{
    Q_OBJECT

public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

    /// A signal has come, though the event loop may not know yet: for loops that block.
    static bool wasInterrupted();
    /// Readable from a signal on until the event loop knows: for what waits by poll(). -1 for none.
    static int descriptor();

signals:
    void interrupted(int signal);

private:
    void onReadable();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace McpCli
