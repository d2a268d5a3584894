// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qhashfunctions.h>
#include <QtCore/qmetatype.h>

namespace Mcp {

/*!
 * A JSON-RPC request id: integer or string, compared by value and type, so 1 equals 1.0 but not "1"
 * (2026-07-28, basic/index). Keeps the raw token so that a peer's id is echoed exactly as sent.
 */
class MessageId
{
public:
    MessageId() = default; ///< no id (a notification, or an error that names none)
    MessageId(qint64 number);
    static MessageId fromRaw(const RawJson &id);

    bool isAbsent() const { return m_kind == Kind::Absent; }
    bool isNull() const { return m_kind == Kind::Null; }
    /// An integer or a string: what the specification allows.
    bool isValid() const
    {
        return m_kind == Kind::Integer || m_kind == Kind::HugeInteger || m_kind == Kind::String;
    }
    /// Nothing for strings, and for integers that exceed 64 bits.
    std::optional<qint64> toInteger() const;
    QByteArray raw() const { return m_raw; } ///< the JSON token
    QString toString() const;                ///< for people: 7, "abc", null

    friend bool operator==(const MessageId &a, const MessageId &b);
    friend size_t qHash(const MessageId &id, size_t seed);

private:
    /// HugeInteger: beyond 64 bits, known by its digits alone.
    enum class Kind { Absent, Null, Integer, HugeInteger, String, Other };

    Kind m_kind = Kind::Absent;
    qint64 m_integer = 0;
    QByteArray m_raw;
};

size_t qHash(const MessageId &id, size_t seed = 0);

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::MessageId)
