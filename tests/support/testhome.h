// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qtemporarydir.h>

namespace McpTest {

/*!
 * A user's home for one test: the four XDG folders, inside a temporary folder that goes with this
 * object, so that no test reads or touches the files of whoever runs it. Create it before the first
 * QStandardPaths call; the old environment comes back at the end.
 */
class TestHome
{
public:
    TestHome();
    ~TestHome();
    Q_DISABLE_COPY_MOVE(TestHome)

    bool isValid() const { return m_dir.isValid(); }
    QString path() const { return m_dir.path(); }
    QString configPath(const QString &relative = {}) const;
    QString dataPath(const QString &relative = {}) const;
    QString statePath(const QString &relative = {}) const;
    QString cachePath(const QString &relative = {}) const;

private:
    QTemporaryDir m_dir;
    QList<std::pair<QByteArray, QByteArray>> m_before; ///< null value: was not set
};

} // namespace McpTest
