// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/sequencealignment.h"

#include <algorithm>

namespace McpUi {

namespace {

using Pairs = QList<std::pair<qsizetype, qsizetype>>;
using IsSame = std::function<bool(qsizetype i, qsizetype j)>;

constexpr qsizetype kMaxProduct = 250'000;

/// [begin, end) of the old and of the new sequence.
struct Window
{
    qsizetype oldBegin = 0;
    qsizetype oldEnd = 0;
    qsizetype newBegin = 0;
    qsizetype newEnd = 0;
};

void pairByIndex(Pairs &pairs, const Window &window)
{
    qsizetype i = window.oldBegin;
    qsizetype j = window.newBegin;
    while (i < window.oldEnd && j < window.newEnd)
        pairs.append({ i++, j++ });
    while (i < window.oldEnd)
        pairs.append({ i++, -1 });
    while (j < window.newEnd)
        pairs.append({ -1, j++ });
}

/// The longest common subsequence by the classic table, walked from its begin.
Pairs anchors(const Window &window, const IsSame &isSame)
{
    const qsizetype rows = window.oldEnd - window.oldBegin;
    const qsizetype columns = window.newEnd - window.newBegin;
    const qsizetype width = columns + 1;
    QList<int> length((rows + 1) * width, 0); // of what follows
    QList<bool> same(rows * columns);
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            const bool equal = isSame(window.oldBegin + i, window.newBegin + j);
            same[i * columns + j] = equal;
            length[i * width + j] =
                    equal ? length.at((i + 1) * width + j + 1) + 1
                          : std::max(length.at((i + 1) * width + j), length.at(i * width + j + 1));
        }
    }
    Pairs found;
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (same.at(i * columns + j))
            found.append({ window.oldBegin + i++, window.newBegin + j++ });
        else if (length.at((i + 1) * width + j) >= length.at(i * width + j + 1))
            ++i;
        else
            ++j;
    }
    return found;
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> alignSequences(qsizetype oldSize, qsizetype newSize,
                                                      const IsSame &isSame)
{
    Pairs pairs;
    Window left{ 0, oldSize, 0, newSize };
    while (left.oldBegin < left.oldEnd && left.newBegin < left.newEnd
           && isSame(left.oldBegin, left.newBegin))
        pairs.append({ left.oldBegin++, left.newBegin++ });
    while (left.oldEnd > left.oldBegin && left.newEnd > left.newBegin
           && isSame(left.oldEnd - 1, left.newEnd - 1)) {
        --left.oldEnd;
        --left.newEnd;
    }
    const qsizetype rows = left.oldEnd - left.oldBegin;
    const qsizetype columns = left.newEnd - left.newBegin;
    if (rows > 0 && columns > 0 && rows <= kMaxProduct / columns) {
        for (const auto &[i, j] : anchors(left, isSame)) {
            pairByIndex(pairs, { left.oldBegin, i, left.newBegin, j });
            pairs.append({ i, j });
            left.oldBegin = i + 1;
            left.newBegin = j + 1;
        }
    }
    pairByIndex(pairs, left);
    for (qsizetype i = left.oldEnd, j = left.newEnd; i < oldSize; ++i, ++j)
        pairs.append({ i, j });
    return pairs;
}

} // namespace McpUi
