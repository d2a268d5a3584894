// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The part of EcmaPattern that reads escapes and classes of characters.

#include "schema/ecmapattern.h"

#include "schema/ecmaproperties.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

// WhiteSpace and LineTerminator (ECMA-262, 12.2 and 12.3), and all but these.
constexpr QLatin1StringView kSpace =
        "\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}"
        "\\x{FEFF}"_L1;
constexpr QLatin1StringView kNoSpace =
        "\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{"
        "2027}"
        "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{D7FF}\\x{E000}-"
        "\\x{FEFE}\\x{FF00}-\\x{10FFFF}"_L1;

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

} // namespace

void EcmaPattern::readEscape()
{
    const QChar c = peek(1);
    switch (c.unicode()) {
    case u'b':
    case u'B':
        m_canRepeat = false;
        [[fallthrough]];
    case u'd':
    case u'D':
    case u'w':
    case u'W':
        m_out += u'\\';
        m_out += c;
        m_at += 2;
        return;
    case u's':
    case u'S':
        m_out += (c == u's' ? "["_L1 : "[^"_L1) + kSpace + u']';
        m_at += 2;
        return;
    case u'p':
    case u'P':
        return readProperty();
    default:
        if (!readCharacterEscape())
            readBackreference();
    }
}

/// \1 and \k<name>. A group that took no part matches the empty text, other than in PCRE2.
void EcmaPattern::readBackreference()
{
    static const QRegularExpression references(u"\\G\\\\(?:([1-9][0-9]{0,4})|k<([\\w$]+)>)"_s);
    const auto match = matchHere(references);
    const QString name = match.captured(2);
    const QString number = match.captured(1);
    if (!match.hasMatch() || (name.isEmpty() && number.toInt() > m_groups)) {
        refuse(u"\\%1 means nothing"_s.arg(peek(1)));
        m_at += 2;
        if (m_at <= m_pattern.size())
            appendCharacter(m_pattern[m_at - 1].unicode());
        return;
    }
    m_at += match.capturedLength();
    m_out += name.isEmpty() ? u"(?:(?(%1)\\g{%1}))"_s.arg(number)
                            : u"(?:(?(<%1>)\\k<%1>))"_s.arg(name);
}

void EcmaPattern::readClass()
{
    ++m_at;
    const bool negated = peek() == u'^';
    if (negated)
        ++m_at;
    if (peek() == u']') {
        ++m_at;
        m_out += negated ? "(?s:.)"_L1 : "(?!)"_L1; // PCRE2 would take the ] as a member
        return;
    }
    m_out += negated ? "[^"_L1 : "["_L1;
    while (m_at < m_pattern.size() && peek() != u']') {
        const bool isSet = readClassAtom();
        const bool isRange = peek() == u'-' && peek(1) != u']' && m_at + 1 < m_pattern.size();
        if (!isRange)
            continue;
        ++m_at;
        const qsizetype dash = m_out.size();
        const bool endIsSet = readClassAtom();
        m_out.insert(dash, isSet || endIsSet ? "\\-"_L1 : "-"_L1);
    }
    if (m_at >= m_pattern.size())
        return refuse(u"a ] is missing"_s);
    m_out += u']';
    ++m_at;
}

/// One member of a class. True for one that stands for many characters (\d).
bool EcmaPattern::readClassAtom()
{
    if (peek() == u'\\')
        return readClassEscape();
    const QChar c = peek();
    ++m_at;
    if (c.isHighSurrogate() && peek().isLowSurrogate()) {
        appendCharacter(QChar::surrogateToUcs4(c, peek()));
        ++m_at;
    } else {
        appendCharacter(c.unicode());
    }
    return false;
}

bool EcmaPattern::readClassEscape()
{
    const QChar c = peek(1);
    switch (c.unicode()) {
    case u'd':
    case u'D':
    case u'w':
    case u'W':
        m_out += u'\\';
        m_out += c;
        m_at += 2;
        return true;
    case u's':
    case u'S':
        m_out += c == u's' ? kSpace : kNoSpace;
        m_at += 2;
        return true;
    case u'p':
    case u'P':
        readProperty();
        return true;
    case u'b':
        appendCharacter(8);
        m_at += 2;
        return false;
    default:
        if (!readCharacterEscape())
            readBackreference();
        return false;
    }
}

void EcmaPattern::readProperty()
{
    static const QRegularExpression names(u"\\G\\\\([pP])\\{(\\w+)(?:=(\\w+))?\\}"_s);
    const auto match = matchHere(names);
    const QString property = EcmaProperties::toPcre(match.captured(2), match.captured(3));
    if (property.isEmpty()) {
        refuse(u"%1 names no property of characters"_s.arg(m_pattern.mid(m_at, 12)));
        m_at += 2;
        appendCharacter(m_pattern[m_at - 1].unicode());
        return;
    }
    m_at += match.capturedLength();
    m_out += u"\\%1{%2}"_s.arg(match.captured(1), property);
}

/// An escape that stands for one character. False, and nothing read, when it is none.
bool EcmaPattern::readCharacterEscape()
{
    static const QHash<QChar, char16_t> controls{
        { u't', u'\t' }, { u'n', u'\n' }, { u'v', u'\v' }, { u'f', u'\f' }, { u'r', u'\r' },
    };
    const QChar c = peek(1);
    char32_t character = 0;
    m_at += 2;
    if (const auto control = controls.constFind(c); control != controls.cend()) {
        character = *control;
    } else if (c == u'c' && isAsciiLetter(peek())) {
        character = peek().unicode() % 32;
        ++m_at;
    } else if (c == u'x') {
        character = readHex(2);
    } else if (c == u'u') {
        character = readUnicode();
    } else if (c == u'0' && !isDigit(peek())) {
        character = 0;
    } else if (!c.isNull() && c.unicode() < 128 && !c.isLetterOrNumber()) {
        character = c.unicode();
    } else {
        m_at -= 2;
        return false;
    }
    appendCharacter(character);
    return true;
}

/// Exactly so many hexadecimal digits; without them the letter before stands for itself.
char32_t EcmaPattern::readHex(int digits)
{
    bool ok = false;
    const QStringView text = QStringView(m_pattern).mid(m_at, digits);
    const uint value = text.toUInt(&ok, 16);
    if (!ok || text.size() != digits || !std::all_of(text.begin(), text.end(), isHexDigit)) {
        refuse(u"\\%1 is not followed by %2 hexadecimal digits"_s.arg(m_pattern[m_at - 1])
                       .arg(digits));
        return m_pattern[m_at - 1].unicode();
    }
    m_at += digits;
    return value;
}

char32_t EcmaPattern::readUnicode()
{
    static const QRegularExpression braced(u"\\G\\{0*([0-9A-Fa-f]{1,6})\\}"_s);
    if (const auto match = matchHere(braced); match.hasMatch()) {
        m_at += match.capturedLength();
        return match.captured(1).toUInt(nullptr, 16);
    }
    const char32_t first = readHex(4);
    if (!QChar::isHighSurrogate(first) || peek() != u'\\' || peek(1) != u'u')
        return first;
    const uint second = QStringView(m_pattern).mid(m_at + 2, 4).toUInt(nullptr, 16);
    if (!QChar::isLowSurrogate(second))
        return first;
    m_at += 6;
    return QChar::surrogateToUcs4(char16_t(first), char16_t(second));
}

void EcmaPattern::appendCharacter(char32_t character)
{
    const bool plain = character < 128 && QChar(char16_t(character)).isLetterOrNumber();
    m_out += plain ? QString(QChar(char16_t(character))) : u"\\x{%1}"_s.arg(uint(character), 0, 16);
}

} // namespace Mcp
