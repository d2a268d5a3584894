// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

/// One word of a TraceFilter as it was typed, its quotes left out.
struct FilterWord
{
    QString text;           ///< without the "-" in front
    bool isNegated = false; ///< it had one
    bool isQuoted = false;  ///< begins with a quote

    /// Words of @p text at its spaces; what stands in quotes is one.
    static QList<FilterWord> split(const QString &text);
    /// The letters before its colon, which make it a condition. Empty for a word: in quotes, with
    /// anything else or a single letter before the colon (10:30, C:\x), or a URI with "//" behind.
    QStringView key() const;
    /// Which of @p names differs from @p key by two letters at most; empty: none.
    static QString nearest(QStringView key, const QStringList &names);
};

} // namespace Mcp
