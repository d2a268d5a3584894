// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/serverbar.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtCore/qdatetime.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;
using Mcp::Server;

namespace {

constexpr int kQuietSeconds = 3; ///< of a start, before its time is shown
constexpr int kMaxReason = 300;  ///< characters; the failure pane has more

bool isStarting(const Server *server)
{
    return server
           && (server->state() == Server::State::Starting
               || server->state() == Server::State::Running);
}

/// " · 4 s of 60 s": how long it takes already, and when that is given up. Empty for a moment's
/// work.
QString elapsedText(const Server &server, qint64 startedAt)
{
    const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - startedAt) / 1000;
    if (seconds < kQuietSeconds)
        return {};
    const int limit = server.spec().timeouts.connect / 1000;
    const QString elapsed = u" · %1 s"_s.arg(seconds);
    return limit > 0 ? ServerBar::tr("%1 of %2 s").arg(elapsed).arg(limit) : elapsed;
}

QString stateSentence(const QString &name, const Server *server, qint64 startedAt)
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
        return (server->step().isEmpty() ? starting : starting + u' ' + server->step())
               + elapsedText(*server, startedAt);
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
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] { show(m_name, m_server); });
    connect(m_start, &QPushButton::clicked, this, &ServerBar::startRequested);
    hide();
}

void ServerBar::show(const QString &name, const Server *server)
{
    m_name = name;
    m_server = server;
    if (!isStarting(server)) {
        m_clock.stop();
    } else if (!m_clock.isActive()) {
        m_clock.start();
        m_startedAt =
                server->startedAt() > 0 ? server->startedAt() : QDateTime::currentMSecsSinceEpoch();
    }
    const QString text = stateSentence(name, server, m_startedAt);
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
