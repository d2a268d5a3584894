// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"
#include "orchestrator/callsubject.h"
#include "wire/error.h"

#include <QtCore/qstringlist.h>

namespace Mcp {
class Catalog;
class Server;
class Subscriptions;
} // namespace Mcp

namespace McpUi {

/*!
 * How it stands with the lists that one panel shows, in words: why there is nothing to see, what is
 * to be known about what there is. Made anew at every change; knows no widgets.
 */
class ListState
{
public:
    struct Message
    {
        QString title;
        QString text;
        QString button; ///< empty: none
        Tones::Tone tone = Tones::Tone::Dim;
    };

    /// @p server and @p subscriptions may be null.
    ListState(Mcp::CallSubject::Kind kind, const Mcp::Server *server,
              const QList<Mcp::Catalog *> &catalogs,
              const Mcp::Subscriptions *subscriptions = nullptr);

    bool isReady() const;
    bool isLoading() const { return m_loading; }
    bool isListed() const { return m_listed; }
    bool isStale() const { return m_stale; }
    /// Does the server say that it has such? True where it is not connected.
    bool isDeclared() const { return m_declared; }
    const Mcp::Error &error() const { return m_error; }
    /// The server was to tell of changes, as it says that it does, and does so no more.
    bool isUnwatched() const { return !m_unwatched.isEmpty(); }

    /// In place of an empty list.
    Message whenEmpty() const;
    /// Above a list; without text there is nothing to tell.
    Message notice() const;
    QStringList problems() const { return m_problems; }
    /// Until when the lists will do, as a modern server says; empty if it does not.
    QString freshness() const { return m_freshness; }

private:
    void take(const Mcp::Catalog &catalog, bool isAlone);
    void take(const Mcp::Subscriptions &subscriptions);
    Message emptyOfReady() const;

    Mcp::CallSubject::Kind m_kind;
    const Mcp::Server *m_server;
    bool m_loading = false;
    bool m_listed = false;
    bool m_stale = false;
    bool m_skipped = false;
    bool m_declared = true;
    Mcp::Error m_error;
    QStringList m_problems;
    QString m_freshness;
    QString m_unwatched; ///< why
};

} // namespace McpUi
