// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "models/tracemodel.h"
#include "orchestrator/history.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtGui/qevent.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qtabwidget.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;

/// The main job by keys and mouse: add a server, see its tools, fill a form, call, read the result,
/// see stderr and the messages, come back to it in the history.
class TestMainJob : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_harness.reset(); }
    void fromNothingToAResult();
    void serverIsPastedAsJson();
    void toolsByKeys();
    void messagesSideBySide();
    void historyReopensAndRepeats();
    void lastArgumentsComeBack();
    void tabsByMouseAndKeys();
    void sameToolOfTwoServers();
    void stopAndStartByKeys();
    void notifications();

private:
    void openTool(const QString &name);
    void callAndWait();
    QStringList rows(const QString &view, int column = 0) const;

    /// QTest::keyClicks() knows ASCII only.
    static void type(QWidget *widget, const QString &text)
    {
        for (const QChar letter : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, letter);
            QApplication::sendEvent(widget, &press);
        }
    }
};

void TestMainJob::init() { makeHarness(); }

void TestMainJob::openTool(const QString &name)
{
    auto *filter = find<QLineEdit>(u"toolFilter"_s);
    m_harness->key(u"Alt+1"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, name);
    auto *list = find<QListView>(u"toolList"_s);
    QTRY_COMPARE(list->currentIndex().data().toString(), name);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(m_harness->window().pages()->currentPage());
    QCOMPARE(m_harness->window().pages()->currentPage()->subject().name, name);
    filter->clear();
}

void TestMainJob::callAndWait()
{
    McpUi::CallPage *page = m_harness->window().pages()->currentPage();
    m_harness->key(u"Ctrl+Return"_s);
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 10'000);
}

QStringList TestMainJob::rows(const QString &view, int column) const
{
    const QAbstractItemModel *model = find<QAbstractItemView>(view)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts += model->index(row, column).data().toString();
    return texts;
}

void TestMainJob::fromNothingToAResult()
{
    m_harness->open();
    QVERIFY(find<QLabel>(u"emptyTitle"_s)->isVisible());
    m_harness->key(u"Ctrl+N"_s);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClicks(find(u"commandEdit"_s),
                     u"'%1' --scenario stderr-split --scenario no-tools-capability=all"_s.arg(
                             McpTest::fakeServerPath()));
    auto *name = find<QLineEdit>(u"nameEdit"_s);
    QCOMPARE(name->text(), u"mcp-fake-server"_s);
    name->selectAll();
    QTest::keyClicks(name, u"mine"_s);
    QTest::keyClick(name, Qt::Key_Return);

    QTRY_VERIFY(!QApplication::activeModalWidget());
    m_harness->window().activateWindow(); // a window manager would
    QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));

    // Typed here: no question, it starts at once.
    QTRY_COMPARE(rows(u"serverList"_s), QStringList{ u"mine"_s });
    QVERIFY(m_harness->waitForState(u"mine"_s, Mcp::Server::State::Ready));
    QVERIFY(m_harness->prompter().consents.isEmpty());
    QTRY_VERIFY(rows(u"toolList"_s).contains(u"echo"_s));

    openTool(u"add"_s);
    QTest::keyClicks(find(u"input:/a"_s), u"2"_s);
    QTest::keyClicks(find(u"input:/b"_s), u"40"_s);
    callAndWait();
    QTRY_VERIFY(find<QLabel>(u"resultOutcome"_s)->text().contains(u"Success"_s));
    QTRY_VERIFY(rows(u"stderrView"_s).join(u' ').contains(u"€"_s)
                || !rows(u"stderrView"_s).isEmpty());
    QVERIFY(find<QLabel>(u"statusServer"_s)->text().startsWith(u"mine: ready"_s));

    QFile file(m_harness->serversPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("no-tools-capability=all"));
}

void TestMainJob::serverIsPastedAsJson()
{
    m_harness->open();
    m_harness->prompter().agree = true;
    m_harness->trigger(u"addServerAction"_s);
    QTRY_VERIFY(QApplication::activeModalWidget());
    const QString json =
            uR"({"mcpServers": {"pasted": {"command": "%1", "args": ["--era", "legacy"],
                              "env": {"A_TOKEN": "t"}}}})"_s.arg(McpTest::fakeServerPath());
    find<QPlainTextEdit>(u"commandEdit"_s)->insertPlainText(json);
    QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"pasted"_s);
    QVERIFY(find<QPlainTextEdit>(u"commandEdit"_s)->toPlainText().endsWith(u"--era legacy"_s));
    QTest::mouseClick(find(u"serverAcceptButton"_s), Qt::LeftButton);
    // Nobody typed it: the exact definition is shown first.
    QTRY_COMPARE(m_harness->prompter().consents.size(), 1);
    const Mcp::ServerSpec shown = m_harness->prompter().consents.first();
    QCOMPARE(shown.launch.arguments, (QStringList{ u"--era"_s, u"legacy"_s }));
    QCOMPARE(shown.launch.environment.value(0).name, u"A_TOKEN"_s);
    QVERIFY(m_harness->waitForState(u"pasted"_s, Mcp::Server::State::Ready));
}

void TestMainJob::toolsByKeys()
{
    startFake({ u"--scenario"_s, u"tools=300"_s });
    m_harness->key(u"Ctrl+2"_s);
    auto *list = find<QListView>(u"toolList"_s);
    QVERIFY(list->hasFocus());
    m_harness->key(u"Ctrl+F"_s);
    auto *filter = find<QLineEdit>(u"toolFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"tool-0001"_s);
    QTRY_COMPARE(list->model()->rowCount(), 10);
    QCOMPARE(find<QLabel>(u"toolCount"_s)->text().section(u' ', 0, 0), u"10"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_harness->window().pages()->currentPage()->subject().name, u"tool-00012"_s);
    // Typing goes on in the page.
    QVERIFY(m_harness->window().pages()->currentPage()->isAncestorOf(QApplication::focusWidget()));
    m_harness->key(u"Alt+1"_s);
    QTest::keyClicks(filter, u"no such tool"_s);
    QTRY_VERIFY(!list->isVisible());
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY(list->isVisible());
    // A name that begins so, before descriptions that have it somewhere.
    QTest::keyClicks(filter, u"f"_s);
    QTRY_COMPARE(list->currentIndex().data().toString(), u"fail"_s);
    QVERIFY(list->currentIndex().row() > 0);
}

void TestMainJob::messagesSideBySide()
{
    startFake();
    openTool(u"echo"_s);
    type(find(u"input:/text"_s), u"Zürich"_s);
    callAndWait();
    m_harness->key(u"Alt+6"_s);
    auto *table = find<QTreeView>(u"messagesView"_s);
    QVERIFY(table->hasFocus());
    const QString calls = u"tools/call"_s;
    QTRY_COMPARE(rows(u"messagesView"_s, McpUi::TraceModel::Method).count(calls), 2);
    const int request = int(rows(u"messagesView"_s, McpUi::TraceModel::Method).indexOf(calls));
    table->setCurrentIndex(table->model()->index(request + 1, 0)); // the answer
    auto *first = find<QPlainTextEdit>(u"messagesFirstText"_s);
    auto *second = find<QPlainTextEdit>(u"messagesSecondText"_s);
    QTRY_VERIFY(second->isVisible());
    QVERIFY(first->toPlainText().contains(u"\"method\": \"tools/call\""_s));
    QVERIFY(first->toPlainText().contains(u"Zürich"_s));
    QVERIFY(second->toPlainText().contains(u"\"result\": {"_s));
    QVERIFY(find<QLabel>(u"messagesSecondTitle"_s)->text().contains(u"received"_s));
    // A line that is not the last: what was selected stays where it is.
    type(find(u"messagesFilter"_s), u"zürich"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

void TestMainJob::historyReopensAndRepeats()
{
    startFake();
    openTool(u"echo"_s);
    QTest::keyClicks(find(u"input:/text"_s), u"once"_s);
    callAndWait();
    m_harness->key(u"Ctrl+W"_s);
    QCOMPARE(m_harness->window().pages()->count(), 0);
    m_harness->key(u"Alt+7"_s);
    auto *table = find<QTreeView>(u"historyView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(find<QPlainTextEdit>(u"historyArgumentsText"_s)->toPlainText().contains(u"once"_s));
    QTest::keyClick(table, Qt::Key_Return);
    McpUi::CallPage *page = m_harness->window().pages()->currentPage();
    QVERIFY(page);
    QCOMPARE(page->arguments().toByteArray(), R"({"text":"once"})");
    QTest::mouseClick(find(u"historyRepeat"_s), Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(m_harness->window().pages()->count(), 1);
    // Clearing is asked first.
    QTest::mouseClick(find(u"historyClear"_s), Qt::LeftButton);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QTest::qWait(20);
    QCOMPARE(table->model()->rowCount(), 2);
    m_harness->prompter().agree = true;
    QTest::mouseClick(find(u"historyClear"_s), Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 0);
}

void TestMainJob::lastArgumentsComeBack()
{
    startFake();
    openTool(u"echo"_s);
    QTest::keyClicks(find(u"input:/text"_s), u"again"_s);
    callAndWait();
    m_harness->key(u"Ctrl+W"_s);
    openTool(u"echo"_s);
    QCOMPARE(m_harness->window().pages()->currentPage()->arguments().toByteArray(),
             R"({"text":"again"})");
}

void TestMainJob::tabsByMouseAndKeys()
{
    startFake();
    openTool(u"echo"_s);
    openTool(u"add"_s);
    McpUi::PageTabs *tabs = m_harness->window().pages();
    QCOMPARE(tabs->count(), 2);
    openTool(u"echo"_s); // raised, not opened twice
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 0);
    m_harness->key(u"Ctrl+Tab"_s);
    QCOMPARE(tabs->currentIndex(), 1);
    m_harness->key(u"Ctrl+Tab"_s);
    QCOMPARE(tabs->currentIndex(), 0);
    m_harness->key(u"Ctrl+Shift+Tab"_s);
    QCOMPARE(tabs->currentIndex(), 1);
    QVERIFY(tabs->tabToolTip(0).contains(u"fake ▸ echo"_s));
    QTest::mouseClick(tabs->tabBar(), Qt::MiddleButton, {}, tabs->tabBar()->tabRect(0).center());
    QCOMPARE(tabs->count(), 1);
    QCOMPARE(tabs->currentPage()->subject().name, u"add"_s);
}

void TestMainJob::sameToolOfTwoServers()
{
    m_harness->addServer(u"one"_s, McpTest::fakeServerPath());
    m_harness->addServer(u"two"_s, McpTest::fakeServerPath());
    m_harness->open();
    for (const QString &name : { u"one"_s, u"two"_s }) {
        QVERIFY(m_harness->startAndList(name));
        openTool(u"echo"_s);
    }
    McpUi::PageTabs *tabs = m_harness->window().pages();
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->tabText(0), u"Echo · one"_s);
    QCOMPARE(tabs->tabText(1), u"Echo · two"_s);
    m_harness->key(u"Ctrl+W"_s);
    QCOMPARE(tabs->tabText(0), u"Echo"_s);
    // Typing goes on in the page that is in front now, and in the list where there is none.
    QVERIFY(tabs->currentPage()->isAncestorOf(QApplication::focusWidget()));
    m_harness->key(u"Ctrl+W"_s);
    QCOMPARE(tabs->count(), 0);
    QVERIFY(find<QListView>(u"toolList"_s)->hasFocus());
}

void TestMainJob::stopAndStartByKeys()
{
    startFake();
    m_harness->key(u"Shift+F9"_s);
    QVERIFY(m_harness->waitForState(u"fake"_s, Mcp::Server::State::Stopped));
    // Its tools stay to be read.
    QVERIFY(rows(u"toolList"_s).contains(u"echo"_s));
    QVERIFY(find(u"toolNotice"_s)->isVisible());
    m_harness->key(u"Ctrl+1"_s);
    auto *list = find<QListView>(u"serverList"_s);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(m_harness->waitForState(u"fake"_s, Mcp::Server::State::Ready));
    const qint64 before = m_harness->orchestrator().server(u"fake"_s)->processId();
    m_harness->key(u"Ctrl+F9"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->orchestrator().server(u"fake"_s)->processId() > 0
                                     && m_harness->orchestrator().server(u"fake"_s)->processId()
                                                != before,
                             10'000);
    QVERIFY(m_harness->waitForState(u"fake"_s, Mcp::Server::State::Ready));
}

void TestMainJob::notifications()
{
    startFake({ u"--scenario"_s, u"list-changed-on-call"_s });
    openTool(u"echo"_s);
    QTest::keyClicks(find(u"input:/text"_s), u"x"_s);
    callAndWait();
    m_harness->key(u"Alt+8"_s);
    QTRY_VERIFY(rows(u"notificationsView"_s, 2).contains(u"notifications/tools/list_changed"_s));
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
