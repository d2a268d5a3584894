// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <map>
#include <optional>
#include <string>

namespace Fake {

enum class Framing {
    Newline,       ///< reads and writes lines
    ContentLength, ///< reads and writes Content-Length headers; takes any other line for a header
    ReadBoth,      ///< reads either, always writes headers
};

enum class Era { Legacy, Modern, Both };

/// What the command line asked for. Scenarios may be combined; each has one optional argument.
struct Options
{
    Framing framing = Framing::Newline;
    Era era = Era::Both;
    std::string revision = "2025-11-25"; ///< newest legacy revision it speaks
    std::map<std::string, std::string, std::less<>> scenarios;
    bool help = false;

    bool has(std::string_view scenario) const
    {
        return scenarios.find(scenario) != scenarios.end();
    }
    /// The scenario's argument, or @p fallback when it came without one.
    std::string argument(std::string_view scenario, const std::string &fallback = {}) const;
    long long number(std::string_view scenario, long long fallback) const;

    /// Nothing if the command line is wrong; @p problem then says how.
    static std::optional<Options> parse(int argc, char **argv, std::string &problem);
};

} // namespace Fake
