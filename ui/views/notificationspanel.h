// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/notificationmodel.h"
#include "views/logpanel.h"

class QToolButton;

namespace McpUi {

class PayloadView;

/// What servers told without being asked (log messages, changed lists …), with the message as
/// received beside the list.
class NotificationsPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit NotificationsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    /// Shows this server's notifications unless all are asked for.
    void setServer(const QString &name);
    QString proposedFileName() const override;

private:
    void applyServer();

    NotificationModel *m_model;
    QToolButton *m_all;
    PayloadView *m_payload;
    QString m_server;
};

} // namespace McpUi
