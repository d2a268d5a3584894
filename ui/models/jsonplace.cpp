// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonplace.h"

#include "models/jsoncell.h"
#include "models/jsonchildren.h"
#include "json/jsontext.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Deeper places are not looked for: each level takes time.
constexpr qsizetype kMaxSteps = 10'000;

struct Child
{
    qsizetype row = 0;
    Mcp::JsonMember member;
};

qsizetype beginOf(const Mcp::JsonMember &member)
{
    return member.key.isEmpty() ? member.value.begin : member.key.begin;
}

/// Goes to the last step for which @p steps were passed; returns the number of the child there.
qsizetype jump(JsonChildren &children, const JsonIndex &index, const JsonIndex::Part *part,
               qsizetype steps)
{
    if (!part || steps <= 0)
        return 0;
    children.jumpTo(index.step(*part, steps - 1));
    return steps * JsonIndex::kStep;
}

std::optional<Child> childAt(const Mcp::RawJson &container, const JsonIndex &index,
                             qsizetype offset)
{
    JsonChildren children(container);
    const JsonIndex::Part *part = index.partAt(container.range().begin);
    Child child;
    child.row = jump(children, index, part, part ? index.stepsBefore(*part, offset) : 0);
    for (; children.next(child.member, index); ++child.row) {
        if (beginOf(child.member) > offset)
            break;
        if (offset < child.member.value.end)
            return child;
    }
    return std::nullopt;
}

std::optional<Child> element(const Mcp::RawJson &array, const JsonIndex &index,
                             const QString &token)
{
    bool isNumber = false;
    const qsizetype wanted = token.toLongLong(&isNumber);
    if (!isNumber || wanted < 0 || QString::number(wanted) != token)
        return std::nullopt;
    JsonChildren children(array);
    const JsonIndex::Part *part = index.partAt(array.range().begin);
    const qsizetype steps =
            part ? qMin(wanted / JsonIndex::kStep, index.stepCount(*part)) : qsizetype(0);
    Child child;
    child.row = jump(children, index, part, steps);
    for (; children.next(child.member, index); ++child.row) {
        if (child.row == wanted)
            return child;
    }
    return std::nullopt;
}

std::optional<Child> member(const Mcp::RawJson &object, const JsonIndex &index,
                            const QString &token)
{
    const QByteArray plain = token.toUtf8();
    const QByteArrayView text(object.buffer());
    JsonChildren children(object);
    std::optional<Child> found;
    Child child;
    for (; children.next(child.member, index); ++child.row) {
        const QByteArrayView key = text.sliced(child.member.key.begin, child.member.key.size());
        const bool same = key.contains('\\') ? Mcp::JsonText::unescape(key) == token
                                             : key.sliced(1, key.size() - 2) == plain;
        if (same)
            found = child;
    }
    return found;
}

void append(JsonPlace &place, const Child &child)
{
    place.rows.append(child.row);
    place.key = child.member.key;
    place.value = child.member.value;
}

} // namespace

JsonPlace JsonPlace::at(const Mcp::RawJson &root, const JsonIndex &index, qsizetype offset)
{
    JsonPlace place{ {}, {}, root.range() };
    while (place.rows.size() < kMaxSteps && offset > place.value.begin) {
        const Mcp::RawJson here(root.buffer(), place.value);
        const auto child = childAt(here, index, offset);
        if (!child)
            break;
        append(place, *child);
    }
    return place;
}

JsonPlace JsonPlace::of(const Mcp::RawJson &root, const JsonIndex &index,
                        const Mcp::JsonPointer &pointer)
{
    JsonPlace place{ {}, {}, root.range() };
    for (const QString &token : pointer.tokens()) {
        const Mcp::RawJson here(root.buffer(), place.value);
        const auto child =
                here.isArray() ? element(here, index, token) : member(here, index, token);
        if (!child || place.rows.size() >= kMaxSteps)
            break;
        append(place, *child);
    }
    return place;
}

QString JsonPlace::problem(const Mcp::RawJson &root, const Mcp::JsonPointer &pointer) const
{
    if (rows.size() == pointer.tokens().size())
        return {};
    const Mcp::JsonPointer followed(pointer.tokens().first(rows.size()));
    const QString token = JsonCell::line(pointer.tokens().at(rows.size()), 60);
    const QString where =
            followed.isRoot() ? u"The top"_s : JsonCell::line(followed.toString(), 120);
    const Mcp::RawJson here(root.buffer(), value);
    if (here.isObject())
        return u"%1 is an object without a member “%2”"_s.arg(where, token);
    if (here.isArray())
        return u"%1 is an array without an element “%2”"_s.arg(where, token);
    return u"%1 is a %2: nothing is below it"_s.arg(where, JsonCell::typeText(here));
}

} // namespace McpUi
