// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonfolds.h"

#include "models/format.h"

#include <QtCore/qregularexpression.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 20'000; ///< of a stretch without quotes
constexpr qsizetype kLeft = 64;        ///< what stays in sight of it at each end

/// The end of the stretch that begins at @p at: the next quote that is none of the string's, or the
/// end of the row.
qsizetype stretchEnd(const QString &text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"' || text[at] == u'\n')
            return at;
    }
    return text.size();
}

const QRegularExpression &pattern()
{
    static const QRegularExpression expression(u"⟪([0-9,]+) characters folded #([0-9]{1,6})⟫"_s);
    return expression;
}

} // namespace

QString JsonFolds::standIn(const QString &hidden)
{
    qsizetype index = m_hidden.indexOf(hidden);
    if (index < 0) {
        index = m_hidden.size();
        m_hidden.append(hidden);
    }
    return u"⟪%1 characters folded #%2⟫"_s.arg(formatNumber(hidden.size())).arg(index);
}

QString JsonFolds::fold(const QString &full)
{
    QString shown;
    qsizetype taken = 0;
    for (qsizetype begin = 0; begin < full.size();) {
        const qsizetype end = stretchEnd(full, begin);
        if (end - begin > kLongest) {
            qsizetype from = begin + kLeft;
            qsizetype to = end - kLeft;
            from -= full[from].isLowSurrogate() ? 1 : 0;
            to -= full[to].isLowSurrogate() ? 1 : 0;
            shown += QStringView(full).sliced(taken, from - taken);
            shown += standIn(full.sliced(from, to - from));
            taken = to;
        }
        begin = end + 1;
    }
    if (taken == 0)
        return full;
    shown += QStringView(full).sliced(taken);
    return shown;
}

QList<JsonFolds::Fold> JsonFolds::find(const QString &shown) const
{
    QList<Fold> folds;
    int hiddenBefore = 0;
    for (qsizetype at = 0; !isEmpty() && (at = shown.indexOf(u'⟪', at)) >= 0; ++at) {
        const QRegularExpressionMatch match =
                pattern().match(shown, at, QRegularExpression::NormalMatch,
                                QRegularExpression::AnchorAtOffsetMatchOption);
        const int index = match.hasMatch() ? match.captured(2).toInt() : -1;
        // Only what was made here: the length is part of it.
        if (index < 0 || index >= m_hidden.size()
            || match.captured(1) != formatNumber(m_hidden.at(index).size()))
            continue;
        Fold fold;
        fold.shownBegin = int(at);
        fold.shownLength = int(match.capturedLength());
        fold.fullBegin = int(at) + hiddenBefore;
        fold.fullLength = int(m_hidden.at(index).size());
        hiddenBefore += fold.fullLength - fold.shownLength;
        folds.append(fold);
    }
    return folds;
}

QString JsonFolds::unfold(const QString &shown) const
{
    const QList<Fold> folds = find(shown);
    if (folds.isEmpty())
        return shown;
    QString full;
    int taken = 0;
    for (const Fold &fold : folds) {
        full += QStringView(shown).sliced(taken, fold.shownBegin - taken);
        const QStringView words = QStringView(shown).sliced(fold.shownBegin, fold.shownLength);
        full += m_hidden.at(pattern().match(words.toString()).captured(2).toInt());
        taken = fold.shownEnd();
    }
    full += QStringView(shown).sliced(taken);
    return full;
}

void JsonFolds::scan(const QString &shown) { m_folds = find(shown); }

int JsonFolds::toShown(int full, bool isEnd) const
{
    int shift = 0;
    for (const Fold &fold : m_folds) {
        if (full <= fold.fullBegin)
            break;
        if (full < fold.fullBegin + fold.fullLength)
            return isEnd ? fold.shownEnd() : fold.shownBegin;
        shift += fold.fullLength - fold.shownLength;
    }
    return full - shift;
}

int JsonFolds::toFull(int shown) const
{
    int shift = 0;
    for (const Fold &fold : m_folds) {
        if (shown <= fold.shownBegin)
            break;
        if (shown < fold.shownEnd())
            return fold.fullBegin;
        shift += fold.fullLength - fold.shownLength;
    }
    return shown + shift;
}

std::optional<JsonFolds::Fold> JsonFolds::around(int shown) const
{
    for (const Fold &fold : m_folds) {
        if (shown > fold.shownBegin && shown < fold.shownEnd())
            return fold;
    }
    return std::nullopt;
}

} // namespace McpUi
