// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverfailure.h"
#include "server/serverspec.h"
#include "transport/transport.h"

#include <QtCore/qobject.h>

#include <memory>

namespace Mcp {

class Message;
class StderrLog;
class TraceLog;

/*!
 * One run of a server's program, from its start to its end: the transport, wired to the server's
 * logs, and what is to be said about the run afterwards. A server that is started again, or whose
 * handshake needs a fresh process, gets a new one. Owned by its Server.
 */
class Launch : public QObject
{
    Q_OBJECT

public:
    Launch(std::unique_ptr<Transport> transport, const ServerSpec &spec, StderrLog *stderrLog,
           TraceLog *trace, QObject *parent = nullptr);
    ~Launch() override;

    /// started() and ended(), or ended() alone, follow from the event loop.
    void start(Framing framing);
    void stop() { m_transport->stop(); }
    void terminate() { m_transport->terminate(); }
    /// ended() is still to come.
    bool isActive() const { return !m_end; }

    bool send(const Message &message, const QString &note, quint64 conversation = 0);
    void setFraming(Framing framing);
    Framing framing() const { return m_transport->framing(); }
    std::optional<qint64> untakenBytes() const { return m_transport->untakenBytes(); }
    qint64 processId() const { return isActive() ? m_transport->processId() : 0; }
    /// ms since the epoch.
    qint64 startedAt() const { return m_startedAt; }

    /// How it ended, once it has, with the last lines of this run on stderr in any case.
    /// @p step: what was being done.
    ServerFailure failure(const QString &step) const;

signals:
    void started();
    void frameReceived(const Mcp::Frame &frame);
    void ended(const Mcp::CloseReason &reason);

private:
    void onStarted();
    void onClosed(const CloseReason &reason);
    QStringList stderrTail() const;

    std::unique_ptr<Transport> m_transport;
    LaunchSpec m_spec;
    bool m_asciiOnlyHeaders;
    StderrLog *m_stderrLog;
    TraceLog *m_trace;
    std::optional<CloseReason> m_end;
    qint64 m_startedAt;
    quint64 m_stderrBegin; ///< serial of the first line of this run
};

} // namespace Mcp
