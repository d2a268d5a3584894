// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/answerpolicy.h"
#include "orchestrator/harness.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"

#include "protocol/elicitation.h"
#include "server/tracelog.h"
#include "json/jsontext.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// What servers ask and who answers: the user, or what the user has settled before.
class TestQuestions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
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
    void respondersAnswer_data();
    void respondersAnswer();
    void aProgramNeedsConsent();
    void aFailingProgramLeavesItToTheUser();
    void programsEndWithTheirQuestion();
    void endlessSamplingPauses();
    void tooManyAreTurnedAway();
    void requiredVisits();

private:
    void open(const QString &era, const std::function<void(ServerSpec &)> &adjust = {});
    Call *ask(const QByteArray &question);
    Questions *questions() { return m_orchestrator->questions(); }
    /// The one question that is open, once there is one.
    InputRequest *onlyQuestion();
    QString script(const QByteArray &text);
    bool wasSent(const QString &method) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Orchestrator> m_orchestrator;
};

namespace {

const QByteArray elicitation =
        R"({"method":"elicitation/create","params":{"message":"Which size?","requestedSchema":)"
        R"({"type":"object","properties":{"n":{"type":"integer"}}}}})";
const QByteArray roots = R"({"method":"roots/list"})";
const QByteArray sampling =
        R"({"method":"sampling/createMessage","params":{"maxTokens":3,"messages":[)"
        R"({"role":"user","content":{"type":"text","text":"one two three four"}}]}})";
const QString visit =
        uR"({"mode":"url","message":"Sign in","url":"https://example.org/x","elicitationId":"%1"})"_s;

void addEras()
{
    QTest::addColumn<QString>("era");
    QTest::newRow("legacy") << u"legacy"_s;
    QTest::newRow("modern") << u"modern"_s;
}

} // namespace

void TestQuestions::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_orchestrator = std::make_unique<Orchestrator>(
            OrchestratorPaths{ {}, m_dir->filePath(u"data"_s), false });
    m_orchestrator->setAnswered(ClientCapabilities::all());
    questions();
}

void TestQuestions::cleanup()
{
    m_orchestrator.reset();
    m_dir.reset();
}

void TestQuestions::open(const QString &era, const std::function<void(ServerSpec &)> &adjust)
{
    ServerSpec spec = fakeSpec(u"fake"_s);
    spec.launch.arguments << u"--era"_s << era;
    spec.era = *eraSettingFromString(era);
    if (adjust)
        adjust(spec);
    QVERIFY(!m_orchestrator->addServer(spec));
    const QString result = settled(m_orchestrator->open(u"fake"_s));
    QVERIFY2(result.startsWith(u'{'), qPrintable(result));
}

Call *TestQuestions::ask(const QByteArray &question)
{
    return m_orchestrator->callServerTool(u"fake"_s, u"ask"_s, RawJson::fromText(question));
}

InputRequest *TestQuestions::onlyQuestion()
{
    if (!QTest::qWaitFor([this] { return questions()->open().size() == 1; }, 10'000))
        qFatal("not one question but %d", int(questions()->open().size()));
    return questions()->open().constFirst();
}

QString TestQuestions::script(const QByteArray &text)
{
    const QString path = m_dir->filePath(u"responder"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

bool TestQuestions::wasSent(const QString &method) const
{
    const TraceLog *const trace = m_orchestrator->server(u"fake"_s)->trace();
    for (int i = 0; i < trace->count(); ++i) {
        if (trace->at(i).method == method)
            return true;
    }
    return false;
}

void TestQuestions::waitsForTheUser_data() { addEras(); }

void TestQuestions::waitsForTheUser()
{
    QFETCH(const QString, era);
    open(era);
    const QSignalSpy asked(questions(), &Questions::asked);
    const QSignalSpy ended(questions(), &Questions::ended);
    Call *const call = ask(elicitation);
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

void TestQuestions::goneWithItsCall_data() { addEras(); }

void TestQuestions::goneWithItsCall()
{
    QFETCH(const QString, era);
    open(era);
    const QSignalSpy ended(questions(), &Questions::ended);
    Call *const call = ask(elicitation);
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
    Call *const waiting = ask(elicitation);
    onlyQuestion();
    const QString other =
            settled(m_orchestrator->callServerTool(u"fake"_s, u"echo"_s, RawJson::fromText("{}")));
    QVERIFY2(other.startsWith(u'{'), qPrintable(other));
    QVERIFY(!waiting->isFinished());
}

void TestQuestions::rootsAreAskedForOnce_data() { addEras(); }

void TestQuestions::rootsAreAskedForOnce()
{
    QFETCH(const QString, era);
    open(era);
    Call *call = ask(roots);
    const QList<Root> shared{ *Root::fromPath(m_dir->path()) };
    QVERIFY(!questions()->shareRoots(onlyQuestion(), shared));
    const QString uri = u"file://"_s + m_dir->path();
    QVERIFY(settled(call).contains(uri));
    // From now on it knows.
    const QSignalSpy byItself(questions(), &Questions::answeredByItself);
    QVERIFY(settled(ask(roots)).contains(uri));
    QCOMPARE(byItself.size(), 1);
    // Also after a restart of the program.
    m_orchestrator.reset();
    m_orchestrator = std::make_unique<Orchestrator>(
            OrchestratorPaths{ {}, m_dir->filePath(u"data"_s), false });
    m_orchestrator->setAnswered(ClientCapabilities::all());
    questions();
    open(era, [&](ServerSpec &spec) { spec.roots = shared; });
    QVERIFY(settled(ask(roots)).contains(uri));
}

void TestQuestions::otherFoldersAskAgain()
{
    open(u"legacy"_s);
    Call *call = ask(roots);
    QVERIFY(!questions()->shareRoots(onlyQuestion(), {}));
    QVERIFY(settled(call).contains(uR"({\"roots\":[]})"_s));
    ServerSpec spec = m_orchestrator->server(u"fake"_s)->spec();
    spec.roots = { *Root::fromUri(u"file:///else"_s) };
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    call = ask(roots);
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

void TestQuestions::respondersAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("answer");
    using Kind = SamplingResponder::Kind;
    const QString shape =
            uR"("content":{"type":"text","text":"%1"},"model":"%2","stopReason":"%3")"_s;
    QTest::newRow("text") << int(Kind::Text) << QByteArray()
                          << shape.arg(u"hello"_s, u"fixed-text"_s, u"endTurn"_s);
    QTest::newRow("echo, cut to maxTokens")
            << int(Kind::Echo) << QByteArray()
            << shape.arg(u"one two three"_s, u"echo"_s, u"maxTokens"_s);
    QTest::newRow("plain text") << int(Kind::Command) << "printf ' said \\n'"_ba
                                << shape.arg(u"said"_s, u"responder"_s, u"endTurn"_s);
    QTest::newRow("json") << int(Kind::Command)
                          << R"(echo '{"role":"assistant", "content":[], "model":"m", "x":1.0}')"_ba
                          << uR"({"role":"assistant","content":[],"model":"m","x":1.0})"_s;
    QTest::newRow("sees the request")
            << int(Kind::Command) << R"(grep -c '"maxTokens":3.*one two' )"_ba
            << shape.arg(u"1"_s, u"responder"_s, u"endTurn"_s);
}

void TestQuestions::respondersAnswer()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, program);
    QFETCH(const QString, answer);
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        cleanup();
        init();
        open(era, [&](ServerSpec &spec) {
            spec.responder = { SamplingResponder::Kind(kind), u"hello"_s, script(program), {} };
            m_orchestrator->answerPolicy().letRespond(spec);
        });
        const QString result = RawJson::fromText(settled(ask(sampling)).toUtf8())
                                       .value("content")
                                       .element(0)
                                       .value("text")
                                       .toString();
        QVERIFY2(result.contains(answer), qPrintable(result));
        QVERIFY(questions()->open().isEmpty());
    }
}

void TestQuestions::aProgramNeedsConsent()
{
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = {
            SamplingResponder::Kind::Command, {}, script("echo yes"), {}
        };
    });
    Call *const call = ask(sampling);
    InputRequest *const question = onlyQuestion();
    QVERIFY(!call->isFinished());
    questions()->letRespond(question);
    QVERIFY(settled(call).contains("yes"_L1));
    QVERIFY(settled(ask(sampling)).contains("yes"_L1)); // for good
    // Another program is another question.
    ServerSpec spec = m_orchestrator->server(u"fake"_s)->spec();
    spec.responder.arguments = { u"more"_s };
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    ask(sampling);
    onlyQuestion();
}

void TestQuestions::aFailingProgramLeavesItToTheUser()
{
    const std::pair<QByteArray, QString> programs[] = {
        { "echo sorry >&2; exit 3", u"exit code 3: sorry"_s },
        { "exit 0", u"wrote no answer"_s },
        { "echo '{\"role\":'", u"is none"_s },
        { "echo '{}'", u"has no “role”"_s },
        { "kill -9 $$", u"crashed"_s },
        { "exec cat /dev/zero", u"more than"_s },
    };
    for (const auto &[program, why] : programs) {
        cleanup();
        init();
        open(u"legacy"_s, [&](ServerSpec &spec) {
            spec.responder = { SamplingResponder::Kind::Command, {}, script(program), {} };
            m_orchestrator->answerPolicy().letRespond(spec);
        });
        Call *const call = ask(sampling);
        InputRequest *const question = onlyQuestion();
        QVERIFY2(questions()->noteOf(question).contains(why),
                 qPrintable(questions()->noteOf(question)));
        question->refuse(-1, u"No"_s);
        QVERIFY(settled(call).contains("No"_L1));
    }
    cleanup();
    init();
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = { SamplingResponder::Kind::Command, {}, u"/no/such/program"_s, {} };
        m_orchestrator->answerPolicy().letRespond(spec);
    });
    ask(sampling);
    QVERIFY(questions()->noteOf(onlyQuestion()).contains("could not be started"_L1));
}

void TestQuestions::programsEndWithTheirQuestion()
{
    const QString pids = m_dir->filePath(u"pid"_s);
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = { SamplingResponder::Kind::Command,
                           {},
                           script("sleep 60 & echo $! > " + pids.toUtf8() + ".new; mv "
                                  + pids.toUtf8() + ".new " + pids.toUtf8() + "; wait"),
                           {} };
        m_orchestrator->answerPolicy().letRespond(spec);
    });
    ask(sampling);
    QTRY_VERIFY(QFile::exists(pids));
    QFile file(pids);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed()) + u"/cwd"_s;
    QVERIFY(questions()->open().isEmpty());
    m_orchestrator->stopServer(u"fake"_s);
    QTRY_VERIFY(!QFile::exists(process));
}

void TestQuestions::endlessSamplingPauses()
{
    open(u"legacy"_s,
         [](ServerSpec &spec) { spec.responder.kind = SamplingResponder::Kind::Echo; });
    for (int i = 0; i < 60; ++i)
        QVERIFY(settled(ask(sampling)).startsWith(u'{'));
    ask(sampling);
    QVERIFY(questions()->noteOf(onlyQuestion()).contains("pause"_L1));
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
        ask(elicitation);
    QTRY_COMPARE(questions()->open().size(), 100);
    const QString result = settled(
            m_orchestrator->callServerTool(u"other"_s, u"ask"_s, RawJson::fromText(elicitation)));
    QVERIFY2(result.contains("cancel"_L1), qPrintable(result));
    QCOMPARE(questions()->open().size(), 100);
}

void TestQuestions::requiredVisits()
{
    open(u"legacy"_s);
    Error error;
    error.kind = Error::Kind::Remote;
    error.code = Elicitation::urlRequired;
    error.data = RawJson::fromText("{\"elicitations\":[" + visit.arg(u"a"_s).toUtf8() + ",5,"
                                   + visit.arg(u"b"_s).toUtf8() + "]}");
    const QList<RawJson> required = Elicitation::requiredBy(error);
    QCOMPARE(questions()->offer(u"fake"_s, required), 2);
    QCOMPARE(questions()->offer(u"fake"_s, required), 2);
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
