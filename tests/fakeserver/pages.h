// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"

#include <string>
#include <vector>

namespace Fake {

/// Sends a list in pages, with the faults of lists: what tools, resources and prompts share.
class Pages
{
public:
    Pages(const Options &options, Replies &replies)
        : m_options(options)
        , m_replies(replies)
    {}

    /// The page that @p request asks for. @p member names the array ("tools"), @p entries are JSON.
    void send(const Message &request, const std::string &member,
              const std::vector<std::string> &entries);

private:
    std::vector<std::string> cursors() const;
    void sendPage(const Message &request, const std::string &member,
                  const std::vector<std::string> &entries, const std::string *nextCursor);
    void sendEndlessPage(const Message &request, const std::string &member,
                         const std::string &cursor);
    std::string padding(const Message &request, const std::string &members);

    const Options &m_options;
    Replies &m_replies;
    bool m_padded = false;
};

} // namespace Fake
