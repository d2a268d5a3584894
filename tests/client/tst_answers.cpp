// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/connectedrig.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString callMethod = u"tools/call"_s;

} // namespace

/// What becomes of each kind of answer, and of what a server sends unasked.
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void strayAnswers_data()
    {
        QTest::addColumn<QByteArray>("payload"); // ID stands for the id of an answered call
        QTest::addColumn<QString>("violation");
        QTest::addColumn<QString>("warning");
        QTest::newRow("twice") << R"({"jsonrpc":"2.0","id":ID,"result":{}})"_ba
                               << u"second answer to a request"_s << u"twice"_s;
        QTest::newRow("unknown") << R"({"jsonrpc":"2.0","id":99999,"result":{}})"_ba
                                 << u"answer to an unknown request id"_s << u"never made"_s;
        QTest::newRow("unknown text") << R"({"jsonrpc":"2.0","id":"x","result":{}})"_ba
                                      << u"answer to an unknown request id"_s << u"never made"_s;
        QTest::newRow("null")
                << R"({"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"oops"}})"_ba
                << u"answers no request: it has no id"_s << u"oops"_s;
        QTest::newRow("no id")
                << R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"parse"}})"_ba
                << u"answers no request: it has no id"_s << u"parse"_s;
    }
    void strayAnswers()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, violation);
        QFETCH(QString, warning);
        Connected rig;
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, "{}"); };
        QVERIFY(waitFor(rig.client.ping()).outcome);
        rig.peer.send(payload.replace("ID", rig.last(u"ping"_s).message.id().raw()));
        QTRY_VERIFY2(rig.violations().contains(violation),
                     qPrintable(rig.violations().join(u'\n')));
        QVERIFY2(!rig.server.warnings().filter(warning).isEmpty(),
                 qPrintable(rig.server.warnings().join(u'\n')));
    }

    // Servers exist that turn ids into text: the call gets its answer, the server its badge.
    void idOfAnotherType()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            rig.peer.send(R"({"jsonrpc":"2.0","id":")" + sent.message.id().raw()
                          + R"(","result":{"a":1}})");
        };
        QCOMPARE(waitFor(rig.client.ping()).text(), R"({"a":1})"_ba);
        QCOMPARE(rig.violations().size(), 1);
        QVERIFY(!rig.server.warnings().filter(u"another type"_s).isEmpty());
    }

    // 1 and 1.0 are the same number.
    void idWrittenAsFraction()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            rig.peer.send(R"({"jsonrpc":"2.0","id":)" + sent.message.id().raw()
                          + R"(.0,"result":{"a":1}})");
        };
        QVERIFY(waitFor(rig.client.ping()).outcome);
    }

    void answerThatIsNoJson()
    {
        Connected rig;
        QByteArray sentBytes;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            sentBytes =
                    R"({"jsonrpc":"2.0","id":)" + sent.message.id().raw() + R"(,"result":{"a":)";
            rig.peer.send(sentBytes);
        };
        const Ended ended = waitFor(rig.client.callTool(u"t"_s), 2000);
        QVERIFY(ended.isFinished);
        QCOMPARE(ended.error().kind, Error::Kind::Protocol);
        QCOMPARE(ended.error().data.toByteArray(), sentBytes);
        QVERIFY2(ended.error().message.contains(callMethod), qPrintable(ended.error().message));
    }

    void malformedSliceIsDeliveredWithAWarning()
    {
        Connected rig;
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, R"({"a":tru})"); };
        const Ended ended = waitFor(rig.client.callTool(u"t"_s));
        QCOMPARE(ended.text(), R"({"a":tru})"_ba);
        QCOMPARE(ended.warnings.size(), 1);
        QVERIFY(ended.warnings[0].contains(u"well-formed"));
        QVERIFY(!rig.violations().isEmpty());
        QVERIFY(!rig.server.warnings().filter(u"well-formed"_s).isEmpty());
    }

    void aBrokenRuleInTheEnvelope()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            rig.peer.send("{\"id\":" + sent.message.id().raw() + ",\"result\":{}}");
        };
        const Ended ended = waitFor(rig.client.ping());
        QVERIFY(ended.outcome);
        QCOMPARE(ended.warnings.size(), 1);
        QVERIFY2(ended.warnings[0].contains(u"jsonrpc"), qPrintable(ended.warnings[0]));
    }

    void remoteErrors()
    {
        Connected rig;
        rig.reply = [&](const auto &sent) { rig.peer.refuse(sent, 0, "odd", R"(["a",1.0])"); };
        const Error error = waitFor(rig.client.callTool(u"t"_s)).error();
        QCOMPARE(error.kind, Error::Kind::Remote);
        QCOMPARE(error.code, 0);
        QCOMPARE(error.message, u"odd"_s);
        QCOMPARE(error.data.toByteArray(), R"(["a",1.0])"_ba);
    }

    /// What a server lacks is said, and where to change it (2026-07-28, basic/index).
    void missingCapabilities()
    {
        Connected rig(Era::Modern);
        rig.reply = [&](const auto &sent) {
            rig.peer.refuse(sent, -32021, "no",
                            R"({"requiredCapabilities":{"roots":{},"elicitation":{"url":{}}}})");
        };
        const Ended ended = waitFor(rig.client.callTool(u"t"_s));
        QCOMPARE(ended.error().code, -32021);
        QCOMPARE(ended.warnings.size(), 1);
        QVERIFY2(ended.warnings.at(0).contains(u"roots, elicitation.url"),
                 qPrintable(ended.warnings.at(0)));
        ServerSpec spec;
        spec.capabilities.roots = spec.capabilities.elicitationForm = true;
        Connected some(Era::Modern, spec);
        QByteArray required = R"({"roots":{},"elicitation":{"form":{},"url":{}}})";
        some.reply = [&](const auto &sent) {
            some.peer.refuse(sent, -32021, "no", R"({"requiredCapabilities":)" + required + '}');
        };
        const QString lacking = waitFor(some.client.callTool(u"t"_s)).warnings.value(0);
        QVERIFY2(lacking.contains(u"declare elicitation.url, which is not declared"_s),
                 qPrintable(lacking));
        required = R"({"roots":{},"elicitation":{}})"; // it refuses in spite of what it was told
        const QString wrong = waitFor(some.client.callTool(u"t"_s)).warnings.value(0);
        QVERIFY2(wrong.contains(u"declare roots, elicitation, which is declared to it"_s),
                 qPrintable(wrong));
        Connected legacy; // where the number means nothing
        legacy.reply = [&](const auto &sent) {
            legacy.peer.refuse(sent, -32021, "no", R"({"requiredCapabilities":{"roots":{}}})");
        };
        QVERIFY(waitFor(legacy.client.callTool(u"t"_s)).warnings.isEmpty());
    }

    // Checklist 7, 2.
    void theServerAsks()
    {
        Connected rig;
        rig.peer.send(R"({"jsonrpc":"2.0","id":"a-1","method":"ping"})");
        rig.peer.send(R"({"jsonrpc":"2.0","id":77,"method":"sampling/createMessage","params":{}})");
        rig.peer.send(R"({"jsonrpc":"2.0","id":null,"method":"ping"})");
        QTRY_COMPARE(rig.violations().size(), 2); // what was not declared, and the id
        QByteArrayList answers;
        for (const auto &sent : rig.peer.sent()) {
            if (sent.message.isResponse())
                answers.append(sent.message.payload());
        }
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0], R"({"jsonrpc":"2.0","id":"a-1","result":{}})"_ba);
        QVERIFY(answers[1].contains("\"id\":77") && answers[1].contains("-32601"));
    }

    // Checklist 12.
    void aModernServerMustNotAsk()
    {
        Connected rig(Era::Modern);
        const qsizetype before = rig.peer.sent().size();
        rig.peer.send(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
        QTRY_COMPARE(rig.violations().size(), 1);
        QCOMPARE(rig.peer.sent().size(), before);
        QVERIFY(!rig.server.warnings().isEmpty());
    }

    // Checklist 10 and protocol.md 6.1.
    void resultTypes_data()
    {
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown") << R"({"resultType":"surprise"})"_ba << u"surprise"_s;
        QTest::newRow("input") << R"({"resultType":"input_required"})"_ba << u"wants input"_s;
        QTest::newRow("task") << R"({"resultType":"task","taskId":"t"})"_ba << u"task"_s;
    }
    void resultTypes()
    {
        QFETCH(QByteArray, result);
        QFETCH(QString, word);
        Connected rig(Era::Modern);
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, result); };
        const Error error = waitFor(rig.client.callTool(u"t"_s)).error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY2(error.message.contains(word), qPrintable(error.message));
        QCOMPARE(error.data.toByteArray(), result);
    }

    void missingResultTypeIsAWarning()
    {
        Connected rig(Era::Modern);
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, R"({"content":[]})"); };
        const Ended ended = waitFor(rig.client.callTool(u"t"_s));
        QVERIFY(ended.outcome);
        QCOMPARE(ended.warnings.size(), 1);
        QCOMPARE(rig.server.warnings().size(), 1);
    }

    void notifications()
    {
        Connected rig;
        Client second(&rig.server);
        QSignalSpy atFirst(&rig.client, &Client::notificationReceived);
        QSignalSpy atSecond(&second, &Client::notificationReceived);
        rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/unheard-of","params":[1.0]})");
        QTRY_COMPARE(atFirst.count(), 1);
        QCOMPARE(atSecond.count(), 1);
        QCOMPARE(atFirst[0][0].value<Message>().params().toByteArray(), "[1.0]"_ba);
        QVERIFY(rig.client.notify(u"notifications/x"_s, RawJson::fromText(R"({"a":1})")));
        QCOMPARE(rig.peer.lastParams(u"notifications/x"_s), R"({"a":1})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
