// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/notificationmodel.h"
#include "views/logpanel.h"

class QComboBox;
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

signals:
    /// A sentence: what came of another log level.
    void told(const QString &sentence);

private:
    void buildToolBar();
    void applyServer();
    void applyLevel();
    void updateLevel();

    Mcp::Orchestrator *m_orchestrator;
    NotificationModel *m_model;
    QComboBox *m_minimum; ///< what is shown
    QComboBox *m_level;   ///< what the server is asked to send
    QToolButton *m_all;
    PayloadView *m_payload;
    QString m_server;
};

} // namespace McpUi
