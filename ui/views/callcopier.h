// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class CallPage;

/// Puts the call of a page on the clipboard, as text for elsewhere. Child of its page.
class CallCopier : public QObject
{
    Q_OBJECT

public:
    CallCopier(Mcp::Orchestrator *orchestrator, CallPage *page);

public slots:
    /// The JSON-RPC request that Call would send now.
    void copyRequest();
    /// The command line of mcp-orchestrator-cli that makes the call.
    void copyCommand();

signals:
    /// A sentence: what was copied, or why nothing was.
    void told(const QString &sentence);

private:
    void copy(const QString &text, const QString &sentence);
    void refuse(const QString &why);

    Mcp::Orchestrator *m_orchestrator;
    CallPage *m_page;
};

} // namespace McpUi
