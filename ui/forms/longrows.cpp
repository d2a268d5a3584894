// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/longrows.h"

#include <QtWidgets/qplaintextedit.h>

#include <algorithm>

namespace McpUi {

namespace {

constexpr qsizetype kLongestWrapped = 5000; ///< laid out in two milliseconds

qsizetype longestRow(const QString &text)
{
    qsizetype longest = 0;
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = text.indexOf(u'\n', begin)) >= 0; begin = end + 1)
        longest = std::max(longest, end - begin);
    return std::max(longest, text.size() - begin);
}

} // namespace

void unwrapForLongRows(QPlainTextEdit *edit, const QString &text)
{
    if (edit->lineWrapMode() != QPlainTextEdit::NoWrap && longestRow(text) > kLongestWrapped)
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
}

} // namespace McpUi
