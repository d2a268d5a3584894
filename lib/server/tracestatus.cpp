// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracestatus.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

QLatin1StringView ofRequest(const TraceEntry &entry)
{
    if (entry.pair)
        return "answered"_L1;
    switch (entry.ending) {
    case TraceEntry::Ending::Cancelled:
        return "cancelled"_L1;
    case TraceEntry::Ending::Lost:
        return "unanswered"_L1;
    case TraceEntry::Ending::None:
        break;
    }
    return "pending"_L1;
}

/// Some results are not what was asked for yet (2026-07-28, basic/index).
QLatin1StringView ofResult(const TraceEntry &entry)
{
    const QList<RawJson> facts = entry.message.result().values({ "isError", "resultType" });
    if (entry.method == "tools/call"_L1 && facts[0].toBool())
        return "error"_L1;
    const QString type = facts[1].toString();
    if (type == "input_required"_L1)
        return "input_required"_L1;
    return type == "task"_L1 ? "task"_L1 : "ok"_L1;
}

} // namespace

QLatin1StringView TraceStatus::ofAnswer(const TraceEntry &entry)
{
    if (entry.message.kind() == Message::Kind::ErrorResponse)
        return "error"_L1;
    const bool isResult = entry.kind == TraceEntry::Kind::Message
                          && entry.message.kind() == Message::Kind::Response;
    return isResult ? ofResult(entry) : QLatin1StringView();
}

QLatin1StringView TraceStatus::of(const TraceEntry &entry)
{
    const bool isBroken = entry.kind == TraceEntry::Kind::Violation && entry.rule != Rule::None;
    if (isBroken)
        return "error"_L1;
    const bool isRequest = entry.kind == TraceEntry::Kind::Message
                           && entry.message.kind() == Message::Kind::Request;
    return isRequest ? ofRequest(entry) : entry.outcome;
}

QStringList TraceStatus::words()
{
    return { u"ok"_s,        u"error"_s,      u"pending"_s,        u"answered"_s,
             u"cancelled"_s, u"unanswered"_s, u"input_required"_s, u"task"_s };
}

} // namespace Mcp
