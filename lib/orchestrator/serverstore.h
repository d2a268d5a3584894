// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "wire/result.h"

#include <QtCore/qfilesystemwatcher.h>
#include <QtCore/qobject.h>

namespace Mcp {

/*!
 * The file of configured servers: an mcpServers object (VS Code's servers is read too), our own
 * settings of a server under its member mcpOrchestrator. Every edit keeps all other bytes
 * (comments, order, unknown members), is written atomically with mode 0600, and never overwrites a
 * file that could not be read. Reloads when another program changes the file.
 */
class ServerStore : public QObject
{
    Q_OBJECT

public:
    enum class Access { ReadOnly, ReadWrite };

    explicit ServerStore(const QString &path, Access access = Access::ReadWrite,
                         QObject *parent = nullptr);
    /// $MCP_CATALOG_PATH, else servers.json in the platform's configuration folder of the program.
    static QString defaultPath();

    QString path() const { return m_path; }
    /// Reads the file. A missing file is an empty list when writable and an error when read-only.
    Error load();
    /// In the file's order.
    const QList<ServerSpec> &servers() const { return m_servers; }
    std::optional<ServerSpec> find(const QString &name) const;
    /// The member of the file as it stands there, unknown members included.
    RawJson definition(const QString &name) const;
    /// What in the file could not be used and why, one sentence each.
    const QStringList &problems() const { return m_problems; }

    Error add(const ServerSpec &spec); ///< Usage error when the name is taken or empty
    Error update(const QString &name, const ServerSpec &spec); ///< may rename
    Error remove(const QString &name);

signals:
    /// The list is another one now, by us or by another program.
    void changed();
    /// The file was changed to something that cannot be read; the list is as before.
    void failed(const Mcp::Error &error);

private:
    Error apply(const std::optional<QByteArray> &text);
    void read(const QByteArray &text);
    void onFileChanged();
    void watch();

    QString m_path;
    Access m_access;
    QByteArray m_text;
    QByteArray m_root; ///< "mcpServers" or "servers"
    QList<ServerSpec> m_servers;
    QStringList m_problems;
    Error m_readError; ///< set: the file must not be written
    QFileSystemWatcher m_watcher;
};

} // namespace Mcp
