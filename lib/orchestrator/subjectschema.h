// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/prompt.h"
#include "wire/result.h"

/// The arguments of what has no JSON Schema of its own, as one, so that the same form serves all.
namespace Mcp {

/// An object of strings: the arguments in their order, with title and description, those that are
/// required as such (2026-07-28, schema PromptArgument).
[[nodiscard]] RawJson promptSchema(const Prompt &prompt);

/// An object of the variables of the URI template @p text. Those that the URI is hardly meant
/// without are required (see UriTemplate::isNeeded()); exploded ones may be lists and pairs, too.
/// Of what is no template the schema allows any object.
[[nodiscard]] RawJson templateSchema(const QString &text);

/// The URI that template @p text and the values of its variables make. A Usage error when @p text
/// is no template or the values do not fit.
[[nodiscard]] Result<QString> expandTemplate(const QString &text, const RawJson &values);

} // namespace Mcp
