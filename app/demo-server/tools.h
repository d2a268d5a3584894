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

// askingtools.cpp, modeltools.cpp: questions to the client
void askForm(ToolCall &call);
void askUrl(ToolCall &call);
void askRoots(ToolCall &call);
void askEverything(ToolCall &call);
void wizard(ToolCall &call);
void comeBackLater(ToolCall &call);
void askModel(ToolCall &call);

// livetools.cpp: what changes, and work in the background
void changeLists(ToolCall &call);
void changeCounter(ToolCall &call);
void endSubscriptions(ToolCall &call);
void backgroundReport(ToolCall &call);
void approval(ToolCall &call);
/// One that was added while the server runs.
void extra(ToolCall &call);

} // namespace Tools

} // namespace McpDemo
