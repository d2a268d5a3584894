// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/timeformats.h"

#include <QtCore/qregularexpression.h>

namespace Mcp::TimeFormats {

using namespace Qt::Literals::StringLiterals;

bool isDate(QStringView text)
{
    static const QRegularExpression form(u"\\A([0-9]{4})-([0-9]{2})-([0-9]{2})\\z"_s);
    const auto match = form.match(text);
    const int year = match.capturedView(1).toInt();
    const int month = match.capturedView(2).toInt();
    const int day = match.capturedView(3).toInt();
    if (!match.hasMatch() || month < 1 || month > 12 || day < 1)
        return false;
    // Not QDate: it has no year 0, which RFC 3339 has.
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days = month == 2                                              ? (leap ? 29 : 28)
                     : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                             : 31;
    return day <= days;
}

bool isTime(QStringView text)
{
    static const QRegularExpression form(u"\\A([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?"
                                         "(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))\\z"_s);
    const auto match = form.match(text);
    const int hour = match.capturedView(1).toInt();
    const int minute = match.capturedView(2).toInt();
    const int second = match.capturedView(3).toInt();
    const int offsetHour = match.capturedView(5).toInt();
    const int offsetMinute = match.capturedView(6).toInt();
    if (!match.hasMatch() || hour > 23 || minute > 59 || second > 60 || offsetHour > 23
        || offsetMinute > 59)
        return false;
    if (second < 60)
        return true;
    // A leap second is the last of a day in UTC.
    const int offset = (offsetHour * 60 + offsetMinute) * (match.capturedView(4) == u"-" ? -1 : 1);
    return (hour * 60 + minute - offset + 2 * 24 * 60) % (24 * 60) == 23 * 60 + 59;
}

bool isDateTime(QStringView text)
{
    return text.size() > 11 && (text[10] == u'T' || text[10] == u't') && isDate(text.first(10))
           && isTime(text.sliced(11));
}

bool isDuration(QStringView text)
{
    static const QRegularExpression form(
            u"\\AP(?:[0-9]+W"
            "|(?=[0-9T])(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?"
            "(?:T(?=[0-9])(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)\\z"_s);
    return form.match(text).hasMatch();
}

} // namespace Mcp::TimeFormats
