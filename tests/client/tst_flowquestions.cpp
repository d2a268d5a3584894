// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"
#include "client/inputdesk.h"
#include "client/inputrounds.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray elicitation =
        R"({"method":"elicitation/create","params":{"message":"How many?","requestedSchema":)"
        R"({"type":"object","properties":{"n":{"type":"integer"}}}}})";
const QByteArray visit =
        R"({"method":"elicitation/create","params":{"mode":"url","message":"Sign in",)"
        R"("url":"https://example.org/","elicitationId":"e1"}})";
const QByteArray sampling =
        R"({"method":"sampling/createMessage","params":{"maxTokens":9,"messages":)"
        R"([{"role":"user","content":{"type":"text","text":"hi"}}]}})";
const QByteArray roots = R"({"method":"roots/list"})";

/// What a user would say.
RawJson sensibleAnswer(const InputRequest &request)
{
    switch (request.kind()) {
    case InputRequest::Kind::Roots:
        return json(R"({"roots":[{"uri":"file:///w","name":"w"}]})");
    case InputRequest::Kind::Sampling:
        return json(R"({"role":"assistant","model":"manual","content":)"
                    R"({"type":"text","text":"hello"}})");
    case InputRequest::Kind::Elicitation:
        break;
    }
    return json(R"({"action":"accept","content":{"n":4}})");
}

struct Obliging : FlowRig
{
    explicit Obliging(const QString &era, const QStringList &scenarios = {},
                      const ServerSpec &spec = everythingDeclared())
        : FlowRig(era, scenarios, spec)
    {
        answer = [](InputRequest *request) { request->answer(sensibleAnswer(*request)); };
    }
};

/// Everything but what @p left names.
ServerSpec specWithout(bool ClientCapabilities::*left)
{
    ServerSpec spec = FlowRig::everythingDeclared();
    spec.capabilities.*left = false;
    return spec;
}

} // namespace

/// A real process asks the client: by requests of its own (legacy) and in rounds (modern).
class TestFlowQuestions : public QObject
{
    Q_OBJECT

private slots:
    void answered_data();
    void answered();
    void otherRequests_data() { bothEras(); }
    void otherRequests();
    void undeclared_data();
    void undeclared();
    void declined_data() { bothEras(); }
    void declined();
    void openQuestionsBlockNothing_data() { bothEras(); }
    void openQuestionsBlockNothing();
    void cancelledCall_data() { bothEras(); }
    void cancelledCall();

    void takenBack();
    void sameId();
    void tooMany();
    void urlRequired();
    void toolsInSampling_data();
    void toolsInSampling();

    void rounds_data();
    void rounds();
    void roundFaults_data();
    void roundFaults();
    void endlessRounds();
    void inputOnAList();
};

void TestFlowQuestions::answered_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QString>("word");
    for (const char *era : { "legacy", "modern" }) {
        const QString name = QString::fromLatin1(era);
        QTest::addRow("Checklist 60: form %s", era) << name << elicitation << u"\"n\":4"_s;
        QTest::addRow("Checklist 61: URL %s", era) << name << visit << u"accept"_s;
        QTest::addRow("Checklist 64: sampling %s", era) << name << sampling << u"hello"_s;
        QTest::addRow("Checklist 66: roots %s", era) << name << roots << u"file:///w"_s;
    }
}

void TestFlowQuestions::answered()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, question);
    QFETCH(const QString, word);
    Obliging rig(era);
    const QString text = firstText(rig.call(u"ask"_s, question));
    QVERIFY2(text.contains(word), qPrintable(text));
    QCOMPARE(rig.askedCount, 1);
    QVERIFY(rig.client.inputRequests().isEmpty());
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 41: prompts/get and resources/read may ask as well.
void TestFlowQuestions::otherRequests()
{
    QFETCH(const QString, era);
    Obliging rig(era);
    const Ended prompt = waitFor(rig.client.getPrompt(u"ask"_s));
    QVERIFY2(prompt.text().contains("file:///w"), qPrintable(prompt.error().describe()));
    const Ended resource = waitFor(rig.client.readResource(u"test:///ask"_s));
    QVERIFY2(resource.text().contains("file:///w"), qPrintable(resource.error().describe()));
    QCOMPARE(rig.askedCount, 2);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowQuestions::undeclared_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("code"); // what a legacy server gets
    QTest::newRow("Checklist 60: form") << elicitation << 0 << -32602;
    QTest::newRow("Checklist 60: URL") << visit << 1 << -32602;
    QTest::newRow("sampling") << sampling << 2 << -32601;
    QTest::newRow("roots") << roots << 3 << -32601;
}

/// What is not declared is refused as the era says, and nobody is asked.
void TestFlowQuestions::undeclared()
{
    QFETCH(const QByteArray, question);
    QFETCH(const int, left);
    QFETCH(const int, code);
    constexpr bool ClientCapabilities::*members[] = { &ClientCapabilities::elicitationForm,
                                                      &ClientCapabilities::elicitationUrl,
                                                      &ClientCapabilities::sampling,
                                                      &ClientCapabilities::roots };
    Obliging legacy(u"legacy"_s, {}, specWithout(members[left]));
    const QString text = firstText(legacy.call(u"ask"_s, question));
    QVERIFY2(text.contains(QString::number(code)), qPrintable(text));
    QCOMPARE(legacy.askedCount, 0);

    Obliging modern(u"modern"_s, { u"mrtr=undeclared"_s }, specWithout(members[left]));
    const Ended ended = modern.call(u"ask"_s, question);
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY2(modern.isReported(u"was not declared"_s), qPrintable(modern.warnings()));
    QCOMPARE(modern.askedCount, 0);
}

/// Checklist 59: no and "later" are answers of their own; a refusal of sampling is an error.
void TestFlowQuestions::declined()
{
    QFETCH(const QString, era);
    for (const QByteArray &action : { "decline"_ba, "cancel"_ba }) {
        FlowRig rig(era);
        rig.answer = [action](InputRequest *request) {
            request->answer(json(R"({"action":")" + action + "\"}"));
        };
        const QString text = firstText(rig.call(u"ask"_s, elicitation));
        QVERIFY2(text.contains(QLatin1StringView(action)), qPrintable(text));
        QCOMPARE(rig.complaints(), QString());
    }
    FlowRig rig(era); // checklist 65: -1
    rig.answer = [](InputRequest *request) { request->refuse(-1, u"The user said no"_s); };
    const Ended ended = rig.call(u"ask"_s, sampling);
    if (era == "legacy"_L1)
        QVERIFY2(firstText(ended).contains(u"\"code\":-1"), qPrintable(firstText(ended)));
    else
        QCOMPARE(ended.error().kind, Error::Kind::Cancelled); // there is no form for it
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowQuestions::openQuestionsBlockNothing()
{
    QFETCH(const QString, era);
    ServerSpec spec = FlowRig::everythingDeclared();
    spec.timeouts.request = 300;
    FlowRig rig(era, {}, spec);
    Call *const asking = rig.client.callTool(u"ask"_s, json(elicitation));
    QSignalSpy finished(asking, &Call::finished);
    QTRY_COMPARE(rig.askedCount, 1);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QVERIFY(!finished.wait(600)); // checklist 45: the clock stands while a user is asked
    rig.asked.at(0)->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    QVERIFY(asking->outcome());
}

void TestFlowQuestions::cancelledCall()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    Call *const call = rig.client.callTool(u"ask"_s, json(elicitation));
    QTRY_COMPARE(rig.askedCount, 1);
    call->cancel(u"enough"_s);
    QTRY_VERIFY(rig.client.inputRequests().isEmpty());
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString()); // nothing was answered that is not asked any more
}

// ---- Legacy ----

/// The server takes its question back: it is withdrawn, and no answer goes out.
void TestFlowQuestions::takenBack()
{
    FlowRig rig(u"legacy"_s, { u"ask=cancelled"_s });
    Call *const call = rig.client.callTool(u"ask"_s, json(elicitation));
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.askedCount, 1);
    QSignalSpy withdrawn(rig.asked.at(0), &InputRequest::withdrawn);
    QVERIFY(finished.wait());
    QCOMPARE(withdrawn.size(), 1);
    QVERIFY(withdrawn.at(0).at(0).toString().contains(u"changed its mind"));
    QVERIFY(!rig.sentMethods().contains(u"answer"_s));
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 1: an id that is used twice is the server's fault; one answer goes out.
void TestFlowQuestions::sameId()
{
    FlowRig rig(u"legacy"_s, { u"ask=same-id"_s });
    Call *const call = rig.client.callTool(u"ask"_s, json(elicitation));
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.askedCount, 1);
    QTRY_VERIFY2(rig.warnings().contains(u"twice with the same id"), qPrintable(rig.warnings()));
    QCOMPARE(rig.violations(u"the id of one that is not answered"_s), 1);
    rig.asked.at(0)->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    QCOMPARE(rig.sentMethods().count(u"answer"_s), 1);
}

void TestFlowQuestions::tooMany()
{
    FlowRig rig(u"legacy"_s, { u"ask=many"_s });
    Call *const call = rig.client.callTool(u"ask"_s, json(elicitation));
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.warnings().contains(u"more than 100 questions"));
    QTRY_COMPARE(rig.sentMethods().count(u"answer"_s), 50); // refused at once
    QCOMPARE(rig.askedCount, InputDesk::maxOpen);
    for (const QPointer<InputRequest> &request : std::as_const(rig.asked))
        request->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    QCOMPARE(rig.sentMethods().count(u"answer"_s), 150);
}

void TestFlowQuestions::toolsInSampling_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("problem"); // empty: none
    const QByteArray use = R"({"role":"assistant","content":[{"type":"tool_use","id":"u1",)"
                           R"("name":"t","input":{}}]})";
    const QByteArray result = R"({"type":"tool_result","toolUseId":"u1","content":[]})";
    const QByteArray text = R"({"type":"text","text":"t"})";
    const auto user = [](const QByteArray &content) {
        return R"({"role":"user","content":)" + content + '}';
    };
    QTest::newRow("Checklist 65: balanced") << use + ',' + user('[' + result + ']') << QString();
    QTest::newRow("Checklist 65: one block") << use + ',' + user(result) << QString();
    QTest::newRow("Checklist 65: only spoken of")
            << user(R"({"type":"text","text":"tool_use"})") << QString();
    QTest::newRow("Checklist 65: missing") << use + ',' + user(text) << u"not followed"_s;
    QTest::newRow("Checklist 65: at the end") << use << u"not followed"_s;
    QTest::newRow("Checklist 65: mixed")
            << use + ',' + user('[' + result + ',' + text + ']') << u"mixes"_s;
    QTest::newRow("Checklist 65: of nothing") << user('[' + result + ']') << u"answers no use"_s;
}

void TestFlowQuestions::toolsInSampling()
{
    QFETCH(const QByteArray, messages);
    QFETCH(const QString, problem);
    const QByteArray question =
            R"({"method":"sampling/createMessage","params":{"maxTokens":9,"tools":[],"messages":[)"
            + messages + "]}}";
    Obliging legacy(u"legacy"_s);
    const QString text = firstText(legacy.call(u"ask"_s, question));
    QCOMPARE(legacy.askedCount, problem.isEmpty() ? 1 : 0);
    QVERIFY2(text.contains(problem.isEmpty() ? u"hello"_s : problem), qPrintable(text));
    QCOMPARE(text.contains(u"-32602"), !problem.isEmpty());

    Obliging modern(u"modern"_s);
    const Ended ended = modern.call(u"ask"_s, question);
    QCOMPARE(bool(ended.outcome), problem.isEmpty());
    QCOMPARE(modern.askedCount, problem.isEmpty() ? 1 : 0);

    Obliging without(u"legacy"_s, {}, specWithout(&ClientCapabilities::samplingTools));
    QVERIFY(firstText(without.call(u"ask"_s, question)).contains(u"-32602")); // checklist 64
}

/// Checklist 62: the error has what to open; the call is made again by hand.
void TestFlowQuestions::urlRequired()
{
    FlowRig rig(u"legacy"_s, { u"url-required"_s });
    const Error error = rig.call(u"echo"_s).error();
    QCOMPARE(error.kind, Error::Kind::Remote);
    QCOMPARE(error.code, -32042);
    QCOMPARE(error.data.value("elicitations").element(0).value("elicitationId").toString(),
             u"e1"_s);
    QTRY_COMPARE(rig.told(u"notifications/elicitation/complete"_s).size(), 2);
    QVERIFY(rig.call(u"echo"_s).outcome);
    QCOMPARE(rig.askedCount, 0); // nothing is opened by itself
    QCOMPARE(rig.complaints(), QString());
}

// ---- Modern ----

void TestFlowQuestions::rounds_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("questions");
    // The fake server refuses a retry with a missing answer, another state or the id of before.
    QTest::newRow("Checklist 38: one") << u"rounds:1"_s << 1;
    QTest::newRow("Checklist 38: three") << u"rounds:3"_s << 3;
    QTest::newRow("Checklist 38: two questions") << u"two"_s << 2;
    QTest::newRow("Checklist 39: escapes") << u"odd-state"_s << 1;
    QTest::newRow("Checklist 39: empty") << u"empty-state"_s << 1;
    QTest::newRow("Checklist 39: none") << u"no-state"_s << 1;
    QTest::newRow("Checklist 40: given once, not again") << u"dropped-state"_s << 2;
    QTest::newRow("Checklist 39: state alone") << u"state-only"_s << 0;
}

void TestFlowQuestions::rounds()
{
    QFETCH(const QString, kind);
    QFETCH(const int, questions);
    Obliging rig(u"modern"_s, { u"mrtr="_s + kind });
    const Ended ended = rig.call(u"ask"_s, elicitation);
    QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
    QCOMPARE(rig.askedCount, questions);
    // Checklist 40: the next request carries nothing of it.
    QVERIFY(rig.call(u"echo"_s).outcome);
    const RawJson next = rig.sentParams(u"tools/call"_s);
    QVERIFY(!next.contains("requestState") && !next.contains("inputResponses"));
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowQuestions::roundFaults_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << u"neither"_s << u"neither inputRequests nor requestState"_s;
    QTest::newRow("list") << u"list"_s << u"not an object"_s;
    QTest::newRow("state is a number") << u"number-state"_s << u"not a string"_s;
    QTest::newRow("unknown method") << u"unknown-method"_s << u"tools/list"_s;
    QTest::newRow("many") << u"many"_s << u"more than 100"_s;
}

void TestFlowQuestions::roundFaults()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, word);
    Obliging rig(u"modern"_s, { u"mrtr="_s + kind });
    const Ended ended = rig.call(u"ask"_s, elicitation);
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY2(ended.error().message.contains(word), qPrintable(ended.error().message));
    QVERIFY2(rig.isReported(word), qPrintable(rig.warnings()));
    QCOMPARE(rig.askedCount, 0);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
}

void TestFlowQuestions::endlessRounds()
{
    Obliging rig(u"modern"_s, { u"mrtr=endless"_s });
    const Ended ended = rig.call(u"ask"_s, elicitation);
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QCOMPARE(rig.askedCount, InputRounds::maxRounds);
}

/// Checklist 41.
void TestFlowQuestions::inputOnAList()
{
    Obliging rig(u"modern"_s, { u"mrtr=on-list"_s });
    const Ended ended = waitFor(rig.client.listTools());
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY2(rig.isReported(u"input_required"_s), qPrintable(rig.warnings()));
    QCOMPARE(rig.askedCount, 0);
}

QTEST_GUILESS_MAIN(TestFlowQuestions)
#include "tst_flowquestions.moc"
