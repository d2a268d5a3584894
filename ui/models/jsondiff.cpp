// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsondiff.h"

#include "models/jsonidentities.h"
#include "models/sequencealignment.h"
#include "schema/decimal.h"
#include "json/jsonpointer.h"
#include "json/jsontext.h"

#include <QtCore/qhash.h>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

using Kind = JsonDifference::Kind;
using Mcp::RawJson;

/// Deeper values are compared as a whole.
constexpr int kMaxDepth = 500;
/// A string that is JSON is looked into up to this size.
constexpr qsizetype kMaxText = 1024 * 1024;

RawJson jsonIn(const RawJson &token)
{
    if (token.size() > kMaxText)
        return {};
    const QByteArray text = token.toString().toUtf8();
    const RawJson value = RawJson::fromText(text);
    const bool isTree = value.isObject() || value.isArray();
    return isTree && !Mcp::JsonText::check(text) ? value : RawJson();
}

/// The comparison of two values. Lives for one call.
class Comparison
{
public:
    Comparison(const RawJson &right, const QStringList &without, const BackgroundProgress &progress)
        : m_range(right.range())
        , m_without(without)
        , m_progress(progress)
    {}

    void compare(const RawJson &left, const RawJson &right, const QString &path);
    JsonDiff takeDiff() { return std::move(m_diff); }

private:
    void compareObjects(const RawJson &left, const RawJson &right, const QString &path);
    void compareArrays(const RawJson &left, const RawJson &right, const QString &path);
    void compareStrings(const RawJson &left, const RawJson &right, const QString &path);
    void report(Kind kind, const QString &path, const RawJson &left, const RawJson &right);
    bool goesOn(const RawJson &right);

    static QString below(const QString &path, const QString &token)
    {
        return path + Mcp::JsonPointer({ token }).toString();
    }

    Mcp::JsonRange m_range;
    QStringList m_without;
    const BackgroundProgress &m_progress;
    JsonDiff m_diff;
    int m_depth = 0;
    int m_texts = 0; ///< how deep in strings that hold JSON
    int m_visits = 0;
    bool m_isCancelled = false;
};

void Comparison::compare(const RawJson &left, const RawJson &right, const QString &path)
{
    if (left == right || m_without.contains(path) || !goesOn(right))
        return;
    if (left.type() != right.type() || m_depth >= kMaxDepth)
        return report(Kind::Changed, path, left, right);
    ++m_depth;
    switch (right.type()) {
    case Mcp::JsonType::Object:
        compareObjects(left, right, path);
        break;
    case Mcp::JsonType::Array:
        compareArrays(left, right, path);
        break;
    case Mcp::JsonType::String:
        compareStrings(left, right, path);
        break;
    case Mcp::JsonType::Number: {
        const auto number = Mcp::Decimal::fromText(right.view());
        const bool isSame = number && number == Mcp::Decimal::fromText(left.view());
        report(isSame ? Kind::Spelling : Kind::Changed, path, left, right);
        break;
    }
    default:
        report(Kind::Changed, path, left, right);
    }
    --m_depth;
}

void Comparison::compareObjects(const RawJson &left, const RawJson &right, const QString &path)
{
    const QList<Mcp::RawJsonMember> before = left.members();
    const QList<Mcp::RawJsonMember> after = right.members();
    QHash<QString, qsizetype> places; // of duplicates the last counts
    for (qsizetype i = 0; i < before.size(); ++i)
        places.insert(before.at(i).key, i);
    QHash<QString, qsizetype> newPlaces;
    for (qsizetype i = 0; i < after.size(); ++i)
        newPlaces.insert(after.at(i).key, i);
    qsizetype last = -1;
    bool isReordered = false;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const QString &key = after.at(i).key;
        if (newPlaces.value(key) != i)
            continue;
        const auto place = places.constFind(key);
        if (place == places.cend()) {
            report(Kind::Added, below(path, key), {}, after.at(i).value);
            continue;
        }
        isReordered = isReordered || *place < last;
        last = *place;
        compare(before.at(*place).value, after.at(i).value, below(path, key));
    }
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QString &key = before.at(i).key;
        if (places.value(key) == i && !newPlaces.contains(key))
            report(Kind::Removed, below(path, key), before.at(i).value, {});
    }
    if (isReordered)
        report(Kind::Order, path, left, right);
}

void Comparison::compareArrays(const RawJson &left, const RawJson &right, const QString &path)
{
    const QList<RawJson> before = left.elements();
    const QList<RawJson> after = right.elements();
    JsonIdentities oldIds(before);
    JsonIdentities newIds(after);
    const auto pairs = alignSequences(before.size(), after.size(), [&](qsizetype i, qsizetype j) {
        return before.at(i) == after.at(j) || oldIds.at(i) == newIds.at(j);
    });
    for (const auto &[i, j] : pairs) {
        if (i < 0)
            report(Kind::Added, below(path, QString::number(j)), {}, after.at(j));
        else if (j < 0)
            report(Kind::Removed, below(path, QString::number(i)), before.at(i), {});
        else
            compare(before.at(i), after.at(j), below(path, QString::number(j)));
    }
}

void Comparison::compareStrings(const RawJson &left, const RawJson &right, const QString &path)
{
    if (left.toString() == right.toString())
        return report(Kind::Spelling, path, left, right);
    const RawJson inLeft = m_texts == 0 ? jsonIn(left) : RawJson();
    const RawJson inRight = inLeft.isAbsent() ? RawJson() : jsonIn(right);
    if (inRight.isAbsent() || inLeft.type() != inRight.type())
        return report(Kind::Changed, path, left, right);
    const qsizetype known = m_diff.total();
    ++m_texts;
    compare(inLeft, inRight, path + u" ▸ "_s);
    --m_texts;
    if (m_diff.total() == known) // nothing but white space
        report(Kind::Spelling, path, left, right);
}

void Comparison::report(Kind kind, const QString &path, const RawJson &left, const RawJson &right)
{
    ++m_diff.counts[int(kind)];
    if (m_diff.differences.size() < JsonDiff::kMaxListed)
        m_diff.differences.append({ kind, path, left, right });
}

bool Comparison::goesOn(const RawJson &right)
{
    if (m_texts == 0 && ++m_visits % 1000 == 0 && !m_range.isEmpty()) {
        const qsizetype done = right.range().begin - m_range.begin;
        m_isCancelled = m_isCancelled || !m_progress(int(100 * done / m_range.size()));
    }
    return !m_isCancelled;
}

} // namespace

qsizetype JsonDiff::total() const
{
    return std::accumulate(std::begin(counts), std::end(counts), qsizetype(0));
}

JsonDiff JsonDiff::of(const RawJson &left, const RawJson &right, const QStringList &without,
                      const BackgroundProgress &progress)
{
    Comparison comparison(right, without, progress);
    comparison.compare(left, right, {});
    return comparison.takeDiff();
}

JsonDiff JsonDiff::of(const RawJson &left, const RawJson &right)
{
    return of(left, right, {}, [](int) { return true; });
}

} // namespace McpUi
