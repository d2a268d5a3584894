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
    constexpr qsizetype longest = 6 * 7; // "jsonrpc" in escapes
    if (key.size() > longest || !key.contains('\\'))
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

/// Notifications come in floods: their names are not made anew for each.
QString methodText(QByteArrayView quoted)
{
    static const QStringList frequent{ u"notifications/message"_s, u"notifications/progress"_s,
                                       u"notifications/resources/updated"_s };
    const QLatin1StringView name(quoted.sliced(1, quoted.size() - 2));
    for (const QString &known : frequent) {
        if (known == name)
            return known;
    }
    return JsonText::unescape(quoted);
}

bool isSaid(const RawJson &member) { return !member.isAbsent() && !member.isNull(); }

/// An object or array that is whole, on one line.
bool isPlain(const RawJson &params)
{
    if (!params.isObject() && !params.isArray())
        return false;
    JsonScanner scanner(params.view());
    return scanner.skipValue() && scanner.atEnd() && !params.view().contains('\n')
           && !params.view().contains('\r');
}

JsonObjectWriter beginMessage()
{
    JsonObjectWriter writer;
    writer.addRaw(u"jsonrpc", "\"2.0\"");
    return writer;
}

/// A peer's id as it came, in one line whatever that was: an object is no id, but may be given as
/// one.
QByteArray rawOrNull(const MessageId &id)
{
    const QByteArray raw = id.raw();
    if (id.isAbsent())
        return "null";
    if (!raw.contains('\n') && !raw.contains('\r'))
        return raw;
    return JsonText::check(raw) ? QByteArray("null") : JsonText::compact(raw);
}

} // namespace

Message Message::fromPayload(QByteArray payload)
{
    Message message;
    message.m_payload = std::move(payload);
    message.scan();
    return message;
}

std::optional<Message> Message::compose(const MessageId *id, QStringView method,
                                        const RawJson &params)
{
    if ((id && (!id->isValid() || id->raw().contains('\n')))
        || !(params.isAbsent() || isPlain(params)))
        return std::nullopt;
    Message message;
    QByteArray &text = message.m_payload;
    text.reserve(method.size() + params.size() + 100);
    text += R"({"jsonrpc":"2.0")";
    if (id) {
        text += R"(,"id":)";
        text += id->raw();
        message.m_id = *id;
    }
    text += R"(,"method":)";
    JsonText::appendQuoted(text, method);
    if (!params.isAbsent()) {
        text += R"(,"params":)";
        message.m_params = { text.size(), text.size() + params.size() };
        text += params.view();
    }
    text += '}';
    message.m_kind = id ? Kind::Request : Kind::Notification;
    message.m_method = method.toString();
    return message;
}

Message Message::unreadable(QByteArray beginning, const QString &problem)
{
    Message message = fromPayload(std::move(beginning));
    message.m_kind = Kind::Invalid;
    message.m_problem = problem;
    if (!message.m_method.isEmpty())
        message.m_id = {}; // it asks: nobody waits for it
    return message;
}

Message Message::request(const MessageId &id, QStringView method, const RawJson &params)
{
    if (std::optional<Message> message = compose(&id, method, params))
        return *std::move(message);
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id)).add(u"method", method).add(u"params", oneLine(params));
    return fromPayload(std::move(writer).toByteArray());
}

Message Message::notification(QStringView method, const RawJson &params)
{
    if (std::optional<Message> message = compose(nullptr, method, params))
        return *std::move(message);
    JsonObjectWriter writer = beginMessage();
    writer.add(u"method", method).add(u"params", oneLine(params));
    return fromPayload(std::move(writer).toByteArray());
}

Message Message::response(const MessageId &id, const RawJson &result)
{
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id));
    if (result.isAbsent())
        writer.addRaw(u"result", "{}");
    writer.add(u"result", oneLine(result));
    return fromPayload(std::move(writer).toByteArray());
}

Message Message::errorResponse(const MessageId &id, int code, QStringView message,
                               const RawJson &data)
{
    JsonObjectWriter error;
    error.add(u"code", code).add(u"message", message).add(u"data", oneLine(data));
    JsonObjectWriter writer = beginMessage();
    writer.addRaw(u"id", rawOrNull(id)).addRaw(u"error", error.toByteArray());
    return fromPayload(std::move(writer).toByteArray());
}

QList<Message> Message::batch(qsizetype most) const
{
    QList<Message> messages;
    if (m_kind != Kind::Batch)
        return messages;
    JsonScanner scanner(m_payload);
    JsonRange element;
    scanner.enterArray();
    while (messages.size() < most && scanner.nextElement(element))
        messages.append(fromPayload(m_payload.mid(element.begin, element.size())));
    return messages;
}

Message Message::truncated(qsizetype bytes) const
{
    Message copy = *this;
    copy.m_payload = QByteArray(m_payload.constData(), qMin(bytes, m_payload.size()));
    copy.m_params = copy.m_result = copy.m_error = {};
    copy.m_method = m_method.left(maxNameLength);
    if (m_id.raw().size() > maxNameLength)
        copy.m_id = {};
    return copy;
}

Message Message::cutOff(Kind kind, const MessageId &id, const QString &method, QByteArray beginning,
                        const QString &problem)
{
    Message message;
    message.m_kind = kind;
    message.m_id = id;
    message.m_method = method;
    message.m_payload = std::move(beginning);
    message.m_problem = problem;
    return message;
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
    Envelope envelope;
    JsonMember member;
    scanner.enterObject();
    qsizetype members = 0;
    while (members <= maxMembers && scanner.nextMember(member)) {
        ++members;
        if (JsonRange *slot = slotFor(envelope, view(member.key)))
            *slot = member.value;
    }
    m_id = MessageId::fromRaw(slice(envelope.id));
    m_params = envelope.params;
    m_result = envelope.result;
    m_error = envelope.error;
    const QByteArrayView method = view(envelope.method);
    if (method.startsWith('"'))
        m_method = methodText(method);
    if (members > maxMembers)
        return addProblem(u"a message of more than %1 members"_s.arg(maxMembers));
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
    JsonScanner whole = scanner;
    JsonRange element;
    bool hasObject = false;
    scanner.enterArray();
    qsizetype elements = 0;
    while (elements <= maxBatch && scanner.nextElement(element)) {
        hasObject = hasObject || m_payload.at(element.begin) == '{';
        ++elements;
    }
    // Of what batch() leaves out only the end is looked for: it may be a hundred million numbers.
    if (elements > maxBatch && !scanner.failed()) {
        whole.skipValue();
        scanner = whole;
    }
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
        if (!m_params.isEmpty() && !params().isObject() && !params().isArray())
            addProblem(u"\"params\" is neither an object nor an array"_s);
        if (isSaid(result()) || isSaid(error()))
            addProblem(u"both \"method\" and an answer's member"_s);
        return;
    }
    if (isSaid(error())) {
        m_kind = Kind::ErrorResponse;
        if (!m_id.isAbsent() && !m_id.isNull())
            checkId();
        if (!m_result.isEmpty())
            addProblem(u"both \"result\" and \"error\""_s);
        if (!error().isObject())
            addProblem(u"\"error\" is not an object"_s);
        return;
    }
    if (m_result.isEmpty())
        return addProblem(u"none of \"method\", \"result\" and \"error\" is there"_s);
    m_kind = Kind::Response;
    checkId();
    if (!m_error.isEmpty())
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
