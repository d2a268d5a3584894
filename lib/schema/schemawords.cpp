// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemawords.h"

#include "schema/decimal.h"
#include "json/jsontext.h"
#include "json/unseen.h"

#include <QtCore/qhash.h>

namespace Mcp::SchemaWords {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxDepth = 4; ///< of lists in lists; deeper ones are just lists
constexpr qsizetype kMaxDigits = 60;

QString typeAt(const SchemaNode &node, const SchemaParser &parser, int depth);

struct Format
{
    QString words;
    QString example;
};

const QHash<QString, Format> &formats()
{
    static const QHash<QString, Format> table{
        { u"date-time"_s, { u"date and time"_s, u"2026-11-22T10:00:00Z"_s } },
        { u"date"_s, { u"date"_s, u"2026-11-22"_s } },
        { u"time"_s, { u"time"_s, u"10:00:00Z"_s } },
        { u"duration"_s, { u"duration"_s, u"PT1H30M"_s } },
        { u"email"_s, { u"e-mail address"_s, u"name@example.org"_s } },
        { u"uri"_s, { u"URI"_s, u"https://example.org/"_s } },
        { u"url"_s, { u"URL"_s, u"https://example.org/"_s } },
        { u"uri-reference"_s, { u"URI reference"_s, u"../page"_s } },
        { u"uuid"_s, { u"UUID"_s, u"123e4567-e89b-12d3-a456-426614174000"_s } },
        { u"hostname"_s, { u"host name"_s, u"www.example.org"_s } },
        { u"ipv4"_s, { u"IPv4 address"_s, u"192.0.2.1"_s } },
        { u"ipv6"_s, { u"IPv6 address"_s, u"2001:db8::1"_s } },
        { u"regex"_s, { u"regular expression"_s, u"^[a-z]+$"_s } },
        { u"json-pointer"_s, { u"JSON pointer"_s, u"/a/0"_s } },
        { u"password"_s, { u"password"_s, {} } },
        { u"byte"_s, { u"Base64 text"_s, u"TUNQ"_s } },
    };
    return table;
}

/// The text of a limit, empty for the ones that only say "a double can hold it".
QString limit(const RawJson &value)
{
    if (value.view() == "9007199254740991" || value.view() == "-9007199254740991")
        return {};
    const QString digits = QString::fromLatin1(value.view().first(qMin(value.size(), kMaxDigits)));
    return value.size() > kMaxDigits ? digits + u'…' : digits;
}

QString range(const SchemaNode &node)
{
    const QString low = limit(node.minimum);
    const QString high = limit(node.maximum);
    const QString above = limit(node.exclusiveMinimum);
    const QString below = limit(node.exclusiveMaximum);
    QStringList parts;
    const auto add = [&parts](const QString &words, const QString &number) {
        if (!number.isEmpty())
            parts.append(words + number);
    };
    if (!low.isEmpty() && !high.isEmpty() && above.isEmpty() && below.isEmpty()) {
        parts.append(u"%1 to %2"_s.arg(low, high));
    } else {
        add(u"at least "_s, low);
        add(u"above "_s, above);
        add(u"at most "_s, high);
        add(u"below "_s, below);
    }
    if (!node.multipleOf.isAbsent())
        parts.append(u"multiple of "_s + limit(node.multipleOf));
    return parts.join(", "_L1);
}

/// @p unit is in the plural: " characters".
QString countRange(std::optional<qint64> low, std::optional<qint64> high, const QString &unit)
{
    const auto counted = [&unit](qint64 count) {
        return QString::number(count) + (count == 1 ? unit.left(unit.size() - 1) : unit);
    };
    const qint64 least = low.value_or(0);
    const qint64 most = high.value_or(-1); // a limit below 0 is none
    if (least > 0 && most >= 0)
        return least == most ? "exactly "_L1 + counted(least)
                             : u"%1 to %2"_s.arg(least).arg(counted(most));
    if (least > 0)
        return "at least "_L1 + counted(least);
    if (most >= 0)
        return "at most "_L1 + counted(most);
    return {};
}

QString text(const SchemaNode &node)
{
    const auto format = formats().constFind(node.format);
    QString words = u"text"_s;
    if (format != formats().cend())
        words = format->words;
    else if (!node.format.isEmpty())
        words = u"text (%1)"_s.arg(node.format);
    QStringList parts{ words };
    if (const QString range = countRange(node.minLength, node.maxLength, u" characters"_s);
        !range.isEmpty())
        parts.append(node.minLength == 1 && !node.maxLength ? u"not empty"_s : range);
    if (!node.pattern.isEmpty() && node.pattern.size() <= 32)
        parts.append(u"pattern "_s + node.pattern);
    return parts.join(", "_L1);
}

QString list(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    QString words = u"list"_s;
    if (!node.prefixItems.isEmpty())
        words = u"list of %1 fixed places"_s.arg(node.prefixItems.size());
    else if (node.items.isObject() && depth < kMaxDepth) {
        const SchemaNode item = parser.parse(node.items);
        words = item.kind == SchemaKind::Choice ? u"any of %1"_s.arg(item.choices.size())
                                                : u"list of "_s + typeAt(item, parser, depth + 1);
    }
    const QString range = countRange(node.minItems, node.maxItems, {});
    return range.isEmpty() ? words : words + ", "_L1 + range;
}

/// A map says what its values are; how many members there may be is said of both.
QString object(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    QString words = u"object"_s;
    if (node.properties.isEmpty() && node.additionalProperties.isObject() && depth < kMaxDepth) {
        const SchemaNode value = parser.parse(node.additionalProperties);
        if (value.kind != SchemaKind::Any)
            words = u"map of "_s + typeAt(value, parser, depth + 1);
    }
    const QString range = countRange(node.minProperties, node.maxProperties, u" members"_s);
    return range.isEmpty() ? words : words + ", "_L1 + range;
}

QString alternatives(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    static const QHash<QString, QString> names{ { u"string"_s, u"text"_s },
                                                { u"array"_s, u"list"_s },
                                                { u"boolean"_s, u"true or false"_s } };
    QStringList parts;
    for (const QString &type : node.types)
        parts.append(names.value(type, type));
    if (parts.size() < 2 && depth < kMaxDepth) {
        parts.clear();
        for (const RawJson &branch : node.branches.first(qMin(node.branches.size(), 12))) {
            const SchemaNode inner = parser.parse(branch);
            parts.append(inner.title.isEmpty() ? typeAt(inner, parser, depth + 1) : inner.title);
        }
    }
    parts.removeDuplicates();
    if (parts.size() < 2 || parts.size() > 4)
        return u"one of %1 forms"_s.arg(qMax(node.branches.size(), parts.size()));
    return parts.join(" or "_L1);
}

QString plainType(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    const auto number = [&node](const QString &word) {
        const QString limits = range(node);
        return limits.isEmpty() ? word : word + ", "_L1 + limits;
    };
    switch (node.kind) {
    case SchemaKind::Any:
        return u"any value"_s;
    case SchemaKind::Never:
        return u"no value is allowed"_s;
    case SchemaKind::Null:
        return u"null"_s;
    case SchemaKind::Boolean:
        return u"true or false"_s;
    case SchemaKind::Integer:
        return number(u"integer"_s);
    case SchemaKind::Number:
        return number(u"number"_s);
    case SchemaKind::String:
        return text(node);
    case SchemaKind::Choice:
        return u"one of %1"_s.arg(node.choices.size());
    case SchemaKind::Constant:
        return u"always "_s + value(node.choices.constFirst().value, 30);
    case SchemaKind::Object:
        return object(node, parser, depth);
    case SchemaKind::Array:
        return list(node, parser, depth);
    case SchemaKind::Union:
        return alternatives(node, parser, depth);
    }
    return {};
}

QString typeAt(const SchemaNode &node, const SchemaParser &parser, int depth)
{
    const QString words = plainType(node, parser, depth);
    const bool sayNull =
            node.nullable && node.kind != SchemaKind::Choice && node.kind != SchemaKind::Null;
    if (!sayNull)
        return words;
    return words + (words.contains(u',') ? u", or null"_s : u" or null"_s);
}

} // namespace

QString type(const SchemaNode &node, const SchemaParser &parser)
{
    return Unseen::line(typeAt(node, parser, 0));
}

QString formatExample(const QString &format) { return formats().value(format).example; }

QString value(const RawJson &value, int limit)
{
    // Only what can be seen is decoded: a value may be megabytes.
    const auto head = [limit](QByteArrayView bytes) {
        return bytes.first(qMin(bytes.size(), qsizetype(limit) * 6));
    };
    QString text;
    if (value.isString() && value.size() <= qsizetype(limit) * 6)
        text = value.toString();
    else
        text = QString::fromUtf8(JsonText::compact(head(value.view())));
    const bool plain = value.isString() && !text.isEmpty() && text.trimmed() == text
                       && !Unseen::isIn(text)
                       && RawJson::fromText(text.toUtf8()).type() == JsonType::Invalid;
    if (value.isString() && !plain && value.size() <= qsizetype(limit) * 6)
        text = QString::fromUtf8(value.view());
    text = Unseen::line(text);
    return text.size() > limit ? text.first(limit - 1) + u'…' : text;
}

} // namespace Mcp::SchemaWords
