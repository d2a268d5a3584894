// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"

#include <string>
#include <vector>

namespace Fake {

/// The tool list and its pages, with the faults of lists.
class Catalogue
{
public:
    Catalogue(const Options &options, Replies &replies);

    void list(const Message &request);
    /// One more tool, for list_changed.
    void grow();
    bool knows(std::string_view name) const;

private:
    void addTool(const std::string &name, const std::string &members);
    void sendPage(const Message &request, std::size_t begin, std::size_t end,
                  const std::string *nextCursor);
    void sendEndlessPage(const Message &request, const std::string &cursor);
    void applyFaults();

    const Options &m_options;
    Replies &m_replies;
    std::vector<std::string> m_names;
    std::vector<std::string> m_tools; ///< JSON
    int m_grown = 0;
    bool m_padded = false;
};

} // namespace Fake
