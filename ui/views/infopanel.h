// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qscrollarea.h>

class QFormLayout;
class QLabel;
class QPlainTextEdit;

namespace McpUi {

/// What is known about the selected server: how it is started, what it said about itself, what was
/// agreed (revision, era, framing), its instructions, and the rules it breaks.
class InfoPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit InfoPanel(QWidget *parent = nullptr);

    void setServer(Mcp::Server *server);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLabel *addField(const QString &name, const QString &caption);
    QPlainTextEdit *addText(const QString &name, const QString &caption);
    void setField(QLabel *field, const QString &text);
    void setText(QPlainTextEdit *field, const QString &text);
    void refresh();
    void refreshConnection(const Mcp::ConnectionInfo *connection);

    QPointer<Mcp::Server> m_server;
    QFormLayout *m_form;
    QLabel *m_state;
    QLabel *m_name;
    QLabel *m_version;
    QLabel *m_agreed;
    QLabel *m_process;
    QLabel *m_command;
    QLabel *m_folder;
    QLabel *m_environment;
    QLabel *m_warnings;
    QPlainTextEdit *m_instructions;
    QPlainTextEdit *m_capabilities;
};

} // namespace McpUi
