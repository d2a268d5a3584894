// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolresult.h"

namespace McpDemo {

ToolResult ToolResult::fromText(QStringView text)
{
    ToolResult result;
    result.addText(text);
    return result;
}

ToolResult ToolResult::failure(QStringView text)
{
    ToolResult result = fromText(text);
    result.m_isError = true;
    return result;
}

ToolResult &ToolResult::addText(QStringView text)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"text").add(u"text", text);
    return addBlock(block.toRawJson());
}

ToolResult &ToolResult::addImage(const QByteArray &base64, QStringView mimeType)
{
    return addData(u"image", base64, mimeType);
}

ToolResult &ToolResult::addAudio(const QByteArray &base64, QStringView mimeType)
{
    return addData(u"audio", base64, mimeType);
}

ToolResult &ToolResult::addData(QStringView type, const QByteArray &base64, QStringView mimeType)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", type).addRaw(u"data", '"' + base64 + '"').add(u"mimeType", mimeType);
    return addBlock(block.toRawJson());
}

ToolResult &ToolResult::addBlock(const Mcp::RawJson &block)
{
    m_content.add(block);
    return *this;
}

ToolResult &ToolResult::setStructured(const Mcp::RawJson &json)
{
    m_structured = json;
    return *this;
}

Mcp::RawJson ToolResult::toRawJson(bool knowsStructured) const
{
    Mcp::JsonObjectWriter result;
    result.add(u"content", m_content.toRawJson());
    if (knowsStructured)
        result.add(u"structuredContent", m_structured);
    if (m_isError)
        result.add(u"isError", true);
    return result.toRawJson();
}

} // namespace McpDemo
