// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsoncell.h"

#include "models/format.h"
#include "models/textparts.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi::JsonCell {

namespace {

constexpr qsizetype kMaxChars = 300;
/// Containers are counted up to this size: a cell is drawn often.
constexpr qsizetype kCountedBytes = 16 * 1024;

QString containerText(const Mcp::RawJson &value)
{
    const bool object = value.isObject();
    if (value.size() > kCountedBytes)
        return formatSize(value.size());
    const qsizetype count = value.count();
    if (count == 0)
        return object ? u"{}"_s : u"[]"_s;
    return object ? formatCount(count, u"member"_s, u"members"_s)
                  : formatCount(count, u"element"_s, u"elements"_s);
}

/// The first bytes of a string token, enough for a cell.
QString beginning(const Mcp::RawJson &token)
{
    constexpr qsizetype limit = 4 * kMaxChars * 3;
    if (token.size() <= limit)
        return token.toString();
    return TextParts(token).beginning(limit);
}

} // namespace

QString line(const QString &text, qsizetype maxChars)
{
    QString cut;
    cut.reserve(qMin(text.size(), maxChars) + 1);
    for (const QChar c : text) {
        if (cut.size() >= maxChars) {
            if (cut.back().isHighSurrogate())
                cut.chop(1);
            return cut + u'…';
        }
        if (c == u'\n')
            cut += u'↵';
        else if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
                 || c == QChar::ParagraphSeparator)
            cut += u' ';
        else if (turnsDirection(c))
            cut += formatEscape(c);
        else
            cut += c;
    }
    return cut;
}

QString valueText(const Mcp::RawJson &value)
{
    switch (value.type()) {
    case Mcp::JsonType::Object:
    case Mcp::JsonType::Array:
        return containerText(value);
    case Mcp::JsonType::String:
        return line(beginning(value), kMaxChars);
    default:
        return line(QString::fromUtf8(value.view().first(qMin(value.size(), 2 * kMaxChars))),
                    kMaxChars);
    }
}

QString typeText(const Mcp::RawJson &value)
{
    switch (value.type()) {
    case Mcp::JsonType::Object:
        return u"object"_s;
    case Mcp::JsonType::Array:
        return u"array"_s;
    case Mcp::JsonType::String:
        return u"string"_s;
    case Mcp::JsonType::Number:
        return u"number"_s;
    case Mcp::JsonType::Boolean:
        return u"boolean"_s;
    case Mcp::JsonType::Null:
        return u"null"_s;
    case Mcp::JsonType::Invalid:
        break;
    }
    return u"not JSON"_s;
}

} // namespace McpUi::JsonCell
