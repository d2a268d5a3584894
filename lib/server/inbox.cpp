// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/inbox.h"

#include "server/textkind.h"
#include "server/tracelog.h"

#include <QtCore/qpointer.h>
#include <QtCore/qregularexpression.h>

#include <utility>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Texts of the server may be part of a sentence: it could make up new ones for ever.
constexpr qsizetype maxKinds = 100;

} // namespace

Inbox::Inbox(TraceLog *trace, Deliver deliver, Warn warn)
    : m_trace(trace)
    , m_deliver(std::move(deliver))
    , m_warn(std::move(warn))
{}

void Inbox::take(const Frame &frame, std::optional<Revision> agreed)
{
    switch (frame.kind) {
    case Frame::Kind::Noise:
        m_trace->addFrame(TraceEntry::Kind::Noise, frame, u"text that is no message"_s);
        warnOnce(u"It writes text that is no message to stdout; log lines belong on stderr."_s);
        return;
    case Frame::Kind::Violation:
        if (frame.isTooLong)
            return takeBeginning(frame);
        m_trace->addFrame(TraceEntry::Kind::Violation, frame, frame.note);
        warnOnce(u"Its framing is broken: %1."_s, frame.note);
        return;
    case Frame::Kind::Ending:
        takeEnding(frame);
        return;
    case Frame::Kind::Payload:
        break;
    }
    const Message message = Message::fromPayload(frame.bytes);
    if (message.kind() == Message::Kind::Batch)
        takeBatch(message, frame.framing, agreed);
    else
        takeMessage(message, frame.framing);
}

/// The beginning of an answer that was too long names who waits for it. What is too long for us
/// breaks no rule of framing.
void Inbox::takeBeginning(const Frame &frame)
{
    const Message message = Message::unreadable(frame.bytes, frame.note);
    m_skipped = m_trace->addTooLong(message, frame.framing);
    warnOnce(u"It writes messages that are too long to be read: %1."_s, frame.note);
    m_nameless = message.method().isEmpty() ? frame.note : QString();
    if (!message.id().isValid())
        return;
    m_nameless.clear();
    m_deliver(message, frame.framing);
}

/// So does the end, where the id comes last, as the TypeScript SDK writes answers. What stands in
/// front of the last brace belongs to the message itself, whatever was skipped.
void Inbox::takeEnding(const Frame &frame)
{
    static const QRegularExpression lastId(
            uR"re([,{]\s*"id"\s*:\s*(-?\d+|"(?:[^"\\]|\\.)*")\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*$)re"_s);
    const QString note = std::exchange(m_nameless, {});
    if (note.isEmpty() || frame.bytes.contains(R"("method")"))
        return;
    const QRegularExpressionMatch match = lastId.match(QString::fromUtf8(frame.bytes));
    if (!match.hasMatch())
        return;
    const auto message = Message::unreadable("{\"id\":" + match.captured(1).toUtf8() + ',', note);
    m_trace->addId(m_skipped, message);
    m_deliver(message, frame.framing);
}

void Inbox::takeBatch(const Message &batch, Framing framing, std::optional<Revision> agreed)
{
    // Only 2025-03-26, basic, has batches; 2025-06-18 removed them. They are read all the same.
    const bool isAllowed = !agreed || *agreed == Revision::V2025_03_26;
    if (!isAllowed)
        warnOnce(u"It sends batches (JSON arrays), which revision %1 does not have."_s,
                 toString(*agreed));
    QList<Message> messages = batch.batch(Message::maxBatch + 1);
    if (messages.isEmpty())
        m_trace->addInvalid(batch, framing);
    if (messages.size() > Message::maxBatch) {
        messages.removeLast();
        const QString note =
                u"a batch of more than %1 messages, the rest of which was left out"_s.arg(
                        Message::maxBatch);
        const Frame whole{ Frame::Kind::Violation, framing, batch.payload(), note };
        m_trace->addFrame(TraceEntry::Kind::Violation, whole, note);
        warnOnce(u"It sent %1."_s, note);
    }
    const QPointer<TraceLog> alive(m_trace); // a receiver may delete the server, and us
    for (qsizetype i = 0; i < messages.size() && alive; ++i)
        takeMessage(messages[i], framing, u"%1 of %2 in a batch"_s.arg(i + 1).arg(messages.size()),
                    isAllowed || i > 0 ? Rule::None : Rule::Batches);
}

void Inbox::takeMessage(const Message &message, Framing framing, const QString &note, Rule broken)
{
    if (message.isValid()) {
        m_trace->addMessage(TraceEntry::Direction::Received, message, framing, note);
        if (broken != Rule::None)
            m_trace->addViolation(message, broken, RuleText::of(broken).title);
        if (!message.problem().isEmpty())
            m_trace->addViolation(message, Rule::JsonRpc, message.problem());
    } else {
        m_trace->addInvalid(message, framing);
    }
    if (!message.problem().isEmpty())
        warnOnce(u"Its messages break the rules of JSON-RPC: %1."_s, message.problem());
    // An answer that cannot be read still names who waits for it.
    if (message.isValid() || message.id().isValid())
        m_deliver(message, framing);
}

void Inbox::warnOnce(const QString &sentence, const QString &detail)
{
    const QString text = detail.isEmpty() ? sentence : sentence.arg(detail);
    if (text == m_lastText) // a flood of the same
        return;
    m_lastText = text;
    if (m_warned.size() >= maxKinds)
        return;
    const QString kind = kindOfText(text);
    if (m_warned.contains(kind))
        return;
    m_warned.insert(kind);
    m_warn(text);
}

} // namespace Mcp
