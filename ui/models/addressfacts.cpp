// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/addressfacts.h"

#include "models/format.h"
#include "schema/hostformats.h"
#include "schema/punycode.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int shownScheme = 40; ///< characters

/// The host with its labels in the letters that they stand for; nothing if there are no others.
QString inItsLetters(const QString &host)
{
    QStringList labels = host.split(u'.');
    bool any = false;
    for (QString &label : labels) {
        if (!label.startsWith("xn--"_L1, Qt::CaseInsensitive))
            continue;
        if (const auto decoded = Mcp::Punycode::decode(QStringView(label).sliced(4))) {
            label = *decoded;
            any = true;
        }
    }
    return any ? labels.join(u'.') : QString();
}

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host == "::1"_L1
           || host.startsWith("127."_L1);
}

QString refusalOf(const QUrl &url, const QString &address)
{
    if (address.isEmpty())
        return u"There is no address."_s;
    if (address.size() > AddressFacts::maxLength)
        return u"It is longer than %1 characters."_s.arg(formatNumber(AddressFacts::maxLength));
    if (url.scheme().isEmpty())
        return u"It is no whole address: it does not begin with https://."_s;
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return u"Only http and https are opened, and this is “%1:”."_s.arg(
                displayLine(url.scheme(), shownScheme));
    if (!url.isValid() || url.host().isEmpty())
        return u"It is not a valid address."_s;
    return {};
}

QStringList warningsOf(const QUrl &url, const QString &host)
{
    QStringList warnings;
    const bool isPunycode = host.startsWith("xn--"_L1, Qt::CaseInsensitive)
                            || host.contains(".xn--"_L1, Qt::CaseInsensitive);
    if (const QString letters = inItsLetters(host); !letters.isEmpty())
        warnings += u"The host is written in other letters (Punycode): %1 stands for “%2”, which "
                    "may look like a name you know."_s.arg(host, displayLine(letters, 200));
    else if (isPunycode)
        warnings += u"The host claims to be Punycode, and is none."_s;
    if (!url.userInfo().isEmpty())
        warnings += u"What stands in front of the @ is not the host: it leads to %1."_s.arg(host);
    if (isThisComputer(host))
        warnings += u"It leads to a program on this computer."_s;
    else if (Mcp::HostFormats::isIpv4(host) || host.contains(u':'))
        warnings += u"The host is a bare number."_s;
    if (url.scheme() == "http"_L1 && !isThisComputer(host))
        warnings += u"The connection is not encrypted: others on the way can read and change it."_s;
    return warnings;
}

} // namespace

AddressFacts AddressFacts::of(const QString &address)
{
    AddressFacts facts;
    const QUrl url = address.size() > maxLength ? QUrl() : QUrl(address, QUrl::StrictMode);
    facts.refusal = refusalOf(url, address);
    if (!facts.refusal.isEmpty()) {
        facts.before = displayLine(address, 500);
        return facts;
    }
    facts.url = url;
    const QString whole = QString::fromLatin1(url.toEncoded());
    facts.host = url.host(QUrl::FullyEncoded);
    // Behind the scheme and what is no host.
    qsizetype begin = whole.indexOf("://"_L1) + 3;
    const qsizetype path = whole.indexOf(u'/', begin);
    const qsizetype at = whole.lastIndexOf(u'@', path < 0 ? -1 : path);
    if (at >= begin && !url.userInfo().isEmpty())
        begin = at + 1;
    const qsizetype found = whole.indexOf(facts.host, begin, Qt::CaseInsensitive);
    if (found < 0) {
        facts.before = whole;
        facts.host.clear();
    } else {
        facts.before = whole.left(found);
        facts.after = whole.mid(found + facts.host.size());
    }
    facts.warnings = warningsOf(url, url.host(QUrl::FullyEncoded));
    return facts;
}

} // namespace McpUi
