// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"
#include "json.h"
#include "scenarios.h"

#include <string_view>

namespace Fake {

namespace {

bool setFraming(Options &options, std::string_view name)
{
    if (name == "newline")
        options.framing = Framing::Newline;
    else if (name == "content-length")
        options.framing = Framing::ContentLength;
    else if (name == "both-read-headers-write")
        options.framing = Framing::ReadBoth;
    else
        return false;
    return true;
}

bool setEra(Options &options, std::string_view name)
{
    if (name == "legacy")
        options.era = Era::Legacy;
    else if (name == "modern")
        options.era = Era::Modern;
    else if (name == "both")
        options.era = Era::Both;
    else
        return false;
    return true;
}

bool addScenario(Options &options, std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string name(text.substr(0, equals));
    if (!findScenario(name))
        return false;
    options.scenarios[name] = equals == text.npos ? "" : std::string(text.substr(equals + 1));
    return true;
}

} // namespace

std::string Options::argument(std::string_view scenario, const std::string &fallback) const
{
    const auto found = scenarios.find(scenario);
    return found == scenarios.end() || found->second.empty() ? fallback : found->second;
}

long long Options::number(std::string_view scenario, long long fallback) const
{
    return Json::integer(argument(scenario), fallback);
}

std::optional<Options> Options::parse(int argc, char **argv, std::string &problem)
{
    Options options;
    bool eraGiven = false;
    for (int i = 1; i < argc; ++i) {
        std::string_view name = argv[i];
        if (name == "--help" || name == "-h") {
            options.help = true;
            continue;
        }
        std::string_view value;
        const std::size_t equals = name.find('=');
        if (equals != name.npos) {
            value = name.substr(equals + 1);
            name = name.substr(0, equals);
        } else if (i + 1 < argc) {
            value = argv[++i];
        }
        bool good = false;
        if (name == "--framing") {
            good = setFraming(options, value);
        } else if (name == "--era") {
            good = eraGiven = setEra(options, value);
        } else if (name == "--revision") {
            options.revision = value;
            good = !value.empty();
        } else if (name == "--scenario") {
            good = addScenario(options, value);
        }
        if (!good) {
            problem = std::string(name) + " " + std::string(value);
            return std::nullopt;
        }
    }
    const auto given = options.scenarios;
    for (const auto &[name, argument] : given) {
        const Scenario *const scenario = findScenario(name);
        if (scenario->era && !eraGiven)
            options.era = *scenario->era;
        if (scenario->needsEverything)
            options.scenarios.emplace("everything", "");
    }
    return options;
}

} // namespace Fake
