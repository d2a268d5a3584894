// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"
#include "wire/result.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

struct FilterWord;

/*!
 * Which entries of a trace are wanted, as people type it: words that have to occur, and conditions
 * such as "method:tools/call status:error duration:>500ms size:>1mb server:files dir:in". All of
 * them have to hold; a "-" in front turns one around; quotes keep spaces. Case does not matter.
 * Letters before a colon are a condition, known or not; "file:///x", "10:30" and what begins with
 * a quote are words.
 */
class TraceFilter
{
public:
    /// What a condition can be about.
    enum class Key {
        Text,
        Method,
        Status,
        Kind,
        Direction,
        Server,
        Target,
        Id,
        Conversation,
        Rule,
        Duration,
        Size
    };

    TraceFilter() = default;
    /// The Usage error says of each wrong word, a line for one, what it could be.
    static Result<TraceFilter> parse(const QString &text);

    bool isEmpty() const { return m_conditions.isEmpty(); }
    /// @p server is the name of the server whose trace it is. Looks at the first 64 KiB of a
    /// message.
    bool matches(const TraceEntry &entry, const QString &server) const;

    /// What the word that ends at @p cursor of @p text could become, whole words in a useful order.
    static QStringList completions(const QString &text, qsizetype cursor);

private:
    enum class Compare { AtLeast, More, AtMost, Less, Equal };
    struct Condition
    {
        Key key = Key::Text;
        bool isNegated = false;
        QString text; ///< in lower case
        Compare compare = Compare::AtLeast;
        qint64 number = 0; ///< of Duration in µs, of Size in bytes, of Conversation
    };

    static Result<Condition> parseCondition(const FilterWord &word);
    static Error parseValue(const QString &word, Condition &condition);
    static Error parseNumber(const QString &word, Condition &condition);
    static bool holds(const Condition &condition, const TraceEntry &entry, const QString &server);

    QList<Condition> m_conditions;
};

} // namespace Mcp
