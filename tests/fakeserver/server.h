// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "catalogue.h"
#include "chaos.h"
#include "features.h"
#include "handshake.h"
#include "message.h"
#include "options.h"
#include "pages.h"
#include "replies.h"
#include "timers.h"
#include "toolcalls.h"
#include "wire.h"

#include <string>

namespace Fake {

/// The server's loop: reads, takes messages apart, and gives each to the part that serves it.
class Server
{
public:
    explicit Server(const Options &options);

    /// Serves until the input ends; returns the exit code.
    int run();

private:
    void payload(const std::string &text);
    void rejectPayload(const std::string &text);
    void handle(const Message &message);
    void request(const Message &request);
    void notification(const Message &notification);
    int endOfInput();

    const Options &m_options;
    Input m_input;
    Output m_output;
    Timers m_timers;
    Replies m_replies;
    Handshake m_handshake;
    Pages m_pages;
    Catalogue m_catalogue;
    Features m_features;
    ToolCalls m_toolCalls;
    Chaos m_chaos;
};

} // namespace Fake
