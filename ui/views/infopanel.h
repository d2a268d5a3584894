// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qscrollarea.h>

class QFormLayout;
class QLabel;
class QPlainTextEdit;

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class HealthView;
class PingBar;

/// What is known about the selected server: how it is started, what it said about itself, what was
/// agreed (revision, era, framing, capabilities both ways), its instructions, and the rules it
/// breaks.
class InfoPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit InfoPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    void setServer(Mcp::Server *server);

signals:
    /// An entry of the server's trace is wanted.
    void entryRequested(quint64 serial);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLabel *addTitle(const QString &caption);
    void addWide(QWidget *widget, const QString &caption);
    QLabel *addField(const QString &name, const QString &caption);
    QPlainTextEdit *addText(const QString &name, const QString &caption);
    void setField(QLabel *field, const QString &text);
    void setText(QPlainTextEdit *field, const QString &text);
    void refresh();
    void showWide(QWidget *widget, bool visible);
    void refreshConnection(const Mcp::ConnectionInfo *connection);

    QPointer<Mcp::Server> m_server;
    QFormLayout *m_form;
    QLabel *m_state;
    QLabel *m_name;
    QLabel *m_version;
    QLabel *m_agreed;
    QLabel *m_extensions;
    PingBar *m_ping;
    HealthView *m_health;
    QLabel *m_process;
    QLabel *m_command;
    QLabel *m_folder;
    QLabel *m_environment;
    QLabel *m_warnings;
    QPlainTextEdit *m_instructions;
    QPlainTextEdit *m_capabilities;
    QPlainTextEdit *m_declared;
};

} // namespace McpUi
