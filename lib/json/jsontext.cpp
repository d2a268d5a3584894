// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"

#include "json/utf8.h"

#include <QtCore/qstringconverter.h>

#include <cstring>

namespace Mcp::JsonText {

namespace {

void appendUnicodeEscape(QByteArray &out, char16_t unit)
{
    constexpr char hex[] = "0123456789abcdef";
    const char text[] = {
        '\\', 'u', hex[unit >> 12], hex[(unit >> 8) & 0xf], hex[(unit >> 4) & 0xf], hex[unit & 0xf]
    };
    out.append(text, sizeof text);
}

/// The value of four hexadecimal digits at @p p, or -1.
int hexValue(const char *p, const char *end)
{
    if (end - p < 4)
        return -1;
    int value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = p[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// Reads the \uXXXX whose digits begin at @p p (and the second half of a pair), steps behind it.
/// False when there are no four digits.
bool unescapeUnicode(const char *&p, const char *end, QChar *&out)
{
    const int unit = hexValue(p, end);
    if (unit < 0)
        return false;
    p += 4;
    if (!QChar::isSurrogate(char32_t(unit))) {
        *out++ = QChar(char16_t(unit));
        return true;
    }
    const bool second = end - p >= 6 && p[0] == '\\' && p[1] == 'u';
    const int low = second ? hexValue(p + 2, end) : -1;
    if (QChar::isHighSurrogate(char32_t(unit)) && low >= 0
        && QChar::isLowSurrogate(char32_t(low))) {
        *out++ = QChar(char16_t(unit));
        *out++ = QChar(char16_t(low));
        p += 6;
    } else {
        *out++ = QChar(QChar::ReplacementCharacter);
    }
    return true;
}

/// Reads the escape whose first byte behind the backslash is @p p; an unknown one stays what it is.
void unescapeOne(const char *&p, const char *end, QChar *&out)
{
    constexpr char names[] = "bfnrt";
    constexpr char16_t values[] = u"\b\f\n\r\t";
    if (*p == 'u') {
        const char *digits = p + 1;
        if (unescapeUnicode(digits, end, out)) {
            p = digits;
            return;
        }
    }
    if (static_cast<unsigned char>(*p) >= 0x80)
        return; // the character is decoded with the text behind it
    const char *const name = *p ? std::strchr(names, *p) : nullptr;
    *out++ = name ? QChar(values[name - names]) : QChar(char16_t(*p));
    ++p;
}

bool needsEscape(char16_t c)
{
    return c < 0x20 || c == u'"' || c == u'\\' || QChar::isSurrogate(c);
}

} // namespace

QByteArray escapeNonAscii(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 4);
    const char *const end = json.data() + json.size();
    for (const char *p = json.data(); p < end;) {
        const char *run = p;
        while (p < end && static_cast<unsigned char>(*p) < 0x80)
            ++p;
        out.append(run, p - run);
        if (p == end)
            break;
        const Utf8::Character c = Utf8::decode(p, end);
        if (c.length == 0) {
            appendUnicodeEscape(out, QChar::ReplacementCharacter);
            ++p;
            continue;
        }
        p += c.length;
        if (QChar::requiresSurrogates(c.codePoint)) {
            appendUnicodeEscape(out, QChar::highSurrogate(c.codePoint));
            appendUnicodeEscape(out, QChar::lowSurrogate(c.codePoint));
        } else {
            appendUnicodeEscape(out, char16_t(c.codePoint));
        }
    }
    return out;
}

QString unescape(QByteArrayView quoted)
{
    if (quoted.startsWith('"'))
        quoted = quoted.sliced(1);
    if (quoted.endsWith('"'))
        quoted.chop(1);
    if (!quoted.contains('\\')) {
        const QString text = QString::fromUtf8(quoted);
        return quoted.startsWith("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
    }
    // No decoding makes more UTF-16 units than there were bytes. A U+FEFF is text here, not a mark.
    QStringDecoder decoder(QStringConverter::Utf8,
                           QStringConverter::Flag::Stateless
                                   | QStringConverter::Flag::ConvertInitialBom);
    QString text(quoted.size(), Qt::Uninitialized);
    QChar *out = text.data();
    const char *p = quoted.data();
    const char *const end = p + quoted.size();
    while (p < end) {
        const auto *backslash = static_cast<const char *>(std::memchr(p, '\\', size_t(end - p)));
        const char *const runEnd = backslash ? backslash : end;
        out = decoder.appendToBuffer(out, QByteArrayView(p, runEnd));
        p = runEnd;
        if (backslash && ++p < end)
            unescapeOne(p, end, out);
    }
    text.truncate(out - text.constData());
    return text;
}

QString unescapeStart(QByteArrayView quoted, qsizetype most)
{
    // Six bytes make a unit at most (\uXXXX). An escape or a character that is cut in two makes
    // wrong units only of the last twelve bytes.
    const qsizetype bytes = 1 + 6 * most + 12;
    QString text = unescape(quoted.first(qMin(bytes, quoted.size())));
    if (text.size() <= most)
        return text;
    text.truncate(most);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    text.squeeze();
    return text;
}

/// Appends what needs neither an escape nor an encoder: most names and short values, all of them.
/// Returns how much of @p text that was.
static qsizetype appendPlain(QByteArray &out, QStringView text)
{
    qsizetype plain = 0;
    while (plain < text.size() && text[plain] < u'\x80' && !needsEscape(text[plain].unicode()))
        ++plain;
    const qsizetype begin = out.size();
    out.resize(begin + plain);
    char *to = out.data() + begin;
    for (qsizetype i = 0; i < plain; ++i)
        to[i] = char(text[i].unicode());
    return plain;
}

QByteArray quote(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    appendQuoted(out, text);
    return out;
}

void appendQuoted(QByteArray &out, QStringView text)
{
    constexpr char names[] = "btnvfr"; // of U+0008 to U+000D; JSON has no \v
    out += '"';
    qsizetype i = appendPlain(out, text);
    while (i < text.size()) {
        const qsizetype run = i;
        while (i < text.size() && !needsEscape(text[i].unicode()))
            ++i;
        if (i > run)
            out += text.sliced(run, i - run).toUtf8();
        if (i == text.size())
            break;
        const char16_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += text.sliced(i, 2).toUtf8();
            ++i;
        } else if (c == u'"' || c == u'\\') {
            out += '\\';
            out += char(c);
        } else if (c >= 0x08 && c <= 0x0d && c != 0x0b) {
            out += '\\';
            out += names[c - 0x08];
        } else {
            appendUnicodeEscape(out, c);
        }
        ++i;
    }
    out += '"';
}

} // namespace Mcp::JsonText
