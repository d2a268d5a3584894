// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/findsession.h"
#include "models/jsonfinder.h"
#include "models/textfinder.h"
#include "support/worktimer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

/// All matches as text.
QStringList all(const QByteArray &text, const FindQuery &query)
{
    const TextFinder finder(text, query);
    QStringList found;
    for (qsizetype at = 0; at < text.size();) {
        const FindStep step = finder.step(at);
        for (const Mcp::JsonRange &match : step.matches)
            found.append(QString::fromUtf8(text.mid(match.begin, match.size())));
        if (step.next <= at)
            return { u"stuck"_s };
        at = step.next;
    }
    return found;
}

/// The tokens that match.
QStringList inJson(const QByteArray &text, const FindQuery &query)
{
    const Mcp::RawJson root = Mcp::RawJson::fromText(text);
    const JsonFinder finder(root, query);
    QStringList found;
    for (qsizetype at = root.range().begin; at < root.range().end;) {
        const FindStep step = finder.step(at);
        for (const Mcp::JsonRange &match : step.matches)
            found.append(QString::fromUtf8(text.mid(match.begin, match.size())));
        if (step.next <= at)
            return { u"stuck"_s };
        at = step.next;
    }
    return found;
}

constexpr bool kCase = true;
constexpr bool kRegex = true;

} // namespace

class TestFind : public QObject
{
    Q_OBJECT

private slots:
    void inText_data();
    void inText();
    void acrossSteps_data();
    void acrossSteps();
    void badExpressions();
    void runawayExpression();
    void inKeysAndValues_data();
    void inKeysAndValues();
    void sessionOfSmallText();
    void sessionInBackground();
    void sessionStops();
    void sessionIsBounded();
};

void TestFind::inText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FindQuery>("query");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const char *text, const FindQuery &query,
                        const QStringList &found) {
        QTest::newRow(name) << QByteArray(text) << query << found;
    };
    row("any case", "aB Ab", { u"ab"_s }, { u"aB"_s, u"Ab"_s });
    row("case", "aB Ab", { u"Ab"_s, kCase }, { u"Ab"_s });
    row("umlauts", "ZÜRICH zürich", { u"zür"_s }, { u"ZÜR"_s, u"zür"_s });
    row("behind wide characters", "😀é 1😀", { u"1😀"_s }, { u"1😀"_s });
    row("none", "abc", { u"x"_s }, {});
    row("not overlapping", "aaaa", { u"aa"_s, kCase }, { u"aa"_s, u"aa"_s });
    row("plain is plain", "a.b axb", { u"a.b"_s }, { u"a.b"_s });
    row("expression", "é id=12, id=7", { u"id=\\d+"_s, kCase, kRegex }, { u"id=12"_s, u"id=7"_s });
    row("lines", "a\nb\nab", { u"^.b?$"_s, kCase, kRegex }, { u"a"_s, u"b"_s, u"ab"_s });
    row("empty matches", "aab", { u"a*"_s, kCase, kRegex }, { u"aa"_s });
    row("invalid bytes", "\xff\xfe\xc3 x \xf0\x9f x", { u"x"_s }, { u"x"_s, u"x"_s });
}

void TestFind::inText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const FindQuery, query);
    QFETCH(const QStringList, found);
    QCOMPARE(all(text, query), found);
}

void TestFind::acrossSteps_data()
{
    QTest::addColumn<FindQuery>("query");
    QTest::newRow("plain") << FindQuery{ u"Nadel é"_s, kCase };
    QTest::newRow("any case") << FindQuery{ u"nadel É"_s };
    QTest::newRow("expression") << FindQuery{ u"N.del \\w"_s, kCase, kRegex };
}

/// A match at every place around the ends of steps, in one long line.
void TestFind::acrossSteps()
{
    QFETCH(const FindQuery, query);
    for (const qsizetype border : { 2 * 1024 * 1024, 16 * 1024 * 1024 }) {
        for (qsizetype shift = -9; shift <= 1; ++shift) {
            QByteArray text(border + shift, '.');
            text += "Nadel é";
            text += QByteArray(100'000, '.');
            QCOMPARE(all(text, query), QStringList{ u"Nadel é"_s });
        }
    }
    // A line does not begin where a step does.
    const QByteArray text(5 * 1024 * 1024, 'x');
    QCOMPARE(all(text, { u"^x"_s, kCase, kRegex }), QStringList{ u"x"_s });
}

void TestFind::badExpressions()
{
    const TextFinder finder("x", { u"a(b"_s, kCase, kRegex });
    QVERIFY(finder.problem().startsWith(u"Not a regular expression: "_s));
    QVERIFY(TextFinder("x", { u"a(b"_s }).problem().isEmpty());
}

void TestFind::runawayExpression()
{
    const QByteArray text(100'000, 'a');
    McpTest::WorkTimer clock;
    clock.start();
    const FindStep step = TextFinder(text, { u"(a|aa)+[0-9]"_s, kCase, kRegex }).step(0);
    QVERIFY(step.problem.contains(u"takes too long"_s));
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestFind::inKeysAndValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FindQuery>("query");
    QTest::addColumn<QStringList>("tokens");
    const auto row = [](const char *name, const char *text, const FindQuery &query,
                        const QStringList &tokens) {
        QTest::newRow(name) << QByteArray(text) << query << tokens;
    };
    row("key", R"({"name":1,"x":{"NAME":2}})", { u"name"_s }, { u"\"name\""_s, u"\"NAME\""_s });
    row("value", R"({"a":"some name","b":[12, 123]})", { u"12"_s }, { u"12"_s, u"123"_s });
    row("key and its value once", R"({"a":"a","b":"a"})", { u"a"_s }, { u"\"a\""_s, u"\"a\""_s });
    row("key and what is in it", R"({"a":["a"]})", { u"a"_s }, { u"\"a\""_s, u"\"a\""_s });
    row("escapes", R"(["Z\u00fcrich","a\/b","x\ny"])", { u"zür"_s }, { u"\"Z\\u00fcrich\""_s });
    row("solidus", R"(["a\/b"])", { u"a/b"_s }, { u"\"a\\/b\""_s });
    row("line break", R"(["x\ny"])", { u"x\ny"_s }, { u"\"x\\ny\""_s });
    row("no punctuation", R"({"a":[1,2],"b":{}})", { u","_s }, {});
    row("no quotes", R"({"a":"b"})", { u"\""_s }, {});
    row("words", R"([true, null, NaN])", { u"n"_s }, { u"null"_s, u"NaN"_s });
    row("expression", R"({"k":"ab","l":"b"})", { u"^b$"_s, kCase, kRegex }, { u"\"b\""_s });
    row("scalar root", R"("abc")", { u"b"_s }, { u"\"abc\""_s });
}

void TestFind::inKeysAndValues()
{
    QFETCH(const QByteArray, text);
    QFETCH(const FindQuery, query);
    QFETCH(const QStringList, tokens);
    QCOMPARE(inJson(text, query), tokens);
}

void TestFind::sessionOfSmallText()
{
    FindSession session;
    QSignalSpy current(&session, &FindSession::currentChanged);
    const QByteArray text = "x..x..x";
    const TextFinder finder(text, { u"x"_s });
    session.start(
            { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); }, 2);
    QVERIFY(session.isFinished());
    QCOMPARE(session.matches().size(), 3);
    QCOMPARE(session.current(), 1); // the first behind the origin
    QCOMPARE(current.last().first().value<Mcp::JsonRange>(), (Mcp::JsonRange{ 3, 4 }));
    session.move(1);
    session.move(1);
    QCOMPARE(session.current(), 0); // round the end
    session.move(-1);
    QCOMPARE(session.current(), 2);
    session.start(
            { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); }, 7);
    QCOMPARE(session.current(), 0); // nothing behind the origin
    session.clear();
    QCOMPARE(session.current(), -1);
    session.move(1);
    QVERIFY(session.matches().isEmpty());
}

void TestFind::sessionInBackground()
{
    FindSession session;
    const QByteArray text = QByteArray(40'000'000, '.') + "x";
    const TextFinder finder(text, { u"X"_s });
    QList<int> seen;
    connect(&session, &FindSession::changed, &session, [&] { seen.append(session.progress()); });
    session.start(
            { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); }, 0);
    QVERIFY(session.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(session.isFinished(), 60'000);
    QCOMPARE(session.matches(), (QList<Mcp::JsonRange>{ { 40'000'000, 40'000'001 } }));
    QCOMPARE(session.current(), 0);
    QVERIFY(seen.size() > 10);
    QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
}

void TestFind::sessionStops()
{
    FindSession session;
    const QByteArray text = "x" + QByteArray(40'000'000, '.') + "x";
    const TextFinder finder(text, { u"X"_s });
    // From a slot: between two looks of QTRY_ a quick machine may have found the other one, too.
    connect(&session, &FindSession::changed, &session, [&session] {
        if (!session.matches().isEmpty())
            session.stop();
    });
    session.start(
            { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); }, 0);
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(session.matches().size(), 1);
    QVERIFY(!session.isFinished());
    QTest::qWait(100);
    QCOMPARE(session.matches().size(), 1); // what was found stays, nothing comes after it
}

void TestFind::sessionIsBounded()
{
    FindSession session;
    const QByteArray text(FindSession::kMaxMatches + 5000, 'x');
    const TextFinder finder(text, { u"x"_s, kCase });
    session.start(
            { 0, text.size() }, [finder](qsizetype from) { return finder.step(from); }, 0);
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(session.matches().size(), FindSession::kMaxMatches);
    QVERIFY(session.problem().contains(u"100,000"_s));
}

QTEST_GUILESS_MAIN(TestFind)
#include "tst_find.moc"
