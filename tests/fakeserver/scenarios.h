// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"

#include <optional>
#include <string>
#include <string_view>

namespace Fake {

/// One way to misbehave, as --help lists it. Where it acts is found by its name in the sources.
struct Scenario
{
    std::string_view name;
    std::string_view argument; ///< how --help writes it; empty if it takes none
    std::string_view text;
    std::optional<Era> era;       ///< the era it implies unless --era is given
    bool needsEverything = false; ///< implies the scenario "everything"
};

const Scenario *findScenario(std::string_view name);
std::string helpText();

} // namespace Fake
