// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

#include <optional>

namespace McpUi {

/*!
 * The long strings of a JSON text (a file in base64, say) that an edit shows shortened, because a
 * row of a million characters takes it half a second for each key. A stand-in such as
 * "⟪1,048,448 characters folded #0⟫" takes the place of their middle; what it stands for is kept
 * here for as long as the edit lives, so that undoing finds it, too. Value type of the edit.
 */
class JsonFolds
{
public:
    /// A stand-in in the text that is shown.
    struct Fold
    {
        int shownBegin = 0;
        int shownLength = 0;
        int fullBegin = 0;
        int fullLength = 0;
        int shownEnd() const { return shownBegin + shownLength; }
    };

    [[nodiscard]] QString fold(const QString &full);
    [[nodiscard]] QString unfold(const QString &shown) const;

    /// Finds the stand-ins of what is shown now, for the functions below.
    void scan(const QString &shown);
    const QList<Fold> &folds() const { return m_folds; }
    bool isEmpty() const { return m_hidden.isEmpty(); }
    /// Positions in the one text as those in the other: of what is folded the stand-in's begin, or
    /// its end for the end of a range.
    int toShown(int full, bool isEnd = false) const;
    int toFull(int shown) const;
    /// The stand-in that has @p shown between its ends.
    std::optional<Fold> around(int shown) const;

private:
    QString standIn(const QString &hidden);
    QList<Fold> find(const QString &shown) const;

    QStringList m_hidden;
    QList<Fold> m_folds;
};

} // namespace McpUi
