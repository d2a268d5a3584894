// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/addressfacts.h"

#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::AddressFacts;

/// What is said of an address before anybody visits it.
class TestAddressFacts : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data();
    void hosts();
    void refusals_data();
    void refusals();
    void warnings_data();
    void warnings();
};

void TestAddressFacts::hosts_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("after");
    QTest::newRow("plain") << u"https://example.org/a?b#c"_s << u"https://"_s << u"example.org"_s
                           << u"/a?b#c"_s;
    QTest::newRow("bare") << u"https://example.org"_s << u"https://"_s << u"example.org"_s
                          << QString();
    QTest::newRow("port") << u"http://localhost:8080/x"_s << u"http://"_s << u"localhost"_s
                          << u":8080/x"_s;
    QTest::newRow("case") << u"HTTPS://EXAMPLE.org/"_s << u"https://"_s << u"example.org"_s
                          << u"/"_s;
    QTest::newRow("user that looks like a host")
            << u"https://example.org@evil.test/login"_s << u"https://example.org@"_s
            << u"evil.test"_s << u"/login"_s;
    QTest::newRow("host in the path") << u"https://evil.test/evil.test@x"_s << u"https://"_s
                                      << u"evil.test"_s << u"/evil.test@x"_s;
    QTest::newRow("other letters")
            << u"https://аррӏе.com/"_s << u"https://"_s << u"xn--80ak6aa92e.com"_s << u"/"_s;
    QTest::newRow("IPv6") << u"http://[::1]:80/"_s << u"http://["_s << u"::1"_s << u"]:80/"_s;
}

void TestAddressFacts::hosts()
{
    QFETCH(const QString, address);
    const AddressFacts facts = AddressFacts::of(address);
    QCOMPARE(facts.refusal, QString());
    QTEST(facts.host, "host");
    QTEST(facts.before, "before");
    QTEST(facts.after, "after");
    QCOMPARE(facts.text(), QString::fromLatin1(facts.url.toEncoded())); // shown is what is opened
}

void TestAddressFacts::refusals_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("why");
    QTest::newRow("none") << QString() << u"no address"_s;
    for (const char *scheme : { "javascript", "file", "data", "ftp", "x-custom", "ssh" })
        QTest::newRow(scheme) << QString::fromLatin1(scheme) + u":/alert(1)"_s
                              << u"this is “%1:”"_s.arg(QString::fromLatin1(scheme));
    QTest::newRow("relative") << u"example.org/a"_s << u"https://"_s;
    QTest::newRow("no host") << u"https:///a"_s << u"not a valid"_s;
    QTest::newRow("space") << u"https://exa mple.org/"_s << u"not a valid"_s;
    QTest::newRow("long") << u"https://x.org/"_s + QString(9000, u'a') << u"longer than 8,000"_s;
}

void TestAddressFacts::refusals()
{
    QFETCH(const QString, address);
    QFETCH(const QString, why);
    const AddressFacts facts = AddressFacts::of(address);
    QVERIFY2(facts.refusal.contains(why), qPrintable(facts.refusal));
    QVERIFY(facts.url.isEmpty());
    QVERIFY(facts.text().size() < 600);
}

void TestAddressFacts::warnings_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("warning");
    QTest::newRow("nothing odd") << u"https://example.org/a"_s << QString();
    QTest::newRow("punycode") << u"https://xn--80ak6aa92e.com/"_s << u"“аррӏе.com”"_s;
    QTest::newRow("in other letters") << u"https://аррӏе.com/"_s << u"“аррӏе.com”"_s;
    QTest::newRow("in a part") << u"https://www.xn--mnchen-3ya.de/"_s << u"“www.münchen.de”"_s;
    QTest::newRow("user") << u"https://example.org@evil.test/"_s << u"leads to evil.test"_s;
    QTest::newRow("plain http") << u"http://example.org/"_s << u"not encrypted"_s;
    QTest::newRow("this computer") << u"http://127.0.0.1:3000/"_s << u"this computer"_s;
    QTest::newRow("number") << u"https://203.0.113.7/"_s << u"bare number"_s;
}

void TestAddressFacts::warnings()
{
    QFETCH(const QString, address);
    QFETCH(const QString, warning);
    const QStringList warnings = AddressFacts::of(address).warnings;
    QCOMPARE(warnings.size(), warning.isEmpty() ? 0 : 1);
    QVERIFY2(warning.isEmpty() || warnings.first().contains(warning),
             qPrintable(warnings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAddressFacts)
#include "tst_addressfacts.moc"
