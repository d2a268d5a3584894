// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realservers.h"

#include "support/clirun.h"
#include "support/skip.h"
#include "support/testhome.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray answers =
        R"({"elicitation/create":{"action":"accept","content":{"size":40,"name":"Zoé"}},)"
        R"("sampling/createMessage":{"role":"assistant","model":"by hand",)"
        R"("content":{"type":"text","text":"Very."}}})";

} // namespace

/// The modern era as the official Python SDK speaks it, from the command line: resources,
/// templates, prompts, completion, log messages on request, and questions in rounds (sdkserver.py).
class TestSdkServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void requests_data();
    void requests();
    void missingResource();
    void noPing();
    void aRound();
    void everythingInOneRound_data();
    void everythingInOneRound();
    void declined();
    void progressAndLogs();

private:
    CliRun run(const QStringList &options) const
    {
        return CliRun::run(QStringList{ m_server.program } + m_server.arguments
                           + QStringList{ u"--"_s, u"--format"_s, u"json"_s, u"--stderr"_s,
                                          u"drop"_s, u"--connect-timeout"_s, u"60000"_s }
                           + options);
    }
    CliRun call(const QString &tool, const QStringList &more) const
    {
        return run(QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, tool } + more);
    }
    QString answerFile() const
    {
        const QString path = m_folder.filePath(u"answers.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(answers) != answers.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QString text(const CliRun &run)
    {
        return run.result().value("result").value("content").element(0).value("text").toString();
    }

    QTemporaryDir m_folder;
    TestHome m_home;
    RealServer m_server;
};

void TestSdkServer::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_server = RealServers(m_folder.path()).named(u"sdk"_s);
}

void TestSdkServer::init()
{
    if (!m_server.missing.isEmpty())
        MCP_SKIP(qPrintable(m_server.missing));
}

void TestSdkServer::requests_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString &line, const QByteArray &expected) {
        QTest::newRow(qPrintable(line)) << line << expected;
    };
    row(u"resources/list"_s, R"("uri":"note://first")");
    row(u"resources/templates/list"_s, R"("uriTemplate":"pet://{kind}/{name}")");
    row(u"resources/read --uri note://first"_s, R"("text":"The first note.")");
    row(u"resources/read --uri pet://cat/Tom"_s, R"("text":"Tom is a cat")");
    row(u"prompts/list"_s, R"("name":"greet")");
    row(u"prompts/get --prompt-name greet --prompt-args who=Bob how=coolly"_s,
        R"("text":"Greet Bob coolly.")");
    row(u"completion/complete --complete-ref-type ref/prompt --complete-ref greet "
        "--complete-arg-name who --complete-arg-value A"_s,
        R"("values":["Alice"])");
    row(u"completion/complete --complete-ref-type ref/resource --complete-ref pet://{kind}/{name} "
        "--complete-arg-name kind --complete-arg-value c"_s,
        R"("values":["cat","cow"])");
    row(u"tools/call --tool-name write_note --tool-arg name=second text=Hello"_s,
        R"("text":"written")");
}

void TestSdkServer::requests()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, expected);
    const CliRun run = this->run(QStringList{ u"--method"_s } + line.split(u' '));
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(run.output.contains(expected), run.all());
    QVERIFY2(!('\n' + run.errors).contains("\nwarning:"), run.all()); // log: warning: is none
}

void TestSdkServer::missingResource()
{
    const CliRun run =
            this->run({ u"--method"_s, u"resources/read"_s, u"--uri"_s, u"note://none"_s });
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.error().value("rpc").value("code").toByteArray(), "-32602");
}

void TestSdkServer::noPing()
{
    const CliRun run = this->run({ u"--method"_s, u"ping"_s });
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorCode(), u"not_in_this_era"_s);
}

void TestSdkServer::aRound()
{
    const CliRun run =
            call(u"order"_s, { u"--tool-arg"_s, u"item=shoes"_s, u"--answer"_s, answerFile() });
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(text(run), u"shoes in size 40 for Zoé"_s);
}

void TestSdkServer::everythingInOneRound_data()
{
    QTest::addColumn<QString>("era");
    QTest::newRow("modern") << u"modern"_s;
    QTest::newRow("legacy, as three questions") << u"legacy"_s;
}

void TestSdkServer::everythingInOneRound()
{
    QFETCH(const QString, era);
    const CliRun run = call(u"ask_everything"_s,
                            { u"--era"_s, era, u"--tool-arg"_s, u"item=shoes"_s, u"--answer"_s,
                              answerFile(), u"--roots"_s, m_folder.path() });
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(text(run),
             u"Zoé takes size 40; the model says: Very.; roots: file://"_s + m_folder.path());
}

void TestSdkServer::declined()
{
    const CliRun run = call(u"order"_s, { u"--tool-arg"_s, u"item=shoes"_s });
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.errors.contains("elicitation/create was declined: Which size of shoes?"),
             run.all());
    QVERIFY2(text(run).contains("elicitation was decline"_L1), run.all());
}

void TestSdkServer::progressAndLogs()
{
    const CliRun quiet = call(u"steps"_s, { u"--tool-arg"_s, u"count=2"_s });
    QVERIFY2(quiet.errors.contains("progress: 2 of 2: step 2"), quiet.all());
    QVERIFY2(!quiet.errors.contains("log:"), quiet.all()); // nobody asked for them
    const CliRun talkative =
            call(u"steps"_s, { u"--tool-arg"_s, u"count=2"_s, u"--log-level"_s, u"info"_s });
    QVERIFY2(talkative.errors.contains("log: info steps: step 2 is done"), talkative.all());
}

QTEST_GUILESS_MAIN(TestSdkServer)
#include "tst_sdkserver.moc"
