// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonscanner.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qjsonvalue.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

#include <initializer_list>
#include <optional>

namespace Mcp {

struct RawJsonMember;

/*!
 * One JSON value as the bytes it was received in: a shared buffer and a range in it. Cheap to copy
 * and to slice, immutable, thread-safe like QByteArray. This is what the whole program passes
 * around instead of QJsonValue, which sorts keys, merges duplicates and rounds numbers.
 * A default-constructed RawJson is "absent", which is something else than null.
 * Reading is tolerant: wrong types give the fallback, and the last of duplicate keys wins as in
 * JavaScript and QJsonDocument.
 */
class RawJson
{
public:
    RawJson() = default;
    /// The first value in @p text, surrounding white space cut off; absent if there is none.
    static RawJson fromText(QByteArray text);
    /// A value of @p buffer that a scan has located.
    RawJson(QByteArray buffer, JsonRange range);
    /// From a QJsonValue that we made ourselves; Undefined gives absent.
    static RawJson fromValue(const QJsonValue &value);
    static RawJson fromString(QStringView text);

    bool isAbsent() const { return m_range.isEmpty(); }
    JsonType type() const;
    bool isNull() const { return type() == JsonType::Null; }
    bool isString() const { return type() == JsonType::String; }
    bool isNumber() const { return type() == JsonType::Number; }
    bool isBool() const { return type() == JsonType::Boolean; }
    bool isArray() const { return type() == JsonType::Array; }
    bool isObject() const { return type() == JsonType::Object; }

    QByteArrayView view() const
    {
        return QByteArrayView(m_buffer).sliced(m_range.begin, m_range.size());
    }
    qsizetype size() const { return m_range.size(); }
    /// The bytes alone. Shares the buffer when the value is all of it, copies otherwise.
    QByteArray toByteArray() const;
    /// The buffer and the range in it, for those who index by byte offset (the JSON tree, errors).
    const QByteArray &buffer() const { return m_buffer; }
    JsonRange range() const { return m_range; }

    /// Member @p key of an object, absent if there is none or this is no object. What stands behind
    /// the first maxSearched members is not found: nobody waits for an object of 20 million.
    RawJson value(QByteArrayView key) const;
    RawJson value(QStringView key) const;
    /// As value() for each of @p keys, all found in one pass over the members.
    QList<RawJson> values(std::initializer_list<QByteArrayView> keys) const;
    static constexpr qsizetype maxSearched = 1'000'000;
    bool contains(QByteArrayView key) const { return !value(key).isAbsent(); }
    /// Members in the order of the text, duplicates included. Stops at the first malformed one.
    QList<RawJsonMember> members() const;
    QList<RawJson> elements() const;
    /// Element @p index of an array, absent if there is none. A scan from the start each time.
    RawJson element(qsizetype index) const;
    qsizetype count() const; ///< members or elements, 0 for scalars

    /// Unescaped text of a string; @p fallback for any other type.
    QString toString(const QString &fallback = {}) const;
    /// At most the first @p most UTF-16 units of that, however long the string is.
    QString textStart(qsizetype most) const;
    bool toBool(bool fallback = false) const;
    /// Exact: nothing for fractions, exponents that leave a fraction, and what exceeds 64 bits.
    std::optional<qint64> toInteger() const;
    /// Rounded; nothing for what exceeds a double (1e400).
    std::optional<double> toDouble() const;
    /// Through QJsonDocument: for small values whose meaning is wanted. Undefined if it refuses.
    QJsonValue toValue() const;

    /// Same bytes (not: same value).
    friend bool operator==(const RawJson &a, const RawJson &b) { return a.view() == b.view(); }

private:
    QByteArray m_buffer;
    JsonRange m_range;
};

struct RawJsonMember
{
    QString key; ///< unescaped
    RawJson value;
};

} // namespace Mcp
