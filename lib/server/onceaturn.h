// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace Mcp {

/// Tells of changes once per turn of the event loop, however many there are: who listens looks at
/// the whole. A member of who changes.
class OnceATurn
{
public:
    /// Calls @p tell in the next turn, if @p owner, whose member this is, still lives then.
    template <typename Tell>
    void schedule(QObject *owner, Tell tell)
    {
        if (m_isPending)
            return;
        m_isPending = true;
        QMetaObject::invokeMethod(
                owner,
                [this, tell] {
                    m_isPending = false;
                    tell();
                },
                Qt::QueuedConnection);
    }

private:
    bool m_isPending = false;
};

} // namespace Mcp
