// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "server/serverspec.h"

#include <QtCore/qhash.h>

namespace Mcp {

/// What the program learned about servers (framing and era that worked), keyed by command line, and
/// by folder where it matters, as a fingerprint since arguments may hold secrets; in the data
/// folder, never in the user's file. Saves probing at the next start. Keeps the 1,000 learned last,
/// for 30 days.
class LearnedStore
{
public:
    /// @p path empty: remembered for this run only.
    explicit LearnedStore(const QString &path = {});

    HandshakeHints hints(const ServerSpec &spec) const;
    void remember(const ServerSpec &spec, const ConnectionInfo &connection);
    void forget(const ServerSpec &spec);

    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_problem; }

private:
    struct Learned
    {
        HandshakeHints hints;
        qint64 time = 0; ///< ms since the epoch, when it was learned
    };
    static QString key(const ServerSpec &spec);
    static bool isFresh(const Learned &learned);
    void load();
    void save() const;

    QString m_path;
    QHash<QString, Learned> m_learned;
    QString m_problem;
};

} // namespace Mcp
