// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "everything.h"
#include "realservers.h"

#include "support/clirun.h"
#include "support/skip.h"
#include "support/testhome.h"

#include "protocol/uritemplate.h"
#include "json/jsontext.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using Everything::Item;

/// Everything that @modelcontextprotocol/server-everything can do, from the command line: all that
/// its lists have, its questions answered from a file, its log messages and progress, the trace.
/// A run is one request, so what takes several (subscriptions) is tested in the window.
class TestEverything : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void nothingIsUnknown_data();
    void nothingIsUnknown();
    void tools_data() { addRows(Everything::tools()); }
    void tools();
    void resources();
    void templates_data() { addRows(Everything::templates()); }
    void templates();
    void prompts_data() { addRows(Everything::prompts()); }
    void prompts();
    void completions_data();
    void completions();
    void logLevel();
    void logMessages();
    void progress();
    void rootsAreTold();
    void unansweredQuestionsAreDeclined();
    void visitFirst();
    void aTaskIsNeeded();
    void trace();

private:
    static void addRows(const QList<Item> &items)
    {
        QTest::addColumn<QString>("name");
        for (const Item &item : items)
            QTest::newRow(qPrintable(item.name)) << item.name;
    }
    CliRun run(const QStringList &options) const
    {
        return CliRun::run(QStringList{ m_server.program } + m_server.arguments
                           + QStringList{ u"--"_s, u"--format"_s, u"json"_s, u"--connect-timeout"_s,
                                          u"60000"_s }
                           + options);
    }
    /// Without roots the server has no tool for them.
    QStringList roots() const { return { u"--roots"_s, m_folder.path() }; }
    CliRun call(const QString &tool, const QByteArray &arguments,
                const QStringList &more = {}) const
    {
        return run(QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, tool,
                                u"--tool-args-json"_s, QString::fromUtf8(arguments) }
                   + more);
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray result(const CliRun &run)
    {
        return run.result().value("result").toByteArray();
    }

    QTemporaryDir m_folder;
    TestHome m_home;
    RealServer m_server;
};

void TestEverything::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir(m_folder.path()).mkpath(u"servers"_s));
    m_server = RealServers(m_folder.filePath(u"servers"_s)).named(u"everything"_s);
}

void TestEverything::init()
{
    if (!m_server.missing.isEmpty())
        MCP_SKIP(qPrintable(m_server.missing));
}

void TestEverything::nothingIsUnknown_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QStringList>("known");
    QTest::newRow("tools") << u"tools/list"_s << "tools"_ba
                           << "name"_ba << Everything::names(Everything::tools());
    QTest::newRow("prompts") << u"prompts/list"_s << "prompts"_ba
                             << "name"_ba << Everything::names(Everything::prompts());
    QTest::newRow("templates") << u"resources/templates/list"_s << "resourceTemplates"_ba
                               << "uriTemplate"_ba << Everything::names(Everything::templates());
}

/// Whoever renews the server learns here what it can do that nobody calls yet.
void TestEverything::nothingIsUnknown()
{
    QFETCH(const QString, method);
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArray, member);
    QFETCH(const QStringList, known);
    const CliRun listed = run(QStringList{ u"--method"_s, method } + roots());
    QVERIFY2(listed.exitCode == 0, listed.all());
    QStringList names;
    for (const Mcp::RawJson &each : listed.result().value("result").value(list).elements())
        names += each.value(member).toString();
    names.sort();
    for (const QString &name : names)
        QVERIFY2(known.contains(name),
                 qPrintable(u"%1 lists “%2”, for which everything.cpp has nothing to call it "
                            "with"_s.arg(method, name)));
    QCOMPARE(names, known); // nor is anything gone
}

void TestEverything::tools()
{
    QFETCH(const QString, name);
    const Item *item = Everything::find(Everything::tools(), name);
    QStringList more = name == "get-roots-list"_L1 ? roots() : QStringList();
    if (!item->answers.isEmpty())
        more << u"--answer"_s << write(u"answers.json"_s, item->answers);
    if (item->asTask)
        more << u"--task"_s;
    const CliRun called = call(name, item->arguments, more);
    QVERIFY2(called.exitCode == 0, called.all());
    QVERIFY2(Everything::isExpected(*item, result(called)), called.all());
    QVERIFY2(!called.errors.contains("declined"), called.all());
    // At the beginning of a line: log messages have levels, too.
    QVERIFY2(!('\n' + called.errors).contains("\nwarning:"), called.all());
}

void TestEverything::resources()
{
    const CliRun listed = run({ u"--method"_s, u"resources/list"_s });
    QVERIFY2(listed.exitCode == 0, listed.all());
    const QList<Mcp::RawJson> all = listed.result().value("result").value("resources").elements();
    QVERIFY2(all.size() >= 5, listed.all());
    for (const Mcp::RawJson &resource : all) {
        const QString uri = resource.value("uri").toString();
        const CliRun read = run({ u"--method"_s, u"resources/read"_s, u"--uri"_s, uri });
        QVERIFY2(read.exitCode == 0, read.all());
        const Mcp::RawJson content = read.result().value("result").value("contents").element(0);
        QCOMPARE(content.value("uri").toString(), uri);
        QCOMPARE(content.value("mimeType").toString(), resource.value("mimeType").toString());
        QVERIFY2(content.value("text").toString().size() > 100, read.all());
    }
    const CliRun none = run({ u"--method"_s, u"resources/read"_s, u"--uri"_s, u"demo://none"_s });
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.errorCode(), u"rpc_error"_s);
}

void TestEverything::templates()
{
    QFETCH(const QString, name);
    const Item *item = Everything::find(Everything::templates(), name);
    const auto uri = Mcp::UriTemplate::parse(name)->expand(
            Mcp::UriValue::allFromJson(Mcp::RawJson::fromText(item->arguments)));
    QVERIFY(uri);
    const CliRun read = run({ u"--method"_s, u"resources/read"_s, u"--uri"_s, *uri });
    QVERIFY2(read.exitCode == 0, read.all());
    QVERIFY2(Everything::isExpected(*item, result(read)), read.all());
}

void TestEverything::prompts()
{
    QFETCH(const QString, name);
    const Item *item = Everything::find(Everything::prompts(), name);
    QStringList options = { u"--method"_s, u"prompts/get"_s, u"--prompt-name"_s, name };
    for (const Mcp::RawJsonMember &member : Mcp::RawJson::fromText(item->arguments).members())
        options << u"--prompt-args"_s << member.key + u'=' + member.value.toString();
    const CliRun got = run(options);
    QVERIFY2(got.exitCode == 0, got.all());
    QVERIFY2(Everything::isExpected(*item, result(got)), got.all());
}

void TestEverything::completions_data()
{
    QTest::addColumn<QStringList>("reference");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("values");
    const QStringList prompt = { u"--complete-ref-type"_s, u"ref/prompt"_s, u"--complete-ref"_s };
    const QStringList resource = { u"--complete-ref-type"_s, u"ref/resource"_s,
                                   u"--complete-ref"_s };
    const QString name = u"--complete-arg-name"_s;
    QTest::newRow("prompt") << prompt
                                       + QStringList{ u"completable-prompt"_s, name,
                                                      u"department"_s }
                            << u"S"_s << R"(["Sales","Support"])"_ba;
    QTest::newRow("without the department there are no names")
            << prompt + QStringList{ u"completable-prompt"_s, name, u"name"_s } << u"E"_s
            << "[]"_ba;
    QTest::newRow("template") << resource
                                         + QStringList{ Everything::templates().first().name, name,
                                                        u"resourceId"_s }
                              << u"12"_s << R"(["12"])"_ba;
    QTest::newRow("nothing fits") << resource
                                             + QStringList{ Everything::templates().first().name,
                                                            name, u"resourceId"_s }
                                  << u"x"_s << "[]"_ba;
}

void TestEverything::completions()
{
    QFETCH(const QStringList, reference);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, values);
    const CliRun completed = run(QStringList{ u"--method"_s, u"completion/complete"_s } + reference
                                 + QStringList{ u"--complete-arg-value"_s, value });
    QVERIFY2(completed.exitCode == 0, completed.all());
    QCOMPARE(completed.result().value("result").value("completion").value("values").toByteArray(),
             values);
}

void TestEverything::logLevel()
{
    const CliRun set =
            run({ u"--method"_s, u"logging/setLevel"_s, u"--log-level"_s, u"warning"_s });
    QVERIFY2(set.exitCode == 0, set.all());
    QCOMPARE(result(set), "{}");
    const CliRun pinged = run({ u"--method"_s, u"ping"_s });
    QVERIFY2(pinged.exitCode == 0, pinged.all());
    QCOMPARE(result(pinged), "{}");
}

void TestEverything::logMessages()
{
    const CliRun called = call(u"toggle-simulated-logging"_s, "{}");
    QVERIFY2(called.exitCode == 0, called.all());
    QVERIFY2(QRegularExpression(u"log: (\\w+): \\w+[- ]level[- ]message"_s,
                                QRegularExpression::CaseInsensitiveOption)
                     .match(QString::fromUtf8(called.errors))
                     .hasMatch(),
             called.all());
}

void TestEverything::progress()
{
    const CliRun called =
            call(u"trigger-long-running-operation"_s, R"({"duration":0.8,"steps":4})");
    QVERIFY2(called.exitCode == 0, called.all());
    for (const QByteArray &step : { "1"_ba, "2"_ba, "3"_ba, "4"_ba })
        QVERIFY2(called.errors.contains("progress: " + step + " of 4"), called.all());
}

void TestEverything::rootsAreTold()
{
    const CliRun called = call(u"get-roots-list"_s, "{}",
                               roots() + QStringList{ u"--roots"_s, u"file:///else/where"_s });
    QVERIFY2(called.exitCode == 0, called.all());
    QVERIFY2(called.output.contains("2 total"), called.all());
    QVERIFY2(called.output.contains("URI: file://" + m_folder.path().toUtf8()), called.all());
    QVERIFY2(called.output.contains("URI: file:///else/where"), called.all());
}

void TestEverything::unansweredQuestionsAreDeclined()
{
    const CliRun asked = call(u"trigger-elicitation-request"_s, "{}");
    QVERIFY2(asked.exitCode == 0, asked.all());
    QVERIFY2(asked.output.contains(R"(\"action\": \"decline\")"), asked.all());
    QVERIFY2(asked.errors.contains("elicitation/create was declined: Please provide inputs"),
             asked.all());
    const CliRun sampled = call(u"trigger-sampling-request"_s, R"({"prompt":"Hello"})");
    QCOMPARE(sampled.exitCode, 5); // that is a failure of the tool
    QVERIFY2(sampled.output.contains("declined"), sampled.all());
}

void TestEverything::visitFirst()
{
    const CliRun called = call(u"trigger-url-elicitation"_s,
                               R"({"url":"https://example.org/login","errorPath":true})");
    QCOMPARE(called.exitCode, 1);
    const Mcp::RawJson rpc = called.error().value("rpc");
    QCOMPARE(rpc.value("code").toByteArray(), "-32042");
    QCOMPARE(rpc.value("data").value("elicitations").element(0).value("mode").toString(), u"url"_s);
}

void TestEverything::aTaskIsNeeded()
{
    const CliRun called = call(u"simulate-research-query"_s, R"({"topic":"python"})");
    QCOMPARE(called.exitCode, 5);
    QVERIFY2(called.output.contains("requires task augmentation"), called.all());
    const CliRun asTask =
            call(u"simulate-research-query"_s, R"({"topic":"python"})", { u"--task"_s });
    QVERIFY2(asTask.exitCode == 0, asTask.all());
    for (const QByteArray &stage : { "working, Gathering sources"_ba, "completed"_ba })
        QVERIFY2(asTask.errors.contains(stage), asTask.all());
}

void TestEverything::trace()
{
    const QString path = m_folder.filePath(u"trace.jsonl"_s);
    const Item *item = Everything::find(Everything::tools(), u"trigger-sampling-request"_s);
    const CliRun called =
            call(item->name, item->arguments,
                 { u"--trace"_s, path, u"--answer"_s, write(u"answers.json"_s, item->answers) });
    QVERIFY2(called.exitCode == 0, called.all());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList seen;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        QVERIFY2(!Mcp::JsonText::check(line), line);
        const Mcp::RawJson message = Mcp::RawJson::fromText(line).value("message");
        seen += message.value("method").toString();
    }
    for (const QString &method : { u"initialize"_s, u"notifications/initialized"_s, u"tools/call"_s,
                                   u"sampling/createMessage"_s })
        QVERIFY2(seen.contains(method), qPrintable(seen.join(u' ')));
}

QTEST_GUILESS_MAIN(TestEverything)
#include "tst_everything.moc"
