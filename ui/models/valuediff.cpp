// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/valuediff.h"

#include "models/jsoncell.h"
#include "models/sequencealignment.h"
#include "models/textparts.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxBytes = 64 * 1024;
constexpr qsizetype kMaxLines = 500;
constexpr qsizetype kMaxLine = 2000;

/// The lines of a value, the text of a string.
QStringList linesOf(const Mcp::RawJson &value)
{
    if (value.isString())
        return TextParts(value).beginning(kMaxBytes).split(u'\n');
    const QByteArrayView bytes = value.view().first(qMin(value.size(), kMaxBytes));
    return QString::fromUtf8(Mcp::JsonText::pretty(bytes)).split(u'\n');
}

void append(QStringList &lines, QChar sign, const QString &line)
{
    if (lines.size() < kMaxLines)
        lines.append(sign + u' ' + JsonCell::line(line, kMaxLine));
    else if (lines.size() == kMaxLines)
        lines.append(u"…"_s);
}

QStringList aligned(const QStringList &before, const QStringList &after)
{
    QStringList lines;
    const auto pairs = alignSequences(before.size(), after.size(), [&](qsizetype i, qsizetype j) {
        return before.at(i) == after.at(j);
    });
    for (const auto &[i, j] : pairs) {
        const bool isSame = i >= 0 && j >= 0 && before.at(i) == after.at(j);
        if (isSame) {
            append(lines, u' ', before.at(i));
            continue;
        }
        if (i >= 0)
            append(lines, u'-', before.at(i));
        if (j >= 0)
            append(lines, u'+', after.at(j));
    }
    return lines;
}

} // namespace

QString valueDiff(const JsonDifference &difference)
{
    const bool hasLeft = !difference.left.isAbsent();
    const bool hasRight = !difference.right.isAbsent();
    const bool isSpelling = difference.kind == JsonDifference::Kind::Spelling;
    // What is spelled otherwise looks alike when it is read.
    const auto lines = [isSpelling](const Mcp::RawJson &value) {
        return isSpelling ? QStringList{ QString::fromUtf8(
                       value.view().first(qMin(value.size(), kMaxBytes))) }
                          : linesOf(value);
    };
    return aligned(hasLeft ? lines(difference.left) : QStringList(),
                   hasRight ? lines(difference.right) : QStringList())
            .join(u'\n');
}

} // namespace McpUi
