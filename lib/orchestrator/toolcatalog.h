// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/tool.h"
#include "wire/error.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <optional>

namespace Mcp {

class Call;
class Client;
class Message;

/// The tools of one server as last listed. Kept while the server is stopped, so that they stay to
/// be read; stale after list_changed until refreshed. Owned by the Orchestrator.
class ToolCatalog : public QObject
{
    Q_OBJECT

public:
    explicit ToolCatalog(Client *client, QObject *parent = nullptr);

    const QList<Tool> &tools() const { return m_list.tools; }
    /// What was wrong with the list, and why it is cut if it is.
    const QStringList &problems() const { return m_problems; }
    /// The first tool of that name, if any.
    std::optional<Tool> find(const QString &name) const;
    bool isListed() const { return m_listed; } ///< at least once since the program started
    bool isLoading() const { return !m_call.isNull(); }
    bool isStale() const { return m_stale; }       ///< the server said that the list has changed
    const Error &error() const { return m_error; } ///< of the last refresh

    /// Lists anew by itself when the server says that the list has changed, at most once a second
    /// so that a server that says so after every listing does no harm.
    void setAutoRefresh(bool enabled);

public slots:
    void refresh();

signals:
    void changed(); ///< another list, loading, stale or error

private:
    void onNotification(const Message &message);
    void onListed(const Call &call);

    Client *m_client;
    QPointer<Call> m_call;
    ToolList m_list;
    QStringList m_problems;
    Error m_error;
    QTimer m_refreshTimer;
    bool m_listed = false;
    bool m_stale = false;
    bool m_autoRefresh = false;
};

} // namespace Mcp
