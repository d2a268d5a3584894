// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qvariant.h>

#include <memory>

class QSettings;

namespace Mcp {

/*!
 * The program's preferences: one row a setting in a table (name, default), kept in an INI file in
 * the configuration folder. Window state is elsewhere (see WindowState).
 */
class Settings : public QObject
{
    Q_OBJECT

public:
    enum class Key {
        ColorScheme, ///< "system", "light" or "dark"
        FollowStderr,
        RefreshOnListChanged,
        ConfirmQuitWithCalls,
    };

    /// @p path empty: defaults, in memory only.
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;

    QVariant get(Key key) const;
    void set(Key key, const QVariant &value);

signals:
    void changed(Mcp::Settings::Key key);

private:
    std::unique_ptr<QSettings> m_settings;
    QHash<int, QVariant> m_memory;
};

} // namespace Mcp
