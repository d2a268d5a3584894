// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/notificationspanel.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "views/logtable.h"
#include "views/payloadview.h"
#include "views/tonedelegate.h"

#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
constexpr int kShortest = 6; ///< characters of a choice, where there is no room for it all

std::optional<Tone> notificationTone(const QModelIndex &index)
{
    if (index.data(NotificationModel::SevereRole).toBool())
        return Tone::Error;
    if (index.column() == NotificationModel::Time)
        return Tone::Dim;
    return std::nullopt;
}
} // namespace

NotificationsPanel::NotificationsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : LogPanel(u"notifications"_s, new NotificationModel(orchestrator), new LogTable, parent)
    , m_orchestrator(orchestrator)
    , m_model(static_cast<NotificationModel *>(logModel()))
    , m_minimum(new QComboBox(this))
    , m_level(new QComboBox(this))
    , m_all(new QToolButton(this))
    , m_payload(new PayloadView(u"notificationsPayload"_s, this))
{
    m_model->setParent(this);
    auto *table = static_cast<LogTable *>(view());
    table->setAccessibleName(tr("Notifications"));
    table->setItemDelegate(new ToneDelegate(notificationTone, table));
    table->setColumnWidths({ 13, 12, 23, 11, 12, 30 }, NotificationModel::Data);
    table->setColumnShown(NotificationModel::Server, false);
    buildToolBar();
    addDetail(m_payload);
    setDroppedText(tr("older notification"), tr("older notifications"),
                   tr("The last %1 of each server are kept, up to %2.")
                           .arg(formatNumber(NotificationModel::maxCount),
                                formatSize(NotificationModel::maxBytes)));
    setEmptyState([] {
        return std::pair(
                tr("No notifications yet"),
                tr("Log messages and other things that servers tell unasked appear here."));
    });
    connect(this, &LogPanel::clearRequested, m_model, &NotificationModel::clear);
    connect(this, &LogPanel::clearRequested, m_payload, &PayloadView::clear);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    m_payload->setPayload(
                            index.siblingAtColumn(NotificationModel::Method).data().toString(),
                            index.data(NotificationModel::PayloadRole).toByteArray());
            });
}

void NotificationsPanel::buildToolBar()
{
    m_all->setObjectName(u"notificationsAll"_s);
    m_all->setText(tr("All servers"));
    m_all->setAccessibleName(tr("Show the notifications of all servers"));
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    m_minimum->setObjectName(u"notificationsMinimum"_s);
    m_minimum->setAccessibleName(tr("Show log messages from this level on"));
    m_minimum->setToolTip(tr("What is shown: everything, or log messages from a level on"));
    m_minimum->addItem(tr("Levels: all"));
    m_level->setObjectName(u"notificationsLevel"_s);
    m_level->setAccessibleName(tr("Log level of the server"));
    m_level->setToolTip(
            tr("What the server is asked to send: log messages from this level on "
               "(logging/setLevel, or with each request in the modern era). Where it is "
               "not set, a legacy server sends what it likes, a modern one nothing."));
    m_level->addItem(tr("Log: not set"));
    for (const QString &level : NotificationModel::levels()) {
        m_minimum->addItem(tr("Levels: %1 +").arg(level), level);
        m_level->addItem(tr("Log: %1 +").arg(level), level);
    }
    m_minimum->setMinimumContentsLength(kShortest);
    m_level->setMinimumContentsLength(kShortest);
    for (QWidget *widget : { static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_level),
                             static_cast<QWidget *>(m_minimum) })
        addToToolBar(widget);
    connect(m_all, &QToolButton::toggled, this, &NotificationsPanel::applyServer);
    connect(m_minimum, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setMinimumLevel(m_minimum->currentData().toString()); });
    connect(m_level, &QComboBox::activated, this, &NotificationsPanel::applyLevel);
}

void NotificationsPanel::setServer(const QString &name)
{
    if (Mcp::Server *before = m_orchestrator->server(m_server))
        disconnect(before, nullptr, this, nullptr);
    m_server = name;
    if (Mcp::Server *server = m_orchestrator->server(name))
        connect(server, &Mcp::Server::stateChanged, this, &NotificationsPanel::updateLevel);
    updateLevel();
    applyServer();
}

/// What not to set a level means is the era's to say (2026-07-28, server/utilities/logging: none
/// are sent then).
void NotificationsPanel::updateLevel()
{
    const Mcp::Server *server = m_orchestrator->server(m_server);
    const bool isModern = server && server->connection()
                          && Mcp::eraOf(server->connection()->revision) == Mcp::Era::Modern;
    m_level->setItemText(0, isModern ? tr("Log: off") : tr("Log: not set"));
    m_level->setEnabled(server);
    m_level->setCurrentIndex(qMax(0, m_level->findData(m_orchestrator->logLevel(m_server))));
}

void NotificationsPanel::applyServer()
{
    const QString shown = m_all->isChecked() ? QString() : m_server;
    if (shown == m_model->server())
        return;
    m_model->setServer(shown);
    static_cast<LogTable *>(view())->setColumnShown(NotificationModel::Server, shown.isEmpty());
    m_payload->clear(); // its row is another one's, or not there any more
}

void NotificationsPanel::applyLevel()
{
    const QString level = m_level->currentData().toString();
    const QString server = m_server;
    if (level == m_orchestrator->logLevel(server))
        return;
    Mcp::Call *const call = m_orchestrator->setLogLevel(server, level);
    if (!call)
        return emit told(tr("%1 learns of the log level with its next start.").arg(server));
    connect(call, &Mcp::Call::finished, this, [this, call, server, level] {
        const Mcp::Error error = call->outcome().error();
        emit told(error ? tr("%1 did not take the log level: %2").arg(server, error.describe())
                  : level.isEmpty() ? tr("No log level is set for %1.").arg(server)
                                    : tr("%1 sends log messages from %2 on.").arg(server, level));
    });
}

QString NotificationsPanel::proposedFileName() const { return u"notifications.txt"_s; }

} // namespace McpUi
