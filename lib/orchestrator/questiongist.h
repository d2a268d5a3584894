// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/inputrequest.h"
#include "protocol/elicitation.h"

namespace Mcp {

/// What lists and bars say of a question, read once when it comes: its params may have megabytes,
/// and lists are made anew whenever another question comes or goes. Plain value.
struct QuestionGist
{
    static constexpr qsizetype maxText = 1000; ///< characters of message and id
    static constexpr qsizetype maxUrl = 8000;  ///< characters; nothing is said of a longer one

    InputRequest::Kind kind = InputRequest::Kind::Elicitation;
    Elicitation::Mode mode = Elicitation::Mode::Form;
    QString message; ///< its beginning
    QString url;     ///< empty where it is too long
    QString id;      ///< of a visit (2025-11-25 only)

    static QuestionGist of(InputRequest::Kind kind, const RawJson &params);
};

} // namespace Mcp
