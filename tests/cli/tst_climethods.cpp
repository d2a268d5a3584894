// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/skip.h"
#include "support/testhome.h"
#include "support/testprocess.h"
#include "json/jsontext.h"

#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// What the methods send and print, in both eras and framings.
class TestCliMethods : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<TestHome>(); }
    void cleanup() { m_home.reset(); }
    void methods_data();
    void methods();
    void completion_data();
    void completion();
    void tasks_data();
    void tasks();
    void initializeSummary_data();
    void initializeSummary();
    void textIsPrettyPrinted();
    void resultsAreExact();
    void jsonIsOneLine();
    void listsFollowEveryPage();
    void metadata();
    void progressAndLogs();
    void traceHasTheLine();
    void standardError();
    void referenceServer();
    void learnedFramingIsNotProbedAgain();
    void largeResult();

private:
    static CliRun run(const QString &era, const QString &line, const QStringList &more = {});
    /// The messages of a trace file that were sent, with their framing in front.
    QStringList sent(const QString &path) const;

    std::unique_ptr<TestHome> m_home;
};

/// Runs the demo server; @p line is split at spaces.
CliRun TestCliMethods::run(const QString &era, const QString &line, const QStringList &more)
{
    return CliRun::run(QStringList{ programPath(u"mcp-demo-server"_s), u"--era"_s, era,
                                    u"--stderr"_s, u"drop"_s, u"--method"_s }
                       + line.split(u' ') + more);
}

QStringList TestCliMethods::sent(const QString &path) const
{
    QFile file(path);
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const Mcp::RawJson entry = Mcp::RawJson::fromText(line);
        if (entry.value("direction").toString() == "sent"_L1)
            lines.append(entry.value("framing").toString() + u' '
                         + entry.value("message").value("method").toString());
    }
    return lines;
}

void TestCliMethods::methods_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("tools/list") << u"tools/list"_s << "tools"_ba;
    QTest::newRow("tools/call") << u"tools/call --tool-name echo --tool-arg text=hello"_s
                                << "content"_ba;
    QTest::newRow("resources/list") << u"resources/list"_s << "resources"_ba;
    QTest::newRow("resources/read") << u"resources/read --uri demo://guide"_s << "contents"_ba;
    QTest::newRow("resources/templates/list")
            << u"resources/templates/list"_s << "resourceTemplates"_ba;
    QTest::newRow("prompts/list") << u"prompts/list"_s << "prompts"_ba;
    QTest::newRow("prompts/get")
            << u"prompts/get --prompt-name code-review --prompt-args code=x language=C++"_s
            << "messages"_ba;
    QTest::newRow("completion/complete, prompt")
            << u"completion/complete --complete-ref-type ref/prompt --complete-ref code-review "
               "--complete-arg-name style --complete-arg-value b"_s
            << "completion"_ba;
    QTest::newRow("completion/complete, template")
            << u"completion/complete --complete-ref-type ref/resource --complete-ref "
               "demo://weather/{country}/{city}{?units,days} --complete-arg-name country "
               "--complete-arg-value S"_s
            << "completion"_ba;
}

void TestCliMethods::methods()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, member);
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const CliRun run = TestCliMethods::run(era, line);
        QVERIFY2(run.exitCode == 0, run.all());
        const Mcp::RawJson value = run.result().value(member);
        QVERIFY2(!(value.isObject() ? value.value("values") : value).elements().isEmpty(),
                 run.all());
        QVERIFY2(run.errors.isEmpty(), run.errors);
    }
}

void TestCliMethods::completion_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("nothing filled in") << QString() << "Osaka"_ba;
    QTest::newRow("a country filled in") << u" --prompt-args country=Norway"_s << "Oslo"_ba;
}

void TestCliMethods::completion()
{
    QFETCH(QString, more);
    QFETCH(QByteArray, first);
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const CliRun run = TestCliMethods::run(
                era, u"completion/complete --complete-ref-type ref/prompt --complete-ref "
                     "travel-plan --complete-arg-name city --complete-arg-value O"_s
                             + more);
        QVERIFY2(run.exitCode == 0, run.all());
        const auto values = run.result().value("completion").value("values").elements();
        QCOMPARE(values.isEmpty() ? QByteArray() : values.constFirst().toString().toUtf8(), first);
    }
}

void TestCliMethods::tasks_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("works");
    QTest::newRow("legacy") << u"legacy"_s << u" --task"_s << true;
    QTest::newRow("not as a task") << u"legacy"_s << QString() << false;
    QTest::newRow("the server decides") << u"modern"_s << QString() << true;
}

/// Followed to its end, questions and all.
void TestCliMethods::tasks()
{
    QFETCH(QString, era);
    QFETCH(QString, option);
    QFETCH(bool, works);
    const QString path = m_home->path() + u"/answers.json"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"elicitation/create":{"action":"accept","content":{"confirm":true}}})");
    file.close();
    const CliRun run = TestCliMethods::run(
            era, u"tools/call --tool-name approval --tool-arg delay=10"_s + option,
            { u"--answer"_s, path });
    QCOMPARE(run.exitCode == 0, works);
    if (!works) {
        QCOMPARE(run.errorCode(), u"rpc_error"_s);
        return;
    }
    QVERIFY2(run.result().value("content").isArray(), run.all());
    QVERIFY2(run.errors.contains(": working") && run.errors.contains(": input_required"),
             run.errors);
}

void TestCliMethods::initializeSummary_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("version");
    QTest::newRow("legacy") << u"legacy"_s << u"2025-11-25"_s;
    QTest::newRow("modern") << u"modern"_s << u"2026-07-28"_s;
}

void TestCliMethods::initializeSummary()
{
    QFETCH(QString, era);
    QFETCH(QString, version);
    const CliRun run = TestCliMethods::run(era, u"initialize"_s);
    QVERIFY2(run.exitCode == 0, run.all());
    QStringList members;
    for (const Mcp::RawJsonMember &member : run.result().members())
        members.append(member.key);
    QCOMPARE(members, QStringList({ u"serverInfo"_s, u"protocolVersion"_s, u"capabilities"_s,
                                    u"instructions"_s }));
    QCOMPARE(run.result().value("protocolVersion").toString(), version);
    QCOMPARE(run.result().value("serverInfo").value("name").toString(), u"mcp-demo-server"_s);
}

void TestCliMethods::textIsPrettyPrinted()
{
    const CliRun run = TestCliMethods::run(
            u"legacy"_s, u"tools/call --tool-name echo --tool-arg a=[] b={} c=[1,{}]"_s);
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(run.output.startsWith("{\n  \"content\": [\n    {\n      \"type\": \"text\",\n"),
             run.output);
    QVERIFY(run.output.endsWith("\n}\n"));
    QCOMPARE(run.output, Mcp::JsonText::pretty(run.output.trimmed()) + '\n');
}

void TestCliMethods::resultsAreExact()
{
    const CliRun run = CliRun::run(
            fakeServer({ u"huge-numbers"_s })
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"echo"_s });
    QVERIFY2(run.exitCode == 0, run.errors);
    QVERIFY(run.output.contains("1e400"));
    QVERIFY(run.output.contains("12345678901234567890123"));
    const CliRun first =
            CliRun::run(fakeServer({ u"result-before-id"_s })
                        + QStringList{ u"--method=tools/call"_s, u"--tool-name=structured"_s });
    QVERIFY2(first.exitCode == 0, first.all());
    QVERIFY2(!first.result().value("structuredContent").isAbsent(), first.all());
}

void TestCliMethods::jsonIsOneLine()
{
    const CliRun run = TestCliMethods::run(u"legacy"_s,
                                           u"tools/call --tool-name every-content --format json"_s);
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(run.output.count('\n'), 1);
    QVERIFY2(run.output.startsWith("{\"result\":{\"content\":["), run.output);
}

void TestCliMethods::listsFollowEveryPage()
{
    const CliRun run = CliRun::run(fakeServer({ u"tools=20"_s, u"pages=4"_s })
                                   + QStringList{ u"--method"_s, u"tools/list"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(run.result().value("tools").count() > 20, run.all());
    QVERIFY2(!run.result().contains("nextCursor"), run.all());
    const CliRun loop = CliRun::run(fakeServer({ u"cursor-loop"_s })
                                    + QStringList{ u"--method"_s, u"tools/list"_s });
    QVERIFY2(loop.exitCode == 0, loop.all());
    QVERIFY2(loop.errors.contains("warning: "), loop.all());
}

void TestCliMethods::metadata()
{
    const QString trace = m_home->path() + u"/trace"_s;
    const CliRun run = CliRun::run(
            fakeServer({}, { u"--era"_s, u"legacy"_s })
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"raw-args"_s,
                           u"--metadata"_s, u"a=1"_s, u"both=general"_s, u"--tool-metadata"_s,
                           u"both=tool"_s, u"o={\"x\": 1}"_s, u"s=\"quoted\""_s });
    QVERIFY2(run.exitCode == 0, run.all());
    const QString params =
            run.result().value("content").elements().value(0).value("text").toString();
    const Mcp::RawJson meta = Mcp::RawJson::fromText(params.toUtf8()).value("_meta");
    QCOMPARE(meta.value("a").view().toByteArray(), "\"1\"");
    QCOMPARE(meta.value("both").toString(), u"tool"_s);
    QCOMPARE(meta.value("o").toString(), u"{\"x\": 1}"_s);
    QCOMPARE(meta.value("s").toString(), u"quoted"_s);
    const CliRun list = CliRun::run(fakeServer({}, { u"--era"_s, u"legacy"_s })
                                    + QStringList{ u"--method"_s, u"tools/list"_s, u"--metadata"_s,
                                                   u"a=1"_s, u"--trace"_s, trace });
    QVERIFY2(list.exitCode == 0, list.all());
    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"_meta\":{\"a\":\"1\""));
}

void TestCliMethods::progressAndLogs()
{
    const CliRun slow =
            CliRun::run(fakeServer()
                        + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"slow"_s,
                                       u"--tool-arg"_s, u"ms=30"_s, u"steps=3"_s });
    QVERIFY2(slow.exitCode == 0, slow.all());
    QCOMPARE(slow.errors,
             "progress: 1 of 3: step 1\nprogress: 2 of 3: step 2\nprogress: 3 of 3: step 3\n");
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const CliRun logs = run(era, u"tools/call --tool-name log-messages --log-level debug"_s);
        QVERIFY2(logs.exitCode == 0, logs.all());
        QVERIFY2(logs.errors.contains("log: warning") && logs.errors.contains("log: emergency"),
                 logs.all());
        QVERIFY2(!logs.result().isAbsent(), logs.all()); // stdout is the result alone
    }
}

void TestCliMethods::traceHasTheLine()
{
    const QString trace = m_home->path() + u"/trace.jsonl"_s;
    const CliRun run = CliRun::run(
            fakeServer()
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"raw-args"_s,
                           u"--trace"_s, trace, u"--tool-args-json"_s,
                           u"{\"id\": 12345678901234567890, \"x\": 1.0, \"z\": 1e400}"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(
            text.contains("\"arguments\":{\"id\": 12345678901234567890, \"x\": 1.0, \"z\": 1e400}"),
            text);
    for (const QByteArray &line : text.trimmed().split('\n')) {
        QVERIFY2(!Mcp::JsonText::check(line), line);
        QVERIFY2(Mcp::RawJson::fromText(line).contains("time"), line);
    }
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(trace) & 0x0077, QFile::Permissions());
#endif
    // Noise and odd messages are in it too.
    const CliRun junk = CliRun::run(
            fakeServer({ u"junk-between-frames"_s, u"invalid-utf8"_s })
            + QStringList{ u"--method=tools/call"_s, u"--tool-name=echo"_s, u"--trace"_s, trace });
    Q_UNUSED(junk)
    QFile again(trace);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(again.readAll().contains("\"kind\":\"noise\""));
}

void TestCliMethods::standardError()
{
    const QStringList call = { u"--method"_s,   u"tools/call"_s, u"--tool-name"_s, u"stderr"_s,
                               u"--tool-arg"_s, u"n=2"_s,        u"text=hällo"_s };
    const CliRun inherited = CliRun::run(fakeServer() + call);
    QVERIFY2(inherited.exitCode == 0, inherited.all());
    QCOMPARE(inherited.errors.count(u"hällo"_s.toUtf8()), 2);
    const CliRun dropped =
            CliRun::run(fakeServer() + call + QStringList{ u"--stderr"_s, u"drop"_s });
    QVERIFY2(dropped.exitCode == 0 && dropped.errors.isEmpty(), dropped.all());
    const QString path = m_home->path() + u"/stderr.txt"_s;
    const CliRun filed = CliRun::run(fakeServer() + call + QStringList{ u"--stderr"_s, path });
    QVERIFY2(filed.exitCode == 0 && filed.errors.isEmpty(), filed.all());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count(u"hällo"_s.toUtf8()), 2);
}

void TestCliMethods::referenceServer()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        MCP_SKIP("python3 is not installed");
    const QString server = McpTest::dataPath(u"reference_server.py"_s);
    const CliRun list = CliRun::run({ python, server, u"--method"_s, u"tools/list"_s });
    QVERIFY2(list.exitCode == 0 && list.output.contains("tiny-tool"), list.all());
    const CliRun call =
            CliRun::run({ python, server, u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                          u"tiny-tool"_s, u"--tool-arg"_s, u"city=Zürich"_s });
    QVERIFY2(call.exitCode == 0 && call.output.contains("Tiny result!"), call.all());
}

void TestCliMethods::learnedFramingIsNotProbedAgain()
{
    const QString trace = m_home->path() + u"/trace"_s;
    const QStringList arguments =
            fakeServer({}, { u"--framing"_s, u"content-length"_s, u"--era"_s, u"legacy"_s })
            + QStringList{ u"--method"_s, u"ping"_s, u"--trace"_s, trace };
    QVERIFY(CliRun::run(arguments).exitCode == 0);
    QVERIFY2(sent(trace).contains(u"newline server/discover"_s),
             qPrintable(sent(trace).join(u'\n')));
    QVERIFY(CliRun::run(arguments).exitCode == 0);
    QCOMPARE(sent(trace), QStringList({ u"content-length initialize"_s,
                                        u"content-length notifications/initialized"_s,
                                        u"content-length ping"_s }));
}

void TestCliMethods::largeResult()
{
    const CliRun run = CliRun::run(fakeServer()
                                   + QStringList{ u"--method=tools/call"_s, u"--tool-name=big"_s,
                                                  u"--tool-arg"_s, u"n=20000000"_s });
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.size() > 20'000'000);
    QVERIFY(!Mcp::JsonText::check(run.output));
}

QTEST_GUILESS_MAIN(TestCliMethods)
#include "tst_climethods.moc"
