// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace McpUi {

/// The desktop's wish for light or dark, from org.freedesktop.portal.Settings (Qt 6.4 does not
/// know it by itself). Asks asynchronously once started and follows changes; where there is no bus
/// or no portal it stays Unknown.
class PortalColorScheme : public QObject
{
    Q_OBJECT

public:
    enum class Preference { Unknown, Dark, Light };

    using QObject::QObject;

    void start();
    Preference preference() const { return m_preference; }

signals:
    void changed();

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void onAnswer(QDBusPendingCallWatcher *watcher);
    void take(const QVariant &value);

    Preference m_preference = Preference::Unknown;
};

} // namespace McpUi
