// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracelog.h"
#include "server/violationlog.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// The health of a server: rules, counts, bounds.
class TestViolationLog : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleSaysWhereItStands();
    void countsByRuleAndKind();
    void remarksAreNoViolations();
    void bounded();
    void clears();
    void fedByTheTrace();
};

void TestViolationLog::everyRuleSaysWhereItStands()
{
    const QStringList names = ruleNames();
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        const Rule rule = ruleFromString(name);
        QVERIFY(rule != Rule::None);
        QCOMPARE(toString(rule), name);
        const RuleText text = RuleText::of(rule);
        QVERIFY2(!text.title.isEmpty() && text.demand.endsWith(u'.'), qPrintable(name));
        QVERIFY2(text.revision.startsWith(u"202"_s) && !text.page.isEmpty(), qPrintable(name));
    }
    QVERIFY(ruleFromString(u"nonsense") == Rule::None);
    QVERIFY(toString(Rule::LogLevel).size() > 0); // the last one has its row
}

void TestViolationLog::countsByRuleAndKind()
{
    ViolationLog log;
    log.add(Rule::AnswerId, u"answers request 1 with an id of another type"_s, 5);
    log.add(Rule::ProgressToken, u"unknown token"_s, 6);
    log.add(Rule::AnswerId, u"answers request 27 with an id of another type"_s, 9);
    QCOMPARE(log.items().size(), 2);
    QCOMPARE(log.total(), 3);
    const ViolationLog::Item &first = log.items().at(0);
    QVERIFY(first.rule == Rule::AnswerId);
    QCOMPARE(first.count, 2);
    QCOMPARE(first.firstEntry, 5);
    QCOMPARE(first.lastEntry, 9);
    QVERIFY(first.note.contains(u"27"_s));
    QVERIFY(first.first > 0 && first.last >= first.first && first.first >= log.since());
}

void TestViolationLog::remarksAreNoViolations()
{
    ViolationLog log;
    log.add(Rule::None, u"late answer"_s, 1);
    QVERIFY(log.items().isEmpty());
    QCOMPARE(log.total(), 0);
}

void TestViolationLog::bounded()
{
    ViolationLog log;
    for (int i = 0; i < 1000; ++i) {
        const QString word(1 + i % 500, QChar(u'a' + i % 26));
        log.add(Rule::JsonRpc, word + QString(2000, u'x'), quint64(i) + 1);
    }
    QCOMPARE(log.items().size(), ViolationLog::maxItems);
    QCOMPARE(log.total(), 1000);
    quint64 counted = 0;
    for (const ViolationLog::Item &item : log.items()) {
        counted += item.count;
        QVERIFY(item.note.size() <= 500);
    }
    QCOMPARE(counted, 1000);
}

void TestViolationLog::clears()
{
    ViolationLog log;
    QSignalSpy changes(&log, &ViolationLog::changed);
    for (int i = 0; i < 100; ++i)
        log.add(Rule::JsonRpc, u"x"_s);
    QTRY_COMPARE(changes.size(), 1); // once for all of a turn
    log.clear();
    QVERIFY(log.items().isEmpty());
    QCOMPARE(log.total(), 0);
    log.add(Rule::JsonRpc, u"x"_s, 3);
    QCOMPARE(log.items().at(0).count, 1);
    QTRY_COMPARE(changes.size(), 2);
}

void TestViolationLog::fedByTheTrace()
{
    ViolationLog health;
    TraceLog log;
    log.setViolationLog(&health);
    log.addFrame(TraceEntry::Kind::Noise, { Frame::Kind::Noise, Framing::Newline, "hi", {} },
                 u"text that is no message"_s);
    const Message message = Message::fromPayload(R"({"jsonrpc":"2.0","method":"n"})");
    log.addMessage(TraceEntry::Direction::Received, message, Framing::Newline);
    log.addViolation(message, Rule::ProgressToken, u"unknown token"_s);
    log.addViolation(message, Rule::None, u"late"_s);
    log.addTooLong(Message::unreadable("{\"id\":1", u"too long"_s), Framing::Newline);
    QCOMPARE(health.items().size(), 2);
    QVERIFY(health.items().at(0).rule == Rule::OnlyMessages);
    QCOMPARE(health.items().at(1).lastEntry, log.at(2).serial);
}

QTEST_GUILESS_MAIN(TestViolationLog)
#include "tst_violationlog.moc"
