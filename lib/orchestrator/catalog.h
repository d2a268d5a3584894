// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"
#include "json/rawjson.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#include <optional>

namespace Mcp {

class Call;
class Client;
class Message;

/*!
 * One list of a server as last listed: what its tools, resources, templates and prompts have in
 * common. Kept while the server is stopped, so that it stays to be read; stale after list_changed
 * until refreshed. Owned by the Orchestrator.
 */
class Catalog : public QObject
{
    Q_OBJECT

public:
    /// What was wrong with the list, and why it is cut if it is.
    const QStringList &problems() const { return m_problems; }
    bool isListed() const { return m_listed; } ///< at least once since the program started
    bool isLoading() const { return !m_call.isNull(); }
    bool isStale() const { return m_stale; } ///< the server said that the list has changed
    /// The server does not say that it has any, so it was not asked.
    bool isSkipped() const { return m_skipped; }
    const Error &error() const { return m_error; } ///< of the last refresh
    /// Until when a modern server says that the list will do, and for whom; nothing if it does not
    /// say (2026-07-28, server/utilities/caching).
    const std::optional<QDateTime> &freshUntil() const { return m_freshUntil; }
    const QString &cacheScope() const { return m_cacheScope; }
    /// The time that the server gave it is over: it is to be listed again before it is used.
    bool isExpired() const;

    /// The first entry of that name (URI, template), as received; absent if there is none.
    virtual RawJson definition(const QString &name) const = 0;

    /// Lists anew by itself when the server says that the list has changed, at most once a second
    /// so that a server that says so after every listing does no harm.
    void setAutoRefresh(bool enabled);

    void skip(); ///< not listed by itself on this connection

public slots:
    /// Lists it, fresh or not.
    void refresh();
    /// Lists it if it never was, nor failed.
    void refreshOnce();

signals:
    void changed(); ///< another list, loading, stale or error

protected:
    /// @p notification tells of a changed list.
    Catalog(Client *client, const QString &notification, QObject *parent);
    Client *client() const { return m_client; }

private:
    virtual Call *list() = 0;
    /// Reads the result, @p most entries of it, and gives what is wrong with it.
    virtual QStringList take(const RawJson &result, int most) = 0;

    void onNotification(const Message &message);
    void onListed(const Call &call);
    void takeCaching(const RawJson &result);

    Client *m_client;
    QString m_notification;
    QPointer<Call> m_call;
    QStringList m_problems;
    Error m_error;
    QTimer m_refreshTimer;
    std::optional<QDateTime> m_freshUntil;
    QString m_cacheScope;
    bool m_listed = false;
    bool m_stale = false;
    bool m_skipped = false;
    bool m_autoRefresh = false;
};

} // namespace Mcp
