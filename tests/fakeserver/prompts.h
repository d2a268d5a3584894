// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "pages.h"
#include "questions.h"
#include "replies.h"

#include <string>
#include <vector>

namespace Fake {

/// Prompts: listed and got, with their faults.
class Prompts
{
public:
    Prompts(const Options &options, Replies &replies, Pages &pages, Questions &questions);

    void list(const Message &request) { m_pages.send(request, "prompts", m_prompts); }
    void get(const Message &request);
    /// One more prompt, for list_changed.
    void grow();

private:
    bool admits(const Message &request, const std::string &name, const std::string &arguments);
    std::string messages(const std::string &name, const std::string &arguments) const;
    std::string spoiled() const;

    const Options &m_options;
    Replies &m_replies;
    Questions &m_questions;
    Pages &m_pages;
    std::vector<std::string> m_prompts; ///< JSON
    int m_grown = 0;
};

} // namespace Fake
