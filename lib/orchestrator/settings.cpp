// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/settings.h"

#include <QtCore/qsettings.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qstringlist.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

struct Row
{
    Settings::Key key;
    QLatin1StringView name;
    QVariant fallback;
    QStringList allowed; ///< of a word; empty: any value of the type
};

const Row &rowOf(Settings::Key key)
{
    using Key = Settings::Key;
    static const std::array rows = {
        Row{ Key::ColorScheme,
             "colorScheme"_L1,
             u"system"_s,
             { u"system"_s, u"light"_s, u"dark"_s } },
        Row{ Key::FollowStderr, "followStderr"_L1, true, {} },
        Row{ Key::RefreshOnListChanged, "refreshOnListChanged"_L1, true, {} },
        Row{ Key::ConfirmQuitWithCalls, "confirmQuitWithCalls"_L1, true, {} },
        Row{ Key::MarkdownDescriptions, "markdownDescriptions"_L1, false, {} },
    };
    for (const Row &row : rows) {
        if (row.key == key)
            return row;
    }
    return rows.front();
}

/// An INI file holds texts only, so "true" and "0" are read as what they mean.
QVariant asTypeOf(const Row &row, const QVariant &value)
{
    if (row.fallback.metaType() == QMetaType::fromType<bool>()) {
        const QString text = value.toString().toLower();
        if (text == "true"_L1 || text == "1"_L1)
            return true;
        return text == "false"_L1 || text == "0"_L1 ? QVariant(false) : row.fallback;
    }
    QVariant converted = value;
    if (!converted.convert(row.fallback.metaType())
        || (!row.allowed.isEmpty() && !row.allowed.contains(converted.toString())))
        return row.fallback;
    return converted;
}

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
{
    if (!path.isEmpty())
        m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

Settings::~Settings() = default;

QString Settings::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + u"/mcp-orchestrator/settings.ini"_s;
}

QVariant Settings::get(Key key) const
{
    const Row &row = rowOf(key);
    const QVariant stored = m_settings ? m_settings->value(row.name) : m_memory.value(int(key));
    return stored.isValid() ? asTypeOf(row, stored) : row.fallback;
}

void Settings::set(Key key, const QVariant &value)
{
    const QVariant wanted = asTypeOf(rowOf(key), value);
    if (get(key) == wanted)
        return;
    if (m_settings)
        m_settings->setValue(rowOf(key).name, wanted);
    else
        m_memory.insert(int(key), wanted);
    emit changed(key);
}

} // namespace Mcp
