// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/rule.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

struct Row
{
    Rule rule = Rule::None;
    QLatin1StringView name;
    QLatin1StringView title;
    QLatin1StringView demand;
    QLatin1StringView revision;
    QLatin1StringView page;
};

constexpr QLatin1StringView rev2025 = "2025-11-25"_L1;
constexpr QLatin1StringView rev2026 = "2026-07-28"_L1;

constexpr std::array rows{
    Row{ Rule::OnlyMessages, "only-messages"_L1, "Text on stdout that is no message"_L1,
         "A server must not write anything to stdout that is not a valid MCP message; log lines "
         "belong on stderr."_L1,
         rev2025, "basic/transports"_L1 },
    Row{ Rule::Delimiters, "delimiters"_L1, "Broken framing"_L1,
         "Messages are delimited by newlines and must not contain embedded newlines; where a "
         "server writes Content-Length headers, which no revision has, they have to be right."_L1,
         rev2025, "basic/transports"_L1 },
    Row{ Rule::JsonRpc, "json-rpc"_L1, "Message that breaks JSON-RPC"_L1,
         "All messages must follow JSON-RPC 2.0: \"jsonrpc\":\"2.0\", an id that is a string or an "
         "integer on requests and answers, either result or error."_L1,
         rev2025, "basic/index"_L1 },
    Row{ Rule::WellFormed, "well-formed"_L1, "Malformed JSON"_L1,
         "Messages are JSON-RPC 2.0, encoded as UTF-8 JSON text (RFC 8259)."_L1, rev2025,
         "basic/transports"_L1 },
    Row{ Rule::Batches, "batches"_L1, "Batch of messages"_L1,
         "JSON-RPC batches exist in revision 2025-03-26 only; 2025-06-18 removed them."_L1,
         "2025-06-18"_L1, "changelog"_L1 },
    Row{ Rule::AnswerId, "answer-id"_L1, "Answer that matches no request"_L1,
         "An answer must have the same id as the request it answers."_L1, rev2025,
         "basic/index"_L1 },
    Row{ Rule::AnswerOnce, "answer-once"_L1, "Second answer to a request"_L1,
         "A request gets one answer: a result or an error."_L1, rev2025, "basic/index"_L1 },
    Row{ Rule::RequestId, "request-id"_L1, "Request with an id that is in use"_L1,
         "The id of a request must not have been used before by the same side in the "
         "session."_L1,
         rev2025, "basic/index"_L1 },
    Row{ Rule::NoServerRequests, "no-server-requests"_L1, "Request from the server"_L1,
         "Servers must not send requests; they ask by answering with input_required."_L1, rev2026,
         "basic/patterns/index"_L1 },
    Row{ Rule::DeclaredQuestions, "declared-questions"_L1, "Question that was not declared"_L1,
         "A server must ask only for what the client has declared in its capabilities."_L1, rev2026,
         "basic/patterns/mrtr"_L1 },
    Row{ Rule::ProgressToken, "progress-token"_L1, "Progress with an unknown token"_L1,
         "Progress notifications must only reference tokens that were provided in an active "
         "request."_L1,
         rev2025, "basic/utilities/progress"_L1 },
    Row{ Rule::ProgressIncreases, "progress-increases"_L1, "Progress that does not increase"_L1,
         "The progress value must increase with each notification, even if the total is "
         "unknown."_L1,
         rev2025, "basic/utilities/progress"_L1 },
    Row{ Rule::ResultObject, "result-object"_L1, "Result that is no object"_L1,
         "The result of a request is an object."_L1, rev2025, "schema"_L1 },
    Row{ Rule::ResultType, "result-type"_L1, "Result without a resultType"_L1,
         "Every result must say by resultType what it is; an absent one is read as complete."_L1,
         rev2026, "basic/index"_L1 },
    Row{ Rule::OpeningResult, "opening-result"_L1, "Incomplete answer to the opening request"_L1,
         "The result must have the protocol version, the capabilities, and (initialize) the "
         "server's name."_L1,
         rev2025, "basic/lifecycle"_L1 },
    Row{ Rule::DeclaredCapability, "declared-capability"_L1, "Undeclared capability"_L1,
         "A server that offers tools, resources or prompts must declare the capability."_L1,
         rev2025, "basic/lifecycle"_L1 },
    Row{ Rule::LogLevel, "log-level"_L1, "Log message that nobody asked for"_L1,
         "A server must not send notifications/message for a request that has no logLevel in "
         "its _meta."_L1,
         rev2026, "server/utilities/logging"_L1 },
    Row{ Rule::Caching, "caching"_L1, "Result without rules for keeping it"_L1,
         "Results of lists, of reading a resource and of server/discover must have ttlMs (an "
         "integer that is not negative) and cacheScope (\"public\" or \"private\")."_L1,
         rev2026, "server/utilities/caching"_L1 },
    Row{ Rule::Pages, "pages"_L1, "List that is not what a list has to be"_L1,
         "A page of a list has an array of entries, and nextCursor, a string, until the last."_L1,
         rev2025, "server/utilities/pagination"_L1 },
    Row{ Rule::Rounds, "rounds"_L1, "Question that cannot be answered"_L1,
         "A result of type input_required must have inputRequests, requestState or both; each "
         "request is one of a kind that the client has declared."_L1,
         rev2026, "basic/patterns/mrtr"_L1 },
    Row{ Rule::Tasks, "tasks"_L1, "Task that is not the one asked for"_L1,
         "Every task has a taskId, and each state of it names it."_L1, rev2025,
         "basic/utilities/tasks"_L1 },
    Row{ Rule::Subscriptions, "subscriptions"_L1, "Notification beside its subscription"_L1,
         "A server must acknowledge a subscription first, send only what was asked for, and name "
         "the subscription in _meta of each notification."_L1,
         rev2026, "basic/patterns/subscriptions"_L1 },
    Row{ Rule::OutputSchema, "output-schema"_L1, "Result that breaks the tool's output schema"_L1,
         "A tool with an output schema must provide structured results that conform to it."_L1,
         rev2025, "server/tools"_L1 },
};

const Row *find(Rule rule)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [rule](const Row &row) { return row.rule == rule; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

RuleText RuleText::of(Rule rule)
{
    const Row *const row = find(rule);
    return row ? RuleText{ row->title, row->demand, row->revision, row->page } : RuleText();
}

QString toString(Rule rule)
{
    const Row *const row = find(rule);
    return row ? QString(row->name) : QString();
}

QStringList ruleNames()
{
    QStringList names;
    for (const Row &row : rows)
        names.append(row.name);
    return names;
}

Rule ruleFromString(QStringView name)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [name](const Row &row) { return name == row.name; });
    return found == rows.end() ? Rule::None : found->rule;
}

} // namespace Mcp
