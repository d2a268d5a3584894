// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonedit.h"

#include "json/jsoneditsite.h"
#include "json/jsonspace.h"
#include "json/jsontext.h"

#include <algorithm>

namespace Mcp::JsonEdit {

namespace {

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), JsonText::isSpace);
}

QByteArrayView slice(const QByteArray &text, qsizetype begin, qsizetype end)
{
    return QByteArrayView(text).sliced(begin, end - begin);
}

QByteArray replaceValue(const JsonEditSite &site, const JsonMember &member, QByteArrayView value)
{
    if (JsonText::compact(site.bare(member.value)) == JsonText::compact(value))
        return site.text(); // the author's layout and comments inside stay
    const QByteArray indentation = site.indentationAt(member.key.begin).toByteArray();
    QByteArray text = site.text();
    text.replace(member.value.begin, member.value.size(), site.valueText(value, indentation));
    return text;
}

QByteArray appendToEmpty(const JsonEditSite &site, QStringView key, QByteArrayView value)
{
    const QByteArray outer = site.indentationAt(site.object().begin).toByteArray();
    const QByteArray inner = outer + site.indentUnit();
    const qsizetype close = site.object().end - 1;
    QByteArray text = site.text().first(site.contentEnd());
    if (!site.isOneLine())
        text += site.lineBreak() + inner;
    text += site.member(key, value, inner);
    if (!site.isOneLine())
        text += site.lineBreak() + outer;
    return text + site.text().sliced(close);
}

/// Puts the comma behind the last value and the member behind all that follows it, so that comments
/// stay with what they comment. A file with trailing commas keeps having them.
QByteArray append(const JsonEditSite &site, QStringView key, QByteArrayView value)
{
    if (site.members().isEmpty())
        return appendToEmpty(site, key, value);
    const QByteArray &text = site.text();
    const JsonMember &last = site.members().last();
    const qsizetype trailingComma = site.commaIn(last.value.end, site.object().end);
    const qsizetype end = site.contentEnd();
    const bool behindLineComment = end > std::max(last.value.end, trailingComma + 1)
                                   && (text[end] == '\n' || text[end] == '\r');
    const bool newLine = site.isFirstOnLine(last.key.begin) || behindLineComment;
    const QByteArray indentation = site.indentationAt(last.key.begin).toByteArray();

    QByteArray out = text.first(last.value.end);
    if (trailingComma < 0)
        out += ',';
    out += slice(text, last.value.end, end);
    out += newLine ? site.lineBreak() + indentation : site.inlineGap();
    out += site.member(key, value, indentation);
    if (trailingComma >= 0)
        out += ',';
    return out + text.sliced(end);
}

/// What goes with member @p index: its line when it has lines of its own, and one comma.
QList<JsonRange> cutsFor(const JsonEditSite &site, qsizetype index)
{
    const QByteArray &text = site.text();
    const QList<JsonMember> &members = site.members();
    const JsonMember &member = members[index];
    const bool isLast = index == members.size() - 1;
    const qsizetype comma = site.commaIn(member.value.end,
                                         isLast ? site.object().end : members[index + 1].key.begin);
    const qsizetype commaBefore =
            comma < 0 && index > 0 ? site.commaIn(members[index - 1].value.end, member.key.begin)
                                   : -1;
    JsonRange cut{ member.key.begin, comma < 0 ? member.value.end : comma + 1 };
    const std::optional<qsizetype> lineEnd = site.blankLineEnd(cut.end);
    if (lineEnd && site.isFirstOnLine(cut.begin)) {
        cut = { site.lineStart(cut.begin), *lineEnd + 1 };
    } else if (lineEnd && commaBefore >= 0 && site.isFirstOnLine(commaBefore)
               && isBlank(slice(text, commaBefore + 1, cut.begin))) {
        return { { site.lineStart(commaBefore), *lineEnd + 1 } }; // the comma leads the line
    } else if (!isLast) {
        while (text[cut.end] == ' ' || text[cut.end] == '\t')
            ++cut.end;
    } else if (commaBefore >= 0 && isBlank(slice(text, commaBefore + 1, cut.begin))) {
        return { { commaBefore, cut.end } };
    }
    if (commaBefore >= 0)
        return { { commaBefore, commaBefore + 1 }, cut };
    return { cut };
}

QByteArray removeOne(const JsonEditSite &site, qsizetype index)
{
    QByteArray out;
    qsizetype from = 0;
    const QList<JsonRange> cuts = cutsFor(site, index);
    for (const JsonRange &cut : cuts) {
        out += slice(site.text(), from, cut.begin);
        from = cut.end;
    }
    out += slice(site.text(), from, site.text().size());
    if (site.members().size() > 1)
        return out;
    const qsizetype open = site.object().begin + 1;
    const qsizetype tail = site.text().size() - site.object().end + 1;
    if (isBlank(slice(out, open, out.size() - tail)))
        out.remove(open, out.size() - tail - open);
    return out;
}

} // namespace

std::optional<QByteArray> setMember(const QByteArray &text, const JsonPointer &object,
                                    QStringView key, QByteArrayView value)
{
    const std::optional<JsonEditSite> site = JsonEditSite::open(text, object);
    if (!site || JsonText::check(value))
        return std::nullopt;
    const qsizetype index = site->indexOf(key);
    return index < 0 ? append(*site, key, value)
                     : replaceValue(*site, site->members()[index], value);
}

std::optional<QByteArray> removeMember(const QByteArray &text, const JsonPointer &object,
                                       QStringView key)
{
    QByteArray rest = text;
    for (;;) {
        const std::optional<JsonEditSite> site = JsonEditSite::open(rest, object);
        if (!site)
            return std::nullopt;
        const qsizetype index = site->indexOf(key);
        if (index < 0)
            return rest;
        rest = removeOne(*site, index);
    }
}

std::optional<QByteArray> renameMember(const QByteArray &text, const JsonPointer &object,
                                       QStringView from, QStringView to)
{
    const std::optional<JsonEditSite> site = JsonEditSite::open(text, object);
    if (!site || site->indexOf(from) < 0)
        return std::nullopt;
    if (from == to)
        return text;
    if (site->indexOf(to) >= 0)
        return std::nullopt;
    QByteArray out;
    qsizetype copied = 0;
    for (const JsonMember &member : site->members()) {
        if (JsonText::unescape(site->bare(member.key)) != from)
            continue;
        out += slice(text, copied, member.key.begin);
        JsonText::appendQuoted(out, to);
        copied = member.key.end;
    }
    return out + text.sliced(copied);
}

} // namespace Mcp::JsonEdit
