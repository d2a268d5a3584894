// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pingbar.h"

#include "client/dialect.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

PingBar::PingBar(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_button(new QPushButton(this))
    , m_text(new WrappedLabel(this))
{
    setObjectName(u"pingBar"_s);
    m_button->setObjectName(u"pingButton"_s);
    m_text->setObjectName(u"pingText"_s);
    Tones::apply(m_text, Tones::Tone::Dim);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_button);
    layout->addWidget(m_text, 1);
    connect(m_button, &QPushButton::clicked, this, &PingBar::ping);
    refresh();
}

void PingBar::setServer(Mcp::Server *server)
{
    if (server == m_server)
        return;
    if (m_call)
        m_call->disconnect(this);
    m_call.clear();
    m_server = server;
    m_last.clear();
    refresh();
}

void PingBar::refresh()
{
    const Mcp::ConnectionInfo *const connection =
            m_server && m_server->connection() ? &*m_server->connection() : nullptr;
    if (!connection)
        m_last.clear();
    const bool hasPing =
            !connection || !Mcp::Dialect::create(connection->revision)->refusal(u"ping"_s);
    m_method = hasPing ? u"ping"_s : u"server/discover"_s;
    m_button->setText(hasPing ? tr("Ping") : m_method);
    m_button->setAccessibleName(hasPing ? tr("Ping the server")
                                        : tr("Ask the server by server/discover"));
    m_button->setEnabled(connection && !m_call);
    const QString hint =
            hasPing ? QString() : tr("%1 has no ping").arg(Mcp::toString(connection->revision));
    m_button->setToolTip(hasPing ? QString()
                                 : tr("Revision %1 has no ping; this asks what the server offers.")
                                           .arg(Mcp::toString(connection->revision)));
    m_text->setText(m_call ? tr("asking …") : m_last.isEmpty() ? hint : m_last);
}

void PingBar::ping()
{
    Mcp::Client *const client =
            m_server ? m_orchestrator->defaultClient(m_server->name()) : nullptr;
    if (!client || m_call)
        return;
    m_clock.start();
    Mcp::Call *const call = client->request(m_method);
    m_call = call;
    connect(call, &Mcp::Call::finished, this, [this, call] { take(*call); });
    refresh();
}

void PingBar::take(const Mcp::Call &call)
{
    const QString took = formatDuration(m_clock.nsecsElapsed() / 1000);
    m_call.clear();
    const auto outcome = call.outcome();
    m_last = outcome ? tr("answered in %1").arg(took)
                     : displayLine(tr("after %1: %2").arg(took, outcome.error().describe()), 300);
    refresh();
}

} // namespace McpUi
