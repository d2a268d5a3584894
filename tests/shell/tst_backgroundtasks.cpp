// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "models/taskmodel.h"
#include "orchestrator/taskstore.h"
#include "server/tracelog.h"
#include "shell/bottomtabs.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "views/callpage.h"
#include "views/taskspanel.h"

#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qstatusbar.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::TaskModel;

/// Calls that servers work on in the background: made, watched, cancelled, found again.
class TestBackgroundTasks : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void runAsTask_data() { McpTest::addEras(); }
    void runAsTask();
    void ordinaryCalls();
    void requiredIsFixed();
    void choiceComesBack();
    void noCapabilityNoChoice();
    void cancelledInTheList_data() { McpTest::addEras(); }
    void cancelledInTheList();
    void cancelledOnThePage_data() { McpTest::addEras(); }
    void cancelledOnThePage();
    void keptForSoLong();
    void goesOnWithoutItsPage_data() { McpTest::addEras(); }
    void goesOnWithoutItsPage();
    void inputIsRequired_data() { McpTest::addEras(); }
    void inputIsRequired();
    void quittingAsksAboutAllTasks();
    void followedAfterARestart_data() { McpTest::addEras(); }
    void followedAfterARestart();
    void unknownAfterARestartOfTheServer_data() { McpTest::addEras(); }
    void unknownAfterARestartOfTheServer();
    void keysAndMenu();
    void demoServer();

private:
    void startEra(const QString &era, const QString &kind = {});
    McpUi::CallPage *call(const QString &tool, const QByteArray &arguments);
    QTreeView *table() { return find<QTreeView>(u"tasksView"_s); }
    /// "work | completed" of the row.
    QString row(int row = 0);
    QString cell(int column, int row = 0)
    {
        return table()->model()->index(row, column).data().toString();
    }
    /// The panel is shown and the row selected, by keys.
    void selectFirst();
    QString tabTitle() const
    {
        const auto *tabs = find<McpUi::BottomTabs>(u"bottomTabs"_s);
        return tabs->tabText(tabs->indexOf(tabs->tasksPanel()));
    }
    QString resultText() const
    {
        QStringList texts;
        const auto parts = find<QWidget>(u"result"_s)->findChildren<QWidget *>();
        for (const QWidget *part : parts)
            texts += part->property("plainText").toString();
        return texts.join(u'\n');
    }
};

void TestBackgroundTasks::startEra(const QString &era, const QString &kind)
{
    QStringList arguments = { u"--era"_s, era, u"--scenario"_s, u"everything"_s };
    if (!kind.isEmpty())
        arguments += { u"--scenario"_s, u"task="_s + kind };
    startFake(arguments);
}

McpUi::CallPage *TestBackgroundTasks::call(const QString &tool, const QByteArray &arguments)
{
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, tool,
                                                       Mcp::RawJson::fromText(arguments));
    auto *option = find<QAbstractButton>(u"runAsTask"_s);
    if (option->isVisible() && !option->isChecked())
        QTest::mouseClick(option, Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>(u"callButton"_s), Qt::LeftButton);
    return page;
}

QString TestBackgroundTasks::row(int row)
{
    return cell(TaskModel::Tool, row) + u" | "_s + cell(TaskModel::Status, row);
}

void TestBackgroundTasks::selectFirst()
{
    m_harness->key(u"Alt+9"_s);
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Home);
    QCOMPARE(table()->currentIndex().row(), 0);
}

void TestBackgroundTasks::runAsTask()
{
    QFETCH(const QString, era);
    startEra(era);
    const auto *page = call(u"work"_s, R"({"ms":700})");
    QCOMPARE(find<QAbstractButton>(u"runAsTask"_s)->isVisible(), era == "legacy"_L1);
    QTRY_COMPARE(row(), u"work | working"_s);
    QCOMPARE(tabTitle(), u"Tasks (1 running)"_s);
    QTRY_VERIFY(find<QLabel>(u"taskText"_s)->text().contains(u"Task working"_s));
    const QString line = find<QLabel>(u"taskText"_s)->text();
    QVERIFY2(line.contains(u"asked every 100 ms"_s) && line.contains(cell(TaskModel::Id)),
             qPrintable(line));
    QCOMPARE(cell(TaskModel::Server), u"fake"_s);
    QTRY_COMPARE(row(), u"work | completed"_s);
    QTRY_VERIFY(!page->isRunning());
    QVERIFY(!find<QLabel>(u"taskText"_s)->isVisible());
    QTRY_COMPARE(tabTitle(), u"Tasks (1)"_s);
}

/// Nobody asked for a task, so none is made.
void TestBackgroundTasks::ordinaryCalls()
{
    startEra(u"legacy"_s);
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"work"_s,
                                                       Mcp::RawJson::fromText(R"({"ms":1})"));
    auto *option = find<QAbstractButton>(u"runAsTask"_s);
    QVERIFY(option->isVisible() && option->isEnabled() && !option->isChecked());
    page->call();
    QTRY_VERIFY(!page->isRunning());
    QCOMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(tabTitle(), u"Tasks"_s);
    m_harness->window().pages()->open(u"fake"_s, u"echo"_s); // runs in no such way
    QTRY_VERIFY(!find<QAbstractButton>(u"runAsTask"_s)->isVisible());
}

void TestBackgroundTasks::requiredIsFixed()
{
    startEra(u"legacy"_s);
    const auto *page = call(u"work-only"_s, R"({"ms":1})");
    const auto *option = find<QAbstractButton>(u"runAsTask"_s);
    QVERIFY(option->isVisible() && option->isChecked() && !option->isEnabled());
    QVERIFY(option->toolTip().contains(u"task only"_s));
    QTRY_COMPARE(row(), u"work-only | completed"_s);
    QTRY_VERIFY(!page->isRunning());
}

/// Of the page that was open; the request is copied with it.
void TestBackgroundTasks::choiceComesBack()
{
    startEra(u"legacy"_s);
    m_harness->window().pages()->openWith(u"fake"_s, u"work"_s,
                                          Mcp::RawJson::fromText(R"({"ms":1})"));
    QTest::mouseClick(find<QAbstractButton>(u"runAsTask"_s), Qt::LeftButton);
    m_harness->trigger(u"copyAsRequestAction"_s);
    QVERIFY(QApplication::clipboard()->text().contains(uR"("task":{})"_s));
    m_harness->close();
    m_harness->open();
    // The server is not running: what it can do is not known yet, and still the choice holds.
    QVERIFY(!find<QAbstractButton>(u"runAsTask"_s)->isVisible());
    m_harness->window().pages()->currentPage()->call();
    QTRY_COMPARE(row(), u"work | completed"_s);
    QTRY_VERIFY(find<QAbstractButton>(u"runAsTask"_s)->isVisible());
    QVERIFY(find<QAbstractButton>(u"runAsTask"_s)->isChecked());
}

void TestBackgroundTasks::noCapabilityNoChoice()
{
    startFake({ u"--era"_s, u"legacy"_s, u"--revision"_s, u"2025-06-18"_s, u"--scenario"_s,
                u"everything"_s });
    m_harness->window().pages()->open(u"fake"_s, u"work-only"_s);
    QVERIFY(!find<QAbstractButton>(u"runAsTask"_s)->isVisible());
}

void TestBackgroundTasks::cancelledInTheList()
{
    QFETCH(const QString, era);
    startEra(era, u"stuck"_s);
    const auto *page = call(u"work"_s, R"({"ms":1})");
    QTRY_COMPARE(row(), u"work | working"_s);
    selectFirst();
    QVERIFY(!m_harness->window().findChild<QAction *>(u"taskForget"_s)->isEnabled()); // it runs
    m_harness->key(u"Ctrl+Del"_s);
    QTRY_COMPARE(row(), u"work | cancelled"_s);
    QTRY_VERIFY(!page->isRunning());
    QVERIFY2(find<QLabel>(u"resultOutcome"_s)->text().contains(u"Cancelled"_s),
             qPrintable(find<QLabel>(u"resultOutcome"_s)->text()));
    QTRY_COMPARE(tabTitle(), u"Tasks (1)"_s);
    QVERIFY(!m_harness->window().findChild<QAction *>(u"taskCancel"_s)->isEnabled());
}

void TestBackgroundTasks::cancelledOnThePage()
{
    QFETCH(const QString, era);
    startEra(era, u"stuck"_s);
    const auto *page = call(u"work"_s, R"({"ms":1})");
    QTRY_COMPARE(row(), u"work | working"_s);
    QTest::mouseClick(find<QAbstractButton>(u"cancelButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!page->isRunning());
    QTRY_COMPARE(row(), u"work | cancelled"_s); // as the server says, not as we wish
    QTRY_COMPARE(tabTitle(), u"Tasks (1)"_s);
}

/// 2025-11-25 alone asks for a time; it stays with the page.
void TestBackgroundTasks::keptForSoLong()
{
    startEra(u"legacy"_s);
    call(u"work"_s, R"({"ms":1})");
    QTRY_COMPARE(row(), u"work | completed"_s);
    auto *seconds = find<QLineEdit>(u"taskSeconds"_s);
    QTRY_VERIFY(seconds->isVisible()); // hidden while the call runs
    const auto sentTask = [this] {
        const Mcp::TraceLog *trace = m_harness->orchestrator().server(u"fake"_s)->trace();
        Mcp::RawJson task;
        for (int i = 0; i < trace->count(); ++i) {
            if (trace->at(i).message.method() == "tools/call"_L1)
                task = trace->at(i).message.params().value("task");
        }
        return task.toByteArray();
    };
    QCOMPARE(sentTask(), "{}"); // the server's own time
    seconds->setFocus();
    QTest::keyClicks(seconds, u"90"_s);
    QTest::mouseClick(find<QAbstractButton>(u"callButton"_s), Qt::LeftButton);
    QTRY_COMPARE(sentTask(), R"({"ttl":90000})");
    m_harness->close();
    m_harness->open();
    QCOMPARE(find<QLineEdit>(u"taskSeconds"_s)->text(), u"90"_s);
}

/// Closing its page asks nothing and ends nothing; the list has its result.
void TestBackgroundTasks::goesOnWithoutItsPage()
{
    QFETCH(const QString, era);
    startEra(era);
    call(u"work"_s, R"({"ms":700})");
    QTRY_COMPARE(row(), u"work | working"_s);
    m_harness->trigger(u"closePageAction"_s);
    QCOMPARE(m_harness->window().pages()->count(), 0);
    QCOMPARE(row(), u"work | working"_s);
    QTRY_COMPARE(row(), u"work | completed"_s);
    selectFirst();
    QTRY_VERIFY(m_harness->orchestrator().tasks()->tasks().constFirst().outcome);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE(m_harness->window().pages()->count(), 1);
    QCOMPARE(m_harness->window().pages()->currentPage()->subject().name, u"work"_s);
    QTRY_VERIFY(resultText().contains(u"worked"_s));
}

void TestBackgroundTasks::inputIsRequired()
{
    QFETCH(const QString, era);
    startEra(era, u"input"_s);
    call(u"work"_s, R"({"ms":1})");
    QTRY_COMPARE(row(), u"work | input required"_s);
    // The question itself may come a little after the state that announces it.
    const auto *show = m_harness->window().findChild<QAction *>(u"showQuestionsAction"_s);
    QTRY_VERIFY(show->isEnabled());
    m_harness->key(u"Ctrl+5"_s);
    auto *field = find<QLineEdit>(u"input:/n"_s);
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, u"3"_s);
    QTest::mouseClick(find<QAbstractButton>(u"questionAccept"_s), Qt::LeftButton);
    QTRY_COMPARE(row(), u"work | completed"_s);
}

/// It would be lost all the same.
void TestBackgroundTasks::quittingAsksAboutAllTasks()
{
    startEra(u"legacy"_s);
    call(u"work"_s, R"({"ms":60000})");
    QTRY_COMPARE(row(), u"work | working"_s);
    m_harness->trigger(u"closePageAction"_s);
    call(u"work"_s, R"({"ms":60000})");
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_harness->trigger(u"closePageAction"_s);
    QCOMPARE(m_harness->window().pages()->count(), 0);
    // There is nothing to show of it yet: one stays in the list, and is told so.
    selectFirst();
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(m_harness->window().statusBar()->currentMessage().contains(u"still working"_s));
    QCOMPARE(m_harness->window().pages()->count(), 0);
    QVERIFY(table()->hasFocus());
    m_harness->trigger(u"quitAction"_s);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QCOMPARE(m_harness->prompter().questions.first().text,
             u"2 tasks are still running. Their server is stopped; unless it keeps tasks, the "
             u"results are lost."_s);
    QVERIFY(m_harness->window().isVisible());
}

/// The program is started anew: the server still knows the task.
void TestBackgroundTasks::followedAfterARestart()
{
    QFETCH(const QString, era);
    startEra(era, u"kept"_s);
    call(u"work"_s, R"({"ms":60000})");
    QTRY_COMPARE(row(), u"work | working"_s);
    const QString id = cell(TaskModel::Id);
    m_harness->prompter().agree = true; // to quit
    m_harness->trigger(u"quitAction"_s);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    const QString question = m_harness->prompter().questions.first().text;
    QVERIFY2(question.startsWith(u"1 task is still running. Its server is stopped;"_s),
             qPrintable(question));
    QVERIFY(!question.contains(u"will be cancelled"_s));
    m_harness->close();
    m_harness->open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(row(), u"work | was working"_s);
    QCOMPARE(cell(TaskModel::Id), id);
    selectFirst();
    m_harness->key(u"Ctrl+R"_s); // starts the server for it
    QTRY_COMPARE(row(), u"work | completed"_s);
    QTRY_VERIFY(m_harness->orchestrator().tasks()->tasks().constFirst().outcome);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(resultText().contains(u"worked"_s));
}

void TestBackgroundTasks::unknownAfterARestartOfTheServer()
{
    QFETCH(const QString, era);
    startEra(era);
    const auto *page = call(u"work"_s, R"({"ms":60000})");
    QTRY_COMPARE(row(), u"work | working"_s);
    m_harness->window().commands()->restart(u"fake"_s);
    QTRY_VERIFY(!page->isRunning());
    QTRY_COMPARE(row(), u"work | was working"_s);
    QVERIFY2(cell(TaskModel::Message).startsWith(u"✗ "_s), qPrintable(cell(TaskModel::Message)));
    QVERIFY(m_harness->waitForState(u"fake"_s, Mcp::Server::State::Ready));
    selectFirst();
    m_harness->key(u"Ctrl+R"_s);
    QTRY_VERIFY2(cell(TaskModel::Message).contains(u"unknown or has expired"_s),
                 qPrintable(cell(TaskModel::Message)));
    QCOMPARE(row(), u"work | unknown to server"_s);
    QCOMPARE(tabTitle(), u"Tasks (1)"_s);
    selectFirst();
    m_harness->key(u"Del"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
}

void TestBackgroundTasks::keysAndMenu()
{
    startEra(u"modern"_s);
    call(u"work"_s, R"({"ms":1})");
    QTRY_COMPARE(row(), u"work | completed"_s);
    selectFirst();
    m_harness->key(u"Ctrl+Shift+C"_s);
    QCOMPARE(QApplication::clipboard()->text(), cell(TaskModel::Id));
    m_harness->key(u"Ctrl+F"_s);
    auto *filter = find<QLineEdit>(u"tasksFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"nothing like it"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTest::mouseClick(find<QAbstractButton>(u"tasksClear"_s), Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(tabTitle(), u"Tasks"_s);
}

/// What everybody can try at once.
void TestBackgroundTasks::demoServer()
{
    m_harness->addServer(u"fake"_s, McpTest::programPath(u"mcp-demo-server"_s),
                         { u"--era"_s, u"legacy"_s });
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    call(u"slow-job"_s, R"({"steps":4,"delay":150})");
    QTRY_VERIFY(find<QLabel>(u"progressText"_s)->text().contains(u"Step 2 of 4"_s));
    QVERIFY(find<QLabel>(u"taskText"_s)->text().contains(u"The work has begun."_s));
    QTRY_COMPARE(row(), u"slow-job | completed"_s);
    call(u"approval"_s, R"({"delay":50})");
    QTRY_COMPARE(row(), u"approval | input required"_s);
    QCOMPARE(cell(TaskModel::Message), u"An answer is needed."_s);
    m_harness->window().pages()->currentPage()->cancel();
    QTRY_COMPARE(row(), u"approval | cancelled"_s);
}

QTEST_MAIN(TestBackgroundTasks)
#include "tst_backgroundtasks.moc"
