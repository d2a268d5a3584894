// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "question.h"

/// The questions that tools and prompts of this server ask.
namespace McpDemo::Questions {

/// A form; its schema is the file questions/@p schema.json, in the words of the request's revision:
/// before 2025-11-25 it is questions/@p schema-2025-06-18.json where there is one.
Question form(const QString &key, const Request &request, const QString &message,
              const QString &schema);
/// A page to visit. @p id is for the one revision that names elicitations.
Question url(const QString &key, const Request &request, const QString &message,
             const QString &address, const QString &id);
/// What a model would say to @p messages (a JSON array).
Question model(const QString &key, const Mcp::RawJson &messages, qint64 maxTokens);
/// The same with tools that it may use.
Question modelWithTools(const QString &key, const Mcp::RawJson &messages, qint64 maxTokens);
Question roots(const QString &key);

/// [{"role":"user","content":text}], to begin with.
Mcp::RawJson userMessage(const QString &text);

} // namespace McpDemo::Questions
