// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracefilter.h"

#include "server/filterword.h"
#include "server/tracestatus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

using Key = TraceFilter::Key;

/// The rest of a huge message would cost more than it tells.
constexpr qsizetype searchedBytes = 64 * 1024;

struct KeyRow
{
    QLatin1StringView name;
    Key key = Key::Text;
    std::array<QLatin1StringView, 6> words; ///< the values there are, the rest empty; none: any
};

constexpr std::array keys{
    KeyRow{ "method"_L1, Key::Method, {} },
    KeyRow{ "status"_L1, Key::Status, {} },
    KeyRow{ "kind"_L1,
            Key::Kind,
            { "request"_L1, "response"_L1, "notification"_L1, "violation"_L1, "noise"_L1,
              "step"_L1 } },
    KeyRow{ "dir"_L1, Key::Direction, { "in"_L1, "out"_L1 } },
    KeyRow{ "server"_L1, Key::Server, {} },
    KeyRow{ "target"_L1, Key::Target, {} },
    KeyRow{ "id"_L1, Key::Id, {} },
    KeyRow{ "conversation"_L1, Key::Conversation, {} },
    KeyRow{ "rule"_L1, Key::Rule, {} },
    KeyRow{ "duration"_L1, Key::Duration, {} },
    KeyRow{ "size"_L1, Key::Size, {} },
    KeyRow{ "text"_L1, Key::Text, {} },
};

struct Unit
{
    QLatin1StringView name;
    double factor = 1;
};

constexpr std::array durationUnits{ Unit{ "us"_L1, 1 }, Unit{ "ms"_L1, 1e3 },
                                    Unit{ "min"_L1, 60e6 }, Unit{ "m"_L1, 60e6 },
                                    Unit{ "s"_L1, 1e6 } };
constexpr std::array sizeUnits{
    Unit{ "kb"_L1, 1024 }, Unit{ "mb"_L1, 1024.0 * 1024 }, Unit{ "gb"_L1, 1024.0 * 1024 * 1024 },
    Unit{ "k"_L1, 1024 },  Unit{ "m"_L1, 1024.0 * 1024 },  Unit{ "b"_L1, 1 }
};

const KeyRow *findKey(QStringView name)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyRow &row) {
        return name.compare(row.name, Qt::CaseInsensitive) == 0;
    });
    return found == keys.end() ? nullptr : &*found;
}

QStringList wordsOf(const KeyRow &row)
{
    if (row.key == Key::Status)
        return TraceStatus::words();
    QStringList words;
    for (const QLatin1StringView word : row.words) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words;
}

QString unknownKey(const FilterWord &word)
{
    QStringList names;
    for (const KeyRow &row : keys)
        names.append(row.name);
    const QString near = FilterWord::nearest(word.key(), names);
    const QString proposal =
            near.isEmpty() ? u"there are "_s + names.join(", "_L1) : u"is it “%1:”?"_s.arg(near);
    return u"“%1:” is no condition; %2%3 Text with a colon goes in quotes."_s.arg(
            word.key(), proposal, near.isEmpty() ? u"."_s : QString());
}

bool contains(const QString &text, const QString &needle)
{
    return text.contains(needle, Qt::CaseInsensitive);
}

QLatin1StringView kindOf(const TraceEntry &entry)
{
    switch (entry.kind) {
    case TraceEntry::Kind::Noise:
        return "noise"_L1;
    case TraceEntry::Kind::Violation:
        return "violation"_L1;
    case TraceEntry::Kind::Event:
        return "step"_L1;
    case TraceEntry::Kind::Message:
        break;
    }
    switch (entry.message.kind()) {
    case Message::Kind::Request:
        return "request"_L1;
    case Message::Kind::Notification:
        return "notification"_L1;
    case Message::Kind::Response:
    case Message::Kind::ErrorResponse:
        return "response"_L1;
    default:
        return "violation"_L1;
    }
}

} // namespace

Result<TraceFilter> TraceFilter::parse(const QString &text)
{
    TraceFilter filter;
    QStringList problems;
    if (text.count(u'"') % 2 != 0)
        problems.append(u"A quote is not closed."_s);
    const QList<FilterWord> words = FilterWord::split(text);
    for (const FilterWord &word : words) {
        const Result<Condition> condition = parseCondition(word);
        if (condition)
            filter.m_conditions.append(*condition);
        else
            problems.append(condition.error().message);
    }
    if (!problems.isEmpty())
        return Error::usage(problems.join(u'\n'));
    return filter;
}

Result<TraceFilter::Condition> TraceFilter::parseCondition(const FilterWord &word)
{
    Condition condition;
    condition.isNegated = word.isNegated;
    const QStringView name = word.key();
    const KeyRow *const row = name.isEmpty() ? nullptr : findKey(name);
    if (!row && name.isEmpty()) {
        condition.text = word.text.toLower();
        return condition;
    }
    if (!row)
        return Error::usage(unknownKey(word));
    condition.key = row->key;
    const QString value = word.text.sliced(name.size() + 1);
    condition.text = value.toLower();
    if (condition.text.isEmpty())
        return Error::usage(u"Behind “%1:” a value is missing."_s.arg(row->name));
    if (const QStringList allowed = wordsOf(*row);
        !allowed.isEmpty() && !allowed.contains(condition.text))
        return Error::usage(
                u"“%1” is one of %2; not “%3”."_s.arg(row->name, allowed.join(", "_L1), value));
    if (const Error error = parseValue(word.text, condition))
        return error;
    return condition;
}

Error TraceFilter::parseValue(const QString &word, Condition &condition)
{
    if (condition.key == Key::Duration || condition.key == Key::Size)
        return parseNumber(word, condition);
    if (condition.key != Key::Conversation)
        return {};
    bool isNumber = false;
    condition.number = condition.text.toLongLong(&isNumber);
    if (!isNumber || condition.number <= 0)
        return Error::usage(u"“%1” has no number of a conversation such as 17."_s.arg(word));
    return {};
}

/// ">500ms", "<=1mb", "2s": without a sign at least so much.
Error TraceFilter::parseNumber(const QString &word, Condition &condition)
{
    static constexpr std::array<std::pair<QLatin1StringView, Compare>, 5> signs{
        { { ">="_L1, Compare::AtLeast },
          { "<="_L1, Compare::AtMost },
          { ">"_L1, Compare::More },
          { "<"_L1, Compare::Less },
          { "="_L1, Compare::Equal } }
    };
    QString text = condition.text;
    for (const auto &[sign, compare] : signs) {
        if (text.startsWith(sign)) {
            condition.compare = compare;
            text = text.sliced(sign.size());
            break;
        }
    }
    const bool isSize = condition.key == Key::Size;
    double factor = isSize ? 1 : 1e3; // bytes; ms
    const auto takeUnit = [&](const auto &units) {
        for (const Unit &unit : units) {
            if (text.endsWith(unit.name)) {
                factor = unit.factor;
                text.chop(unit.name.size());
                return;
            }
        }
    };
    if (isSize)
        takeUnit(sizeUnits);
    else
        takeUnit(durationUnits);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber) * factor;
    if (!isNumber || !(number >= 0 && number < 1e18))
        return Error::usage(
                isSize ? u"“%1” has no size such as >1mb, <=20kb or 300b."_s.arg(word)
                       : u"“%1” has no duration such as >500ms, <=2s or 1min."_s.arg(word));
    condition.number = std::llround(number);
    return {};
}

bool TraceFilter::matches(const TraceEntry &entry, const QString &server) const
{
    return std::all_of(m_conditions.begin(), m_conditions.end(), [&](const Condition &condition) {
        return holds(condition, entry, server) != condition.isNegated;
    });
}

bool TraceFilter::holds(const Condition &condition, const TraceEntry &entry, const QString &server)
{
    const auto compares = [&](qint64 value) {
        switch (condition.compare) {
        case Compare::AtLeast:
            return value >= condition.number;
        case Compare::More:
            return value > condition.number;
        case Compare::AtMost:
            return value <= condition.number;
        case Compare::Less:
            return value < condition.number;
        case Compare::Equal:
            break;
        }
        return value == condition.number;
    };
    switch (condition.key) {
    case Key::Method:
        return contains(entry.method, condition.text);
    case Key::Status:
        return TraceStatus::of(entry) == condition.text;
    case Key::Kind:
        return kindOf(entry) == condition.text;
    case Key::Direction: {
        const bool isIn = entry.direction == TraceEntry::Direction::Received;
        return entry.kind != TraceEntry::Kind::Event && isIn == (condition.text == "in"_L1);
    }
    case Key::Server:
        return contains(server, condition.text);
    case Key::Target:
        return contains(entry.target, condition.text);
    case Key::Id:
        return entry.message.id().toString().compare(condition.text, Qt::CaseInsensitive) == 0;
    case Key::Conversation:
        return entry.conversation == quint64(condition.number);
    case Key::Rule:
        return contains(toString(entry.rule), condition.text);
    case Key::Duration:
        return entry.durationUs >= 0 && compares(entry.durationUs);
    case Key::Size:
        return entry.kind != TraceEntry::Kind::Event && compares(entry.size);
    case Key::Text:
        break;
    }
    return contains(entry.method, condition.text) || contains(entry.note, condition.text)
           || contains(QString::fromUtf8(
                               QByteArrayView(entry.payload())
                                       .first(std::min(entry.payload().size(), searchedBytes))),
                       condition.text);
}

QStringList TraceFilter::completions(const QString &text, qsizetype cursor)
{
    const QString before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const qsizetype space = before.lastIndexOf(u' ');
    QString word = before.sliced(space + 1);
    const QString sign = word.startsWith(u'-') ? u"-"_s : QString();
    word = word.sliced(sign.size());
    QStringList found;
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        for (const KeyRow &row : keys) {
            if (QString(row.name).startsWith(word, Qt::CaseInsensitive))
                found.append(sign + row.name + u':');
        }
        return found;
    }
    const KeyRow *const row = findKey(QStringView(word).first(colon));
    if (!row)
        return found;
    QStringList values = wordsOf(*row);
    if (row->key == Key::Method)
        values = { u"tools/call"_s,
                   u"tools/list"_s,
                   u"resources/read"_s,
                   u"resources/list"_s,
                   u"prompts/get"_s,
                   u"prompts/list"_s,
                   u"initialize"_s,
                   u"server/discover"_s,
                   u"notifications/message"_s,
                   u"notifications/progress"_s };
    else if (row->key == Key::Duration)
        values = { u">100ms"_s, u">500ms"_s, u">1s"_s, u">10s"_s };
    else if (row->key == Key::Size)
        values = { u">10kb"_s, u">1mb"_s, u">10mb"_s };
    else if (row->key == Key::Rule)
        values = ruleNames();
    for (const QString &value : std::as_const(values)) {
        if (value.startsWith(QStringView(word).sliced(colon + 1), Qt::CaseInsensitive))
            found.append(sign + row->name + u':' + value);
    }
    return found;
}

} // namespace Mcp
