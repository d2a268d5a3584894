// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "request.h"

#include <QtCore/qmap.h>
#include <QtCore/qstringlist.h>

namespace McpDemo {

/*!
 * The requestState of a modern round of questions (2026-07-28, basic/patterns/mrtr): what is known
 * so far travels with the client, signed, so that the server keeps nothing and nobody can change it
 * or use it for another request. The key lives as long as the process.
 */
class RequestState
{
public:
    using Answers = QMap<QString, Mcp::RawJson>;

    RequestState();

    /// @p asked are the keys of the questions that go out with it.
    QString seal(const Request &request, const QStringList &asked, const Answers &answers) const;
    /// What was known, and the answers to what was asked, of a request that is made again; nothing
    /// at all for one that is made the first time. No value: it is not one of ours.
    std::optional<Answers> open(const Request &request) const;

private:
    QByteArray signature(const QByteArray &payload) const;

    QByteArray m_key;
};

} // namespace McpDemo
