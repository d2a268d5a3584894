// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "server/serverspec.h"

#include <QtCore/qhash.h>

namespace Mcp {

/// What the program learned about servers (framing and era that worked), keyed by command line, in
/// the data folder; never in the user's file. Saves probing at the next start. Bounded.
class LearnedStore
{
public:
    /// @p path empty: remembered for this run only.
    explicit LearnedStore(const QString &path = {});

    HandshakeHints hints(const ServerSpec &spec) const;
    void remember(const ServerSpec &spec, const ConnectionInfo &connection);
    void forget(const ServerSpec &spec);

private:
    void load();
    void save() const;

    QString m_path;
    QHash<QString, HandshakeHints> m_hints;
};

} // namespace Mcp
