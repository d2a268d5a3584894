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

    /// @p server may be null.
    ListState(Mcp::CallSubject::Kind kind, const Mcp::Server *server,
              const QList<Mcp::Catalog *> &catalogs);

    bool isReady() const;
    bool isLoading() const { return m_loading; }
    bool isListed() const { return m_listed; }
    bool isStale() const { return m_stale; }
    /// Does the server say that it has such? True where it is not connected.
    bool isDeclared() const { return m_declared; }
    const Mcp::Error &error() const { return m_error; }

    /// In place of an empty list.
    Message whenEmpty() const;
    /// Above a list; without text there is nothing to tell.
    Message notice() const;
    QStringList problems() const { return m_problems; }
    /// Until when the lists will do, as a modern server says; empty if it does not.
    QString freshness() const { return m_freshness; }

private:
    void take(const Mcp::Catalog &catalog, bool isAlone);
    Message emptyOfReady() const;

    Mcp::CallSubject::Kind m_kind;
    const Mcp::Server *m_server;
    bool m_loading = false;
    bool m_listed = false;
    bool m_stale = false;
    bool m_declared = true;
    Mcp::Error m_error;
    QStringList m_problems;
    QString m_freshness;
};

} // namespace McpUi
