// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qframe.h>

class QLabel;
class QPushButton;

namespace McpUi {

/// Says on a call page that its server is not ready, and why, with a button that starts it. A start
/// that takes seconds is shown with its time. Hidden while all is well.
class ServerBar : public QFrame
{
    Q_OBJECT

public:
    explicit ServerBar(QWidget *parent = nullptr);

    /// @p server null: there is none of that name.
    void show(const QString &name, const Mcp::Server *server);

signals:
    void startRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_start;
    QTimer m_clock;         ///< while it starts
    qint64 m_startedAt = 0; ///< ms since the epoch: of its first process, as a start may take some
    QString m_name;
    QPointer<const Mcp::Server> m_server;
    bool m_failed = false;
};

} // namespace McpUi
