// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/clientcapabilities.h"
#include "protocol/root.h"
#include "wire/result.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Mcp {
class InputRequest;
}

namespace McpCli {

/*!
 * What the server's questions are answered: from the file of --answer, by method and in order, the
 * last one again and again; roots from --roots. What has no answer is declined with a note.
 */
class Answers
{
public:
    /// Reads --answer: {"elicitation/create": [{"action": "accept", …}, …],
    /// "sampling/createMessage": …}; one answer may stand without the brackets.
    Mcp::Error load(const QString &path);
    void setRoots(const QList<Mcp::Root> &roots) { m_roots = roots; }

    /// Roots only when there are some: a server that hears of them asks for them.
    Mcp::ClientCapabilities capabilities() const;
    void answer(Mcp::InputRequest *request);

private:
    Mcp::RawJson next(const QString &method);

    QHash<QString, QList<Mcp::RawJson>> m_answers;
    QList<Mcp::Root> m_roots;
};

} // namespace McpCli
