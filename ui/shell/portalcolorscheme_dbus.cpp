// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/portalcolorscheme.h"

#include <QtCore/qfileinfo.h>
#include <QtDBus/qdbusconnection.h>
#include <QtDBus/qdbusextratypes.h>
#include <QtDBus/qdbusmessage.h>
#include <QtDBus/qdbuspendingcall.h>
#include <QtDBus/qdbuspendingreply.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto group = "org.freedesktop.appearance"_L1;
constexpr auto key = "color-scheme"_L1;

/// Without one of these the bus library would try to launch a bus, which takes its time.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

} // namespace

void PortalColorScheme::start()
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    // Read, not ReadOne: older portals only have this one.
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    message << QString(group) << QString(key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &PortalColorScheme::onAnswer);
}

void PortalColorScheme::onAnswer(QDBusPendingCallWatcher *watcher)
{
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid())
        take(reply.value().variant());
    watcher->deleteLater();
}

void PortalColorScheme::onSettingChanged(const QString &changedGroup, const QString &changedKey,
                                         const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key)
        take(value.variant());
}

void PortalColorScheme::take(const QVariant &value)
{
    QVariant inner = value;
    while (inner.metaType() == QMetaType::fromType<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant(); // Read wraps it once more
    // 1: prefers dark, 2: prefers light, 0: no preference
    const uint number = inner.toUInt();
    const Preference preference = number == 1   ? Preference::Dark
                                  : number == 2 ? Preference::Light
                                                : Preference::Unknown;
    if (preference == m_preference)
        return;
    m_preference = preference;
    emit changed();
}

} // namespace McpUi
