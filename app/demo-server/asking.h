// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

#include <QtCore/qhash.h>
#include <QtCore/qpointer.h>

namespace Mcp {
class Message;
}

namespace McpDemo {

/*!
 * Asks the client by requests of this server, as the legacy era does it (2025-11-25,
 * basic/index): matches answers, takes questions back whose call has ended. When the last answer of
 * an exchange is in, it goes on. Owned by the server.
 */
class Asking : public QObject
{
    Q_OBJECT

public:
    explicit Asking(const Responder &responder, QObject *parent = nullptr);

    void ask(Exchange *exchange, const QList<Question> &questions);
    /// False if @p answer is to nothing that was asked.
    bool take(const Mcp::Message &answer);
    /// The questions of @p exchange need no answer any more; the client is told.
    void drop(const Exchange *exchange, const QString &reason);

private:
    struct Open
    {
        QPointer<Exchange> exchange;
        QString key;
        QString method;
    };
    bool isWaiting(const Exchange *exchange) const;

    Responder m_responder;
    QHash<Mcp::MessageId, Open> m_open;
    int m_lastId = 0;
};

} // namespace McpDemo
