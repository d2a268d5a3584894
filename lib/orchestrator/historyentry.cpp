// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/history.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

using Outcome = HistoryEntry::Outcome;

constexpr std::array outcomes = { Outcome::Success, Outcome::ToolError, Outcome::RemoteError,
                                  Outcome::Failed, Outcome::Cancelled };

/// JSON that fits on a line goes in as it is; everything else (cut off, several lines, not JSON) as
/// a string under another name, so that exactly these bytes come back.
void addBytes(JsonObjectWriter &writer, const QString &key, QByteArrayView bytes)
{
    const bool oneLine = !bytes.contains('\n') && !bytes.contains('\r');
    if (bytes.isEmpty())
        return;
    if (oneLine && !JsonText::check(bytes))
        writer.addRaw(key, bytes);
    else if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        writer.add(key + u"Text"_s, QString::fromUtf8(bytes));
    else
        writer.add(key + u"Base64"_s, QString::fromLatin1(bytes.toByteArray().toBase64()));
}

/// What addBytes() has written under @p member's name, if it is one of its three.
bool readBytes(const RawJsonMember &member, QLatin1StringView key, QByteArray &bytes)
{
    if (!member.key.startsWith(key))
        return false;
    const QStringView form = QStringView(member.key).sliced(key.size());
    if (form.isEmpty())
        bytes = member.value.toByteArray();
    else if (form == "Text"_L1)
        bytes = member.value.toString().toUtf8();
    else if (form == "Base64"_L1)
        bytes = QByteArray::fromBase64(member.value.toString().toLatin1());
    else
        return false;
    return true;
}

std::optional<Outcome> outcomeFromName(const QString &name)
{
    for (const Outcome outcome : outcomes) {
        if (HistoryEntry::outcomeName(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

} // namespace

QString HistoryEntry::outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return u"success"_s;
    case Outcome::ToolError:
        return u"tool-error"_s;
    case Outcome::RemoteError:
        return u"remote-error"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QByteArray HistoryEntry::toLine() const
{
    JsonObjectWriter writer;
    writer.add(u"time", time).add(u"server", server);
    subject.addTo(writer);
    addBytes(writer, u"arguments"_s, arguments.view());
    writer.add(u"outcome", outcomeName(outcome));
    if (!message.isEmpty())
        writer.add(u"message", message);
    writer.add(u"durationMs", durationMs).add(u"resultSize", resultSize);
    addBytes(writer, u"result"_s, result);
    return writer.toByteArray() + '\n';
}

/// One pass over the members: a line may be a megabyte long.
std::optional<HistoryEntry> HistoryEntry::fromLine(const QByteArray &line)
{
    HistoryEntry entry;
    QByteArray arguments;
    std::optional<qint64> time;
    std::optional<qint64> size;
    std::optional<Outcome> outcome;
    for (const RawJsonMember &member : RawJson::fromText(line).members()) {
        const QString &key = member.key;
        if (key == "time"_L1)
            time = member.value.toInteger();
        else if (key == "server"_L1)
            entry.server = member.value.toString();
        else if (const auto subject = CallSubject::fromMember(member))
            entry.subject = *subject;
        else if (key == "outcome"_L1)
            outcome = outcomeFromName(member.value.toString());
        else if (key == "message"_L1)
            entry.message = member.value.toString();
        else if (key == "durationMs"_L1)
            entry.durationMs = member.value.toInteger().value_or(0);
        else if (key == "resultSize"_L1)
            size = member.value.toInteger();
        else if (!readBytes(member, "arguments"_L1, arguments))
            readBytes(member, "result"_L1, entry.result);
    }
    // Only a line that was written to its end has its closing brace.
    if (!time || !outcome || entry.subject.name.isEmpty() || !line.trimmed().endsWith('}'))
        return std::nullopt;
    entry.time = *time;
    entry.outcome = *outcome;
    entry.arguments = RawJson::fromText(arguments);
    entry.resultSize = size.value_or(entry.result.size());
    return entry;
}

} // namespace Mcp
