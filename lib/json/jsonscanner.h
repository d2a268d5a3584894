// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearrayview.h>
#include <QtCore/qglobal.h>

#include <optional>

namespace Mcp {

/// What a JSON value starts out to be. A scan does not prove that the value is well-formed.
enum class JsonType { Invalid, Null, Boolean, Number, String, Array, Object };

/// Half-open byte range [begin, end) in a buffer.
struct JsonRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool isEmpty() const { return end <= begin; }
    friend bool operator==(JsonRange, JsonRange) = default;
};

/// One member of an object as it stands in the text; @c key includes its quotes.
struct JsonMember
{
    JsonRange key;
    JsonRange value;
};

/*!
 * A cursor over raw JSON bytes: one tolerant forward pass that finds where values begin and end and
 * touches nothing else. Strings are skipped by memchr, brackets are counted without recursion and
 * whatever the depth, numbers stay text. It accepts what no document parser does (1e400, 1,500
 * levels, invalid UTF-8, raw control characters in strings), because an explorer shows what a
 * server sent; JsonText::check() is the strict reader. Copyable, owns nothing.
 */
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text, qsizetype position = 0);

    qsizetype position() const { return m_position; }
    /// True after something was found that cannot be JSON; the cursor stays at the offending byte.
    bool failed() const { return m_failed; }
    /// True when only white space is left.
    bool atEnd();

    void skipSpace();
    /// Type of the value that begins at the next non-space byte, Invalid when none can.
    JsonType peekType();
    /// Skips one value of any kind and returns its range; nothing if the text ends inside it.
    std::optional<JsonRange> skipValue();

    /// Steps behind the '{'. Then call nextMember() until it returns false.
    bool enterObject();
    /// Reads the next member. False at '}' (consumed) or on failure; tell them apart by failed().
    bool nextMember(JsonMember &member);
    /// Steps behind the '['. Then call nextElement() until it returns false.
    bool enterArray();
    /// Reads the next element. False at ']' (consumed) or on failure; tell them apart by failed().
    bool nextElement(JsonRange &element);

private:
    bool fail();
    bool skipString();
    bool skipContainer();
    bool skipScalar();
    bool nextSeparator(char close, bool &done);

    QByteArrayView m_text;
    qsizetype m_position = 0;
    bool m_first = true; ///< no member or element of the entered container was read yet
    bool m_failed = false;
};

} // namespace Mcp
