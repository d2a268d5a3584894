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

QByteArray readBytes(const RawJson &entry, const QString &key)
{
    if (const RawJson raw = entry.value(key); !raw.isAbsent())
        return raw.toByteArray();
    if (const RawJson text = entry.value(QString(key + u"Text"_s)); text.isString())
        return text.toString().toUtf8();
    return QByteArray::fromBase64(entry.value(QString(key + u"Base64"_s)).toString().toLatin1());
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
    writer.add(u"time", time).add(u"server", server).add(u"tool", tool);
    addBytes(writer, u"arguments"_s, arguments.view());
    writer.add(u"outcome", outcomeName(outcome));
    if (!message.isEmpty())
        writer.add(u"message", message);
    writer.add(u"durationMs", durationMs).add(u"resultSize", resultSize);
    addBytes(writer, u"result"_s, result);
    return writer.toByteArray() + '\n';
}

std::optional<HistoryEntry> HistoryEntry::fromLine(const QByteArray &line)
{
    const RawJson object = RawJson::fromText(line);
    const QString name = object.value("outcome").toString();
    const auto outcome = std::find_if(outcomes.begin(), outcomes.end(),
                                      [&](Outcome o) { return outcomeName(o) == name; });
    const auto time = object.value("time").toInteger();
    if (!object.isObject() || !time || outcome == outcomes.end()
        || !object.value("tool").isString())
        return std::nullopt;
    HistoryEntry entry;
    entry.time = *time;
    entry.server = object.value("server").toString();
    entry.tool = object.value("tool").toString();
    entry.arguments = RawJson::fromText(readBytes(object, u"arguments"_s));
    entry.outcome = *outcome;
    entry.message = object.value("message").toString();
    entry.durationMs = object.value("durationMs").toInteger().value_or(0);
    entry.result = readBytes(object, u"result"_s);
    entry.resultSize = object.value("resultSize").toInteger().value_or(entry.result.size());
    return entry;
}

} // namespace Mcp
