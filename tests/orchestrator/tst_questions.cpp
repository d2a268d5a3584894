// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/answerpolicy.h"
#include "orchestrator/asking.h"

#include "protocol/elicitation.h"
#include "server/tracelog.h"
#include "wire/errorcode.h"
#include "json/jsontext.h"

#include <QtTest/qsignalspy.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// What servers ask, and who answers: the user, or what the user has settled before.
class TestQuestions : public QObject, McpTest::Asking
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void waitsForTheUser_data();
    void waitsForTheUser();
    void goneWithItsCall_data();
    void goneWithItsCall();
    void othersGoOn();
    void rootsAreAskedForOnce_data();
    void rootsAreAskedForOnce();
    void otherFoldersAskAgain();
    void changedFoldersAreTold_data();
    void changedFoldersAreTold();
    void tooManyAreTurnedAway();
    void requiredVisits();
};

namespace {

const QString visit =
        uR"({"mode":"url","message":"Sign in","url":"https://example.org/x","elicitationId":"%1"})"_s;

} // namespace

void TestQuestions::waitsForTheUser_data() { McpTest::addEras(); }

void TestQuestions::waitsForTheUser()
{
    QFETCH(const QString, era);
    open(era);
    const QSignalSpy asked(questions(), &Questions::asked);
    const QSignalSpy ended(questions(), &Questions::ended);
    Call *const call = ask(McpTest::elicitation);
    InputRequest *const question = onlyQuestion();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(questions()->serverOf(question), u"fake"_s);
    QCOMPARE(questions()->openOf(u"fake"_s), QList{ question });
    QVERIFY(questions()->openOf(u"other"_s).isEmpty());
    question->answer(Elicitation::accepted(RawJson::fromText(R"({"n":4})")));
    QVERIFY(questions()->open().isEmpty());
    QCOMPARE(ended.size(), 1);
    QVERIFY(ended.first().at(2).toString().isEmpty());
    const QString result = settled(call);
    QVERIFY2(result.contains(uR"({\"action\":\"accept\",\"content\":{\"n\":4}})"_s),
             qPrintable(result));
}

void TestQuestions::goneWithItsCall_data() { McpTest::addEras(); }

void TestQuestions::goneWithItsCall()
{
    QFETCH(const QString, era);
    open(era);
    const QSignalSpy ended(questions(), &Questions::ended);
    Call *const call = ask(McpTest::elicitation);
    onlyQuestion();
    if (era == "modern"_L1)
        call->cancel();
    else
        m_orchestrator->stopServer(u"fake"_s);
    QTRY_VERIFY(questions()->open().isEmpty());
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended.first().at(2).toString().isEmpty());
}

void TestQuestions::othersGoOn()
{
    open(u"legacy"_s);
    Call *const waiting = ask(McpTest::elicitation);
    onlyQuestion();
    const QString other =
            settled(m_orchestrator->callServerTool(u"fake"_s, u"echo"_s, RawJson::fromText("{}")));
    QVERIFY2(other.startsWith(u'{'), qPrintable(other));
    QVERIFY(!waiting->isFinished());
}

void TestQuestions::rootsAreAskedForOnce_data() { McpTest::addEras(); }

void TestQuestions::rootsAreAskedForOnce()
{
    QFETCH(const QString, era);
    open(era);
    Call *call = ask(McpTest::roots);
    const QList<Root> shared{ *Root::fromPath(m_dir->path()) };
    QVERIFY(!questions()->shareRoots(onlyQuestion(), shared));
    const QString uri = u"file://"_s + m_dir->path();
    QVERIFY(settled(call).contains(uri));
    // From now on it knows.
    const QSignalSpy byItself(questions(), &Questions::answeredByItself);
    QVERIFY(settled(ask(McpTest::roots)).contains(uri));
    QCOMPARE(byItself.size(), 1);
    // Also after a restart of the program.
    m_orchestrator.reset();
    m_orchestrator = std::make_unique<Orchestrator>(
            OrchestratorPaths{ {}, m_dir->filePath(u"data"_s), false });
    m_orchestrator->setAnswered(ClientCapabilities::all());
    questions();
    open(era, [&](ServerSpec &spec) { spec.roots = shared; });
    QVERIFY(settled(ask(McpTest::roots)).contains(uri));
}

void TestQuestions::otherFoldersAskAgain()
{
    open(u"legacy"_s);
    Call *call = ask(McpTest::roots);
    QVERIFY(!questions()->shareRoots(onlyQuestion(), {}));
    QVERIFY(settled(call).contains(uR"({\"roots\":[]})"_s));
    ServerSpec spec = m_orchestrator->server(u"fake"_s)->spec();
    spec.roots = { *Root::fromUri(u"file:///else"_s) };
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    call = ask(McpTest::roots);
    InputRequest *const question = onlyQuestion();
    QVERIFY(!call->isFinished());
    // Agreed to elsewhere, it is answered there and then.
    m_orchestrator->answerPolicy().letKnowRoots(spec);
    spec.autoRestart = true; // any change is heard of
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    QVERIFY(!question->isOpen());
    QVERIFY(settled(call).contains("file:///else"_L1));
}

void TestQuestions::changedFoldersAreTold_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<bool>("withheld");
    QTest::addColumn<bool>("told");
    QTest::newRow("legacy") << u"legacy"_s << false << true;
    QTest::newRow("legacy, not declared") << u"legacy"_s << true << false;
    QTest::newRow("modern") << u"modern"_s << false << false;
}

void TestQuestions::changedFoldersAreTold()
{
    QFETCH(const QString, era);
    QFETCH(const bool, withheld);
    QFETCH(const bool, told);
    open(era, [&](ServerSpec &spec) { spec.withheld.roots = withheld; });
    ServerSpec spec = m_orchestrator->server(u"fake"_s)->spec();
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    QVERIFY(!wasSent(u"notifications/roots/list_changed"_s));
    spec.roots = { *Root::fromUri(u"file:///else"_s) };
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    QCOMPARE(wasSent(u"notifications/roots/list_changed"_s), told);
}

void TestQuestions::tooManyAreTurnedAway()
{
    open(u"legacy"_s);
    ServerSpec other = fakeSpec(u"other"_s);
    other.launch.arguments << u"--era"_s << u"modern"_s;
    other.era = EraSetting::Modern;
    QVERIFY(!m_orchestrator->addServer(other));
    QVERIFY(settled(m_orchestrator->open(u"other"_s)).startsWith(u'{'));
    for (int i = 0; i < 100; ++i)
        ask(McpTest::elicitation);
    QTRY_COMPARE(questions()->open().size(), 100);
    const QString result = settled(m_orchestrator->callServerTool(
            u"other"_s, u"ask"_s, RawJson::fromText(McpTest::elicitation)));
    QVERIFY2(result.contains("cancel"_L1), qPrintable(result));
    QCOMPARE(questions()->open().size(), 100);
}

void TestQuestions::requiredVisits()
{
    open(u"legacy"_s);
    Error error;
    error.kind = Error::Kind::Remote;
    error.code = ErrorCode::urlRequired;
    error.data = RawJson::fromText("{\"elicitations\":[" + visit.arg(u"a"_s).toUtf8() + ",5,"
                                   + visit.arg(u"b"_s).toUtf8() + "]}");
    const QList<RawJson> required = Elicitation::requiredBy(error);
    const QSignalSpy changed(questions(), &Questions::changed);
    QCOMPARE(questions()->offer(u"fake"_s, required), 2);
    QCOMPARE(questions()->offer(u"fake"_s, required), 2);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(changed.size(), 2);         // once a turn
    QCOMPARE(questions()->open().size(), 2); // not twice
    QCOMPARE(questions()->offer(u"no such server"_s, required), 0);
    const auto complete = [this](const QString &id) {
        const QByteArray params = "{\"elicitationId\":" + JsonText::quote(id) + '}';
        emit m_orchestrator->defaultClient(u"fake"_s)->notificationReceived(Message::notification(
                u"notifications/elicitation/complete"_s, RawJson::fromText(params)));
    };
    complete(u"unknown"_s);
    QCOMPARE(questions()->open().size(), 2);
    complete(u"a"_s);
    QCOMPARE(questions()->open().size(), 1);
    const QSignalSpy completed(questions(), &Questions::visitCompleted);
    onlyQuestion()->answer(Elicitation::accepted());
    complete(u"b"_s);
    complete(u"b"_s);
    QCOMPARE(completed.size(), 1);
    QCOMPARE(completed.first().at(1).toString(), u"example.org"_s);
    // Gone with the server.
    questions()->offer(u"fake"_s, required);
    m_orchestrator->stopServer(u"fake"_s);
    QTRY_VERIFY(questions()->open().isEmpty());
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
