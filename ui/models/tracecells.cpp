// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracecells.h"

#include "models/format.h"
#include "wire/error.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// A cell is painted again and again: the rest of a huge result would cost more than it tells.
constexpr qsizetype readBytes = 256 * 1024;

bool isToolError(const Mcp::TraceEntry &entry)
{
    return entry.method == "tools/call"_L1 && entry.message.kind() == Mcp::Message::Kind::Response
           && entry.message.payload().size() <= readBytes
           && entry.message.result().value("isError").toBool();
}

/// What kind of a result it is: some are not what was asked for yet (2026-07-28, basic/index).
QString resultWords(const Mcp::TraceEntry &entry)
{
    if (isToolError(entry))
        return u"tool error"_s;
    if (entry.message.payload().size() > readBytes)
        return u"result"_s;
    const QString type = entry.message.result().value("resultType").toString();
    if (type == "input_required"_L1)
        return u"input required"_s;
    return type == "task"_L1 ? u"task"_s : u"result"_s;
}

/// A rule by its title, unless the note says it already.
QString ruleText(const Mcp::TraceEntry &entry)
{
    const QString title = Mcp::RuleText::of(entry.rule).title;
    return entry.note.contains(title, Qt::CaseInsensitive) ? QString() : title;
}

QString messageStatus(const Mcp::TraceEntry &entry)
{
    const Mcp::Message &message = entry.message;
    switch (message.kind()) {
    case Mcp::Message::Kind::ErrorResponse:
        return displayLine(Mcp::Error::remote(message.error()).describe(), 300);
    case Mcp::Message::Kind::Response:
        return resultWords(entry);
    case Mcp::Message::Kind::Request:
        return entry.pair ? u"answered"_s : u"no answer yet"_s;
    case Mcp::Message::Kind::Notification:
        return u"notification"_s;
    case Mcp::Message::Kind::Batch:
        return u"batch"_s;
    case Mcp::Message::Kind::Invalid:
        break;
    }
    return u"not a JSON-RPC message"_s;
}

} // namespace

QString TraceCells::direction(const Mcp::TraceEntry &entry)
{
    if (entry.kind == Mcp::TraceEntry::Kind::Event)
        return u"•"_s;
    return entry.direction == Mcp::TraceEntry::Direction::Sent ? u"→"_s : u"←"_s;
}

QString TraceCells::directionWord(const Mcp::TraceEntry &entry)
{
    if (entry.kind == Mcp::TraceEntry::Kind::Event)
        return u"a step of ours"_s;
    return entry.direction == Mcp::TraceEntry::Direction::Sent ? u"sent"_s : u"received"_s;
}

QString TraceCells::method(const Mcp::TraceEntry &entry)
{
    switch (entry.kind) {
    case Mcp::TraceEntry::Kind::Message:
        return displayLine(entry.method, 200);
    case Mcp::TraceEntry::Kind::Noise:
        return displayLine(entry.bytes, 200);
    case Mcp::TraceEntry::Kind::Violation:
        if (entry.isTooLong)
            return entry.method.isEmpty() ? u"too long"_s : displayLine(entry.method, 200);
        return entry.rule == Mcp::Rule::None ? displayLine(entry.method, 200) : u"broken rule"_s;
    case Mcp::TraceEntry::Kind::Event:
        break;
    }
    return u"step"_s;
}

QString TraceCells::status(const Mcp::TraceEntry &entry)
{
    QStringList parts;
    if (entry.kind == Mcp::TraceEntry::Kind::Message)
        parts += messageStatus(entry);
    else if (entry.kind == Mcp::TraceEntry::Kind::Noise)
        parts += u"text on stdout that is no message"_s;
    else if (entry.kind == Mcp::TraceEntry::Kind::Violation && !ruleText(entry).isEmpty())
        parts += ruleText(entry);
    if (!entry.note.isEmpty())
        parts += displayLine(entry.note, 400);
    if (entry.truncated)
        parts += u"first 64 KiB kept"_s;
    return parts.join(u" · "_s);
}

TraceModel::Tone TraceCells::tone(const Mcp::TraceEntry &entry)
{
    switch (entry.kind) {
    case Mcp::TraceEntry::Kind::Violation:
        return entry.rule == Mcp::Rule::None && !entry.isTooLong ? TraceModel::Muted
                                                                 : TraceModel::Warning;
    case Mcp::TraceEntry::Kind::Noise:
        return TraceModel::Warning;
    case Mcp::TraceEntry::Kind::Event:
        return TraceModel::Muted;
    case Mcp::TraceEntry::Kind::Message:
        break;
    }
    const bool bad = entry.message.kind() == Mcp::Message::Kind::ErrorResponse
                     || entry.message.kind() == Mcp::Message::Kind::Invalid || isToolError(entry);
    return bad ? TraceModel::Bad : TraceModel::Normal;
}

} // namespace McpUi
