// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "scenarios.h"

#include <algorithm>

namespace Fake {

namespace {

constexpr auto Legacy = Era::Legacy;
constexpr auto Modern = Era::Modern;
constexpr std::nullopt_t Any = std::nullopt;

const Scenario table[] = {
    // Start and handshake
    { "exit-at-start", "=CODE", "exit at once (default 1) after a line on stderr", Any },
    { "slow-start", "=MS", "read nothing for MS, then serve; exit 3 at any byte not MCP", Any },
    { "silent", "", "read everything, answer nothing", Any },
    { "never-ready", "", "never even read", Any },
    { "junk-line-first", "", "a text line on stdout before the first message", Any },
    { "early-requests", "=WHEN",
      "list_changed and roots/list at once, or WHEN=initialized; stderr tells the answer", Legacy },
    { "exit-on-discover", "=CODE", "exit (default 1) when asked server/discover", Legacy },
    { "ignore-unknown", "", "never answer a request whose method is unknown", Legacy },
    { "refuse-initialize-after-discover", "",
      "answer initialize with an error in a process that has seen server/discover", Legacy },
    { "idless-answer-to-initialized", "=null",
      "answer the notification initialized without an id (or with id null)", Legacy },
    { "version", "=X", "answer initialize with protocol version X", Legacy },
    { "refuse-version", "",
      "answer initialize with -32602 and data.supported unless it offers 2024-11-05", Legacy },
    { "discover-slow", "=MS", "answer server/discover after MS (default 2000)", Any },
    { "discover-after-initialize", "=after",
      "hold the answer to server/discover until initialize came; 'after': until it is answered",
      Any },
    { "unsupported-version", "=LIST",
      "-32022 for versions not in LIST (default 2099-01-01); 'once': refuse the first request",
      Modern },
    { "no-tools-capability", "=all",
      "declare no tools (or nothing at all), serve them all the same", Any },
    { "seed-manners", "",
      "the smallest hand-written server: headers only, characters not bytes, no EOF", Any },
    // The byte stream
    { "junk-between-frames", "", "a text line on stdout before every message", Any },
    { "wrong-length-header", "=D", "headers of tools/call answers are off by D (default 7)", Any },
    { "crash-mid-message", "", "die by SIGABRT half-way through a tools/call answer", Any },
    { "half-frame-then-silence", "", "half a tools/call answer, then nothing for ever", Any },
    { "invalid-utf8", "", "tools/call answers hold bytes that are not UTF-8", Any },
    { "long-line", "=N", "the first tools/list answer is N bytes long (default 2 MB)", Any },
    { "close-stdout", "=start", "close stdout at the first tools/call (or at start), live on",
      Any },
    { "close-stdin", "=start", "close stdin at the first tools/call (or at start), live on", Any },
    { "batch", "", "send answers in arrays and take arrays (2025-03-26)", Legacy },
    { "stderr-split", "", "a character on stderr in two writes, 50 ms apart", Any },
    { "stderr-flood", "=N", "N lines (default 20000) on stderr at start", Any },
    // Answers
    { "result-before-id", "", "answers have the result member before the id", Any },
    { "error-code-zero", "", "tools/call ends with error code 0 and an array as data", Any },
    { "unknown-id", "=only", "an answer with an unknown id before (or instead of) the right one",
      Any },
    { "duplicate-id", "", "every tools/call is answered twice", Any },
    { "answer-after-cancel", "", "cancelled calls are answered all the same", Any },
    { "hold", "", "never answer tools/call", Any },
    { "invalid-tool-result", "=KIND",
      "no content; KIND: not-array, string, null, block (a block that is a number)", Any },
    { "huge-numbers", "", "tools/call answers hold 1e400, 23 digits and 1,500 levels", Any },
    { "unknown-result-type", "", "tools/call answers have resultType \"surprise\"", Modern },
    { "list-changed-on-call", "", "a tool more and list_changed with every tools/call", Any },
    // The tool list
    { "tools", "=N", "N more tools, named tool-00001 ...", Any },
    { "unicode-tools", "", "tools with names and texts in other scripts", Any },
    { "malformed-tool", "", "two entries of the list are a number and an object without name",
      Any },
    { "duplicate-tools", "", "every tool is listed twice", Any },
    { "pages", "=N", "the tool list comes in N pages (default 3)", Any },
    { "empty-cursor", "", "two pages; the cursor of the second is the empty string", Any },
    { "cursor-loop", "", "the cursor of the second page leads back to it", Any },
    { "endless-pages", "", "every page has a next one with one more tool", Any },
    // Beyond tools; each but the first implies it
    { "everything", "", "declare and serve resources, prompts, completion and tasks too", Any },
    { "malformed-entries", "",
      "two entries of each list but the tools' are a number and an object that names nothing", Any,
      true },
    { "read", "=KIND",
      "resources/read: no-contents, not-array, number, both, neither, base64, two, missing", Any,
      true },
    { "refuse-subscribe", "", "resources/subscribe and subscriptions/listen end with an error", Any,
      true },
    { "prompt", "=KIND", "prompts/get: no-messages, not-array, content-array, odd-role, number",
      Any, true },
    { "completion", "=KIND",
      "completion/complete: many (1,000 values), bare, none, not-array, numbers, slow:MS", Any,
      true },
    { "unasked-log", "", "notifications/message with every request, whatever was asked for", Modern,
      true },
    { "cache", "=KIND",
      "ttlMs and cacheScope: fresh, negative, absent, huge, string, no-scope, odd-scope, "
      "discover-absent (of server/discover alone)",
      Modern, true },
    { "listen", "=KIND",
      "subscriptions/listen: no-ack, late-ack, twice, subset, superset, other-id, end-answer, "
      "end-cancelled, end-both, end-error, end-exit",
      Modern, true },
    { "announce", "=KIND", "changes are told with the subscription none, other, string, or unasked",
      Any, true },
    { "ask", "=KIND", "the tool ask, legacy: cancelled (by the server), same-id, many", Legacy,
      true },
    { "url-required", "",
      "the first tools/call ends with -32042 (2025-11-25); then elicitation/complete, also for an "
      "id that was never given",
      Legacy, true },
    { "mrtr", "=KIND",
      "input_required: rounds:N, two, many, endless, odd-state, empty-state, number-state, "
      "no-state, dropped-state, state-only, neither, list, unknown-method, undeclared, on-list",
      Modern, true },
    { "task", "=KIND",
      "the tool work: input, failed, tool-error, cancelled, expired, other-id, no-id, poll:MS, "
      "refuse-cancel:MS, no-cancel (not declared either), stuck, silent, kept, undeclared, "
      "on-list, late:MS (until the call is answered with the task)",
      Any, true },
    // Everything at once
    { "chaos", "=SEED", "any fault at any tools/call, and things that nobody asked for", Any },
    // The process
    { "die-after", "=N[,CODE]", "serve N tools/call, exit with CODE (default 7) at the next", Any },
    { "ignore-sigterm", "", "ignore SIGTERM, SIGHUP and SIGINT", Any },
    { "ignore-eof", "", "live on at end of input", Any },
    { "grandchild", "=closed",
      "fork a child that ignores signals and EOF; its pid goes to stderr (closed: no pipes)", Any },
};

} // namespace

const Scenario *findScenario(std::string_view name)
{
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [name](const Scenario &s) { return s.name == name; });
    return found == std::end(table) ? nullptr : found;
}

std::string helpText()
{
    std::string text =
            "mcp-fake-server: an MCP server for tests, well-behaved unless told otherwise\n"
            "  --framing newline|content-length|both-read-headers-write\n"
            "  --era legacy|modern|both      default both, or what a scenario implies\n"
            "  --revision DATE               newest legacy revision it speaks\n"
            "  --scenario NAME[=ARGUMENT]    may be given several times:\n";
    for (const Scenario &scenario : table) {
        std::string line = "    " + std::string(scenario.name) + std::string(scenario.argument);
        line.resize(std::max<std::size_t>(line.size() + 2, 38), ' ');
        text += line + std::string(scenario.text) + '\n';
    }
    return text;
}

} // namespace Fake
