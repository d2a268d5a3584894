// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

/// Everything that needs the operating system (POSIX). Nothing here knows of MCP.
namespace Fake::Process {

enum class ReadState { Data, Timeout, End };

/// Waits up to @p milliseconds (negative: for ever) for stdin and appends what is there.
ReadState readInput(std::string &buffer, long long milliseconds);
/// Writes everything to stdout; false when nobody reads any more.
bool writeOutput(std::string_view bytes);
/// One line to stderr, unbuffered.
void say(std::string_view line);
/// Bytes to stderr as they are.
void writeError(std::string_view bytes);

void closeInput();
void closeOutput();
void ignoreSignals();
/// Ends the process by @p signal without a core file.
[[noreturn]] void dieBySignal(int signal);
[[noreturn]] void sleepForever();
void sleepMs(long long milliseconds);
long long nowMs();
/// A child that ignores SIGTERM, SIGHUP, SIGINT and end of input. Returns its pid.
long long spawnGrandchild(bool closePipes);
/// The environment as lines NAME=value, sorted.
std::string environmentLines();

} // namespace Fake::Process
