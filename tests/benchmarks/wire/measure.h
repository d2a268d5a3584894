// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <time.h>

/// What every client of the wire benchmarks measures with, so that all measure alike. No Qt here:
/// the raw client has none.
namespace McpBench {

/// Nanoseconds of the clock that all processes of the machine share.
inline std::int64_t nowNs()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// A line of /proc/self/status such as "VmRSS:" or "VmHWM:", in KiB.
inline long memoryKib(const char *what)
{
    std::FILE *file = std::fopen("/proc/self/status", "r");
    long kib = 0;
    char line[256];
    while (file && std::fgets(line, sizeof line, file)) {
        if (std::strncmp(line, what, std::strlen(what)) == 0)
            kib = std::atol(line + std::strlen(what));
    }
    if (file)
        std::fclose(file);
    return kib;
}

/// From now on VmHWM is the peak since now.
inline void resetPeak()
{
    if (std::FILE *file = std::fopen("/proc/self/clear_refs", "w")) {
        std::fputs("5", file);
        std::fclose(file);
    }
}

/// Figures by name, printed as one JSON object for the program that runs all clients.
class Report
{
public:
    void add(const char *name, double value)
    {
        char text[64];
        std::snprintf(text, sizeof text, "%s\"%s\":%.9g", m_text.empty() ? "" : ",", name, value);
        m_text += text;
    }
    /// Calls a second and the times of one, from the nanoseconds that each took.
    void addCalls(std::vector<std::int64_t> times, std::int64_t total)
    {
        std::sort(times.begin(), times.end());
        add("rate", double(times.size()) * 1e9 / double(total));
        add("p50_us", double(times[times.size() / 2]) / 1000);
        add("p99_us", double(times[times.size() * 99 / 100]) / 1000);
    }
    void print() const { std::printf("{%s}\n", m_text.c_str()); }

private:
    std::string m_text;
};

/// What is measured, as given on the command line: CLIENT MEASUREMENT COUNT SERVER [ARGUMENT…].
struct Job
{
    std::string what;
    long count = 0;
    std::vector<std::string> server;
    std::int64_t execNs = 0; ///< when the program was started, from the environment

    Job(int argc, char **argv)
    {
        if (argc < 4) {
            std::fprintf(stderr, "usage: %s MEASUREMENT COUNT SERVER [ARGUMENT...]\n", argv[0]);
            std::exit(2);
        }
        what = argv[1];
        count = std::atol(argv[2]);
        server.assign(argv + 3, argv + argc);
        if (const char *start = std::getenv("BENCH_START_NS"))
            execNs = std::atoll(start);
    }
};

/// The text that "echo" is asked to return.
inline constexpr char kEchoText[] = "0123456789abcdef0123456789abcdef";

} // namespace McpBench
