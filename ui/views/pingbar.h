// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QPushButton;

namespace Mcp {
class Call;
class Orchestrator;
class Server;
} // namespace Mcp

namespace McpUi {

/// Asks a server whether it is there and says how long it took to answer: by ping, or in the
/// modern era, which has none, by server/discover.
class PingBar : public QWidget
{
    Q_OBJECT

public:
    explicit PingBar(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    void setServer(Mcp::Server *server);
    void refresh();

public slots:
    void ping();

private:
    void take(const Mcp::Call &call);

    Mcp::Orchestrator *m_orchestrator;
    QPointer<Mcp::Server> m_server;
    QPushButton *m_button;
    QLabel *m_text;
    QPointer<Mcp::Call> m_call;
    QElapsedTimer m_clock;
    QString m_method; ///< that is asked
    QString m_last;   ///< what came of it
};

} // namespace McpUi
