// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "models/tracemodel.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "views/callpage.h"

#include <QtGui/qclipboard.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qtoolbutton.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;
using State = Mcp::Server::State;

/// What goes wrong is shown in full, with its reason and what to do.
class TestFailures : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void missingProgram();
    void exitAtStart();
    void longReasonFillsNothing();
    void paneCanBePutAway();
    void paneGoesWhenItWorks();
    void crashInACall();
    void timeout();
    void junkOnStdout();
    void brokenRulesAreBadges();
    void fileThatCannotBeRead();
    void newLimitOfARunningServer();

private:
    void startFailing(const QString &command, const QStringList &arguments = {});
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    void callEcho();
};

void TestFailures::startFailing(const QString &command, const QStringList &arguments)
{
    m_harness->addServer(u"bad"_s, command, arguments);
    m_harness->open();
    m_harness->window().commands()->start(u"bad"_s);
    QVERIFY(m_harness->waitForState(u"bad"_s, State::Failed));
}

void TestFailures::callEcho()
{
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    McpUi::CallPage *page = m_harness->window().pages()->openWith(
            u"fake"_s, u"echo"_s, Mcp::RawJson::fromText(R"({"text":"x"})"));
    page->call();
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20'000);
}

void TestFailures::missingProgram()
{
    startFailing(u"no-such-program"_s, { u"--serve"_s });
    QVERIFY(find(u"failurePane"_s)->isVisible());
    QVERIFY(label(u"failureTitle"_s).contains(u"bad has failed"_s));
    // Every folder searched is named.
    const QStringList path = qEnvironmentVariable("PATH").split(u':');
    QVERIFY(label(u"failureReason"_s).contains(path.first()));
    QVERIFY(label(u"failureReason"_s).contains(path.last()));
    QCOMPARE(label(u"failureCommand"_s), u"no-such-program --serve"_s);
    QVERIFY(!label(u"failureAdvice"_s).isEmpty());
    QVERIFY(find(u"failureShellPathButton"_s)->isVisible());
    QVERIFY(!find(u"failureEnding"_s)->isVisible());
    QVERIFY(!find(u"failureStderrButton"_s)->isVisible()); // it never ran
}

void TestFailures::exitAtStart()
{
    startFailing(McpTest::fakeServerPath(), { u"--scenario"_s, u"exit-at-start=1"_s });
    QVERIFY(find(u"failurePane"_s)->isVisible());
    QCOMPARE(label(u"failureEnding"_s), u"exit code 1"_s);
    QVERIFY(label(u"failureCommand"_s).endsWith(u"--scenario exit-at-start=1"_s));
    QVERIFY(find<QPlainTextEdit>(u"failureStderr"_s)
                    ->toPlainText()
                    .contains(u"configuration file not found"_s));
    QVERIFY2(label(u"failureAdvice"_s).startsWith(u"What it wrote to stderr should tell why."_s),
             qPrintable(label(u"failureAdvice"_s)));
    QVERIFY(!find(u"failureShellPathButton"_s)->isVisible());
    QTest::mouseClick(find(u"failureCopyButton"_s), Qt::LeftButton);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(u"exit-at-start=1"_s));
    QVERIFY(copied.contains(u"configuration file not found"_s));
    // Without a line there is nothing to go to.
    QTRY_VERIFY(find<QListView>(u"stderrView"_s)->model()->rowCount() > 0);
    auto *filter = find<QLineEdit>(u"stderrFilter"_s);
    QTest::keyClicks(filter, u"nothing like this"_s);
    QTRY_VERIFY(!find(u"stderrView"_s)->isVisible());
    QTest::mouseClick(find(u"failureStderrButton"_s), Qt::LeftButton);
    QTRY_VERIFY(find(u"stderrView"_s)->isVisible());
    QTRY_VERIFY(find(u"stderrView"_s)->hasFocus());
}

/// A server that refuses may say anything as its reason.
void TestFailures::longReasonFillsNothing()
{
    const QString reason = u"line\\\\n\\\\u202e"_s.repeated(1000);
    startFailing(
            u"sed"_s,
            { u"-un"_s, uR"(s/.*"id":\([0-9]*\).*/{"jsonrpc":"2.0","id":\1,"error":{"code":1,)"_s
                                + uR"("message":"%1"}}/p)"_s.arg(reason) });
    const QSize before = m_harness->window().size();
    m_harness->window().pages()->open(u"bad"_s, u"tool"_s);
    QVERIFY(find(u"serverBar"_s)->isVisible());
    QTest::qWait(0);
    QCOMPARE(m_harness->window().size(), before);
    const auto *bar = find(u"serverBar"_s)->findChild<QLabel *>();
    for (const QString &text : { bar->text(), label(u"failureReason"_s) }) {
        QVERIFY2(text.contains("line"_L1), qPrintable(text));
        QVERIFY(!text.contains(u'\n') && !text.contains(u'\u202e') && text.size() <= 4001);
    }
}

void TestFailures::paneCanBePutAway()
{
    startFailing(u"no-such-program"_s);
    QTest::mouseClick(find(u"failureHideButton"_s), Qt::LeftButton);
    QVERIFY(!find(u"failurePane"_s)->isVisible());
    m_harness->addServer(u"other"_s, McpTest::fakeServerPath());
    m_harness->window().selectServer(u"other"_s);
    m_harness->window().selectServer(u"bad"_s);
    // Selected again, it says again why.
    QVERIFY(find(u"failurePane"_s)->isVisible());
}

void TestFailures::paneGoesWhenItWorks()
{
    startFailing(u"no-such-program"_s);
    QVERIFY(find(u"failurePane"_s)->isVisible());
    Mcp::ServerSpec spec = m_harness->orchestrator().server(u"bad"_s)->spec();
    spec.launch.command = McpTest::fakeServerPath();
    QVERIFY(!m_harness->orchestrator().updateServer(u"bad"_s, spec));
    m_harness->prompter().agree = true;
    QTest::mouseClick(find(u"failureStartButton"_s), Qt::LeftButton);
    QVERIFY(m_harness->waitForState(u"bad"_s, State::Ready));
    QVERIFY(!find(u"failurePane"_s)->isVisible());
}

void TestFailures::crashInACall()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(),
                         { u"--scenario"_s, u"crash-mid-message"_s });
    callEcho();
    // The call says it, and so does the server.
    QVERIFY(!label(u"resultOutcome"_s).contains(u"Success"_s));
    QTRY_VERIFY(find(u"failurePane"_s)->isVisible());
    QVERIFY(label(u"failureReason"_s).contains(u"SIGABRT"_s));
    QCOMPARE(label(u"failureEnding"_s), u"signal 6"_s);
}

void TestFailures::timeout()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(), { u"--scenario"_s, u"hold"_s });
    m_harness->open();
    Mcp::ServerSpec spec = m_harness->orchestrator().server(u"fake"_s)->spec();
    spec.timeouts.request = 1500;
    QVERIFY(!m_harness->orchestrator().updateServer(u"fake"_s, spec));
    m_harness->close();
    callEcho();
    QVERIFY(!label(u"resultOutcome"_s).contains(u"Success"_s));
    QVERIFY(m_harness->orchestrator().server(u"fake"_s)->state() == State::Ready);
}

void TestFailures::junkOnStdout()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(),
                         { u"--scenario"_s, u"junk-between-frames"_s });
    callEcho();
    QVERIFY(label(u"resultOutcome"_s).contains(u"Success"_s));
    m_harness->key(u"Alt+6"_s);
    const QAbstractItemModel *model = find<QTreeView>(u"messagesView"_s)->model();
    const auto said = [model] {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, McpUi::TraceModel::Status)
                        .data()
                        .toString()
                        .contains(u"no message"_s))
                return true;
        }
        return false;
    };
    // The panel takes in what came a few times a second.
    QTRY_VERIFY(said());
}

void TestFailures::brokenRulesAreBadges()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(),
                         { u"--scenario"_s, u"no-tools-capability=all"_s });
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    QTRY_VERIFY(!m_harness->orchestrator().server(u"fake"_s)->warnings().isEmpty());
    m_harness->key(u"Alt+4"_s);
    QTRY_VERIFY(find(u"infoWarnings"_s)->isVisible());
    QVERIFY(label(u"infoWarnings"_s).contains(u"tools"_s));
    QTRY_VERIFY(label(u"healthSummary"_s).contains(u"violation"_s));
}

void TestFailures::fileThatCannotBeRead()
{
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath());
    m_harness->open();
    QVERIFY(!find(u"serversNotice"_s)->isVisible());
    QFile file(m_harness->serversPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"mcpServers\": {");
    file.close();
    // The list stays, and the reason is said until the file is mended.
    QTRY_VERIFY_WITH_TIMEOUT(find(u"serversNotice"_s)->isVisible(), 10'000);
    QVERIFY(m_harness->orchestrator().server(u"fake"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"mcpServers\": {\"new\": {\"command\": \"x\"}}}");
    file.close();
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->orchestrator().server(u"new"_s), 10'000);
    QTRY_VERIFY(!find(u"serversNotice"_s)->isVisible());
}

/// The process that runs keeps the old one: that is said, and after a restart the new one holds.
void TestFailures::newLimitOfARunningServer()
{
    startFake();
    QSignalSpy told(m_harness->window().commands(), &McpUi::ServerCommands::told);
    m_harness->window().commands()->edit(u"fake"_s);
    find<QSpinBox>(u"largestMessage"_s)->setValue(1);
    find<QDialog>(u"serverDialog"_s)->accept();
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(u"until it is restarted"_s));

    m_harness->window().commands()->restart(u"fake"_s);
    QTRY_VERIFY(m_harness->orchestrator().server(u"fake"_s)->state() != State::Ready);
    QVERIFY(m_harness->waitForState(u"fake"_s, State::Ready));
    McpUi::CallPage *page = m_harness->window().pages()->openWith(
            u"fake"_s, u"big"_s, Mcp::RawJson::fromText(R"({"n":2000000})"));
    page->call();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20'000);
    const QString reason = find<QPlainTextEdit>(u"errorMessage.text"_s)->toPlainText();
    QVERIFY2(reason.contains(u"1,048,576 bytes (limit frameBytes)"_s), qPrintable(reason));
    QVERIFY(label(u"errorAdvice"_s).contains(u"Largest message"_s));
}

QTEST_MAIN(TestFailures)
#include "tst_failures.moc"
