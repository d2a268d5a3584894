// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testhome.h"

#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

namespace {

const QStringList everything{ u"everything"_s };
const QStringList legacy{ u"--era"_s, u"legacy"_s };
const QStringList modern{ u"--era"_s, u"modern"_s };

} // namespace

/// What the command line sends depends on what the server speaks and declares.
class TestCliRevisions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_home.reset(); }
    void completionContext_data();
    void completionContext();
    void logLevel();
    void logLevelOfWhoDoesNotLog();
    void taskHints();
    void progressInTheTrace();

private:
    CliRun run(const QStringList &scenarios, const QStringList &options, const QString &line) const;
    /// The messages of that method in the trace.
    QList<RawJson> traced(const QByteArray &method) const;

    std::unique_ptr<TestHome> m_home;
    QString m_trace;
};

void TestCliRevisions::init()
{
    m_home = std::make_unique<TestHome>();
    m_trace = m_home->path() + u"/trace"_s;
}

CliRun TestCliRevisions::run(const QStringList &scenarios, const QStringList &options,
                             const QString &line) const
{
    return CliRun::run(fakeServer(scenarios, options) + line.split(u' ')
                       + QStringList{ u"--trace"_s, m_trace });
}

QList<RawJson> TestCliRevisions::traced(const QByteArray &method) const
{
    QFile file(m_trace);
    QList<RawJson> found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const RawJson entry = RawJson::fromText(line);
        if (entry.value("message").value("method").toString().toUtf8() == method)
            found.append(entry);
    }
    return found;
}

void TestCliRevisions::completionContext_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<bool>("isSent");
    QTest::newRow("Checklist 6: before") << u"2025-03-26"_s << false;
    QTest::newRow("since") << u"2025-06-18"_s << true;
}

/// 2025-06-18, server/utilities/completion has brought it.
void TestCliRevisions::completionContext()
{
    QFETCH(const QString, revision);
    QFETCH(const bool, isSent);
    const CliRun completed =
            run(everything, legacy + QStringList{ u"--revision"_s, revision },
                u"--method completion/complete --complete-ref-type ref/prompt --complete-ref greet "
                "--complete-arg-name name --complete-arg-value a --prompt-args style=short"_s);
    const QList<RawJson> sent = traced("completion/complete");
    QCOMPARE(sent.size(), 1);
    const RawJson params = sent.constFirst().value("message").value("params");
    QVERIFY(params.contains("ref") && params.contains("argument"));
    QCOMPARE(params.contains("context"), isSent);
    QCOMPARE(completed.errors.contains("--prompt-args are not sent"), !isSent);
}

/// A legacy server is asked by logging/setLevel, a modern one in each request.
void TestCliRevisions::logLevel()
{
    const QString line = u"--method tools/call --tool-name log --log-level info"_s;
    const CliRun old = run(everything, legacy, line);
    QVERIFY2(old.exitCode == 0, old.all());
    const QList<RawJson> levels = traced("logging/setLevel");
    QCOMPARE(levels.size(), 1);
    QCOMPARE(levels.constFirst().value("message").value("params").value("level").toString(),
             u"info"_s);
    const auto metaOfCall = [this] {
        const QList<RawJson> calls = traced("tools/call");
        return calls.value(0).value("message").value("params").value("_meta");
    };
    QVERIFY(!metaOfCall().contains("io.modelcontextprotocol/logLevel"));
    QVERIFY2(old.errors.contains("log: info"), old.all());

    const CliRun recent = run(everything, modern, line);
    QVERIFY2(recent.exitCode == 0, recent.all());
    QVERIFY(traced("logging/setLevel").isEmpty());
    QCOMPARE(metaOfCall().value("io.modelcontextprotocol/logLevel").toString(), u"info"_s);
    QVERIFY2(recent.errors.contains("log: info"), recent.all());
}

void TestCliRevisions::logLevelOfWhoDoesNotLog()
{
    const CliRun silent = run({ u"no-tools-capability=all"_s }, legacy,
                              u"--method tools/call --tool-name echo --log-level info"_s);
    QVERIFY2(silent.exitCode == 0, silent.all());
    QVERIFY2(silent.errors.contains("--log-level does nothing"), silent.all());
    QVERIFY(traced("logging/setLevel").isEmpty());
    const CliRun asked = run({ u"no-tools-capability=all"_s }, modern,
                             u"--method tools/call --tool-name echo --log-level info"_s);
    QVERIFY2(asked.errors.contains("none may come"), asked.all());
    QVERIFY(traced("tools/call").value(0).value("message").toByteArray().contains("logLevel"));
}

/// Checklist 68: the server's error does not say what to do.
void TestCliRevisions::taskHints()
{
    const CliRun required = run(everything, legacy, u"--method tools/call --tool-name work-only"_s);
    QCOMPARE(required.exitCode, 1);
    QVERIFY2(required.errorMessage().contains("add --task"), required.all());
    const CliRun forbidden =
            run(everything, legacy, u"--method tools/call --tool-name echo --task"_s);
    QVERIFY2(forbidden.errorMessage().contains("leave out --task"), forbidden.all());
    const CliRun good = run(everything, legacy,
                            u"--method tools/call --tool-name work-only "
                            "--tool-arg ms=1 --task"_s);
    QVERIFY2(good.exitCode == 0, good.all());
}

void TestCliRevisions::progressInTheTrace()
{
    const CliRun slow =
            run({}, legacy, u"--method tools/call --tool-name slow --tool-arg ms=10 steps=3"_s);
    QVERIFY2(slow.exitCode == 0, slow.all());
    const QByteArray conversation =
            traced("tools/call").value(0).value("conversation").toByteArray();
    QVERIFY(!conversation.isEmpty());
    const QList<RawJson> progress = traced("notifications/progress");
    QCOMPARE(progress.size(), 3);
    for (const RawJson &entry : progress)
        QCOMPARE(entry.value("conversation").toByteArray(), conversation);
}

QTEST_GUILESS_MAIN(TestCliRevisions)
#include "tst_clirevisions.moc"
