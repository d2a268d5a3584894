// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/skip.h"
#include "support/testprocess.h"
#include "support/windowharness.h"

#include "orchestrator/serverstore.h"
#include "shell/pagetabs.h"
#include "shell/windowstate.h"
#include "views/callpage.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>
#include <QtGui/qscreen.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qsplitter.h>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using McpTest::WindowHarness;

/// What was open comes back: after quitting, and after SIGKILL of the real program.
class TestRestore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_harness = std::make_unique<WindowHarness>(); }
    void cleanup() { m_harness.reset(); }
    void afterQuitting();
    void damagedStateIsPutAside();
    void otherListKeepsItsPages();
    void firstStartHasTheDemoServer();
    void fitsTheScreen();
    void afterSigkill();
    void opensAtWhatIsAskedFor_data();
    void opensAtWhatIsAskedFor();
    void oneSubjectIsEnough();
    void helpNeedsNoDisplay();

private:
    static QByteArray read(const QString &path);

    std::unique_ptr<WindowHarness> m_harness;
};

QByteArray TestRestore::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestRestore::afterQuitting()
{
    m_harness->addServer(u"a"_s, McpTest::fakeServerPath());
    m_harness->addServer(u"b"_s, McpTest::fakeServerPath());
    m_harness->open();
    m_harness->window().selectServer(u"b"_s);
    m_harness->window().pages()->openWith(
            u"b"_s, u"echo"_s, Mcp::RawJson::fromText(R"({"id": 12345678901234567890, "x": 1.0})"));
    m_harness->window().pages()->openWith(u"a"_s, u"add"_s, Mcp::RawJson::fromText("{}"));
    m_harness->window().pages()->setCurrentIndex(0);
    auto *columns = m_harness->find<QSplitter>(u"columnsSplitter"_s);
    const QList<int> before = { 300, 310, 670 };
    columns->setSizes(before);
    const QList<int> sizes = columns->sizes();
    m_harness->close();

    m_harness->open();
    QCOMPARE(m_harness->window().currentServer(), u"b"_s);
    McpUi::PageTabs *pages = m_harness->window().pages();
    QCOMPARE(pages->count(), 2);
    QCOMPARE(pages->currentIndex(), 0);
    QCOMPARE(pages->currentPage()->subject().name, u"echo"_s);
    // To the digit.
    QVERIFY(pages->currentPage()->arguments().toByteArray().contains("12345678901234567890"));
    QVERIFY(pages->currentPage()->arguments().toByteArray().contains("1.0"));
    QCOMPARE(m_harness->find<QSplitter>(u"columnsSplitter"_s)->sizes(), sizes);
}

void TestRestore::damagedStateIsPutAside()
{
    m_harness->open();
    m_harness->close();
    QFile file(m_harness->statePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"pages\": [");
    file.close();
    m_harness->open();
    QCOMPARE(m_harness->window().pages()->count(), 0);
    QCOMPARE(read(m_harness->statePath() + u".damaged"_s), "{\"pages\": [");
}

void TestRestore::otherListKeepsItsPages()
{
    m_harness->addServer(u"a"_s, McpTest::fakeServerPath());
    m_harness->open();
    m_harness->window().pages()->open(u"a"_s, u"echo"_s);
    m_harness->close();
    {
        McpUi::WindowState other(m_harness->statePath(), u"/another/list.json"_s);
        QVERIFY(other.load().pages.isEmpty());
        other.setSource([] { return McpUi::WindowContent(); });
        other.touch();
        other.flush();
    }
    m_harness->open();
    QCOMPARE(m_harness->window().pages()->count(), 1);
}

void TestRestore::firstStartHasTheDemoServer()
{
    QProcess program;
    program.start(McpTest::programPath(u"mcp-orchestrator"_s));
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(read(m_harness->serversPath()).contains("mcp-demo-server"), 20'000);
    const QFileDevice::Permissions mode = QFile::permissions(m_harness->serversPath());
    QVERIFY(!(mode & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    program.kill();
    QVERIFY(program.waitForFinished());
}

void TestRestore::fitsTheScreen()
{
    m_harness->open();
    const McpUi::MainWindow fresh(&m_harness->orchestrator(), &m_harness->settings(),
                                  m_harness->home().path() + u"/other.json"_s,
                                  &m_harness->prompter());
    const QSize room = fresh.screen()->availableSize();
    QCOMPARE(fresh.size(), QSize(1280, 820).boundedTo(room));
}

void TestRestore::afterSigkill()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath());
    QProcess program;
    program.start(McpTest::programPath(u"mcp-orchestrator"_s),
                  { u"--server"_s, u"fake"_s, u"--tool"_s, u"echo"_s, u"--arguments"_s,
                    uR"({"text": "kept", "n": 1.0})"_s });
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(read(m_harness->statePath()).contains("kept"), 20'000);
    QVERIFY(!QJsonDocument::fromJson(read(m_harness->statePath())).isNull());
    program.kill(); // SIGKILL
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);

    m_harness->open();
    QCOMPARE(m_harness->window().currentServer(), u"fake"_s);
    McpUi::CallPage *page = m_harness->window().pages()->currentPage();
    QVERIFY(page);
    QCOMPARE(page->subject().name, u"echo"_s);
    QVERIFY(page->arguments().toByteArray().contains("kept"));
    QVERIFY(page->arguments().toByteArray().contains("1.0"));
}

void TestRestore::opensAtWhatIsAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("page"); // as it stands in the state's file
    QTest::addColumn<bool>("isCalled");
    QTest::addRow("resource") << QStringList{ u"--resource"_s, u"demo://guide"_s }
                              << uR"("resource":"demo://guide")"_s << true;
    QTest::addRow("template") << QStringList{ u"--resource"_s, u"demo://files{/path*}"_s }
                              << uR"("resourceTemplate":"demo://files{/path*}")"_s << false;
    QTest::addRow("prompt") << QStringList{ u"--prompt"_s, u"greeting"_s, u"--arguments"_s,
                                            uR"({"name":"me"})"_s, u"--call"_s }
                            << uR"("prompt":"greeting")"_s << true;
}

void TestRestore::opensAtWhatIsAskedFor()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, page);
    QFETCH(const bool, isCalled);
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    QProcess program;
    program.start(McpTest::programPath(u"mcp-orchestrator"_s),
                  QStringList{ u"--server"_s, u"demo"_s } + options);
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(read(m_harness->statePath()).contains(page.toUtf8()), 20'000);
    const QString history = m_harness->home().dataPath(u"mcp-orchestrator/history.jsonl"_s);
    if (isCalled)
        QTRY_VERIFY_WITH_TIMEOUT(read(history).contains(page.toUtf8()), 20'000);
    program.kill();
    QVERIFY(program.waitForFinished());
}

void TestRestore::oneSubjectIsEnough()
{
    QProcess program;
    program.start(McpTest::programPath(u"mcp-orchestrator"_s),
                  { u"--tool"_s, u"echo"_s, u"--prompt"_s, u"greet"_s });
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.readAllStandardError().contains("is enough"));
}

void TestRestore::helpNeedsNoDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    for (const QString &option : { u"--help"_s, u"--version"_s }) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(McpTest::programPath(u"mcp-orchestrator"_s), { option });
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QByteArray output = program.readAllStandardOutput();
        QVERIFY(output.contains("mcp-orchestrator"));
        if (option == "--version"_L1) {
            for (const char *fact : { MCP_VERSION, qVersion(), "2024-11-05", "2026-07-28" })
                QVERIFY2(output.contains(fact), output);
        }
    }
}

QTEST_MAIN(TestRestore)
#include "tst_restore.moc"
