// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/message.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// The members that make a JSON-RPC envelope, by where the scan found them (empty: not there).
struct Envelope
{
    JsonRange jsonrpc;
    JsonRange id;
    JsonRange method;
    JsonRange params;
    JsonRange result;
    JsonRange error;

    JsonRange *slot(QByteArrayView key)
    {
        // Sorted out by length first: most keys of an envelope differ in it.
        switch (key.size()) {
        case 2:
            return key == "id" ? &id : nullptr;
        case 5:
            return key == "error" ? &error : nullptr;
        case 6:
            return key == "method"   ? &method
                   : key == "params" ? &params
                   : key == "result" ? &result
                                     : nullptr;
        case 7:
            return key == "jsonrpc" ? &jsonrpc : nullptr;
        default:
            return nullptr;
        }
    }
};

/// Where @p quoted belongs; a key may be spelled with escapes.
JsonRange *slotFor(Envelope &envelope, QByteArrayView quoted)
{
    const QByteArrayView key = quoted.sliced(1, quoted.size() - 2);
    if (!key.contains('\\'))
        return envelope.slot(key);
    return envelope.slot(JsonText::unescape(quoted).toUtf8());
}

/// Raw values go out as they are, but on one line: a message must not hold a line break
/// (2026-07-28, basic/transports/stdio).
RawJson oneLine(const RawJson &value)
{
    const QByteArrayView text = value.view();
    if (!text.contains('\n') && !text.contains('\r'))
        return value;
    QByteArray compact = JsonText::compact(text);
    const qsizetype size = compact.size();
    return RawJson(std::move(compact), { 0, size });
}

JsonObjectWriter beginMessage()
{
    JsonObjectWriter writer;
    writer.addRaw(u"jsonrpc", "\"2.0\"");
    return writer;
}

QByteArray rawOrNull(const MessageId &id) { return id.isAbsent() ? QByteArray("null") : id.raw(); }

} // namespace

Message Message::fromPayload(QByteArray payload)
{
    Message message;
    message.m_payload = std::move(payload);
    message.scan();
    return message;
}

Message Message::request(const MessageId &id, QStringView method, const RawJson &params)
{
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id)).add(u"method", method).add(u"params", oneLine(params));
    return fromPayload(writer.toByteArray());
}

Message Message::notification(QStringView method, const RawJson &params)
{
    JsonObjectWriter writer = beginMessage();
    writer.add(u"method", method).add(u"params", oneLine(params));
    return fromPayload(writer.toByteArray());
}

Message Message::response(const MessageId &id, const RawJson &result)
{
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id));
    if (result.isAbsent())
        writer.addRaw(u"result", "{}");
    writer.add(u"result", oneLine(result));
    return fromPayload(writer.toByteArray());
}

Message Message::errorResponse(const MessageId &id, int code, QStringView message,
                               const RawJson &data)
{
    JsonObjectWriter error;
    error.add(u"code", code).add(u"message", message).add(u"data", oneLine(data));
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id)).addRaw(u"error", error.toByteArray());
    return fromPayload(writer.toByteArray());
}

QList<Message> Message::batch() const
{
    QList<Message> messages;
    if (m_kind != Kind::Batch)
        return messages;
    const QList<RawJson> elements = RawJson(m_payload, { 0, m_payload.size() }).elements();
    messages.reserve(elements.size());
    for (const RawJson &element : elements)
        messages.append(fromPayload(element.toByteArray()));
    return messages;
}

QString Message::kindName(Kind kind)
{
    switch (kind) {
    case Kind::Invalid:
        break;
    case Kind::Request:
        return u"Request"_s;
    case Kind::Notification:
        return u"Notification"_s;
    case Kind::Response:
        return u"Response"_s;
    case Kind::ErrorResponse:
        return u"ErrorResponse"_s;
    case Kind::Batch:
        return u"Batch"_s;
    }
    return u"Invalid"_s;
}

void Message::addProblem(const QString &problem)
{
    m_problem += m_problem.isEmpty() ? problem : u"; "_s + problem;
}

void Message::scan()
{
    JsonScanner scanner(m_payload);
    switch (scanner.peekType()) {
    case JsonType::Object:
        return scanObject(scanner);
    case JsonType::Array:
        return scanBatch(scanner);
    default:
        return addProblem(m_payload.trimmed().isEmpty() ? u"the frame is empty"_s
                                                        : u"the frame is no JSON object"_s);
    }
}

void Message::scanObject(JsonScanner &scanner)
{
    const auto view = [this](JsonRange range) {
        return QByteArrayView(m_payload).sliced(range.begin, range.size());
    };
    const auto slice = [this](JsonRange range) {
        return range.isEmpty() ? RawJson() : RawJson(m_payload, range);
    };
    Envelope envelope;
    JsonMember member;
    scanner.enterObject();
    while (scanner.nextMember(member)) {
        if (JsonRange *slot = slotFor(envelope, view(member.key)))
            *slot = member.value;
    }
    m_id = MessageId::fromRaw(slice(envelope.id));
    m_params = slice(envelope.params);
    m_result = slice(envelope.result);
    m_error = slice(envelope.error);
    const QByteArrayView method = view(envelope.method);
    if (method.startsWith('"'))
        m_method = JsonText::unescape(method);
    if (scanner.failed())
        return addProblem(scanner.position() >= m_payload.size()
                                  ? u"malformed JSON: the message ends before its last bracket"_s
                                  : u"malformed JSON at byte %1"_s.arg(scanner.position()));
    if (!scanner.atEnd())
        return addProblem(
                u"more text behind the message, from byte %1 on"_s.arg(scanner.position()));
    classify(method);
    if (view(envelope.jsonrpc) != "\"2.0\"")
        addProblem(envelope.jsonrpc.isEmpty() ? u"\"jsonrpc\": \"2.0\" is missing"_s
                                              : u"\"jsonrpc\" is not \"2.0\""_s);
}

void Message::scanBatch(JsonScanner &scanner)
{
    JsonRange element;
    bool hasObject = false;
    scanner.enterArray();
    while (scanner.nextElement(element))
        hasObject = hasObject || m_payload[element.begin] == '{';
    if (scanner.failed() || !scanner.atEnd())
        return addProblem(u"malformed JSON at byte %1"_s.arg(scanner.position()));
    if (!hasObject)
        return addProblem(u"an array that holds no message"_s);
    m_kind = Kind::Batch;
}

/// Decides the kind by which members are there (JSON-RPC 2.0, sections 4 and 5). A member that is
/// null counts as left out where that makes sense of the rest: some servers write all of them.
void Message::classify(QByteArrayView method)
{
    if (!method.isEmpty() && method != "null") {
        if (!method.startsWith('"'))
            return addProblem(u"\"method\" is not a string"_s);
        m_kind = m_id.isAbsent() ? Kind::Notification : Kind::Request;
        if (m_kind == Kind::Request)
            checkId();
        if (!m_params.isAbsent() && !m_params.isObject() && !m_params.isArray())
            addProblem(u"\"params\" is neither an object nor an array"_s);
        if ((!m_result.isAbsent() && !m_result.isNull())
            || (!m_error.isAbsent() && !m_error.isNull()))
            addProblem(u"both \"method\" and an answer's member"_s);
        return;
    }
    if (!m_error.isAbsent() && !m_error.isNull()) {
        m_kind = Kind::ErrorResponse;
        if (!m_id.isAbsent() && !m_id.isNull())
            checkId();
        if (!m_result.isAbsent())
            addProblem(u"both \"result\" and \"error\""_s);
        if (!m_error.isObject())
            addProblem(u"\"error\" is not an object"_s);
        return;
    }
    if (m_result.isAbsent())
        return addProblem(u"none of \"method\", \"result\" and \"error\" is there"_s);
    m_kind = Kind::Response;
    checkId();
    if (!m_error.isAbsent())
        addProblem(u"both \"result\" and \"error\""_s);
}

void Message::checkId()
{
    if (m_id.isAbsent())
        addProblem(u"\"id\" is missing"_s);
    else if (!m_id.isValid())
        addProblem(u"\"id\" is neither an integer nor a string"_s);
}

} // namespace Mcp
