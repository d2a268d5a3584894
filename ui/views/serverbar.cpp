// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/serverbar.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::Server;

namespace {

constexpr int kMaxReason = 300; ///< characters; the failure pane has more

QString sentence(const QString &name, const Server *server)
{
    if (!server)
        return ServerBar::tr("There is no server “%1” any more. What you wrote stays.").arg(name);
    switch (server->state()) {
    case Server::State::Ready:
        break;
    case Server::State::Stopped:
        return ServerBar::tr("“%1” is not running.").arg(name);
    case Server::State::Starting:
    case Server::State::Running: {
        const QString starting = ServerBar::tr("“%1” is starting …").arg(name);
        return server->step().isEmpty() ? starting : starting + u' ' + server->step();
    }
    case Server::State::Stopping:
        return ServerBar::tr("“%1” is stopping …").arg(name);
    case Server::State::Failed:
        return ServerBar::tr("“%1” has failed. %2")
                .arg(name, displayLine(server->failure().error.message, kMaxReason));
    }
    return {};
}

} // namespace

ServerBar::ServerBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new WrappedLabel(this))
    , m_start(new QPushButton(tr("Start"), this))
{
    setObjectName(u"serverBar"_s);
    m_text->setObjectName(u"serverBarText"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_start->setObjectName(u"startServerButton"_s);
    m_start->setAccessibleName(tr("Start the server of this tool"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_start, 0, Qt::AlignTop);
    connect(m_start, &QPushButton::clicked, this, &ServerBar::startRequested);
    hide();
}

void ServerBar::show(const QString &name, const Server *server)
{
    const QString text = sentence(name, server);
    m_failed = server && server->state() == Server::State::Failed;
    m_text->setText(text);
    m_start->setVisible(server && (m_failed || server->state() == Server::State::Stopped));
    setVisible(!text.isEmpty());
    update();
}

void ServerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones::Tone tone = m_failed ? Tones::Tone::Error : Tones::Tone::Warning;
    painter.fillRect(rect(), Tones::background(tone, palette()));
    painter.fillRect(QRect(0, 0, 3, height()), Tones::text(tone, palette()));
}

} // namespace McpUi
