// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/approvals.h"
#include "server/serverspec.h"

namespace Mcp {

/*!
 * What the user has agreed that a server is answered without being asked again: its list of
 * folders, and the program that answers its sampling requests. Kept like the approvals to launch;
 * another list, another program or another command of the server asks again.
 */
class AnswerPolicy
{
public:
    /// @p path empty: remembered for this run only.
    explicit AnswerPolicy(const QString &path = {})
        : m_approvals(path)
    {}

    /// May the server know of the folders of @p spec? An empty list is one that was agreed to, too.
    bool mayKnowRoots(const ServerSpec &spec) const;
    void letKnowRoots(const ServerSpec &spec);
    /// May its responder answer? What runs no program needs no more than being turned on.
    bool mayRespond(const ServerSpec &spec) const;
    void letRespond(const ServerSpec &spec);

    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_approvals.problem(); }

private:
    Approvals m_approvals;
};

} // namespace Mcp
