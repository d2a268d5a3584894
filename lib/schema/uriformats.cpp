// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/uriformats.h"

#include "schema/hostformats.h"

#include <QtCore/qregularexpression.h>

namespace Mcp::UriFormats {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Characters { Ascii, Any };

/// The characters that may stand for themselves in a part: unreserved, sub-delims, and @p more.
QRegularExpression partOf(const QString &more)
{
    return QRegularExpression("\\A(?:[A-Za-z0-9._~!$&'()*+,;="_L1 + more
                              + "-]++|%[0-9A-Fa-f]{2})*+\\z"_L1);
}

/// ucschar, and iprivate where a query is (RFC 3987, 2.2): all beyond ASCII that is a character.
QString beyondAscii(bool withPrivate)
{
    QString ranges = u"\\x{a0}-\\x{d7ff}\\x{f900}-\\x{fdcf}\\x{fdf0}-\\x{ffef}"_s;
    for (int plane = 1; plane <= 13; ++plane)
        ranges += u"\\x{%10000}-\\x{%1fffd}"_s.replace("%1"_L1, QString::number(plane, 16));
    ranges += "\\x{e1000}-\\x{efffd}"_L1;
    if (withPrivate)
        ranges += "\\x{e000}-\\x{f8ff}\\x{f0000}-\\x{ffffd}\\x{100000}-\\x{10fffd}"_L1;
    return ranges;
}

/// What the parts of a URI or IRI look like.
struct Grammar
{
    explicit Grammar(Characters characters)
    {
        const bool any = characters == Characters::Any;
        const QString more = any ? beyondAscii(false) : QString();
        user = partOf(u":"_s + more);
        host = partOf(more);
        path = partOf(u":@/"_s + more);
        query = partOf(u":@/?"_s + (any ? beyondAscii(true) : QString()));
        fragment = partOf(u":@/?"_s + more);
    }

    QRegularExpression user;
    QRegularExpression host;
    QRegularExpression path;
    QRegularExpression query;
    QRegularExpression fragment;
};

bool isIpLiteral(QStringView text)
{
    static const QRegularExpression future(
            u"\\A[vV][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+\\z"_s);
    return HostFormats::isIpv6(text) || future.match(text).hasMatch();
}

bool isAuthority(QStringView text, const Grammar &grammar)
{
    if (const qsizetype at = text.indexOf(u'@'); at >= 0) {
        if (!grammar.user.match(text.first(at)).hasMatch())
            return false;
        text = text.sliced(at + 1);
    }
    static const QRegularExpression port(u"\\A(?::[0-9]*)?\\z"_s);
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        return end > 0 && isIpLiteral(text.sliced(1, end - 1))
               && port.match(text.sliced(end + 1)).hasMatch();
    }
    const qsizetype colon = text.indexOf(u':');
    const qsizetype end = colon < 0 ? text.size() : colon;
    return grammar.host.match(text.first(end)).hasMatch()
           && port.match(text.sliced(end)).hasMatch();
}

/// Takes the part behind @p separator from the end of @p text.
std::optional<QStringView> takeBehind(QStringView &text, QChar separator)
{
    const qsizetype at = text.indexOf(separator);
    if (at < 0)
        return std::nullopt;
    const QStringView behind = text.sliced(at + 1);
    text = text.first(at);
    return behind;
}

bool isReference(QStringView text, Characters characters, bool needsScheme)
{
    static const Grammar ascii(Characters::Ascii);
    static const Grammar any(Characters::Any);
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*:"_s);
    const Grammar &grammar = characters == Characters::Any ? any : ascii;
    const auto fragment = takeBehind(text, u'#');
    if (fragment && !grammar.fragment.match(*fragment).hasMatch())
        return false;
    const auto query = takeBehind(text, u'?');
    if (query && !grammar.query.match(*query).hasMatch())
        return false;
    const auto match = scheme.match(text);
    if (needsScheme && !match.hasMatch())
        return false;
    QStringView path = match.hasMatch() ? text.sliced(match.capturedLength()) : text;
    if (path.startsWith(u"//")) {
        path = path.sliced(2);
        const qsizetype slash = path.indexOf(u'/');
        const qsizetype end = slash < 0 ? path.size() : slash;
        if (!isAuthority(path.first(end), grammar))
            return false;
        path = path.sliced(end);
    } else if (!match.hasMatch()) {
        const qsizetype slash = path.indexOf(u'/');
        if (path.first(slash < 0 ? path.size() : slash).contains(u':'))
            return false; // it would be a scheme (RFC 3986, 4.2)
    }
    return grammar.path.match(path).hasMatch();
}

} // namespace

bool isUri(QStringView text) { return isReference(text, Characters::Ascii, true); }

bool isUriReference(QStringView text) { return isReference(text, Characters::Ascii, false); }

bool isIri(QStringView text) { return isReference(text, Characters::Any, true); }

bool isIriReference(QStringView text) { return isReference(text, Characters::Any, false); }

bool isUriTemplate(QStringView text)
{
    static const QString literal = "[!#$&'()*+,\\-./0-9:;=?@A-Z\\[\\]_a-z~"_L1 + beyondAscii(true)
                                   + "]++|%[0-9A-Fa-f]{2}"_L1;
    static const QString name = u"(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})"_s;
    static const QString variable = name + "+(?:\\."_L1 + name + "+)*(?:\\*|:[1-9][0-9]{0,3})?"_L1;
    static const QRegularExpression form("\\A(?:"_L1 + literal + "|\\{[+#./;?&=,!@|]?"_L1 + variable
                                         + "(?:,"_L1 + variable + ")*\\})*+\\z"_L1);
    return form.match(text).hasMatch();
}

} // namespace Mcp::UriFormats
