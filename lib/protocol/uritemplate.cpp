// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/uritemplate.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// RFC 6570, appendix A: how an operator expands.
struct Operator
{
    char16_t sign = 0;
    QLatin1StringView first;
    char16_t separator = u',';
    bool isNamed = false;
    QLatin1StringView ifEmpty; ///< behind the name of an empty value
    bool allowsReserved = false;
};

constexpr std::array operators{
    Operator{ 0, ""_L1, u',', false, ""_L1, false },
    Operator{ u'+', ""_L1, u',', false, ""_L1, true },
    Operator{ u'#', "#"_L1, u',', false, ""_L1, true },
    Operator{ u'.', "."_L1, u'.', false, ""_L1, false },
    Operator{ u'/', "/"_L1, u'/', false, ""_L1, false },
    Operator{ u';', ";"_L1, u';', true, ""_L1, false },
    Operator{ u'?', "?"_L1, u'&', true, "="_L1, false },
    Operator{ u'&', "&"_L1, u'&', true, "="_L1, false },
};

const Operator *findOperator(char16_t sign)
{
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [sign](const Operator &op) { return op.sign == sign; });
    return found == operators.end() ? nullptr : &*found;
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isWordCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
           || c == u'_';
}

bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
           || c == '.' || c == '_' || c == '~';
}

bool isReserved(char c) { return c != 0 && QByteArrayView(":/?#[]@!$&'()*+,;=").contains(c); }

/// "%41" at @p position of @p text.
bool isEncodedAt(QByteArrayView text, qsizetype position)
{
    return position + 2 < text.size() && text[position] == '%'
           && isHex(QLatin1Char(text[position + 1])) && isHex(QLatin1Char(text[position + 2]));
}

/// @p text with U+FFFD for each half of a surrogate pair, which toUtf8() makes a "?" of.
QString withoutHalves(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size()
                            && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

/// @p text as UTF-8 with everything else percent-encoded. @p allowsReserved: reserved characters
/// and what is percent-encoded already stay. Of a text that is too long as it is, just too much.
QString encoded(QStringView text, bool allowsReserved)
{
    QString whole = text.first(std::min(text.size(), UriTemplate::maxUri + 1)).toString();
    if (!whole.isValidUtf16())
        whole = withoutHalves(whole);
    const QByteArray bytes = whole.toUtf8();
    QString result;
    result.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (isUnreserved(c) || (allowsReserved && (isReserved(c) || isEncodedAt(bytes, i)))) {
            result += QLatin1Char(c);
            continue;
        }
        constexpr QByteArrayView digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        result += u'%';
        result += QLatin1Char(digits[byte >> 4]);
        result += QLatin1Char(digits[byte & 15]);
    }
    return result;
}

/// The first @p characters code points.
QStringView prefixOf(QStringView text, int characters)
{
    qsizetype end = 0;
    for (; characters > 0 && end < text.size(); --characters) {
        const bool isPair = text[end].isHighSurrogate() && end + 1 < text.size()
                            && text[end + 1].isLowSurrogate();
        end += isPair ? 2 : 1;
    }
    return text.first(end);
}

Error mistake(const QString &what, qsizetype position)
{
    return Error::usage(u"%1 (at character %2)"_s.arg(what).arg(position + 1));
}

Error tooLong()
{
    return Error::usage(u"The URI would have more than %1 characters."_s.arg(UriTemplate::maxUri));
}

/// What the variables of one expression add to it, without what stands in front of it.
class Expansion
{
public:
    explicit Expansion(const Operator &op)
        : m_op(op)
    {}

    bool isTooLong() const { return m_text.size() > UriTemplate::maxUri; }
    const QString &text() const { return m_text; }

    void addText(const QString &name, QStringView text)
    {
        if (!beginPart())
            return;
        if (m_op.isNamed)
            addName(name, text.isEmpty());
        m_text += encoded(text, m_op.allowsReserved);
    }

    /// name=a,b,c
    void addJoined(const QString &name, const QStringList &list)
    {
        if (!beginPart())
            return;
        if (m_op.isNamed)
            addName(name, false);
        for (qsizetype i = 0; i < list.size() && !isTooLong(); ++i) {
            if (i > 0)
                m_text += u',';
            m_text += encoded(list.at(i), m_op.allowsReserved);
        }
    }

    /// key=value, or key alone where ";" has no value
    void addPair(const QString &key, const QString &value)
    {
        if (!beginPart())
            return;
        m_text += encoded(key, m_op.allowsReserved);
        if (!value.isEmpty() || !m_op.isNamed)
            m_text += u'=';
        else
            m_text += m_op.ifEmpty;
        m_text += encoded(value, m_op.allowsReserved);
    }

private:
    bool beginPart()
    {
        if (isTooLong())
            return false;
        if (m_isFirst)
            m_text += m_op.first;
        else
            m_text += QChar(m_op.separator);
        m_isFirst = false;
        return true;
    }

    void addName(const QString &name, bool isEmpty)
    {
        m_text += name;
        if (isEmpty)
            m_text += m_op.ifEmpty;
        else
            m_text += u'=';
    }

    const Operator &m_op;
    QString m_text;
    bool m_isFirst = true;
};

} // namespace

Result<UriTemplate> UriTemplate::parse(const QString &text)
{
    if (text.size() > maxUri)
        return Error::usage(u"The template has more than %1 characters."_s.arg(maxUri));
    UriTemplate result;
    result.m_text = text;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype open = text.indexOf(u'{', i);
        const auto literal = QStringView(text).sliced(i, (open < 0 ? text.size() : open) - i);
        if (const qsizetype stray = literal.indexOf(u'}'); stray >= 0)
            return mistake(u"A } without a { in front of it"_s, i + stray);
        if (!literal.isEmpty()) // section 3.1: as it is, unless a URI cannot hold it
            result.m_parts.append({ encoded(literal, true), 0, {} });
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            return mistake(u"A { without a } behind it"_s, open);
        const Result<Part> part =
                parseExpression(QStringView(text).sliced(open + 1, close - open - 1), open + 1);
        if (!part)
            return part.error();
        result.note(*part);
        result.m_parts.append(*part);
        i = close + 1;
    }
    return result;
}

Result<UriTemplate::Part> UriTemplate::parseExpression(QStringView inner, qsizetype position)
{
    if (inner.isEmpty())
        return mistake(u"An expression without a variable"_s, position);
    Part part;
    const char16_t sign = inner.front().unicode();
    if (!isWordCharacter(inner.front()) && sign != u'%') {
        if (!findOperator(sign))
            return mistake(u"\"%1\" is no operator of RFC 6570"_s.arg(inner.front()), position);
        part.op = sign;
        inner = inner.sliced(1);
        ++position;
    }
    const QList<QStringView> specs = inner.split(u',');
    for (const QStringView spec : specs) {
        const Result<Variable> variable = parseVariable(spec, position);
        if (!variable)
            return variable.error();
        part.variables.append(*variable);
        position += spec.size() + 1;
    }
    return part;
}

/// name, name*, name:3 (section 2.3 and 2.4)
Result<UriTemplate::Variable> UriTemplate::parseVariable(QStringView spec, qsizetype position)
{
    Variable variable;
    QStringView name = spec;
    if (name.endsWith(u'*')) {
        variable.isExploded = true;
        name.chop(1);
    } else if (const qsizetype colon = name.indexOf(u':'); colon >= 0) {
        const QStringView digits = name.sliced(colon + 1);
        const bool isNumber = !digits.isEmpty() && digits.size() <= 4 && digits.front() != u'0'
                              && std::all_of(digits.begin(), digits.end(),
                                             [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!isNumber)
            return mistake(u"Behind the : a length of 1 to 9999 is missing"_s,
                           position + colon + 1);
        variable.prefix = digits.toInt();
        name = name.first(colon);
    }
    if (name.isEmpty())
        return mistake(u"A variable without a name"_s, position);
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isEncoded =
                name[i] == u'%' && i + 2 < name.size() && isHex(name[i + 1]) && isHex(name[i + 2]);
        const bool isDot = name[i] == u'.' && i > 0 && i + 1 < name.size() && name[i - 1] != u'.';
        if (!isWordCharacter(name[i]) && !isDot && !isEncoded)
            return mistake(u"\"%1\" cannot be part of a variable's name"_s.arg(name[i]),
                           position + i);
        i += isEncoded ? 2 : 0;
    }
    variable.name = name.toString();
    return variable;
}

/// What a part tells of its variables.
void UriTemplate::note(const Part &part)
{
    const bool bringsItsMark = part.op == u'/' || part.op == u'.'; // and without it: no mark
    for (const Variable &variable : part.variables) {
        if (!m_uses.contains(variable.name))
            m_variables.append(variable.name);
        Use &use = m_uses[variable.name];
        use.isExploded |= variable.isExploded;
        use.isNeeded |=
                !u"?&;#"_s.contains(QChar(part.op)) && !(variable.isExploded && bringsItsMark);
    }
}

Result<QString> UriTemplate::expand(const QHash<QString, UriValue> &values) const
{
    QString uri;
    for (const Part &part : m_parts) {
        if (part.variables.isEmpty()) {
            uri += part.literal;
        } else {
            const Result<QString> expanded = expandExpression(part, values);
            if (!expanded)
                return expanded.error();
            uri += *expanded;
        }
        if (uri.size() > maxUri)
            return tooLong();
    }
    return uri;
}

/// Section 3.2.1
Result<QString> UriTemplate::expandExpression(const Part &part,
                                              const QHash<QString, UriValue> &values)
{
    Expansion expansion(*findOperator(part.op));
    for (const Variable &variable : part.variables) {
        const auto found = values.constFind(variable.name);
        if (found == values.constEnd() || !found->isDefined())
            continue;
        const UriValue &value = *found;
        if (variable.prefix > 0 && value.text.isNull())
            return Error::usage(u"\"%1:%2\" takes the beginning of a text; the value is a list."_s
                                        .arg(variable.name)
                                        .arg(variable.prefix));
        if (!value.text.isNull()) {
            expansion.addText(variable.name, variable.prefix > 0
                                                     ? prefixOf(value.text, variable.prefix)
                                                     : QStringView(value.text));
        } else if (!variable.isExploded) {
            QStringList joined = value.list;
            for (const auto &[key, text] : value.pairs)
                joined << key << text;
            expansion.addJoined(variable.name, joined);
        } else {
            for (const QString &element : value.list)
                expansion.addText(variable.name, element);
            for (const auto &[key, text] : value.pairs)
                expansion.addPair(key, text);
        }
        if (expansion.isTooLong())
            return tooLong();
    }
    return expansion.text();
}

} // namespace Mcp
