// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"
#include "process.h"
#include "scenarios.h"
#include "seedserver.h"
#include "server.h"

#include <csignal>

namespace {

/// What happens before the first byte is read.
void applyStartScenarios(const Fake::Options &options)
{
    namespace Process = Fake::Process;
    if (options.has("ignore-sigterm"))
        Process::ignoreSignals();
    if (options.has("grandchild")) {
        const bool closed = options.argument("grandchild") == "closed";
        Process::say("grandchild pid " + std::to_string(Process::spawnGrandchild(closed)));
    }
    if (options.has("stderr-split")) {
        Process::writeError("split: Z\xc3");
        Process::sleepMs(50);
        Process::writeError("\xbcrich\n");
    }
    for (long long i = 1,
                   n = options.has("stderr-flood") ? options.number("stderr-flood", 20000) : 0;
         i <= n; ++i)
        Process::say("flood " + std::to_string(i));
    if (options.has("exit-at-start")) {
        Process::say("Error: configuration file not found");
        std::exit(int(options.number("exit-at-start", 1)));
    }
    if (options.has("never-ready"))
        Process::sleepForever();
    if (options.has("slow-start"))
        Process::sleepMs(options.number("slow-start", 3000));
    if (options.argument("close-stdout") == "start")
        Process::closeOutput();
    if (options.argument("close-stdin") == "start")
        Process::closeInput();
}

} // namespace

int main(int argc, char **argv)
{
    std::string problem;
    const auto options = Fake::Options::parse(argc, argv, problem);
    if (!options) {
        Fake::Process::say("mcp-fake-server: cannot use \"" + problem + "\", see --help");
        return 2;
    }
    if (options->help) {
        Fake::Process::writeOutput(Fake::helpText());
        return 0;
    }
    std::signal(SIGPIPE, SIG_IGN);
    applyStartScenarios(*options);
    return options->has("seed-manners") ? Fake::runSeedServer() : Fake::Server(*options).run();
}
