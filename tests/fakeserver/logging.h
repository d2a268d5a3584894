// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"

#include <string>

namespace Fake {

/// Log messages: what level is wanted, in either era, and who is told all the same.
class Logging
{
public:
    Logging(const Options &options, Replies &replies)
        : m_options(options)
        , m_replies(replies)
    {}

    void setLevel(const Message &request);
    /// A message of @p level on behalf of @p cause; sent if that level is wanted.
    bool write(const Message &cause, const std::string &level, const std::string &logger,
               const std::string &data);
    /// What the scenario "unasked-log" does before each answer.
    void disturb(const Message &cause);

private:
    bool isWanted(const Message &cause, const std::string &level) const;
    void send(const std::string &level, const std::string &logger, const std::string &data);

    const Options &m_options;
    Replies &m_replies;
    std::string m_level = "debug"; ///< of legacy clients
};

} // namespace Fake
