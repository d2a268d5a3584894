// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
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
        MarkdownDescriptions, ///< of tools, where they are shown whole
    };
    Q_ENUM(Key)

    /// @p path empty: defaults, in memory only.
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;
    /// settings.ini in the platform's configuration folder of the program.
    static QString defaultPath();

    /// Always of the default's type: what the file says of another type, or a word that is not
    /// allowed, reads as the default.
    QVariant get(Key key) const;
    void set(Key key, const QVariant &value);

signals:
    void changed(Mcp::Settings::Key key);

private:
    std::unique_ptr<QSettings> m_settings;
    QHash<int, QVariant> m_memory;
};

} // namespace Mcp
