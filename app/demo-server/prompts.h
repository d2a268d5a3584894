// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace McpDemo {

class PromptCall;

/// The prompts themselves, one function each.
namespace Prompts {

void greeting(PromptCall &call);
void codeReview(PromptCall &call);
void travelPlan(PromptCall &call);
/// Messages of both roles with every kind of content that the revision knows.
void everyContent(PromptCall &call);
/// Asks the user before it answers.
void interview(PromptCall &call);
/// One that was added while the server runs.
void extra(PromptCall &call);

} // namespace Prompts

} // namespace McpDemo
