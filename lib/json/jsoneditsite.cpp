// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsoneditsite.h"

#include "json/jsonspace.h"
#include "json/jsontext.h"

namespace Mcp {

namespace {

QList<JsonMember> membersOf(const QByteArray &text, JsonRange object)
{
    QList<JsonMember> members;
    JsonScanner scanner(QByteArrayView(text).first(object.end), object.begin);
    JsonMember member;
    if (scanner.enterObject()) {
        while (scanner.nextMember(member))
            members.append(member);
    }
    return members;
}

} // namespace

std::optional<JsonEditSite> JsonEditSite::open(const QByteArray &text, const JsonPointer &object)
{
    JsonEditSite site;
    site.m_text = text;
    site.m_bare = JsonText::blankComments(text);
    site.m_withCommas = JsonText::blankComments(text, JsonText::Commas::Keep);
    if (JsonText::check(site.m_bare))
        return std::nullopt;
    const RawJson root = RawJson::fromText(site.m_bare);
    const RawJson target = object.resolve(root);
    if (!target.isObject())
        return std::nullopt;
    site.m_root = root.range();
    site.m_object = target.range();
    site.m_members = membersOf(site.m_bare, site.m_object);
    return site;
}

qsizetype JsonEditSite::indexOf(QStringView key) const
{
    for (qsizetype i = m_members.size() - 1; i >= 0; --i) {
        if (JsonText::unescape(bare(m_members[i].key)) == key)
            return i;
    }
    return -1;
}

QByteArrayView JsonEditSite::bare(JsonRange range) const
{
    return QByteArrayView(m_bare).sliced(range.begin, range.size());
}

qsizetype JsonEditSite::lineStart(qsizetype position) const
{
    return position == 0 ? 0 : m_text.lastIndexOf('\n', position - 1) + 1;
}

QByteArrayView JsonEditSite::indentationAt(qsizetype position) const
{
    const qsizetype begin = lineStart(position);
    qsizetype end = begin;
    while (end < position && (m_text[end] == ' ' || m_text[end] == '\t'))
        ++end;
    return QByteArrayView(m_text).sliced(begin, end - begin);
}

bool JsonEditSite::isFirstOnLine(qsizetype position) const
{
    const qsizetype begin = lineStart(position);
    return begin > 0 && begin + indentationAt(position).size() == position;
}

std::optional<qsizetype> JsonEditSite::blankLineEnd(qsizetype position) const
{
    const qsizetype end = m_text.indexOf('\n', position);
    if (end < 0)
        return std::nullopt;
    for (qsizetype i = position; i < end; ++i) {
        if (!JsonText::isSpace(m_bare[i]))
            return std::nullopt;
        if (m_text[i] != '/')
            continue;
        if (m_text[i + 1] == '/')
            break;
        // A block comment: its end is on this line, or the line break is inside it.
        const qsizetype close = m_text.indexOf("*/", i + 2);
        if (close < 0 || close > end)
            return std::nullopt;
        i = close + 1;
    }
    return end;
}

qsizetype JsonEditSite::commaIn(qsizetype begin, qsizetype end) const
{
    const qsizetype comma = m_withCommas.indexOf(',', begin);
    return comma < end ? comma : -1;
}

qsizetype JsonEditSite::contentEnd() const
{
    qsizetype end = m_object.end - 1;
    while (end > m_object.begin + 1 && JsonText::isSpace(m_text[end - 1]))
        --end;
    return end;
}

bool JsonEditSite::isOneLine() const
{
    if (!m_members.isEmpty())
        return !QByteArrayView(m_text).sliced(m_object.begin, m_object.size()).contains('\n');
    return m_object != m_root && !m_text.trimmed().contains('\n');
}

QByteArray JsonEditSite::member(QStringView key, QByteArrayView value,
                                const QByteArray &indentation) const
{
    return JsonText::quote(key) + colon() + valueText(value, indentation);
}

QByteArray JsonEditSite::valueText(QByteArrayView value, const QByteArray &indentation) const
{
    if (isOneLine())
        return JsonText::compact(value);
    const QByteArray unit = indentUnit();
    const QByteArray newLine = lineBreak() + indentation;
    QByteArray text;
    const QList<QByteArray> lines = JsonText::pretty(value, 1).split('\n');
    for (const QByteArray &line : lines) {
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == ' ')
            ++depth;
        if (!text.isEmpty())
            text += newLine + unit.repeated(depth);
        text += line.sliced(depth);
    }
    return text;
}

QByteArray JsonEditSite::lineBreak() const
{
    const qsizetype first = m_text.indexOf('\n');
    return first > 0 && m_text[first - 1] == '\r' ? "\r\n" : "\n";
}

/// One level of indentation: the difference to the siblings, else what the document begins with.
QByteArray JsonEditSite::indentUnit() const
{
    if (!m_members.isEmpty() && isFirstOnLine(m_members.last().key.begin)) {
        const QByteArrayView own = indentationAt(m_members.last().key.begin);
        const QByteArrayView outer = indentationAt(m_object.begin);
        if (own.size() > outer.size() && own.startsWith(outer))
            return own.sliced(outer.size()).toByteArray();
    }
    const QList<JsonMember> top = membersOf(m_bare, m_root);
    if (!top.isEmpty() && isFirstOnLine(top.first().key.begin)) {
        const QByteArrayView own = indentationAt(top.first().key.begin);
        if (!own.isEmpty())
            return own.toByteArray();
    }
    return "  ";
}

QByteArray JsonEditSite::colon() const
{
    const QList<JsonMember> examples = m_members.isEmpty() ? membersOf(m_bare, m_root) : m_members;
    if (examples.isEmpty())
        return ": ";
    const JsonMember &example = examples.last();
    const auto between =
            QByteArrayView(m_text).sliced(example.key.end, example.value.begin - example.key.end);
    for (const char c : between) {
        if (c != ' ' && c != ':')
            return ": ";
    }
    return between.toByteArray();
}

QByteArray JsonEditSite::inlineGap() const { return colon().endsWith(' ') ? " " : ""; }

} // namespace Mcp
