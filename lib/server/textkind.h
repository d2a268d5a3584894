// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {

/// @p text with each number in it as one '#': sentences that differ in numbers alone say the same.
[[nodiscard]] inline QString kindOfText(const QString &text)
{
    QString kind(text.size(), Qt::Uninitialized);
    QChar *out = kind.data();
    bool wasDigit = false;
    for (const QChar c : text) {
        const bool isDigit = c >= u'0' && c <= u'9';
        if (!isDigit || !wasDigit)
            *out++ = isDigit ? QChar(u'#') : c;
        wasDigit = isDigit;
    }
    kind.truncate(out - kind.constData());
    return kind;
}

} // namespace Mcp
