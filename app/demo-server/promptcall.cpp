// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "promptcall.h"

#include "errorcode.h"

namespace McpDemo {

PromptCall::PromptCall(const Request &request, const Responder &responder, PromptFunction function,
                       QObject *parent)
    : Exchange(request, responder, parent)
    , m_function(function)
{}

void PromptCall::work()
{
    m_messages = {};
    m_function(*this);
}

QString PromptCall::argument(QByteArrayView name, const QString &fallback) const
{
    return request().params.value("arguments").value(name).toString(fallback);
}

void PromptCall::addText(QStringView role, QStringView text)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"text").add(u"text", text);
    addBlock(role, block.toRawJson());
}

void PromptCall::addBlock(QStringView role, const Mcp::RawJson &block)
{
    Mcp::JsonObjectWriter message;
    message.add(u"role", role).add(u"content", block);
    m_messages.add(message.toRawJson());
}

void PromptCall::finish(QStringView description)
{
    Mcp::JsonObjectWriter result;
    result.add(u"description", description).add(u"messages", m_messages.toRawJson());
    finishWith(result.toRawJson());
}

void PromptCall::giveUp(const QString &reason)
{
    refuse({ ErrorCode::invalidRequest, reason, {} });
}

} // namespace McpDemo
