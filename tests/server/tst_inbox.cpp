// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/inbox.h"

#include "server/tracelog.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Probe
{
    Probe()
        : inbox(
                &trace, [this](const Message &message, Framing) { messages.append(message); },
                [this](const QString &warning) { warnings.append(warning); })
    {}

    void take(const QByteArray &payload, std::optional<Revision> agreed = {})
    {
        inbox.take({ Frame::Kind::Payload, Framing::Newline, payload, {} }, agreed);
    }

    TraceLog trace;
    QList<Message> messages;
    QStringList warnings;
    Inbox inbox;
};

QByteArray notification(int number)
{
    return R"({"jsonrpc":"2.0","method":"n)" + QByteArray::number(number) + "\"}";
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private slots:
    void messagesAreTracedAndDelivered();
    void noiseIsTracedAndSaidOnce();
    void brokenFramesAreSaidOnceAKind();
    void idAtTheEndOfWhatWasSkipped_data();
    void idAtTheEndOfWhatWasSkipped();
    void brokenMessagesAreSaidOnceAKind();
    void invalidMessageWithAnIdIsDelivered();
    void invalidMessageWithoutAnIdIsTracedOnly();
    void batchesAreTakenApart();
    void batchesAreWarnedOfByRevision_data();
    void batchesAreWarnedOfByRevision();
    void endlessBatchIsCut();
    void emptyBatchIsAViolation();
};

void TestInbox::messagesAreTracedAndDelivered()
{
    Probe probe;
    probe.take(notification(1));
    probe.take(notification(2));
    QCOMPARE(probe.messages.size(), 2);
    QCOMPARE(probe.messages[1].method(), u"n2"_s);
    QCOMPARE(probe.trace.count(), 2);
    QVERIFY(probe.warnings.isEmpty());
}

void TestInbox::noiseIsTracedAndSaidOnce()
{
    Probe probe;
    for (const QByteArray &line : { "Listening on stdio"_ba, "ready"_ba })
        probe.inbox.take({ Frame::Kind::Noise, Framing::Newline, line, {} }, {});
    QCOMPARE(probe.trace.count(), 2);
    QVERIFY(probe.trace.at(0).kind == TraceEntry::Kind::Noise);
    QCOMPARE(probe.trace.at(1).bytes, "ready");
    QVERIFY(probe.messages.isEmpty());
    QCOMPARE(probe.warnings.size(), 1);
    QVERIFY(probe.warnings[0].contains("stdout"_L1));
}

void TestInbox::brokenFramesAreSaidOnceAKind()
{
    Probe probe;
    for (int i = 0; i < 3; ++i)
        probe.inbox.take({ Frame::Kind::Violation, Framing::ContentLength, "x",
                           u"ended after %1 bytes"_s.arg(i) },
                         {});
    probe.inbox.take({ Frame::Kind::Violation, Framing::ContentLength, "x", u"no number"_s }, {});
    QCOMPARE(probe.trace.violationCount(), quint64(4));
    QCOMPARE(probe.warnings.size(), 2);
    QVERIFY(probe.warnings[0].contains("ended after 0 bytes"_L1));
    probe.inbox.forgetWarnings();
    probe.inbox.take({ Frame::Kind::Violation, Framing::ContentLength, "x", u"no number"_s }, {});
    QCOMPARE(probe.warnings.size(), 3);
}

void TestInbox::idAtTheEndOfWhatWasSkipped_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("ending");
    QTest::addColumn<QByteArray>("id");
    const QByteArray result = R"({"result":{"a":"bbb)";
    QTest::newRow("last") << result << R"(b"},"jsonrpc":"2.0","id":5})"_ba
                          << "5"_ba;
    QTest::newRow("before jsonrpc") << result << R"(b"}, "id" : "x\"y" , "jsonrpc":"2.0"})"_ba
                                    << R"("x\"y")"_ba;
    QTest::newRow("of something inside") << result << R"(b","c":{"id":5}}})"_ba
                                         << ""_ba;
    QTest::newRow("in a text") << result << R"(b","c":"\",\"id\":5}"})"_ba
                               << ""_ba;
    QTest::newRow("known from the beginning") << R"({"id":4,"result":{"a":"bbb)"_ba
                                              << R"(b"},"id":5})"_ba
                                              << "4"_ba;
    QTest::newRow("of a request") << R"({"method":"roots/list","params":{"a":"b)"_ba
                                  << R"(b"},"id":5})"_ba
                                  << ""_ba;
    QTest::newRow("of a request, all at the end") << R"({"params":{"a":"b)"_ba
                                                  << R"(b"},"method":"roots/list","id":5})"_ba
                                                  << ""_ba;
    QTest::newRow("cut") << result << R"(b"},"id":5)"_ba
                         << ""_ba;
}

void TestInbox::idAtTheEndOfWhatWasSkipped()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, ending);
    QFETCH(QByteArray, id);
    Probe probe;
    probe.inbox.take({ Frame::Kind::Violation, Framing::Newline, beginning, u"too long"_s, true },
                     {});
    probe.inbox.take({ Frame::Kind::Ending, Framing::Newline, ending, {} }, {});
    QCOMPARE(probe.messages.size(), id.isEmpty() ? 0 : 1);
    if (!id.isEmpty()) {
        QCOMPARE(probe.messages[0].id().raw(), id);
        QCOMPARE(probe.messages[0].problem(), u"too long"_s);
    }
    // Our limit, not a fault of its framing.
    QCOMPARE(probe.warnings,
             QStringList{ u"It writes messages that are too long to be read: too long."_s });
}

void TestInbox::brokenMessagesAreSaidOnceAKind()
{
    Probe probe;
    probe.take(R"({"method":"a"})");
    probe.take(R"({"method":"b"})");
    QCOMPARE(probe.messages.size(), 2); // valid but for the missing member
    QCOMPARE(probe.warnings.size(), 1);
    QCOMPARE(probe.trace.count(), 4); // each message and what is wrong with it
    QCOMPARE(probe.trace.violationCount(), quint64(2));
    QCOMPARE(probe.trace.at(3).pair, probe.trace.at(2).serial);
}

void TestInbox::invalidMessageWithAnIdIsDelivered()
{
    Probe probe;
    probe.take(R"({"jsonrpc":"2.0","id":7,"result":{)");
    QCOMPARE(probe.messages.size(), 1);
    QVERIFY(!probe.messages[0].isValid());
    QCOMPARE(probe.messages[0].id().toInteger(), std::optional<qint64>(7));
    QCOMPARE(probe.trace.count(), 1);
    QVERIFY(probe.trace.at(0).kind == TraceEntry::Kind::Violation);
    QCOMPARE(probe.warnings.size(), 1);
}

void TestInbox::invalidMessageWithoutAnIdIsTracedOnly()
{
    Probe probe;
    probe.take("{]");
    QVERIFY(probe.messages.isEmpty());
    QCOMPARE(probe.trace.violationCount(), quint64(1));
    QCOMPARE(probe.trace.at(0).bytes, "{]");
    QCOMPARE(probe.warnings.size(), 1);
}

void TestInbox::batchesAreTakenApart()
{
    Probe probe;
    probe.take('[' + notification(1) + ",\n" + notification(2) + ", 7]");
    QCOMPARE(probe.messages.size(), 2);
    QCOMPARE(probe.messages[1].payload(), notification(2));
    QCOMPARE(probe.trace.count(), 3);
    QCOMPARE(probe.trace.at(0).note, u"1 of 3 in a batch"_s);
    QVERIFY(probe.trace.at(2).kind == TraceEntry::Kind::Violation);
}

void TestInbox::batchesAreWarnedOfByRevision_data()
{
    QTest::addColumn<int>("revision");
    QTest::addColumn<bool>("warned");
    QTest::newRow("nothing agreed") << -1 << false;
    QTest::newRow("2024-11-05") << int(Revision::V2024_11_05) << true;
    QTest::newRow("2025-03-26") << int(Revision::V2025_03_26) << false;
    QTest::newRow("2025-06-18") << int(Revision::V2025_06_18) << true;
    QTest::newRow("2026-07-28") << int(Revision::V2026_07_28) << true;
}

void TestInbox::batchesAreWarnedOfByRevision()
{
    QFETCH(int, revision);
    QFETCH(bool, warned);
    Probe probe;
    const auto agreed = revision < 0 ? std::nullopt : std::optional(Revision(revision));
    for (int i = 0; i < 2; ++i)
        probe.take('[' + notification(i) + ']', agreed);
    QCOMPARE(probe.messages.size(), 2);
    QCOMPARE(probe.warnings.size(), warned ? 1 : 0);
    if (warned)
        QVERIFY(probe.warnings[0].contains(toString(*agreed)));
}

void TestInbox::endlessBatchIsCut()
{
    Probe probe;
    QByteArray batch = "[" + notification(1);
    for (int i = 1; i < 100'000; ++i)
        batch += ',' + notification(1);
    probe.take(batch + ']');
    QCOMPARE(probe.messages.size(), Message::maxBatch);
    QCOMPARE(probe.trace.violationCount(), quint64(1));
    QCOMPARE(probe.warnings.size(), 1);
    QVERIFY2(probe.warnings.first().contains("left out"_L1), qPrintable(probe.warnings.first()));
    probe.take(notification(2)); // and goes on
    QCOMPARE(probe.messages.last().method(), u"n2"_s);
}

void TestInbox::emptyBatchIsAViolation()
{
    Probe probe;
    probe.take("[]");
    QVERIFY(probe.messages.isEmpty());
    QCOMPARE(probe.trace.violationCount(), quint64(1));
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
