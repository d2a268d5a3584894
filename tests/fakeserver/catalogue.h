// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "pages.h"

#include <string>
#include <vector>

namespace Fake {

/// The tool list, with its faults.
class Catalogue
{
public:
    Catalogue(const Options &options, Pages &pages);

    void list(const Message &request);
    /// One more tool, for list_changed.
    void grow();
    bool knows(std::string_view name) const;

private:
    void addTool(const std::string &name, const std::string &members);
    void applyFaults();

    const Options &m_options;
    Pages &m_pages;
    std::vector<std::string> m_names;
    std::vector<std::string> m_tools; ///< JSON
    int m_grown = 0;
};

} // namespace Fake
