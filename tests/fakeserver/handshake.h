// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <optional>

namespace Fake {

/// Opens a connection in either era and refuses what comes before, with the faults of the start.
class Handshake
{
public:
    Handshake(const Options &options, Replies &replies, Timers &timers)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
    {}

    void sayHello();
    void initialize(const Message &request);
    void initialized(const Message &notification);
    void discover(const Message &request);
    /// Whether @p request may be served now; if not, the error was sent.
    bool admits(const Message &request);
    /// Takes an answer to a question asked at start; false if it is not one.
    bool takeAnswer(const Message &answer);

private:
    void sendEarlyRequests();
    bool admitsModern(const Message &request);
    bool refusesVersion(const Message &request);
    std::string capabilities(bool modern) const;
    void answerDiscover(const Message &request);

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
    bool m_sawDiscover = false;
    bool m_sawInitialize = false;
    bool m_sawInitialized = false;
    bool m_refusedOnce = false;
    std::optional<Message> m_heldDiscover;
};

} // namespace Fake
