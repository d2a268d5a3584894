// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#include <memory>

class QProcess;

namespace Mcp {

/*!
 * The PATH that the user's login shell sets up, where nvm, uv and ~/.local/bin are: programs that
 * are started from a desktop menu do not get it. Asked for once ($SHELL -lic, 3 s at most) when a
 * server's program is not found, and remembered in the data folder. Put the folders into
 * LaunchSpec::extraPath. Owned by the Orchestrator.
 */
class LoginShellPath : public QObject
{
    Q_OBJECT

public:
    /// @p path of the file that remembers; empty: for this run only.
    explicit LoginShellPath(const QString &path = {}, QObject *parent = nullptr);
    ~LoginShellPath() override;

    /// All its folders, as remembered or found; empty when it was never asked.
    const QStringList &folders() const { return m_folders; }
    /// Those that our own PATH does not have.
    QStringList missingFolders() const;
    bool isAsking() const { return m_process != nullptr; }

    /// Asks the shell, also when the answer is known. finished() follows, later.
    void ask();

signals:
    /// @p error says why there is no answer; folders() is then as before.
    void finished(const Mcp::Error &error);

private:
    void load();
    void save() const;
    void finish(const Error &error);
    void onOutput();

    QString m_path;
    QStringList m_folders;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QTimer m_timer;
};

} // namespace Mcp
