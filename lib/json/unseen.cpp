// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/unseen.h"

#include <algorithm>

namespace Mcp::Unseen {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBlank(QChar c) { return c == u'\n' || c == u'\r' || c == u'\t'; }

bool isUnseen(QChar c)
{
    return turnsDirection(c) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
           || (c.category() == QChar::Other_Control && !isBlank(c));
}

} // namespace

bool turnsDirection(QChar c)
{
    return (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
}

QString escape(QChar c) { return u"\\u%1"_s.arg(ushort(c.unicode()), 4, 16, QLatin1Char('0')); }

QString line(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        if (isUnseen(c))
            shown += escape(c);
        else
            shown += isBlank(c) ? u' ' : c;
    }
    return shown;
}

bool isIn(QStringView text) { return std::any_of(text.begin(), text.end(), isUnseen); }

} // namespace Mcp::Unseen
