// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/filterword.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Letters to be changed, added or left out (Levenshtein), for words of a few letters.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({ changed, row[size_t(j)] + 1, diagonal + 1 });
        }
    }
    return row.back();
}

} // namespace

QList<FilterWord> FilterWord::split(const QString &text)
{
    QList<FilterWord> words;
    FilterWord word;
    bool isInQuotes = false;
    bool isWord = false;
    const auto finish = [&] {
        if (isWord)
            words.append(std::exchange(word, {}));
        isWord = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            word.isQuoted = word.isQuoted || word.text.isEmpty();
            isInQuotes = !isInQuotes;
            isWord = true;
        } else if (c.isSpace() && !isInQuotes) {
            finish();
        } else if (c == u'-' && !isWord && i + 1 < text.size() && !text.at(i + 1).isSpace()) {
            word.isNegated = true;
            isWord = true;
        } else {
            word.text += c;
            isWord = true;
        }
    }
    finish();
    return words;
}

QStringView FilterWord::key() const
{
    constexpr qsizetype longest = 20;
    const qsizetype colon = text.indexOf(u':');
    if (isQuoted || colon < 2 || colon > longest
        || QStringView(text).sliced(colon + 1).startsWith("//"_L1))
        return {};
    const QStringView before = QStringView(text).first(colon);
    const bool isLetters = std::all_of(before.begin(), before.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
    return isLetters ? before : QStringView();
}

QString FilterWord::nearest(QStringView key, const QStringList &names)
{
    const auto found =
            std::min_element(names.begin(), names.end(), [key](const QString &a, const QString &b) {
                return distance(key, a) < distance(key, b);
            });
    return found != names.end() && distance(key, *found) <= 2 ? *found : QString();
}

} // namespace Mcp
