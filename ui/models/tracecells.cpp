// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracecells.h"

#include "models/format.h"
#include "server/tracestatus.h"
#include "wire/error.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

bool isToolError(const Mcp::TraceEntry &entry)
{
    return entry.message.kind() == Mcp::Message::Kind::Response
           && Mcp::TraceStatus::of(entry) == "error"_L1;
}

/// A rule by its title, unless the note says it already.
QString ruleText(const Mcp::TraceEntry &entry)
{
    const QString title = Mcp::RuleText::of(entry.rule).title;
    return entry.note.contains(title, Qt::CaseInsensitive) ? QString() : title;
}

/// Begins with the word that the filter takes behind "status:".
QString messageStatus(const Mcp::TraceEntry &entry)
{
    const Mcp::Message &message = entry.message;
    switch (message.kind()) {
    case Mcp::Message::Kind::ErrorResponse: {
        const Mcp::Error error = Mcp::Error::remote(message.error());
        return displayLine(u"error %1: %2"_s.arg(QString::number(error.code), error.message), 300);
    }
    case Mcp::Message::Kind::Response:
        return isToolError(entry) ? u"error: of the tool"_s : QString(Mcp::TraceStatus::of(entry));
    case Mcp::Message::Kind::Request:
        return Mcp::TraceStatus::of(entry);
    case Mcp::Message::Kind::Notification:
        return {};
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
    if (entry.kind == Mcp::TraceEntry::Kind::Message && !messageStatus(entry).isEmpty())
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
