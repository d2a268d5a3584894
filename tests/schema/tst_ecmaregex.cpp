// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/ecmaregex.h"

#include "support/worktimer.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

EcmaRegex::Match matchOf(const QString &pattern, const QString &text, int milliseconds = 5000)
{
    return EcmaRegex(pattern).match(text, QDeadlineTimer(milliseconds));
}

} // namespace

class TestEcmaRegex : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("matching");
        QTest::addColumn<QStringList>("others");
        const auto row = [](const QString &pattern, const QStringList &matching,
                            const QStringList &others) {
            QTest::newRow(qUtf8Printable(pattern)) << pattern << matching << others;
        };
        row(u"b"_s, { u"abc"_s }, { u"ac"_s });
        row(u"^abc$"_s, { u"abc"_s }, { u"abc\n"_s, u"x\nabc"_s });
        row(u"^.$"_s, { u"a"_s, u"\v"_s, u"\U0001f432"_s }, { u"\n"_s, u"\r"_s, u"\u2028"_s });
        row(u"^\\d$"_s, { u"7"_s }, { u"\u09ea"_s });
        row(u"^\\D$"_s, { u"\u09ea"_s }, { u"7"_s });
        row(u"^\\w$"_s, { u"a"_s, u"_"_s }, { u"é"_s });
        row(u"^\\s$"_s, { u" "_s, u"\u00a0"_s, u"\ufeff"_s, u"\u2029"_s }, { u"\u200b"_s });
        row(u"^[\\S]$"_s, { u"a"_s, u"\u200b"_s, u"\U0001f432"_s }, { u" "_s, u"\u3000"_s });
        row(u"^\\cC$"_s, { u"\x03"_s }, { u"C"_s });
        row(u"^[\\b]$"_s, { u"\b"_s }, { u"b"_s });
        row(u"^\\u00e9\\x41\\u{1f432}\\ud83d\\udc32$"_s, { u"éA\U0001f432\U0001f432"_s },
            { u"eA"_s });
        row(u"^\\0$"_s, { QString(QChar(0)) }, { u"0"_s });
        row(u"^\\p{Letter}\\p{Lu}\\P{L}\\p{Script=Greek}$"_s, { u"éÉ1β"_s }, { u"éé1β"_s });
        row(u"^[\\p{digit}_-]+$"_s, { u"\u09ea_-1"_s }, { u"a"_s });
        row(u"^[\\w-.]+$"_s, { u"a-."_s }, { u"a+"_s });
        row(u"^[[:alpha:]]$"_s, { u":]"_s, u"a]"_s, u"[]"_s }, { u"z"_s });
        row(u"^[^\\]^]$"_s, { u"a"_s }, { u"]"_s, u"^"_s });
        row(u"[]"_s, {}, { {}, u"a"_s });
        row(u"^[^]$"_s, { u"\n"_s }, { {} });
        row(u"^a{2,3}$"_s, { u"aa"_s, u"aaa"_s }, { u"a"_s, u"aaaa"_s });
        row(u"^a{,3}$"_s, { u"a{,3}"_s }, { u"aa"_s });
        row(u"^{a}$"_s, { u"{a}"_s }, { u"a"_s });
        row(u"^(a)|(b)\\1$"_s, { u"ab"_s, u"b"_s }, { u"c"_s });
        row(u"^(?<x>a|b)\\k<x>$"_s, { u"aa"_s, u"bb"_s }, { u"ab"_s });
        row(u"^(?:a(?=b)b|a(?!b))$"_s, { u"ab"_s, u"a"_s }, { u"b"_s });
        row(u"(?<=a)b"_s, { u"ab"_s }, { u"b"_s });
        row(u"^\\Z\\A$"_s, { u"ZA"_s }, { {} }); // no anchors of ours
        row(u"^a#b c$"_s, { u"a#b c"_s }, { u"a"_s });
        row(u"(?i)abc"_s, { u"ABC"_s }, { u"AB"_s }); // what its author means
        row(u"^[a-z0-9._%+\\-]+@[^@\\s]+\\.[a-z]{2,}$"_s, { u"a.b+c@d.org"_s }, { u"a@b"_s });
    }
    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, matching);
        QFETCH(QStringList, others);
        QCOMPARE(EcmaRegex(pattern).problem(), QString());
        for (const QString &text : matching)
            QVERIFY2(matchOf(pattern, text) == EcmaRegex::Match::Yes, qUtf8Printable(text));
        for (const QString &text : others)
            QVERIFY2(matchOf(pattern, text) == EcmaRegex::Match::No, qUtf8Printable(text));
    }

    void whatIsNoPatternSaysWhy_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("problem");
        const auto row = [](const QString &pattern, const QString &problem) {
            QTest::newRow(qUtf8Printable(pattern)) << pattern << problem;
        };
        row(u"(a"_s, u"a ) is missing"_s);
        row(u"a)"_s, u"there is a ) too many"_s);
        row(u"[a"_s, u"a ] is missing"_s);
        row(u"*a"_s, u"there is nothing to repeat before *"_s);
        row(u"(*LIMIT_MATCH=999999999)a"_s, u"there is nothing to repeat before *"_s);
        row(u"(*ACCEPT)a"_s, u"there is nothing to repeat before *"_s);
        row(u"[\\ud800-\\udbff]"_s, {});
        row(u"(?<=a+)b"_s, {});
        row(QString(70'000, u'a'), u"it is too long"_s);
    }
    void whatIsNoPatternSaysWhy()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, problem);
        const EcmaRegex regex(pattern);
        QVERIFY(!regex.problem().isEmpty());
        if (!problem.isEmpty())
            QCOMPARE(regex.problem(), problem);
        QCOMPARE(regex.match(u"aab"_s, QDeadlineTimer(1000)), EcmaRegex::Match::Unknown);
    }

    void syntaxOfOthersIsRefusedAsFormat_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : { "\\a", "\\Z", "(?P<n>x)", "(?#c)a", "(?i)a", "(?>a)", "a**",
                                     "a++", "\\2(a)", "\\p{Nothing}", "\\u12", "\\" })
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
    void syntaxOfOthersIsRefusedAsFormat()
    {
        QFETCH(QString, pattern);
        QVERIFY(!EcmaRegex::syntaxProblem(pattern).isEmpty());
    }

    void exponentialPatternsEnd_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        const QString many(40, u'a');
        QTest::newRow("nested repeats") << u"(a+)+$"_s << many + u'!';
        QTest::newRow("anchored") << u"^(a|a)*$"_s << many + u'!';
        QTest::newRow("backreference") << u"((a+)\\2?)+$"_s << many + u'!';
        QTest::newRow("long text") << u"(x+x+)+y"_s << QString(200'000, u'x');
        QTest::newRow("quadratic") << u"(?:a|b)*c"_s << QString(150'000, u'a');
    }
    void exponentialPatternsEnd()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        McpTest::WorkTimer timer;
        timer.start();
        QCOMPARE(matchOf(pattern, text, 1000), EcmaRegex::Match::TooSlow);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void longTextsAreNoTrouble()
    {
        const QString text = QString(1'000'000, u'a') + u"b\n"_s;
        QCOMPARE(matchOf(u"\\S"_s, text), EcmaRegex::Match::Yes);
        QCOMPARE(matchOf(u"^[ab\\n]*$"_s, text), EcmaRegex::Match::Yes);
        QCOMPARE(matchOf(u"^c"_s, text), EcmaRegex::Match::No);
        QCOMPARE(matchOf(u"^(?:a|b|\\n)+$"_s, text.right(30'000)), EcmaRegex::Match::Yes);
    }

    void longPatternsAreReadInTime()
    {
        const QString groups = u"("_s.repeated(30'000) + u")"_s.repeated(30'000);
        McpTest::WorkTimer timer;
        timer.start();
        for (int i = 0; i < 5; ++i)
            QVERIFY(!EcmaRegex(groups).problem().isEmpty()); // PCRE2 has had enough
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        // What is no UTF-16 is read as far as it can be.
        QVERIFY(!EcmaRegex::syntaxProblem(QString(QChar(0xd800)) + u"("_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEcmaRegex)
#include "tst_ecmaregex.moc"
