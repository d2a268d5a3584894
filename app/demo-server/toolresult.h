// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonwriter.h"

namespace McpDemo {

/// Builds the result of a tool call, block by block. Value type.
class ToolResult
{
public:
    ToolResult() = default;
    static ToolResult fromText(QStringView text);
    /// A result with isError: the tool ran and did not succeed.
    static ToolResult failure(QStringView text);

    ToolResult &addText(QStringView text);
    ToolResult &addImage(const QByteArray &base64, QStringView mimeType);
    ToolResult &addAudio(const QByteArray &base64, QStringView mimeType);
    /// A block given as JSON.
    ToolResult &addBlock(const Mcp::RawJson &block);
    /// @p json is kept byte for byte.
    ToolResult &setStructured(const Mcp::RawJson &json);

    /// Revisions before 2025-06-18 know no structured content.
    Mcp::RawJson toRawJson(bool knowsStructured = true) const;

private:
    ToolResult &addData(QStringView type, const QByteArray &base64, QStringView mimeType);

    Mcp::JsonArrayWriter m_content;
    Mcp::RawJson m_structured;
    bool m_isError = false;
};

} // namespace McpDemo
