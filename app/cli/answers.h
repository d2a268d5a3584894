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
    /// A Usage error where what the file says is no answer to @p request: it is left open then.
    Mcp::Error answer(Mcp::InputRequest *request);

private:
    struct Listed
    {
        QList<Mcp::RawJson> answers;
        qsizetype used = 0;
    };

    Mcp::RawJson next(const QString &method);
    Mcp::Error mismatch(const Mcp::RawJson &answer, const Mcp::InputRequest &request) const;

    QString m_path;
    QHash<QString, Listed> m_answers; ///< by method
    QList<Mcp::Root> m_roots;
};

} // namespace McpCli
