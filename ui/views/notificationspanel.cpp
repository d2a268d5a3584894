// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/notificationspanel.h"

#include "models/format.h"
#include "views/logtable.h"
#include "views/payloadview.h"
#include "views/tonedelegate.h"

#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
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
    , m_model(static_cast<NotificationModel *>(logModel()))
    , m_all(new QToolButton(this))
    , m_payload(new PayloadView(u"notificationsPayload"_s, this))
{
    m_model->setParent(this);
    auto *table = static_cast<LogTable *>(view());
    table->setAccessibleName(tr("Notifications"));
    table->setItemDelegate(new ToneDelegate(notificationTone, table));
    table->setColumnWidths({ 13, 12, 24, 8, 40 }, NotificationModel::Text);
    m_all->setObjectName(u"notificationsAll"_s);
    m_all->setText(tr("All servers"));
    m_all->setAccessibleName(tr("Show the notifications of all servers"));
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    addToToolBar(m_all);
    addDetail(m_payload);
    setDroppedText(tr("older notification"), tr("older notifications"),
                   tr("The last %1 of all servers together are kept, up to %2.")
                           .arg(formatNumber(NotificationModel::maxCount),
                                formatSize(NotificationModel::maxBytes)));
    setEmptyState([] {
        return std::pair(
                tr("No notifications yet"),
                tr("Log messages and other things that servers tell unasked appear here."));
    });
    connect(m_all, &QToolButton::toggled, this, &NotificationsPanel::applyServer);
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

void NotificationsPanel::setServer(const QString &name)
{
    m_server = name;
    applyServer();
}

void NotificationsPanel::applyServer()
{
    const QString shown = m_all->isChecked() ? QString() : m_server;
    if (shown == m_model->server())
        return;
    m_model->setServer(shown);
    m_payload->clear(); // its row is another one's, or not there any more
}

QString NotificationsPanel::proposedFileName() const { return u"notifications.txt"_s; }

} // namespace McpUi
