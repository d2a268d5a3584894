// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonmarks.h"

#include "json/jsontext.h"

#include <algorithm>

namespace McpUi {

namespace {

/// A mark whose place is still counted in bytes.
struct Found
{
    Mcp::JsonRange range;
    JsonMark mark;
};

/// Walks once over the text and turns byte offsets, which must not decrease, into characters.
class CharacterCounter
{
public:
    explicit CharacterCounter(QByteArrayView utf8)
        : m_utf8(utf8)
    {}

    void advance(qsizetype offset)
    {
        for (offset = std::min(offset, m_utf8.size()); m_at < offset; ++m_at) {
            const auto byte = static_cast<unsigned char>(m_utf8[m_at]);
            if ((byte & 0xc0) != 0x80)
                m_position += byte >= 0xf0 ? 2 : 1; // a surrogate pair
            if (byte == '\n') {
                ++m_line;
                m_lineStart = m_position;
            }
        }
    }

    int position() const { return m_position; }
    int line() const { return m_line; }
    int column() const { return m_position - m_lineStart + 1; }

private:
    QByteArrayView m_utf8;
    qsizetype m_at = 0;
    int m_position = 0;
    int m_lineStart = 0;
    int m_line = 1;
};

/// What to mark of a value: a scalar as a whole, of a list or an object its bracket.
Mcp::JsonRange markedRange(const Mcp::JsonPointer &pointer, const Mcp::RawJson &root)
{
    Mcp::JsonPointer at = pointer;
    Mcp::RawJson value = at.resolve(root);
    while (value.isAbsent() && !at.isRoot()) {
        at = at.parent();
        value = at.resolve(root);
    }
    const Mcp::JsonRange range = value.range();
    if (value.isObject() || value.isArray())
        return { range.begin, range.begin + 1 };
    return range;
}

QList<JsonMark> placed(QList<Found> found, QByteArrayView utf8)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.range.begin < b.range.begin; });
    CharacterCounter counter(utf8);
    QList<JsonMark> marks;
    for (Found &one : found) {
        counter.advance(one.range.begin);
        one.mark.position = counter.position();
        one.mark.line = counter.line();
        one.mark.column = counter.column();
        CharacterCounter end = counter;
        end.advance(one.range.end);
        one.mark.length = end.position() - counter.position();
        marks.append(one.mark);
    }
    return marks;
}

} // namespace

JsonReview reviewJson(const QString &text, const Mcp::SchemaDocument &schema)
{
    JsonReview review;
    review.hasSchema = !schema.root().isAbsent();
    const QByteArray utf8 = text.toUtf8();
    review.isBlank = utf8.trimmed().isEmpty();
    const QByteArray judged = review.isBlank ? QByteArrayLiteral("{}") : utf8;
    QList<Found> found;
    if (const auto problem = Mcp::JsonText::check(judged)) {
        Found one;
        one.range = { problem->offset, problem->offset + 1 };
        one.mark.message = problem->message;
        found.append(one);
        review.marks = placed(found, utf8);
        return review;
    }
    const Mcp::RawJson root = Mcp::RawJson::fromText(judged);
    review.problems = Mcp::SchemaValidator(schema).validate(root);
    for (const Mcp::SchemaProblem &problem : std::as_const(review.problems)) {
        Found one;
        one.range = review.isBlank ? Mcp::JsonRange() : markedRange(problem.pointer, root);
        one.mark.kind = JsonMark::Kind::Schema;
        const QString place = problem.pointer.toString().mid(1);
        one.mark.message = place.isEmpty() ? problem.message : place + u' ' + problem.message;
        found.append(one);
    }
    review.marks = placed(found, utf8);
    return review;
}

} // namespace McpUi
