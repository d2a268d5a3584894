// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/answerpolicy.h"
#include "orchestrator/asking.h"
#include "orchestrator/samplingcommand.h"
#include "orchestrator/samplingresponders.h"

#include "json/jsontext.h"

#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtTest/qsignalspy.h>

using namespace Mcp;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// Automatic answers to sampling: fixed, an echo, a program's.
class TestResponders : public QObject, McpTest::Asking
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void respondersAnswer_data();
    void respondersAnswer();
    void aProgramNeedsConsent();
    void aProgramRunsOnce();
    void tooManyPrograms();
    void aFailingProgramLeavesItToTheUser();
    void programsEndWithTheirQuestion();
    void whatTheyLeaveBehindEndsToo_data();
    void whatTheyLeaveBehindEndsToo();
    void largeRequests();
    void endlessSamplingPauses();
};

void TestResponders::respondersAnswer_data()
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

void TestResponders::respondersAnswer()
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
        const QString result = RawJson::fromText(settled(ask(McpTest::sampling)).toUtf8())
                                       .value("content")
                                       .element(0)
                                       .value("text")
                                       .toString();
        QVERIFY2(result.contains(answer), qPrintable(result));
        QVERIFY(questions()->open().isEmpty());
    }
}

void TestResponders::aProgramNeedsConsent()
{
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = { SamplingResponder::Kind::Command, {}, script("echo yes"), {} };
    });
    Call *const call = ask(McpTest::sampling);
    InputRequest *const question = onlyQuestion();
    QVERIFY(!call->isFinished());
    // Another program than the one that was shown is not agreed to.
    SamplingResponder shown = m_orchestrator->server(u"fake"_s)->spec().responder;
    shown.arguments = { u"other"_s };
    QVERIFY(questions()->letRespond(question, shown));
    QVERIFY(!questions()->isResponding(question));
    shown.arguments.clear();
    QVERIFY(!questions()->letRespond(question, shown));
    QVERIFY(settled(call).contains("yes"_L1));
    QVERIFY(settled(ask(McpTest::sampling)).contains("yes"_L1)); // for good
    // Another program is another question.
    ServerSpec spec = m_orchestrator->server(u"fake"_s)->spec();
    spec.responder.arguments = { u"more"_s };
    QVERIFY(!m_orchestrator->updateServer(u"fake"_s, spec));
    ask(McpTest::sampling);
    onlyQuestion();
}

void TestResponders::aProgramRunsOnce()
{
    const QString starts = m_dir->filePath(u"starts"_s);
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = { SamplingResponder::Kind::Command,
                           {},
                           script("echo x >> " + starts.toUtf8() + "; sleep 60"),
                           {} };
    });
    ask(McpTest::sampling);
    InputRequest *const question = onlyQuestion();
    const SamplingResponder shown = m_orchestrator->server(u"fake"_s)->spec().responder;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!questions()->letRespond(question, shown));
    QTRY_VERIFY(QFile::exists(starts));
    QVERIFY(questions()->isResponding(question));
    questions()->stopResponding(question);
    QVERIFY(!questions()->isResponding(question));
    QVERIFY(questions()->noteOf(question).contains("stopped"_L1));
    QFile file(starts);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "x\n"_ba);
    // Again, if one wishes.
    QVERIFY(!questions()->letRespond(question, shown));
    QTRY_COMPARE(QFileInfo(starts).size(), 4);
}

/// Who lets one more answer is told that it does not.
void TestResponders::tooManyPrograms()
{
    open(u"legacy"_s, [&](ServerSpec &spec) {
        spec.responder = { SamplingResponder::Kind::Command, {}, script("sleep 60"), {} };
    });
    constexpr int most = SamplingResponders::maxRunning;
    for (int i = 0; i <= most; ++i)
        ask(McpTest::sampling);
    QTRY_COMPARE(questions()->open().size(), most + 1);
    const QList<InputRequest *> asked = questions()->open();
    const SamplingResponder shown = m_orchestrator->server(u"fake"_s)->spec().responder;
    for (int i = 0; i < most; ++i)
        QVERIFY(!questions()->letRespond(asked.at(i), shown));
    const Error error = questions()->letRespond(asked.at(most), shown);
    QVERIFY2(error.message.contains(u"4 programs answer already"_s), qPrintable(error.message));
    QVERIFY(!questions()->isResponding(asked.at(most)));
    QCOMPARE(questions()->noteOf(asked.at(most)), error.message);
    questions()->stopResponding(asked.first());
    QVERIFY(!questions()->letRespond(asked.at(most), shown)); // there is room again
    QVERIFY(questions()->isResponding(asked.at(most)));
}

void TestResponders::aFailingProgramLeavesItToTheUser()
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
        open(u"legacy"_s, [this, text = program](ServerSpec &spec) {
            spec.responder = { SamplingResponder::Kind::Command, {}, script(text), {} };
            m_orchestrator->answerPolicy().letRespond(spec);
        });
        Call *const call = ask(McpTest::sampling);
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
    ask(McpTest::sampling);
    QVERIFY(questions()->noteOf(onlyQuestion()).contains("could not be started"_L1));
}

void TestResponders::programsEndWithTheirQuestion()
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
    ask(McpTest::sampling);
    QTRY_VERIFY(QFile::exists(pids));
    QFile file(pids);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed()) + u"/cwd"_s;
    QVERIFY(questions()->open().isEmpty());
    m_orchestrator->stopServer(u"fake"_s);
    QTRY_VERIFY(!QFile::exists(process));
}

void TestResponders::whatTheyLeaveBehindEndsToo_data()
{
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("answered") << "echo yes"_ba;
    QTest::newRow("failed") << "exit 3"_ba;
    QTest::newRow("endless") << "exec cat /dev/zero"_ba;
    QTest::newRow("too late") << "sleep 60"_ba;
}

/// A child in the background, which holds the program's output open.
void TestResponders::whatTheyLeaveBehindEndsToo()
{
    QFETCH(const QByteArray, ending);
    const QString pid = m_dir->filePath(u"pid"_s);
    SamplingResponder responder;
    responder.command = script("sleep 60 & echo $! > " + pid.toUtf8() + "; " + ending);
    SamplingCommand command(responder, RawJson(), nullptr);
    command.setTimeout(ending == "sleep 60" ? 300 : 20'000);
    QSignalSpy finished(&command, &SamplingCommand::finished);
    command.start();
    QTRY_COMPARE(finished.size(), 1);
    QFile file(pid);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed()) + u"/cwd"_s;
    QTRY_VERIFY(!QFile::exists(process));
}

/// More than a pipe holds, to a program that takes its time.
void TestResponders::largeRequests()
{
    SamplingResponder responder;
    responder.command = script("sleep 0.2; wc -c");
    const QByteArray request = "{\"x\":\"" + QByteArray(3'000'000, 'x') + "\"}";
    SamplingCommand command(responder, RawJson::fromText(request), nullptr);
    std::optional<RawJson> answer;
    connect(&command, &SamplingCommand::finished, this, [&answer](const Result<RawJson> &result) {
        answer = result ? *result : RawJson::fromString(result.error().message);
    });
    command.start();
    QTRY_VERIFY(answer);
    QCOMPARE(answer->value("content").value("text").toString(),
             QString::number(request.size() + 1));
}

void TestResponders::endlessSamplingPauses()
{
    open(u"legacy"_s,
         [](ServerSpec &spec) { spec.responder.kind = SamplingResponder::Kind::Echo; });
    for (int i = 0; i < 60; ++i)
        QVERIFY(settled(ask(McpTest::sampling)).startsWith(u'{'));
    ask(McpTest::sampling);
    QVERIFY(questions()->noteOf(onlyQuestion()).contains("pause"_L1));
}

QTEST_GUILESS_MAIN(TestResponders)
#include "tst_responders.moc"
