// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "catalogue.h"
#include "message.h"
#include "replies.h"
#include "timers.h"
#include "wire.h"

#include <random>
#include <string>
#include <string_view>

namespace Fake {

/// What the scenario "chaos" does: any fault at any call, drawn from a seed, so that the same
/// messages meet the same faults again; and now and then something that nobody asked for.
class Chaos
{
public:
    Chaos(unsigned seed, Replies &replies, Output &output, Timers &timers, Catalogue &catalogue)
        : m_random(seed)
        , m_replies(replies)
        , m_output(output)
        , m_timers(timers)
        , m_catalogue(catalogue)
    {}

    void call(const Message &request);
    /// Begins to send things by itself, now and then.
    void begin();

private:
    bool oddAnswer(const Message &request, int kind);
    bool brokenStream(const Message &request, int kind);
    void answer(const Message &request, std::string_view blocks);
    void answerWithId(const std::string &id);
    void answerSlowly(const Message &request, int steps);
    void ask();
    void flood();
    void stir();
    std::string content();
    int draw(int below); ///< 0 to below - 1

    std::mt19937 m_random;
    Replies &m_replies;
    Output &m_output;
    Timers &m_timers;
    Catalogue &m_catalogue;
    int m_questions = 0;
};

} // namespace Fake
