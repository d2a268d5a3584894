// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/connectioninfo.h"
#include "server/inbox.h"
#include "server/restartpolicy.h"
#include "server/serverfailure.h"
#include "server/serverspec.h"
#include "wire/error.h"
#include "wire/message.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <functional>
#include <memory>
#include <optional>

namespace Mcp {

class Launch;
class StderrLog;
class TraceLog;
class ViolationLog;

/*!
 * One configured MCP server: its spec, its process (through a Transport), its state, its stderr and
 * its trace. Speaks no MCP: a Client's handshake tells it when the connection is ready. Several
 * clients may share one. Created by the Orchestrator or by whoever embeds the library; lives in one
 * thread. stop() and destruction leave no child process behind.
 */
class Server : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Starting, ///< the program is being started
        Running,  ///< the process runs, no handshake was completed
        Ready,    ///< a handshake was completed
        Stopping,
        Failed, ///< could not start or connect, or ended unexpectedly: failure() says why
    };
    Q_ENUM(State)

    explicit Server(ServerSpec spec, QObject *parent = nullptr);
    /// Convenience after the reference: MCPServer(command, args).
    Server(const QString &command, const QStringList &arguments, QObject *parent = nullptr);
    ~Server() override;

    const ServerSpec &spec() const { return m_spec; }
    /// Takes effect at the next start; bounds of logs at once.
    void setSpec(const ServerSpec &spec);
    QString name() const { return m_spec.name; }

    /// Nothing happens when it runs already; while Stopping it starts once it has stopped. Forgets
    /// the last failure and the warnings.
    void start();
    /// In stages, without blocking. Also ends waiting for an automatic restart.
    void stop();
    void restart();

    /// Sends one message with the current framing. False when there is no process or its input is
    /// full; then nothing was sent. @p note and @p conversation (0: its own) are for the trace.
    bool sendMessage(const Message &message, const QString &note = {}, quint64 conversation = 0);
    /// Unique for this server and all its clients (2025-11-25, basic/index: never reused).
    qint64 nextRequestId() { return ++m_lastRequestId; }
    /// The one that nextRequestId() will give; nothing is used up.
    qint64 upcomingRequestId() const { return m_lastRequestId + 1; }

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Ready; }
    /// What goes on while Starting or Running: "probing with server/discover" ...
    QString step() const { return m_step; }
    const ServerFailure &failure() const { return m_failure; }
    /// Set while Ready.
    const std::optional<ConnectionInfo> &connection() const { return m_connection; }
    qint64 processId() const;
    /// ms since the epoch of the last start, 0 before the first.
    qint64 startedAt() const;
    /// Times the process was started since start(), relaunches of the handshake included.
    int launchCount() const { return m_launchCount; }

    StderrLog *stderrLog() const { return m_stderrLog; }
    TraceLog *trace() const { return m_trace; }
    /// Sentences about rules this server breaks, without repeats, in order of appearance: its
    /// badge.
    const QStringList &warnings() const { return m_warnings; }
    /// Once each in the badge. A @p rule that the trace has no entry about is counted each time.
    void addWarning(const QString &warning, Rule rule = Rule::None);
    const ViolationLog *health() const { return m_health; } ///< rules broken since the start

    /// \name For the handshake (lib/client)
    /// @{
    std::optional<qint64> untakenBytes() const;
    Framing framing() const;
    void setFraming(Framing framing);
    /// The framing of the message that messageReceived() hands out now.
    Framing receivedFraming() const { return m_receivedFraming; }
    void setStep(const QString &step);
    void setReady(const ConnectionInfo &connection);
    /// Ends the process group at once and starts the program anew, writing @p framing. The state
    /// goes through Starting to Running; processEnded() is not emitted.
    void relaunch(Framing framing);
    /// The connection cannot be used: ends the process and becomes Failed.
    void fail(const QString &step, const Error &error, const QString &advice = {});
    /// @}

    /// Makes the transport; replaceable so that tests and later HTTP need no process.
    using TransportFactory = std::function<std::unique_ptr<Transport>(const ServerSpec &)>;
    void setTransportFactory(TransportFactory factory);
    /// The usual one: over stdio, with the limits of @p spec.
    static std::unique_ptr<Transport> makeTransport(const ServerSpec &spec);

    static QString stateName(State state);

signals:
    void stateChanged(Mcp::Server::State state);
    void stepChanged(const QString &step);
    void specChanged();
    void warningsChanged();
    /// A process runs now (again): whatever was agreed with an earlier one is void.
    void processStarted();
    /// Pending requests will never be answered: the process is gone or could not be started (the
    /// state is Failed already), or is being ended by stop(), restart() or fail() (Stopping). Not
    /// for a relaunch. Once for each processStarted() at most; @p error carries exit code or signal
    /// and the last lines on stderr.
    void processEnded(const Mcp::Error &error);
    /// The process of a handshake attempt ended by itself; the handshake decides what is next (it
    /// calls relaunch() or fail()). Only emitted while Running and if something is connected to it
    /// through setHandshakeActive(true); otherwise the server becomes Failed.
    void attemptEnded(const Mcp::CloseReason &reason, const Mcp::Error &error);
    /// Every valid message of the peer, batches taken apart, in order; and every Invalid one that
    /// names an id, so that the request it would have answered ends with an error at once.
    void messageReceived(const Mcp::Message &message);

public:
    /// While true, the end of the process is reported by attemptEnded() instead of making it
    /// Failed. Ends with setReady(), fail() and stop().
    void setHandshakeActive(bool active) { m_handshakeActive = active; }

private:
    void setState(State state);
    void showStep(const QString &step);
    void launch();
    void dropLaunch();
    void beginStop();
    void onStarted();
    void onEnded(const CloseReason &reason);
    void onUnexpectedEnd(const CloseReason &reason);
    void onStopped();
    void becomeFailed();
    void planRestart();

    ServerSpec m_spec;
    State m_state = State::Stopped;
    QString m_step;
    ServerFailure m_failure;
    std::optional<ConnectionInfo> m_connection;
    QStringList m_warnings;
    StderrLog *m_stderrLog;
    ViolationLog *m_health;
    TraceLog *m_trace;
    Inbox m_inbox;
    TransportFactory m_factory;
    std::unique_ptr<Launch> m_launch; ///< the present run, or the last one
    RestartPolicy m_restartPolicy;
    QTimer m_restartTimer;
    std::optional<Framing> m_relaunchFraming;
    Framing m_receivedFraming = Framing::Newline;
    qint64 m_lastRequestId = 0;
    int m_launchCount = 0;
    bool m_handshakeActive = false;
    bool m_startAfterStop = false;
    bool m_failing = false; ///< Stopping because of fail()
};

} // namespace Mcp
