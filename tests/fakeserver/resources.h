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

/// Resources and templates: listed and read, with their faults.
class Resources
{
public:
    Resources(const Options &options, Replies &replies, Pages &pages, Questions &questions);

    void list(const Message &request) { m_pages.send(request, "resources", m_resources); }
    void listTemplates(const Message &request)
    {
        m_pages.send(request, "resourceTemplates", m_templates);
    }
    void read(const Message &request);
    /// One more resource, for list_changed.
    void grow();

private:
    void answer(const Message &request, const std::string &contents);
    std::string spoiled(const std::string &uri) const;

    const Options &m_options;
    Replies &m_replies;
    Pages &m_pages;
    Questions &m_questions;
    std::vector<std::string> m_resources; ///< JSON
    std::vector<std::string> m_templates; ///< JSON
    int m_grown = 0;
};

} // namespace Fake
