// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {
class InputRequest;
class Questions;
struct QuestionGist;
} // namespace Mcp

/// How what a server asks reads in one line. Its own words are cut and safe to paint.
namespace McpUi::QuestionWords {

/// "asks: Which size?", "wants you to visit example.org", "wants an answer of a model", "asks which
/// folders it may use": what follows the server's name.
[[nodiscard]] QString line(const Mcp::QuestionGist &question, int maxChars = 80);
/// "ask-form of files", where it is known in which call it asks; else the @p server alone.
/// @p request may be null.
[[nodiscard]] QString asker(const Mcp::InputRequest *request, const QString &server);
/// "files asks: Which size? · 2 more", of all that are open; empty for none.
[[nodiscard]] QString summary(const Mcp::Questions &questions);

} // namespace McpUi::QuestionWords
