// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/commandline.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void split_data();
    void split();
    void refuses_data();
    void refuses();
    void quote_data();
    void quote();
    void whatWasQuotedComesBack();
};

void TestCommandLine::split_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");

    QTest::newRow("nothing") << u""_s << QStringList();
    QTest::newRow("spaces") << u" \t "_s << QStringList();
    QTest::newRow("words") << u"npx -y  server"_s << QStringList{ u"npx"_s, u"-y"_s, u"server"_s };
    QTest::newRow("line break") << u"a\nb"_s << QStringList{ u"a"_s, u"b"_s };
    QTest::newRow("single quotes")
            << u"echo 'a \"b\" \\c $d'"_s << QStringList{ u"echo"_s, u"a \"b\" \\c $d"_s };
    QTest::newRow("double quotes")
            << u"echo \"a 'b' c\""_s << QStringList{ u"echo"_s, u"a 'b' c"_s };
    QTest::newRow("backslash in double quotes")
            << uR"("a\"b\\c\$d\`e\n")"_s << QStringList{ uR"(a"b\c$d`e\n)"_s };
    QTest::newRow("backslash outside")
            << uR"(a\ b \"c \n)"_s << QStringList{ u"a b"_s, u"\"c"_s, u"n"_s };
    QTest::newRow("joined line") << u"a \\\n b"_s << QStringList{ u"a"_s, u"b"_s };
    QTest::newRow("joined word") << u"a\\\nb"_s << QStringList{ u"ab"_s };
    QTest::newRow("joined line in quotes") << u"\"a\\\nb\""_s << QStringList{ u"ab"_s };
    QTest::newRow("glued") << u"--x='a b'\"c d\"e"_s << QStringList{ u"--x=a bc de"_s };
    QTest::newRow("empty words") << u"a '' \"\""_s << QStringList{ u"a"_s, u""_s, u""_s };
    QTest::newRow("no expansion") << u"$HOME *.py ~/x # y; z | w & `v`"_s
                                  << QStringList{
                                         u"$HOME"_s, u"*.py"_s, u"~/x"_s, u"#"_s, u"y;"_s,
                                         u"z"_s,     u"|"_s,    u"w"_s,   u"&"_s, u"`v`"_s
                                     };
    QTest::newRow("other scripts")
            << u"日本 'Zü rich' 😀"_s << QStringList{ u"日本"_s, u"Zü rich"_s, u"😀"_s };
}

void TestCommandLine::split()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    const Result<QStringList> result = splitCommandLine(text);
    QVERIFY2(result, qPrintable(result.error().message));
    QCOMPARE(*result, words);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");

    QTest::newRow("single") << u"it's"_s << u"The quote ' at character 3 is not closed."_s;
    QTest::newRow("double") << u"a \"b c"_s << u"The quote \" at character 3 is not closed."_s;
    QTest::newRow("escaped end") << u"\"b\\\""_s << u"The quote \" at character 1 is not closed."_s;
    QTest::newRow("backslash") << u"a\\"_s << u"backslash at the end"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const Result<QStringList> result = splitCommandLine(text);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Usage);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
}

void TestCommandLine::quote_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");

    QTest::newRow("plain") << u"server.py"_s << u"server.py"_s;
    QTest::newRow("option") << u"--root=/a-b_c:d,e@f+1%"_s << u"--root=/a-b_c:d,e@f+1%"_s;
    QTest::newRow("other scripts") << u"Zürich/日本"_s << u"Zürich/日本"_s;
    QTest::newRow("empty") << u""_s << u"''"_s;
    QTest::newRow("space") << u"a b"_s << u"'a b'"_s;
    QTest::newRow("apostrophe") << u"it's"_s << u"'it'\\''s'"_s;
    QTest::newRow("home") << u"~/x"_s << u"'~/x'"_s;
    QTest::newRow("json") << uR"({"a":1})"_s << uR"('{"a":1}')"_s;
    QTest::newRow("variable") << u"$HOME"_s << u"'$HOME'"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"'a\nb'"_s;
}

void TestCommandLine::quote()
{
    QFETCH(QString, word);
    QFETCH(QString, quoted);
    QCOMPARE(quoteWord(word), quoted);
}

void TestCommandLine::whatWasQuotedComesBack()
{
    const QStringList words = { u"a"_s,     u""_s,   u"a b"_s,     u"it's"_s,
                                u"\"x\""_s, u"\\"_s, u"\n\t"_s,    u"$a `b`"_s,
                                u"~"_s,     u"é😀"_s, u"--x='y'"_s, u"a\\\nb"_s };
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(quoteWord(word));
    const Result<QStringList> result = splitCommandLine(quoted.join(u' '));
    QVERIFY(result);
    QCOMPARE(*result, words);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
