// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/uritemplate.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

UriValue text(const QString &text) { return { text, {}, {} }; }
UriValue list(const QStringList &list) { return { {}, list, {} }; }

/// The values of RFC 6570, section 3.2.
QHash<QString, UriValue> examples()
{
    return {
        { u"count"_s, list({ u"one"_s, u"two"_s, u"three"_s }) },
        { u"dom"_s, list({ u"example"_s, u"com"_s }) },
        { u"dub"_s, text(u"me/too"_s) },
        { u"hello"_s, text(u"Hello World!"_s) },
        { u"half"_s, text(u"50%"_s) },
        { u"var"_s, text(u"value"_s) },
        { u"who"_s, text(u"fred"_s) },
        { u"base"_s, text(u"http://example.com/home/"_s) },
        { u"path"_s, text(u"/foo/bar"_s) },
        { u"list"_s, list({ u"red"_s, u"green"_s, u"blue"_s }) },
        { u"keys"_s,
          { {}, {}, { { u"semi"_s, u";"_s }, { u"dot"_s, u"."_s }, { u"comma"_s, u","_s } } } },
        { u"v"_s, text(u"6"_s) },
        { u"x"_s, text(u"1024"_s) },
        { u"y"_s, text(u"768"_s) },
        { u"empty"_s, text(u""_s) },
        { u"empty_keys"_s, {} }
    };
}

} // namespace

class TestUriTemplate : public QObject
{
    Q_OBJECT

private slots:
    void expand_data();
    void expand();
    void refuses_data();
    void refuses();
    void variables();
    void unicode();
    void prefixOfAList();
    void tooLong();
    void thousandsOfVariables();
};

// NOLINTNEXTLINE(readability-function-size): the table of RFC 6570, whole
void TestUriTemplate::expand_data()
{
    QTest::addColumn<QString>("uri");
    const auto row = [](const char *text, const char *uri) {
        QTest::newRow(text) << QString::fromUtf8(uri);
    };
    // 3.2.1, 3.2.2: simple
    row("{count}", "one,two,three");
    row("{count*}", "one,two,three");
    row("{/count}", "/one,two,three");
    row("{/count*}", "/one/two/three");
    row("{;count}", ";count=one,two,three");
    row("{;count*}", ";count=one;count=two;count=three");
    row("{?count}", "?count=one,two,three");
    row("{?count*}", "?count=one&count=two&count=three");
    row("{&count*}", "&count=one&count=two&count=three");
    row("{var}", "value");
    row("{hello}", "Hello%20World%21");
    row("{half}", "50%25");
    row("O{empty}X", "OX");
    row("O{undef}X", "OX");
    row("{x,y}", "1024,768");
    row("{x,hello,y}", "1024,Hello%20World%21,768");
    row("?{x,empty}", "?1024,");
    row("?{x,undef}", "?1024");
    row("?{undef,y}", "?768");
    row("{var:3}", "val");
    row("{var:30}", "value");
    row("{list}", "red,green,blue");
    row("{list*}", "red,green,blue");
    row("{keys}", "semi,%3B,dot,.,comma,%2C");
    row("{keys*}", "semi=%3B,dot=.,comma=%2C");
    // 3.2.3: reserved
    row("{+var}", "value");
    row("{+hello}", "Hello%20World!");
    row("{+half}", "50%25");
    row("{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex");
    row("{+base}index", "http://example.com/home/index");
    row("O{+empty}X", "OX");
    row("O{+undef}X", "OX");
    row("{+path}/here", "/foo/bar/here");
    row("here?ref={+path}", "here?ref=/foo/bar");
    row("up{+path}{var}/here", "up/foo/barvalue/here");
    row("{+x,hello,y}", "1024,Hello%20World!,768");
    row("{+path,x}/here", "/foo/bar,1024/here");
    row("{+path:6}/here", "/foo/b/here");
    row("{+list}", "red,green,blue");
    row("{+list*}", "red,green,blue");
    row("{+keys}", "semi,;,dot,.,comma,,");
    row("{+keys*}", "semi=;,dot=.,comma=,");
    // 3.2.4: fragment
    row("{#var}", "#value");
    row("{#hello}", "#Hello%20World!");
    row("{#half}", "#50%25");
    row("foo{#empty}", "foo#");
    row("foo{#undef}", "foo");
    row("{#x,hello,y}", "#1024,Hello%20World!,768");
    row("{#path,x}/here", "#/foo/bar,1024/here");
    row("{#path:6}/here", "#/foo/b/here");
    row("{#list*}", "#red,green,blue");
    row("{#keys}", "#semi,;,dot,.,comma,,");
    row("{#keys*}", "#semi=;,dot=.,comma=,");
    // 3.2.5: label
    row("{.who}", ".fred");
    row("{.who,who}", ".fred.fred");
    row("{.half,who}", ".50%25.fred");
    row("www{.dom*}", "www.example.com");
    row("X{.var}", "X.value");
    row("X{.empty}", "X.");
    row("X{.undef}", "X");
    row("X{.var:3}", "X.val");
    row("X{.list}", "X.red,green,blue");
    row("X{.list*}", "X.red.green.blue");
    row("X{.keys}", "X.semi,%3B,dot,.,comma,%2C");
    row("X{.keys*}", "X.semi=%3B.dot=..comma=%2C");
    row("X{.empty_keys}", "X");
    row("X{.empty_keys*}", "X");
    // 3.2.6: path
    row("{/who}", "/fred");
    row("{/who,who}", "/fred/fred");
    row("{/half,who}", "/50%25/fred");
    row("{/who,dub}", "/fred/me%2Ftoo");
    row("{/var}", "/value");
    row("{/var,empty}", "/value/");
    row("{/var,undef}", "/value");
    row("{/var,x}/here", "/value/1024/here");
    row("{/var:1,var}", "/v/value");
    row("{/list}", "/red,green,blue");
    row("{/list*}", "/red/green/blue");
    row("{/list*,path:4}", "/red/green/blue/%2Ffoo");
    row("{/keys}", "/semi,%3B,dot,.,comma,%2C");
    row("{/keys*}", "/semi=%3B/dot=./comma=%2C");
    // 3.2.7: path parameters
    row("{;who}", ";who=fred");
    row("{;half}", ";half=50%25");
    row("{;empty}", ";empty");
    row("{;v,empty,who}", ";v=6;empty;who=fred");
    row("{;v,bar,who}", ";v=6;who=fred");
    row("{;x,y}", ";x=1024;y=768");
    row("{;x,y,empty}", ";x=1024;y=768;empty");
    row("{;x,y,undef}", ";x=1024;y=768");
    row("{;hello:5}", ";hello=Hello");
    row("{;list}", ";list=red,green,blue");
    row("{;list*}", ";list=red;list=green;list=blue");
    row("{;keys}", ";keys=semi,%3B,dot,.,comma,%2C");
    row("{;keys*}", ";semi=%3B;dot=.;comma=%2C");
    // 3.2.8: query
    row("{?who}", "?who=fred");
    row("{?half}", "?half=50%25");
    row("{?x,y}", "?x=1024&y=768");
    row("{?x,y,empty}", "?x=1024&y=768&empty=");
    row("{?x,y,undef}", "?x=1024&y=768");
    row("{?var:3}", "?var=val");
    row("{?list}", "?list=red,green,blue");
    row("{?list*}", "?list=red&list=green&list=blue");
    row("{?keys}", "?keys=semi,%3B,dot,.,comma,%2C");
    row("{?keys*}", "?semi=%3B&dot=.&comma=%2C");
    // 3.2.9: query continued
    row("{&who}", "&who=fred");
    row("{&half}", "&half=50%25");
    row("?fixed=yes{&x}", "?fixed=yes&x=1024");
    row("{&x,y,empty}", "&x=1024&y=768&empty=");
    row("{&var:3}", "&var=val");
    row("{&list}", "&list=red,green,blue");
    row("{&keys*}", "&semi=%3B&dot=.&comma=%2C");
    // 2.1, 3.1: literals
    row("", "");
    row("file:///a b/%20/%zz", "file:///a%20b/%20/%25zz");
    row("db://{var}/ä", "db://value/%C3%A4");
    row("{+half}%", "50%25%25");
}

void TestUriTemplate::expand()
{
    QFETCH(const QString, uri);
    const auto parsed = UriTemplate::parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(parsed, qPrintable(parsed.error().message));
    const Result<QString> expanded = parsed->expand(examples());
    QVERIFY2(expanded, qPrintable(expanded.error().message));
    QCOMPARE(*expanded, uri);
}

void TestUriTemplate::refuses_data()
{
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *text, const char *problem) {
        QTest::newRow(text) << QString::fromUtf8(problem);
    };
    row("a{b", "A { without a } behind it (at character 2)");
    row("a}b", "A } without a { in front of it (at character 2)");
    row("{a{b}}", "\"{\" cannot be part of a variable's name (at character 3)");
    row("{}", "An expression without a variable (at character 2)");
    row("{?}", "A variable without a name (at character 3)");
    row("{a,}", "A variable without a name (at character 4)");
    row("{*}", "\"*\" is no operator of RFC 6570 (at character 2)");
    row("{=a}", "\"=\" is no operator of RFC 6570 (at character 2)");
    row("{|a}", "\"|\" is no operator of RFC 6570 (at character 2)");
    row("{a:0}", "Behind the : a length of 1 to 9999 is missing (at character 4)");
    row("{a:10000}", "Behind the : a length of 1 to 9999 is missing (at character 4)");
    row("{a:}", "Behind the : a length of 1 to 9999 is missing (at character 4)");
    row("{a:3*}", "\":\" cannot be part of a variable's name (at character 3)");
    row("{user id}", "\" \" cannot be part of a variable's name (at character 6)");
    row("{a..b}", "\".\" cannot be part of a variable's name (at character 4)");
    row("{a.}", "\".\" cannot be part of a variable's name (at character 3)");
    row("{a-b}", "\"-\" cannot be part of a variable's name (at character 3)");
    row("{%4}", "\"%\" cannot be part of a variable's name (at character 2)");
}

void TestUriTemplate::refuses()
{
    QFETCH(const QString, problem);
    const auto parsed = UriTemplate::parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::Usage);
    QCOMPARE(parsed.error().message, problem);
}

void TestUriTemplate::variables()
{
    const auto parsed = UriTemplate::parse(u"db://{b}/{a.c}{?b,list*,x:3,%41}"_s);
    QVERIFY(parsed);
    QCOMPARE(parsed->variables(), (QStringList{ u"b"_s, u"a.c"_s, u"list"_s, u"x"_s, u"%41"_s }));
    QVERIFY(parsed->isExploded(u"list"_s));
    QVERIFY(!parsed->isExploded(u"b"_s));
    QVERIFY(UriTemplate::parse(u"plain"_s)->variables().isEmpty());
}

/// Characters outside of ASCII go out as UTF-8, and a prefix counts code points.
void TestUriTemplate::unicode()
{
    const QHash<QString, UriValue> values{ { u"a"_s, text(u"Zürich"_s) },
                                           { u"b"_s, text(u"😀😀😀"_s) },
                                           { u"c"_s, text(QString(QChar(0xd83d))) } };
    const auto expanded = [&](const QString &text) {
        return UriTemplate::parse(text)->expand(values).valueOr({});
    };
    QCOMPARE(expanded(u"{a}"_s), u"Z%C3%BCrich"_s);
    QCOMPARE(expanded(u"{+a:2}"_s), u"Z%C3%BC"_s);
    QCOMPARE(expanded(u"{b:2}"_s), u"%F0%9F%98%80%F0%9F%98%80"_s);
    QCOMPARE(expanded(u"{c}"_s), u"%EF%BF%BD"_s); // half a character
}

void TestUriTemplate::prefixOfAList()
{
    const auto expanded = UriTemplate::parse(u"{list:3}"_s)->expand(examples());
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().message,
             u"\"list:3\" takes the beginning of a text; the value is a list."_s);
}

void TestUriTemplate::tooLong()
{
    QVERIFY(!UriTemplate::parse(QString(UriTemplate::maxUri + 1, u'x')));
    const QString problem = u"The URI would have more than 65536 characters."_s;
    const QString most(UriTemplate::maxUri, u'x');
    const auto expanded = [](const QString &text, const UriValue &value) {
        return UriTemplate::parse(text)->expand({ { u"a"_s, value } });
    };
    QCOMPARE(expanded(u"{a}"_s, text(most)).valueOr({}), most);
    QCOMPARE(expanded(u"{a}y"_s, text(most)).error().message, problem);
    QCOMPARE(expanded(u"{a}"_s, text(most + u'x')).error().message, problem);
    // A small template that would come to gigabytes
    const QString bomb = u"{a}"_s.repeated(20'000);
    QCOMPARE(expanded(bomb, text(most)).error().message, problem);
    const QStringList many(100'000, most);
    QCOMPARE(expanded(u"{?a*}"_s, list(many)).error().message, problem);
    QCOMPARE(expanded(u"{a}"_s, list(many)).error().message, problem);
}

/// Whoever opens its page waits for this.
void TestUriTemplate::thousandsOfVariables()
{
    QStringList names;
    for (int i = 0; names.size() < 10'000; ++i)
        names.append(u'v' + QString::number(i));
    QElapsedTimer timer;
    timer.start();
    const auto parsed = UriTemplate::parse(u'{' + names.join(u',') + u'}');
    QVERIFY(parsed);
    QCOMPARE(parsed->variables(), names);
    for (const QString &name : names)
        QVERIFY(parsed->isNeeded(name) && !parsed->isExploded(name));
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
}

QTEST_GUILESS_MAIN(TestUriTemplate)
#include "tst_uritemplate.moc"
