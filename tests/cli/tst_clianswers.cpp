// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testhome.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// What the command line answers when the server asks: from a file, from --roots, or no.
class TestCliAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<TestHome>(); }
    void cleanup() { m_home.reset(); }
    void answered_data();
    void answered();
    void misfits_data();
    void misfits();
    void declined_data();
    void declined();
    void roots();
    void badFiles_data();
    void badFiles();
    void badRoots();

private:
    QString file(const QByteArray &text);
    /// Makes the fake server ask @p method and gives the run and what the server was answered.
    std::pair<CliRun, QByteArray> ask(const QString &era, const QByteArray &question,
                                      const QStringList &options);

    std::unique_ptr<TestHome> m_home;
};

namespace {

const QByteArray elicitation =
        R"({"method":"elicitation/create","params":{"message":"Which size?"}})";
const QByteArray sampling = R"({"method":"sampling/createMessage","params":{"messages":[)"
                            R"({"role":"user","content":{"type":"text","text":"Hello"}},)"
                            R"({"role":"user","content":{"type":"text","text":"Which size?"}}],)"
                            R"("maxTokens":9}})";
const QByteArray visit = R"({"method":"elicitation/create","params":{"mode":"url",)"
                         R"("message":"Visit","url":"https://example.org/","elicitationId":"1"}})";
const QByteArray form = R"({"method":"elicitation/create","params":{"message":"Which size?",)"
                        R"("requestedSchema":{"type":"object","required":["n"],)"
                        R"("properties":{"n":{"type":"integer","maximum":9}}}}})";

} // namespace

QString TestCliAnswers::file(const QByteArray &text)
{
    const QString path = QDir(m_home->path()).filePath(u"answers.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

std::pair<CliRun, QByteArray> TestCliAnswers::ask(const QString &era, const QByteArray &question,
                                                  const QStringList &options)
{
    const CliRun run =
            CliRun::run(fakeServer({}, { u"--era"_s, era })
                        + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"ask"_s,
                                       u"--tool-args-json"_s, QString::fromUtf8(question) }
                        + options);
    const auto content = run.result().value("content").elements();
    const QString text =
            content.isEmpty() ? QString() : content.constFirst().value("text").toString();
    return { run, text.toUtf8() };
}

void TestCliAnswers::answered_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("answer");
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const auto row = [&](const char *name, const QByteArray &question, const QByteArray &file,
                             const QByteArray &answer) {
            QTest::addRow("%s, %s", name, qPrintable(era)) << era << question << file << answer;
        };
        row("list", elicitation,
            R"({"elicitation/create":[{"action":"accept","content":{"n":1.0}},{"action":"cancel"}]})",
            R"({"action":"accept","content":{"n":1.0}})");
        row("single", sampling,
            R"({"sampling/createMessage":{"role":"assistant","model":"m","content":{"type":"text"}}})",
            R"({"role":"assistant","model":"m","content":{"type":"text"}})");
        row("roots from the file", R"({"method":"roots/list"})",
            R"({"roots/list":{"roots":[{"uri":"file:///x"}]}})",
            R"({"roots":[{"uri":"file:///x"}]})");
    }
}

void TestCliAnswers::answered()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, question);
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, answer);
    const auto [run, got] = ask(era, question, { u"--answer"_s, this->file(file) });
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(got.contains(answer), got);
    QVERIFY2(!run.errors.contains("declined"), run.errors);
}

void TestCliAnswers::misfits_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("change"); // empty: it fits
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const auto row = [&](const char *name, const QByteArray &question, const QByteArray &method,
                             const QByteArray &answer, const QByteArray &change) {
            QTest::addRow("%s, %s", name, qPrintable(era))
                    << era << question << method << "{\"" + method + "\":" + answer + '}' << change;
        };
        const QByteArray asks = "elicitation/create";
        row("fits", form, asks, R"({"action":"accept","content":{"n":4}})", {});
        row("too much", form, asks, R"({"action":"accept","content":{"n":12}})", "content/n: ");
        row("missing", form, asks, R"({"action":"accept"})", "content/n: ");
        row("declined", form, asks, R"({"action":"decline"})", {});
        row("no action", form, asks, R"({"foo":"yes"})", "action: ");
        row("another action", form, asks, R"({"action":"yes"})", "\"decline\"");
        row("content for an address", visit, asks, R"({"action":"accept","content":{"n":1}})",
            "content: ");
        const QByteArray samples = "sampling/createMessage";
        row("no answer of a model", sampling, samples, R"({"foo":1})", "role: ");
        row("no content", sampling, samples, R"({"role":"assistant","model":"m"})", "content: ");
        row("no roots", R"({"method":"roots/list"})", "roots/list", R"({"roots":[5]})", "--roots");
    }
}

/// What does not fit the question is not sent; what to change in the file is said.
void TestCliAnswers::misfits()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, question);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, change);
    const auto [run, got] = ask(era, question, { u"--answer"_s, this->file(file) });
    QVERIFY2(run.exitCode == (change.isEmpty() ? 0 : 1), run.all());
    if (change.isEmpty())
        return;
    QVERIFY2(run.errorMessage().contains("answer 1 to " + method), run.all());
    QVERIFY2(run.errorMessage().contains("answers.json"), run.all());
    QVERIFY2(run.errorMessage().contains(change), run.all());
    QVERIFY2(got.isEmpty(), got);
}

void TestCliAnswers::declined_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("answer"); // nothing: the call ends without one
    QTest::newRow("elicitation, legacy")
            << u"legacy"_s << elicitation << R"({"action":"decline"})"_ba;
    QTest::newRow("elicitation, modern")
            << u"modern"_s << elicitation << R"({"action":"decline"})"_ba;
    QTest::newRow("sampling, legacy") << u"legacy"_s << sampling << R"("code":-1)"_ba;
    QTest::newRow("sampling, modern") << u"modern"_s << sampling << QByteArray();
}

void TestCliAnswers::declined()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, question);
    QFETCH(const QByteArray, answer);
    const auto [run, got] = ask(era, question, {});
    QVERIFY2(run.errors.contains("declined"), run.all());
    QVERIFY2(run.errors.contains("--answer"), run.all());
    QVERIFY2(run.errors.contains("Which size?"), run.errors);
    if (question == sampling)
        QVERIFY2(run.errors.contains("the last of 2 messages, in 9 tokens at most"), run.errors);
    QCOMPARE(run.exitCode, answer.isEmpty() ? 1 : 0);
    QVERIFY2(answer.isEmpty() || got.contains(answer), got);
}

void TestCliAnswers::roots()
{
    const QString folder = m_home->path();
    const QByteArray expected = "\"uri\":\"file://" + folder.toUtf8() + '"';
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const auto [run, got] = ask(era, R"({"method":"roots/list"})",
                                    { u"--roots"_s, folder, u"file:///else/where"_s });
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY2(got.contains(expected) && got.contains("file:///else/where"), got);
    }
    // Without them nothing is declared, so that nothing has to be answered.
    const auto [run, got] = ask(u"legacy"_s, R"({"method":"roots/list"})", {});
    QVERIFY2(got.contains("-32601"), got);
}

void TestCliAnswers::badFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no JSON") << "{"_ba
                             << "is not JSON: line 1"_ba;
    QTest::newRow("list") << "[]"_ba
                          << "must be an object"_ba;
    QTest::newRow("unknown") << R"({"tools/call":{}})"_ba
                             << "no server asks"_ba;
    QTest::newRow("answer") << R"({"roots/list":[5]})"_ba
                            << "is not an object"_ba;
}

void TestCliAnswers::badFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto [run, got] = ask(u"legacy"_s, elicitation, { u"--answer"_s, file(text) });
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errorMessage().contains(message), run.all());
    QVERIFY(got.isEmpty());
}

void TestCliAnswers::badRoots()
{
    for (const QString &root : { u"/no/such/folder"_s, u"file:relative"_s, u"file://"_s }) {
        const auto [run, got] = ask(u"legacy"_s, elicitation, { u"--roots"_s, root });
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errorMessage().contains("--roots"), run.all());
    }
    const auto [run, got] = ask(u"legacy"_s, elicitation, { u"--answer"_s, u"/no/such/file"_s });
    QVERIFY2(run.errorMessage().contains("cannot be read"), run.all());
}

QTEST_GUILESS_MAIN(TestCliAnswers)
#include "tst_clianswers.moc"
