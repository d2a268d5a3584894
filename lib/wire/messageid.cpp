// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/messageid.h"

#include "json/jsontext.h"

namespace Mcp {

namespace {

/// The same bytes for the same text, however it is escaped.
QByteArray plainString(const QByteArray &raw)
{
    return raw.contains('\\') ? JsonText::quote(JsonText::unescape(raw)) : raw;
}

} // namespace

MessageId::MessageId(qint64 number)
    : m_kind(Kind::Integer)
    , m_integer(number)
    , m_raw(QByteArray::number(number))
{}

MessageId MessageId::fromRaw(const RawJson &id)
{
    MessageId result;
    if (id.isAbsent())
        return result;
    result.m_raw = id.toByteArray();
    switch (id.type()) {
    case JsonType::Null:
        result.m_kind = Kind::Null;
        break;
    case JsonType::String:
        result.m_kind = Kind::String;
        break;
    case JsonType::Number:
        if (const std::optional<qint64> integer = id.toInteger()) {
            result.m_kind = Kind::Integer;
            result.m_integer = *integer;
        } else {
            const bool digitsOnly = !result.m_raw.contains('.') && !result.m_raw.contains('e')
                                    && !result.m_raw.contains('E');
            result.m_kind = digitsOnly ? Kind::HugeInteger : Kind::Other;
        }
        break;
    default:
        result.m_kind = Kind::Other;
    }
    return result;
}

std::optional<qint64> MessageId::toInteger() const
{
    return m_kind == Kind::Integer ? std::optional<qint64>(m_integer) : std::nullopt;
}

QString MessageId::toString() const
{
    if (m_kind == Kind::String)
        return u'"' + JsonText::unescape(m_raw) + u'"';
    return QString::fromUtf8(m_raw);
}

bool operator==(const MessageId &a, const MessageId &b)
{
    if (a.m_kind != b.m_kind)
        return false;
    switch (a.m_kind) {
    case MessageId::Kind::Absent:
    case MessageId::Kind::Null:
        return true;
    case MessageId::Kind::Integer:
        return a.m_integer == b.m_integer;
    case MessageId::Kind::String:
        return a.m_raw == b.m_raw || plainString(a.m_raw) == plainString(b.m_raw);
    case MessageId::Kind::HugeInteger:
    case MessageId::Kind::Other:
        break;
    }
    return a.m_raw == b.m_raw;
}

size_t qHash(const MessageId &id, size_t seed)
{
    switch (id.m_kind) {
    case MessageId::Kind::Integer:
        return ::qHash(id.m_integer, seed);
    case MessageId::Kind::String:
        return ::qHash(plainString(id.m_raw), seed);
    case MessageId::Kind::HugeInteger:
    case MessageId::Kind::Other:
        return ::qHash(id.m_raw, seed);
    default:
        return ::qHash(int(id.m_kind), seed);
    }
}

} // namespace Mcp
