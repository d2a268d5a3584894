// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/testhome.h"

#include <QtCore/qdir.h>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

constexpr std::pair<const char *, const char *> folders[] = {
    { "XDG_CONFIG_HOME", "config" },
    { "XDG_DATA_HOME", "data" },
    { "XDG_STATE_HOME", "state" },
    { "XDG_CACHE_HOME", "cache" },
};

} // namespace

TestHome::TestHome()
{
    for (const auto &[variable, folder] : folders) {
        m_before.append({ variable, qgetenv(variable) });
        const QString path = m_dir.filePath(QLatin1String(folder));
        QDir().mkpath(path);
        qputenv(variable, path.toLocal8Bit());
    }
}

TestHome::~TestHome()
{
    for (const auto &[variable, value] : m_before) {
        if (value.isNull())
            qunsetenv(variable.constData());
        else
            qputenv(variable.constData(), value);
    }
}

QString TestHome::configPath(const QString &relative) const
{
    return QDir::cleanPath(m_dir.filePath("config/"_L1 + relative));
}

QString TestHome::dataPath(const QString &relative) const
{
    return QDir::cleanPath(m_dir.filePath("data/"_L1 + relative));
}

QString TestHome::statePath(const QString &relative) const
{
    return QDir::cleanPath(m_dir.filePath("state/"_L1 + relative));
}

QString TestHome::cachePath(const QString &relative) const
{
    return QDir::cleanPath(m_dir.filePath("cache/"_L1 + relative));
}

} // namespace McpTest
