// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "models/tracerequest.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

class QComboBox;
class QLabel;
class QPushButton;

namespace Mcp {
class Orchestrator;
class Server;
} // namespace Mcp

namespace McpUi {

class JsonPane;
class ResultView;

/*!
 * Any request or notification written by hand: server, method, params as JSON; what comes of it
 * stands beside it. What the era of the connection does not have is said, not forbidden: a server's
 * reaction to it is worth seeing. A window of its own that leaves the main window usable, and that
 * says first what would be lost when it is closed; Esc cancels before that what runs.
 */
class RequestComposer : public QWidget
{
    Q_OBJECT

public:
    RequestComposer(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);
    ~RequestComposer() override;

    /// @p params absent: what the method demands, to be filled in.
    void setRequest(const QString &server, const TraceRequest &request);
    ResultView *result() const { return m_result; }

public slots:
    void send();
    void cancel();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    bool isNotification() const;
    QString method() const;
    Mcp::Server *server() const;
    void updateServers();
    void updateMethods();
    void onMethodChanged();
    void escape();
    void updateState();
    QString remark() const;
    Mcp::RawJson params(QString *problem) const;
    void notify(const Mcp::RawJson &params);
    void take(const Mcp::Call &call);

    Mcp::Orchestrator *m_orchestrator;
    QComboBox *m_servers;
    QComboBox *m_kinds;
    QComboBox *m_methods;
    JsonPane *m_params;
    QPushButton *m_send;
    QPushButton *m_cancel;
    QLabel *m_remark;
    QLabel *m_state;
    ResultView *m_result;
    QString m_lastMethod;
    QByteArray m_warnedOf; ///< that these params would be lost
    QByteArray m_sketch;   ///< the params that were proposed
    QPointer<Mcp::Server> m_followed;
    QPointer<Mcp::Call> m_call;
};

} // namespace McpUi
