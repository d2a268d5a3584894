// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <string>

namespace Fake {

/// completion/complete for the prompts and templates there are, with its faults.
class Completions
{
public:
    Completions(const Options &options, Replies &replies, Timers &timers)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
    {}

    void complete(const Message &request);

private:
    void answer(const Message &request);
    std::string spoiled() const;

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
};

} // namespace Fake
