// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracecodec.h"

#include "server/tracereader.h"
#include "server/tracestatus.h"
#include "json/jsonspace.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qhash.h>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp::TraceCodec {

namespace {

using Kind = TraceEntry::Kind;

constexpr std::array<std::pair<Kind, QLatin1StringView>, 4> kinds{
    { { Kind::Message, "message"_L1 },
      { Kind::Noise, "noise"_L1 },
      { Kind::Violation, "violation"_L1 },
      { Kind::Event, "event"_L1 } }
};

constexpr std::array<std::pair<TraceEntry::Ending, QLatin1StringView>, 2> endings{
    { { TraceEntry::Ending::Cancelled, "cancelled"_L1 },
      { TraceEntry::Ending::Lost, "unanswered"_L1 } }
};

constexpr std::array messageKinds{ Message::Kind::Invalid,       Message::Kind::Request,
                                   Message::Kind::Notification,  Message::Kind::Response,
                                   Message::Kind::ErrorResponse, Message::Kind::Batch };

QString kindName(Kind kind)
{
    for (const auto &[each, name] : kinds) {
        if (each == kind)
            return name;
    }
    return {};
}

/// The end of the year 9999, behind which ISO 8601 has no agreed form.
constexpr qint64 lastTime = 253'402'300'799'000;

/// As JSON where that keeps every byte; else as a string, else as Base64.
void addBytes(JsonObjectWriter &writer, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    const bool oneLine = !bytes.contains('\n') && !bytes.contains('\r')
                         && !JsonText::isSpace(bytes.front()) && !JsonText::isSpace(bytes.back());
    if (oneLine && !JsonText::check(bytes)) {
        writer.addRaw(u"message", bytes);
        return;
    }
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        writer.add(u"text", text);
    else
        writer.add(u"base64", QString::fromLatin1(bytes.toBase64()));
}

QByteArray bytesOf(const QList<RawJson> &values)
{
    const auto &[message, text, base64] = std::tie(values[0], values[1], values[2]);
    if (!message.isAbsent())
        return message.toByteArray();
    if (text.isString())
        return text.toString().toUtf8();
    return QByteArray::fromBase64(base64.toString().toLatin1());
}

/// Is the envelope more than its bytes say?
bool needsEnvelope(const TraceEntry &entry)
{
    return entry.truncated || (entry.kind == Kind::Violation && entry.bytes.isEmpty());
}

Message::Kind messageKind(const QString &name)
{
    for (const Message::Kind kind : messageKinds) {
        if (Message::kindName(kind).compare(name, Qt::CaseInsensitive) == 0)
            return kind;
    }
    return Message::Kind::Invalid;
}

/// What the log had of it, made from what the line has.
Message messageOf(const TraceEntry &entry, const RawJson &line, QByteArray bytes)
{
    if (needsEnvelope(entry) && line.contains("type"))
        return Message::cutOff(messageKind(line.value("type").toString()),
                               MessageId::fromRaw(line.value("id")), entry.method, std::move(bytes),
                               {});
    if (entry.isTooLong)
        return Message::unreadable(std::move(bytes), entry.note);
    return Message::fromPayload(std::move(bytes));
}

quint64 numberOf(const RawJson &value)
{
    return quint64(std::max<qint64>(0, value.toInteger().value_or(0)));
}

} // namespace

QByteArray line(const TraceEntry &entry) { return maskedLine(entry, entry.payload(), entry.note); }

QByteArray maskedLine(const TraceEntry &entry, const QByteArray &payload, const QString &note)
{
    JsonObjectWriter writer;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(entry.time).toUTC();
    writer.add(u"time", time.toString(Qt::ISODateWithMs)).add(u"serial", entry.serial);
    writer.add(u"kind", kindName(entry.kind));
    if (entry.kind != Kind::Event) {
        const bool sent = entry.direction == TraceEntry::Direction::Sent;
        writer.add(u"direction", sent ? u"sent"_s : u"received"_s);
        writer.add(u"framing", toString(entry.framing)).add(u"size", entry.size);
    }
    if (entry.pair)
        writer.add(u"pair", entry.pair);
    if (entry.conversation)
        writer.add(u"conversation", entry.conversation);
    if (entry.durationUs >= 0)
        writer.add(u"durationUs", entry.durationUs);
    for (const auto &[ending, name] : endings) {
        if (ending == entry.ending && entry.pair == 0)
            writer.add(u"ending", QString(name));
    }
    if (entry.truncated)
        writer.add(u"truncated", true);
    if (entry.isTooLong)
        writer.add(u"tooLong", true);
    if (entry.rule != Rule::None)
        writer.add(u"rule", toString(entry.rule));
    if (!note.isEmpty())
        writer.add(u"note", note);
    if (!entry.method.isEmpty() && (needsEnvelope(entry) || entry.message.isResponse()))
        writer.add(u"method", entry.method);
    if (needsEnvelope(entry)) {
        writer.add(u"type", Message::kindName(entry.message.kind()));
        if (entry.message.id().isValid())
            writer.addRaw(u"id", entry.message.id().raw());
    }
    addBytes(writer, payload);
    return writer.toByteArray() + '\n';
}

Result<TraceEntry> entry(QByteArrayView text)
{
    const RawJson line = RawJson::fromText(text.toByteArray());
    if (!line.isObject() || JsonText::check(text.trimmed()))
        return Error::usage(u"it is no JSON object"_s);
    TraceEntry entry;
    const QString kind = line.value("kind").toString();
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&kind](const auto &row) { return row.second == kind; });
    if (known == kinds.end())
        return Error::usage(u"its \"kind\" is not one of message, noise, violation and event"_s);
    entry.kind = known->first;
    const QDateTime time = QDateTime::fromString(line.value("time").toString(), Qt::ISODateWithMs);
    entry.time = time.isValid() ? time.toMSecsSinceEpoch() : -1;
    if (entry.time < 0 || entry.time > lastTime)
        return Error::usage(u"its \"time\" is none"_s);
    const bool isSent = line.value("direction").toString() == "sent"_L1;
    entry.direction = isSent || entry.kind == Kind::Event ? TraceEntry::Direction::Sent
                                                          : TraceEntry::Direction::Received;
    entry.framing = line.value("framing").toString() == toString(Framing::ContentLength)
                            ? Framing::ContentLength
                            : Framing::Newline;
    entry.serial = numberOf(line.value("serial"));
    entry.pair = numberOf(line.value("pair"));
    entry.conversation = numberOf(line.value("conversation"));
    entry.durationUs = line.value("durationUs").toInteger().value_or(-1);
    for (const auto &[ending, name] : endings) {
        if (line.value("ending").toString() == name)
            entry.ending = ending;
    }
    entry.truncated = line.value("truncated").toBool();
    entry.isTooLong = line.value("tooLong").toBool();
    entry.rule = ruleFromString(line.value("rule").toString());
    entry.note = line.value("note").toString();
    entry.method = line.value("method").toString();
    const QByteArray bytes = bytesOf(line.values({ "message", "text", "base64" }));
    entry.size = line.value("size").toInteger().value_or(bytes.size());
    if (entry.kind == Kind::Noise || (entry.kind == Kind::Violation && !line.contains("type")))
        entry.bytes = bytes;
    if (entry.kind == Kind::Message || entry.kind == Kind::Violation)
        entry.message = messageOf(entry, line, bytes);
    if (entry.method.isEmpty())
        entry.method = entry.message.method();
    entry.outcome = TraceStatus::ofAnswer(entry);
    entry.readTarget();
    return entry;
}

File read(QByteArrayView text)
{
    TraceReader reader({});
    reader.add(text);
    return reader.finish();
}

} // namespace Mcp::TraceCodec
