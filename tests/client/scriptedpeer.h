// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"
#include "transport/transport.h"
#include "wire/message.h"

#include <QtCore/qpointer.h>

#include <functional>

namespace McpTest {

class ScriptedTransport;

/*!
 * A server without a process: the test says what it answers, what it has read and when it ends.
 * Give its factory() to an Mcp::Server. One object stands for all processes that the server starts
 * one after the other; what is sent comes with the number of the process it was sent to.
 */
class ScriptedPeer : public QObject
{
    Q_OBJECT

public:
    struct Sent
    {
        int process = 0; ///< 1, 2 … as processes were started
        Mcp::Framing framing = Mcp::Framing::Newline;
        Mcp::Message message;
    };

    Mcp::Server::TransportFactory factory();

    /// Called from the event loop with each message that is sent to the peer.
    std::function<void(const Sent &)> onMessage;
    /// Called from the event loop after each start.
    std::function<void(int process)> onStart;
    /// What the peer has not read yet; nothing: the system cannot tell.
    std::optional<qint64> untaken = 0;
    /// False: its input is full, nothing can be sent.
    bool accepts = true;
    /// How long it takes to go when it is asked to.
    int stopMs = 0;

    void send(const QByteArray &payload, Mcp::Framing framing = Mcp::Framing::Newline);
    /// Answers @p to with @p result (JSON text).
    void answer(const Sent &to, const QByteArray &result);
    void refuse(const Sent &to, int code, const QByteArray &message, const QByteArray &data = {});
    /// Ends the current process by itself.
    void exit(int code);

    int processCount() const { return m_processCount; }
    const QList<Sent> &sent() const { return m_sent; }
    /// "1 newline server/discover", one line each: process, framing, method (or "answer").
    QStringList log() const;
    /// The params of the last message of that method, empty if there was none.
    QByteArray lastParams(const QString &method) const;

private:
    friend class ScriptedTransport;
    void started(ScriptedTransport *transport);
    void take(ScriptedTransport *transport, const QByteArray &payload);

    QPointer<ScriptedTransport> m_transport;
    QList<Sent> m_sent;
    int m_processCount = 0;
};

} // namespace McpTest
