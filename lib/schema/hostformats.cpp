// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/hostformats.h"

#include "schema/idnalabel.h"

#include <QtCore/qlist.h>
#include <QtCore/qregularexpression.h>

#include <algorithm>

namespace Mcp::HostFormats {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 255 octets on the wire (RFC 1035, 2.3.4) leave this many characters.
constexpr qsizetype kMaxName = 253;

/// Letters, digits, hyphens: RFC 1123, 2.1.
bool isAsciiLabel(QStringView label)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\z"_s);
    if (!form.match(label).hasMatch())
        return false;
    // "--" in third place is kept for encodings, of which there is one (RFC 5891, 4.2.3.1).
    if (label.mid(2, 2) != u"--")
        return true;
    return label.startsWith(u"xn--", Qt::CaseInsensitive) && IdnaLabel::isALabel(label);
}

bool isGroup(QStringView group)
{
    static const QRegularExpression form(u"\\A[0-9a-fA-F]{1,4}\\z"_s);
    return form.match(group).hasMatch();
}

/// How many groups of 16 bits a run between "::" stands for; -1 if it is none. @p last: an IPv4
/// address may end it.
int countGroups(QStringView run, bool last)
{
    if (run.isEmpty())
        return 0;
    const QList<QStringView> parts = run.split(u':');
    int groups = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (isGroup(parts[i]))
            groups += 1;
        else if (last && i + 1 == parts.size() && isIpv4(parts[i]))
            groups += 2;
        else
            return -1;
    }
    return groups;
}

/// The local part and the domain of a mailbox; @p atom is what a local part without quotes may
/// have.
bool isMailbox(QStringView text, const QRegularExpression &local, bool (*isDomain)(QStringView))
{
    if (text.size() > 1000)
        return false;
    const auto match = local.match(text);
    if (!match.hasMatch() || match.capturedView(1).toUtf8().size() > 64) // RFC 5321, 4.5.3.1.1
        return false;
    const QStringView domain = text.sliced(match.capturedLength());
    if (!domain.startsWith(u'[') || !domain.endsWith(u']'))
        return isDomain(domain);
    const QStringView literal = domain.sliced(1, domain.size() - 2);
    if (literal.startsWith(u"IPv6:", Qt::CaseInsensitive))
        return isIpv6(literal.sliced(5));
    return isIpv4(literal);
}

} // namespace

bool isIpv4(QStringView text)
{
    static const QRegularExpression form(
            u"\\A(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!\\z)|\\z)){4}\\z"_s);
    return form.match(text).hasMatch();
}

bool isIpv6(QStringView text)
{
    if (text.size() > 45) // the longest there is
        return false;
    const qsizetype gap = text.indexOf(u"::");
    if (gap < 0)
        return countGroups(text, true) == 8;
    const int before = countGroups(text.first(gap), false);
    const int behind = countGroups(text.sliced(gap + 2), true);
    return before >= 0 && behind >= 0 && before + behind <= 7;
}

bool isHostname(QStringView text)
{
    if (text.size() > kMaxName)
        return false;
    const QList<QStringView> labels = text.split(u'.');
    return std::all_of(labels.cbegin(), labels.cend(), isAsciiLabel);
}

bool isIdnHostname(QStringView text)
{
    if (text.size() > kMaxName)
        return false;
    // The other full stops of RFC 3490, 3.1.
    QString name = text.toString();
    for (const QChar stop : { QChar(u'\u3002'), QChar(u'\uff0e'), QChar(u'\uff61') })
        name.replace(stop, u'.');
    const QStringList labels = name.split(u'.');
    const bool rightToLeft = std::any_of(labels.cbegin(), labels.cend(), IdnaLabel::isRightToLeft);
    return std::all_of(labels.cbegin(), labels.cend(), [rightToLeft](const QString &label) {
        const bool ascii = std::all_of(label.cbegin(), label.cend(),
                                       [](QChar c) { return c.unicode() < 128; });
        if (!(ascii ? isAsciiLabel(label) : IdnaLabel::isULabel(label)))
            return false;
        return !rightToLeft || IdnaLabel::keepsBidiRule(label);
    });
}

bool isEmail(QStringView text)
{
    static const QRegularExpression local(
            u"\\A([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            "|\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\")@"_s);
    return isMailbox(text, local, isHostname);
}

bool isIdnEmail(QStringView text)
{
    static const QRegularExpression local(
            u"\\A((?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\\x{0}-\\x{7f}])+"
            "(?:\\.(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\\x{0}-\\x{7f}])+)*"
            "|\"(?:[ !#-\\[\\]-~]|[^\\x{0}-\\x{7f}]|\\\\[ -~])*\")@"_s);
    // The domain may be written in any normal form; it is sent in NFC.
    return isMailbox(text, local, [](QStringView domain) {
        return isIdnHostname(domain.toString().normalized(QString::NormalizationForm_C));
    });
}

} // namespace Mcp::HostFormats
