// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/statusline.h"

#include "forms/elidinglabel.h"
#include "models/format.h"

#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_label(new ElidingLabel(QString(), this))
    , m_calls(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_label->setObjectName(u"statusServer"_s);
    m_calls->setObjectName(u"statusCalls"_s);
    setContentsMargins(6, 0, 6, 0);
    addWidget(m_label, 1);
    addPermanentWidget(m_calls);
    refresh();
}

void StatusLine::setServer(Mcp::Server *server)
{
    if (m_server)
        disconnect(m_server, nullptr, this, nullptr);
    m_server = server;
    if (m_server) {
        connect(m_server, &Mcp::Server::stateChanged, this, &StatusLine::refresh);
        connect(m_server, &Mcp::Server::stepChanged, this, &StatusLine::refresh);
        connect(m_server, &Mcp::Server::specChanged, this, &StatusLine::refresh);
        connect(m_server, &QObject::destroyed, this, &StatusLine::refresh);
    }
    refresh();
}

void StatusLine::setRunningCalls(int count)
{
    m_calls->setText(count == 0 ? QString()
                                : formatCount(count, tr("call running"), tr("calls running")));
}

void StatusLine::tell(const QString &message) { showMessage(displayLine(message, 300), 8000); }

void StatusLine::refresh()
{
    if (!m_server)
        return m_label->setText(tr("No server selected"));
    const Mcp::Server::State state = m_server->state();
    QString text = m_server->name() + u": "_s + Mcp::Server::stateName(state).toLower();
    if (const auto &connection = m_server->connection())
        text += tr(", MCP %1, %2 framing")
                        .arg(Mcp::toString(connection->revision),
                             Mcp::toString(connection->framing));
    else if (state == Mcp::Server::State::Failed)
        text += u", "_s + displayLine(m_server->failure().error.message, 200);
    else if (!m_server->step().isEmpty())
        text += u", "_s + m_server->step();
    m_label->setText(text);
}

} // namespace McpUi
