// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// Knows which resources are watched, of all servers, so that they can be watched again after the
/// program was started anew; a server is asked once it is connected. Child of the Session.
class WatchKeeper : public QObject
{
    Q_OBJECT

public:
    WatchKeeper(Mcp::Orchestrator *orchestrator, QObject *parent);

    /// Watches them, by server.
    void restore(const QHash<QString, QStringList> &watched);
    QHash<QString, QStringList> watched() const;

signals:
    void changed();

private:
    void listenTo(const QString &server);

    Mcp::Orchestrator *m_orchestrator;
};

} // namespace McpUi
