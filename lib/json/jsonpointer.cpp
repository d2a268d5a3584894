// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonpointer.h"

#include <algorithm>
#include <cctype>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// The text of a URI fragment, or nothing when a '%' is not followed by two hexadecimal digits.
std::optional<QString> fromFragment(QStringView fragment)
{
    const QByteArray bytes = fragment.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '%')
            continue;
        const auto isHex = [&](qsizetype at) {
            return at < bytes.size() && std::isxdigit(static_cast<unsigned char>(bytes[at]));
        };
        if (!isHex(i + 1) || !isHex(i + 2))
            return std::nullopt;
    }
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

std::optional<QString> unescapeToken(QStringView token)
{
    for (qsizetype i = token.indexOf(u'~'); i >= 0; i = token.indexOf(u'~', i + 1)) {
        if (i + 1 == token.size() || (token[i + 1] != u'0' && token[i + 1] != u'1'))
            return std::nullopt;
    }
    return token.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

/// An array index as RFC 6901 spells it: no sign, no leading zero.
std::optional<qsizetype> toIndex(const QString &token)
{
    const bool plain = !token.isEmpty() && (token == "0"_L1 || token[0] != u'0')
                       && std::all_of(token.begin(), token.end(),
                                      [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const qlonglong index = plain ? token.toLongLong(&ok) : -1;
    return ok ? std::optional<qsizetype>(index) : std::nullopt;
}

} // namespace

std::optional<JsonPointer> JsonPointer::parse(QStringView text)
{
    if (text.startsWith(u'#')) {
        const std::optional<QString> plain = fromFragment(text.sliced(1));
        return plain && !plain->startsWith(u'#') ? parse(*plain) : std::nullopt;
    }
    if (text.isEmpty())
        return JsonPointer();
    if (!text.startsWith(u'/'))
        return std::nullopt;
    QStringList tokens;
    const auto parts = text.sliced(1).split(u'/');
    for (const QStringView part : parts) {
        const std::optional<QString> token = unescapeToken(part);
        if (!token)
            return std::nullopt;
        tokens += *token;
    }
    return JsonPointer(tokens);
}

JsonPointer JsonPointer::child(const QString &token) const
{
    return JsonPointer(m_tokens + QStringList(token));
}

JsonPointer JsonPointer::child(qsizetype index) const { return child(QString::number(index)); }

JsonPointer JsonPointer::parent() const
{
    return JsonPointer(m_tokens.first(std::max<qsizetype>(0, m_tokens.size() - 1)));
}

QString JsonPointer::toString() const
{
    QString text;
    for (QString token : m_tokens)
        text += u'/' + token.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
    return text;
}

RawJson JsonPointer::resolve(const RawJson &root) const
{
    RawJson value = root;
    for (const QString &token : m_tokens) {
        if (value.isArray()) {
            const std::optional<qsizetype> index = toIndex(token);
            value = index ? value.element(*index) : RawJson();
        } else {
            value = value.value(token);
        }
        if (value.isAbsent())
            break;
    }
    return value;
}

} // namespace Mcp
