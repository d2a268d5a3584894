// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace McpDemo {

class ToolCall;

/// The tools themselves, one function each. Each ends its call now or later.
namespace Tools {

// basictools.cpp: values in, values out
void echo(ToolCall &call);
void sum(ToolCall &call);
void schemaZoo(ToolCall &call);
void exactNumbers(ToolCall &call);

// contenttools.cpp: kinds of content
void text(ToolCall &call);
void image(ToolCall &call);
void audio(ToolCall &call);
void resourceLink(ToolCall &call);
void embeddedResource(ToolCall &call);
void everyContent(ToolCall &call);
void manyBlocks(ToolCall &call);

// worktools.cpp: time and amount
void slowJob(ToolCall &call);
void bigResult(ToolCall &call);
void manyNotifications(ToolCall &call);

// diagnostictools.cpp: errors, logs and the process
void toolError(ToolCall &call);
void protocolError(ToolCall &call);
void logMessages(ToolCall &call);
void stderrChatter(ToolCall &call);
void exitProcess(ToolCall &call);
void environment(ToolCall &call);

} // namespace Tools

} // namespace McpDemo
