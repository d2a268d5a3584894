// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/format.h"

#include "json/unseen.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qlocale.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Behind ESC '[' of a control sequence: parameters, then one final byte (ECMA-48).
qsizetype skipControlSequence(QStringView text, qsizetype i)
{
    if (i + 1 >= text.size() || text[i + 1] != u'[')
        return i + 1;
    i += 2;
    while (i < text.size() && (text[i] < u'@' || text[i] > u'~'))
        ++i;
    return i + 1;
}

QString number(double value) { return QString::number(value, 'f', value < 10 ? 1 : 0); }

} // namespace

QString formatSize(qint64 bytes)
{
    static constexpr const char16_t *units[] = { u"B", u"KB", u"MB", u"GB", u"TB" };
    if (bytes < 1000)
        return u"%1 B"_s.arg(bytes);
    double value = double(bytes);
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    return number(value) + u' ' + QString::fromUtf16(units[unit]);
}

QString formatDuration(qint64 microseconds)
{
    if (microseconds < 0)
        return {};
    const double ms = double(microseconds) / 1000;
    if (ms < 999.5)
        return number(ms) + u" ms"_s;
    if (ms < 59'950)
        return QString::number(ms / 1000, 'f', 1) + u" s"_s;
    const qint64 seconds = qRound64(ms / 1000);
    return u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
}

QString formatTime(qint64 msSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
    const QString clock = time.toString(u"HH:mm:ss.zzz"_s);
    if (time.date() == QDate::currentDate())
        return clock;
    return time.toString(u"yyyy-MM-dd "_s) + clock;
}

QString formatNumber(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

QString formatCount(qint64 count, const QString &singular, const QString &plural)
{
    return formatNumber(count) + u' ' + (count == 1 ? singular : plural);
}

bool turnsDirection(QChar c) { return Mcp::Unseen::turnsDirection(c); }

QString formatEscape(QChar c) { return Mcp::Unseen::escape(c); }

QString displayLine(const QByteArray &text, int maxChars)
{
    // Four bytes make a character at most; colour sequences get some room too.
    const qsizetype bytes = qMin(text.size(), qsizetype(maxChars) * 4 + 256);
    QString line = displayLine(QString::fromUtf8(text.constData(), bytes), maxChars);
    if (bytes < text.size() && !line.endsWith(u'…'))
        line += u'…';
    return line;
}

QString displayLine(const QString &text, int maxChars)
{
    QString line;
    line.reserve(qMin(text.size(), qsizetype(maxChars) + 1));
    qsizetype i = 0;
    for (; i < text.size() && line.size() < maxChars; ++i) {
        const QChar c = text[i];
        if (c == u'\x1b')
            i = skipControlSequence(text, i) - 1;
        else if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
                 || c == QChar::ParagraphSeparator)
            line += u' ';
        else if (turnsDirection(c))
            line += formatEscape(c);
        else
            line += c;
    }
    if (i < text.size())
        line += u'…';
    return line;
}

QString displayText(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), turnsDirection))
        return text;
    QString shown;
    shown.reserve(text.size() + 32);
    for (const QChar c : text)
        shown += turnsDirection(c) ? formatEscape(c) : QString(c);
    return shown;
}

QString formatToolTip(const QString &text)
{
    constexpr qsizetype maxChars = 3000;
    if (text.isEmpty())
        return {};
    QString shown = displayText(text.left(maxChars)).toHtmlEscaped().replace(u'\n', "<br>"_L1);
    if (text.size() > maxChars)
        shown += u'…';
    return "<qt>"_L1 + shown + "</qt>"_L1; // else &amp; would be shown as it stands here
}

QString formatFileName(QStringView name)
{
    QString safe;
    for (const QChar c : name.first(qMin(name.size(), qsizetype(80))))
        safe += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : u'-';
    return safe;
}

QString formatQuoted(QStringView text)
{
    QString quoted(u'"');
    for (qsizetype i = 0, size = 1; i < text.size(); i += size) {
        const bool isPair =
                i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
        size = isPair ? 2 : 1;
        const QStringView letter = text.sliced(i, size);
        const char32_t c =
                isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        if (c == U'"' || c == U'\\')
            (quoted += u'\\') += letter;
        else if (c == U'\n')
            quoted += u"\\n"_s;
        else if (c == U'\t')
            quoted += u"\\t"_s;
        else if (c == U' ' || (QChar::isPrint(c) && !QChar::isSpace(c)))
            quoted += letter;
        else
            for (const QChar unit : letter)
                quoted += formatEscape(unit);
    }
    return quoted + u'"';
}

} // namespace McpUi
