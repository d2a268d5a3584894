// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qstatusbar.h>

class QLabel;

namespace McpUi {

/// The status bar: the selected server on the left, running calls on the right, and for some
/// seconds what was just done.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setServer(Mcp::Server *server);
    void setRunningCalls(int count);
    void tell(const QString &message);

private:
    void refresh();

    QPointer<Mcp::Server> m_server;
    QLabel *m_label;
    QLabel *m_calls;
};

} // namespace McpUi
