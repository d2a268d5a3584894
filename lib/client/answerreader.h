// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"

namespace Mcp {

class Call;
class Server;

/*!
 * Turns the answer to one request into what its call ends or goes on with. Reads tolerantly: what
 * breaks a rule but can be shown is delivered, and said in the call's warnings, the server's badge
 * and the trace. Made for one answer, on the stack of the Session.
 */
class AnswerReader
{
public:
    /// @p server may be null while everything is going down; then only errors come in.
    AnswerReader(Server *server, const Dialect &dialect)
        : m_server(server)
        , m_dialect(dialect)
    {}

    /// @p call may be gone.
    Result<Reading> read(Call *call, const QString &method, const Result<Message> &answer);

private:
    Result<Reading> readResult(Call *call, const QString &method, const Message &answer);
    Error refused(Call *call, const Error &error);
    void checkDeclared(const QString &method, const Message &answer);
    void checkSyntax(const QString &method, const Message &answer, QList<Violation> &violations);

    Server *m_server;
    const Dialect &m_dialect;
};

} // namespace Mcp
