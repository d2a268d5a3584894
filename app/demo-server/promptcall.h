// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

namespace McpDemo {

class PromptCall;

/// Writes the messages of a prompt; it ends the call now or, after questions, later.
using PromptFunction = void (*)(PromptCall &);

/*!
 * One prompts/get being served: message after message, then finish().
 */
class PromptCall : public Exchange
{
    Q_OBJECT

public:
    PromptCall(const Request &request, const Responder &responder, PromptFunction function,
               QObject *parent);

    /// An argument; @p fallback if it was not given.
    QString argument(QByteArrayView name, const QString &fallback = {}) const;

    void addText(QStringView role, QStringView text);
    void addBlock(QStringView role, const Mcp::RawJson &block);
    void finish(QStringView description);
    void giveUp(const QString &reason) override;

private:
    void work() override;

    PromptFunction m_function;
    Mcp::JsonArrayWriter m_messages;
};

} // namespace McpDemo
