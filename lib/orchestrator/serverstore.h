// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/configimport.h"

#include <QtCore/qfilesystemwatcher.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <functional>

namespace Mcp {

/*!
 * The file of configured servers: an mcpServers object (VS Code's servers is read too), our own
 * settings of a server under its member mcpOrchestrator. Every edit is applied to the bytes that
 * stand in the file at that moment, keeps all other bytes (comments, order, unknown members), is
 * written atomically with mode 0600, and never overwrites a file that could not be read. Reloads
 * when another program changes the file.
 */
class ServerStore : public QObject
{
    Q_OBJECT

public:
    enum class Access { ReadOnly, ReadWrite };

    explicit ServerStore(const QString &path, Access access = Access::ReadWrite,
                         QObject *parent = nullptr);
    ~ServerStore() override;
    /// $MCP_CATALOG_PATH, else servers.json in the platform's configuration folder of the program.
    static QString defaultPath();

    QString path() const { return m_path; }
    bool isReadOnly() const { return m_access == Access::ReadOnly; }
    /// Reads the file and watches it from now on. A missing file is an empty list when writable and
    /// an error when read-only.
    Error load();
    /// In the file's order.
    const QList<ServerSpec> &servers() const { return m_content.servers; }
    /// Definitions of remote servers: kept in the file, listed, not to be started yet.
    const QList<RemoteServer> &remoteServers() const { return m_content.remote; }
    /// All of the above and below in one value.
    const ImportedServers &content() const { return m_content; }
    /// The whole file as JSON without comments.
    RawJson document() const;
    std::optional<ServerSpec> find(const QString &name) const;
    /// The member of the file as it stands there, unknown members and comments included.
    RawJson definition(const QString &name) const;
    /// What in the file could not be used and why, one sentence each.
    const QStringList &problems() const { return m_content.problems; }

    Error add(const ServerSpec &spec); ///< Usage error when the name is taken or empty
    Error update(const QString &name, const ServerSpec &spec); ///< may rename
    Error remove(const QString &name);

signals:
    /// A server got another name by update(); changed() follows.
    void renamed(const QString &from, const QString &to);
    /// The list is another one now, by us or by another program.
    void changed();
    /// The file was changed to something that cannot be read; the list is as before.
    void failed(const Mcp::Error &error);

private:
    using Change = std::function<Result<QByteArray>(const QByteArray &text)>;
    Error edit(const Change &change, const QString &renameFrom = {}, const QString &renameTo = {});
    Result<ImportedServers> parse(const QByteArray &bytes) const;
    Result<QByteArray> read() const;
    Error take(const QByteArray &bytes);
    bool isTaken(const QString &name) const;
    void reload();
    void watch();

    QString m_path;
    Access m_access;
    QByteArray m_text; ///< as read or written last
    ImportedServers m_content;
    Error m_readError; ///< set: the file must not be written
    QFileSystemWatcher m_watcher;
    QTimer m_reloadTimer;
    bool m_secondLook = false; ///< the file looked half-written; its writer gets a moment more
};

} // namespace Mcp
