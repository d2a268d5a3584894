// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "completions.h"
#include "logging.h"
#include "message.h"
#include "options.h"
#include "pages.h"
#include "prompts.h"
#include "questions.h"
#include "replies.h"
#include "resources.h"
#include "subscriptions.h"
#include "tasks.h"
#include "timers.h"

#include <string>

namespace Fake {

/// What a server offers beside its tools: finds the part that serves a request.
class Features
{
public:
    Features(const Options &options, Replies &replies, Timers &timers, Pages &pages);

    /// False if @p request is none of theirs.
    bool serve(const Message &request);
    bool takeAnswer(const Message &answer)
    {
        return questions.takeAnswer(answer) || tasks.takeAnswer(answer);
    }
    /// notifications/cancelled of the client for @p id.
    void cancel(const std::string &id);
    /// A list grows, or a resource changes, and whoever wants to hear of it does.
    bool announce(const Message &cause, const std::string &what, const std::string &uri);

    Questions questions;
    Subscriptions subscriptions;
    Logging logging;
    Tasks tasks;

private:
    bool serveEverything(const Message &request);

    const Options &m_options;
    Resources m_resources;
    Prompts m_prompts;
    Completions m_completions;
};

} // namespace Fake
