// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/approvals.h"
#include "server/serverspec.h"

namespace Mcp {

/*!
 * Which server definitions the user has agreed to start: one typed by hand is approved as it is
 * entered, one that was pasted or written by another program asks before its first start, showing
 * the exact command, arguments and environment (SEP-1024). Kept as fingerprints in the data folder;
 * any change of the command line, environment or folder asks again.
 */
class LaunchPolicy
{
public:
    /// @p path empty: remembered for this run only.
    explicit LaunchPolicy(const QString &path = {});

    bool isApproved(const ServerSpec &spec) const;
    void approve(const ServerSpec &spec);

    /// Everything that decides what is started, hashed. The name and our settings do not count.
    static QByteArray fingerprint(const ServerSpec &spec);

    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_approvals.problem(); }

private:
    Approvals m_approvals;
};

} // namespace Mcp
