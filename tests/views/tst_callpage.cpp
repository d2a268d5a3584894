// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumenteditor.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "views/callpage.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qtoolbutton.h>
#include <QtWidgets/qtreeview.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::Server;

/// The page on a real server's process, by keys and clicks.
class TestCallPage : public QObject
{
    Q_OBJECT

private:
    Mcp::ServerSpec fake() const
    {
        Mcp::ServerSpec spec;
        spec.name = u"fake"_s;
        spec.launch.command = QStringLiteral(TEST_BIN_DIR "/../tests/mcp-fake-server");
        return spec;
    }

    void makePage(const QString &tool)
    {
        m_page = std::make_unique<CallPage>(m_orchestrator.get(), u"fake"_s, tool);
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void open(const QString &tool)
    {
        m_orchestrator->open(u"fake"_s);
        QTRY_VERIFY(m_orchestrator->tools(u"fake"_s)->isListed());
        makePage(tool);
    }

    template <typename T>
    T *child(const QString &name) const
    {
        T *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no child %s", qPrintable(name));
        return found;
    }

    QPushButton *callButton() const { return child<QPushButton>(u"callButton"_s); }

    /// What the last call of the page gave, as the history has it.
    Mcp::HistoryEntry lastCall() const;

private slots:
    void init()
    {
        m_orchestrator = std::make_unique<Mcp::Orchestrator>();
        QVERIFY(!m_orchestrator->addServer(fake()));
    }
    void cleanup()
    {
        m_page.reset();
        m_orchestrator.reset();
    }

    void typedArgumentsReachTheServerToTheDigit()
    {
        open(u"add"_s);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m_page->title(), u"add"_s);
        auto *a = child<QLineEdit>(u"input:/a"_s);
        a->setFocus();
        QTest::keyClicks(a, u"12345678901234567890"_s);
        QTest::keyClick(a, Qt::Key_Tab);
        auto *b = child<QLineEdit>(u"input:/b"_s);
        QVERIFY(b->hasFocus());
        QTest::keyClicks(b, u"1.0"_s);
        QCOMPARE(m_page->arguments().toByteArray(), R"({"a":12345678901234567890,"b":1.0})");
        QSignalSpy running(m_page.get(), &CallPage::runningChanged);
        QTest::keyClick(b, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_page->isRunning());
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(running.size(), 2);
        QCOMPARE(lastCall().arguments.toByteArray(), R"({"a":12345678901234567890,"b":1.0})");
    }

    void problemsFirstThenCallAnyway()
    {
        open(u"add"_s);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(callButton()->text(), u"Call"_s);
        QTest::mouseClick(callButton(), Qt::LeftButton);
        QVERIFY(!m_page->isRunning());
        QCOMPARE(callButton()->text(), u"Call anyway"_s);
        QVERIFY(child<QLabel>(u"problem:/a"_s)->isVisible());
        QVERIFY(child<QLineEdit>(u"input:/a"_s)->hasFocus());
        QTest::mouseClick(callButton(), Qt::LeftButton);
        QVERIFY(m_page->isRunning());
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(lastCall().arguments.toByteArray(), "{}");
        // Mended, it is an ordinary call again.
        m_page->setArguments(RawJson::fromText(R"({"a":1,"b":2})"));
        QTRY_COMPARE(callButton()->text(), u"Call"_s);
    }

    void textThatIsNoJsonIsNeverSent()
    {
        open(u"echo"_s);
        if (QTest::currentTestFailed())
            return;
        m_page->toggleJson();
        auto *text = child<QPlainTextEdit>(u"jsonText"_s);
        QVERIFY(text->hasFocus());
        text->setPlainText(u"{\"text\": 1,}"_s);
        QVERIFY(m_page->arguments().isAbsent());
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_page->isRunning());
        QCOMPARE(text->toPlainText(), u"{\"text\": 1,}"_s);
        QVERIFY(child<QAbstractButton>(u"jsonProblemPlace"_s)->text().contains("Line 1"_L1));
        QTest::keyClick(text, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(text->isVisible());
        QVERIFY(child<QLabel>(u"argumentMessage"_s)->isVisible());
    }

    void jsonOfSeveralLinesIsSentOnOneLine()
    {
        open(u"raw-args"_s);
        if (QTest::currentTestFailed())
            return;
        m_page->toggleJson();
        child<QPlainTextEdit>(u"jsonText"_s)->setPlainText(u"{\n \"z\": 1e400,\n \"a\": 1.0\n}"_s);
        m_page->call();
        QVERIFY(m_page->isRunning());
        QTRY_VERIFY(!m_page->isRunning());
        QVERIFY2(lastCall().result.contains(R"({\"z\":1e400,\"a\":1.0})"),
                 lastCall().result.constData());
    }

    void progressAndCancel()
    {
        open(u"slow"_s);
        if (QTest::currentTestFailed())
            return;
        m_page->setArguments(RawJson::fromText(R"({"ms":60000,"steps":600})"));
        m_page->call();
        QVERIFY(!callButton()->isEnabled());
        m_page->call(); // nothing: it runs
        auto *bar = child<QProgressBar>(u"progressBar"_s);
        QVERIFY(bar->isVisible());
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() > 0);
        QVERIFY(!child<QLabel>(u"progressText"_s)->text().isEmpty());
        QTest::mouseClick(child<QPushButton>(u"cancelButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->isRunning());
        QVERIFY(callButton()->isEnabled());
        QVERIFY(!bar->isVisible());
        QCOMPARE(lastCall().outcome, Mcp::HistoryEntry::Outcome::Cancelled);
    }

    void twoPagesRunAtOnce()
    {
        open(u"slow"_s);
        if (QTest::currentTestFailed())
            return;
        CallPage other(m_orchestrator.get(), u"fake"_s, u"slow"_s);
        m_page->setArguments(RawJson::fromText(R"({"ms":60000})"));
        m_page->call();
        other.setArguments(RawJson::fromText(R"({"ms":1})"));
        other.call();
        QVERIFY(m_page->isRunning() && other.isRunning());
        QTRY_VERIFY(!other.isRunning());
        QVERIFY(m_page->isRunning());
    }

    void aLongStartShowsItsTime()
    {
        Mcp::ServerSpec slow = fake();
        slow.name = u"slow"_s;
        slow.launch.arguments = { u"--scenario"_s, u"silent"_s };
        slow.timeouts.connect = 30'000;
        QVERIFY(!m_orchestrator->addServer(slow));
        m_page = std::make_unique<CallPage>(m_orchestrator.get(), u"slow"_s, u"echo"_s);
        m_page->show();
        m_orchestrator->open(u"slow"_s);
        const auto *text = child<QLabel>(u"serverBarText"_s);
        QTRY_VERIFY(text->text().contains("is starting"_L1));
        QVERIFY2(!text->text().contains("of 30 s"_L1), qPrintable(text->text()));
        QTRY_VERIFY_WITH_TIMEOUT(text->text().endsWith(" s of 30 s"_L1), 20'000);
    }

    void stoppedServerIsAskedForAndTheCallFollows()
    {
        makePage(u"echo"_s);
        QVERIFY(child<QLabel>(u"serverBarText"_s)->text().contains("not running"_L1));
        QVERIFY(child<QLabel>(u"formMessage"_s)->text().contains("once its server runs"_L1));
        m_page->setArguments(RawJson::fromText(R"({"text":"hi"})"));
        QCOMPARE(callButton()->text(), u"Start and call"_s);
        QSignalSpy start(m_page.get(), &CallPage::startRequested);
        QTest::mouseClick(callButton(), Qt::LeftButton);
        QCOMPARE(start.size(), 1);
        QVERIFY(m_page->isRunning());
        m_orchestrator->open(u"fake"_s);
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(lastCall().arguments.toByteArray(), R"({"text":"hi"})");
        QVERIFY(!child<QWidget>(u"serverBar"_s)->isVisible());
        QTRY_COMPARE(m_page->title(), u"Echo"_s);
        // What was written before the schema was known is in the form now.
        QTRY_COMPARE(child<QPlainTextEdit>(u"input:/text"_s)->toPlainText(), u"hi"_s);
    }

    void waitingForTheServerCanBeCancelled()
    {
        makePage(u"echo"_s);
        m_page->call();
        QVERIFY(m_page->isRunning());
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QVERIFY(!m_page->isRunning());
        QCOMPARE(m_orchestrator->server(u"fake"_s)->state(), Server::State::Stopped);
    }

    /// By whomever: nobody may start it again, and the call would be sent whenever somebody does.
    void aStoppedServerIsNotWaitedFor()
    {
        makePage(u"echo"_s);
        m_orchestrator->open(u"fake"_s);
        m_page->call();
        QVERIFY(m_page->isRunning());
        m_orchestrator->stopAllServers();
        QTRY_COMPARE(m_orchestrator->server(u"fake"_s)->state(), Server::State::Stopped);
        QTRY_VERIFY(!m_page->isRunning());
    }

    void aRestartedServerIsWaitedFor()
    {
        makePage(u"echo"_s);
        m_page->setArguments(RawJson::fromText(R"({"text":"hi"})"));
        m_orchestrator->open(u"fake"_s);
        m_page->call();
        m_orchestrator->server(u"fake"_s)->restart();
        m_orchestrator->open(u"fake"_s);
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(lastCall().arguments.toByteArray(), R"({"text":"hi"})");
    }

    void serverDiesInTheMiddle()
    {
        open(u"exit"_s);
        if (QTest::currentTestFailed())
            return;
        m_page->setArguments(RawJson::fromText(R"({"code":3})"));
        m_page->call();
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_VERIFY(child<QWidget>(u"serverBar"_s)->isVisible());
        QVERIFY(child<QPushButton>(u"startServerButton"_s)->isVisible());
        QCOMPARE(m_page->arguments().toByteArray(), R"({"code":3})");
    }

    void unknownToolIsSaidAndCallable()
    {
        open(u"nothing-of-that-name"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(child<QLabel>(u"toolNotice"_s)->isVisible());
        m_page->call();
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(lastCall().outcome, Mcp::HistoryEntry::Outcome::RemoteError);
    }

    void stateComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("json");
        QTest::newRow("form") << u"{\"text\":\"a\"}"_s << false;
        QTest::newRow("exact text") << u"{ \"z\": 1.0,\n  \"text\": \"a\" }"_s << true;
        QTest::newRow("no JSON") << u"{\"text\": "_s << true;
        QTest::newRow("blank") << QString() << true;
    }
    void stateComesBack()
    {
        QFETCH(QString, text);
        QFETCH(bool, json);
        open(u"echo"_s);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy changed(m_page.get(), &CallPage::stateChanged);
        if (json) {
            m_page->toggleJson();
            child<QPlainTextEdit>(u"jsonText"_s)->setPlainText(text);
        } else {
            m_page->setArguments(RawJson::fromText(text.toUtf8()));
        }
        QVERIFY(!changed.isEmpty());
        const RawJson state = m_page->saveState();
        makePage(u"echo"_s);
        m_page->restoreState(state);
        auto *editor = child<ArgumentEditor>(u"arguments"_s);
        QCOMPARE(QString::fromUtf8(editor->text()), text);
        QCOMPARE(editor->mode() == ArgumentEditor::Mode::Json, json);
        m_page->restoreState(RawJson::fromText(R"({"mode":5,"text":7,"handle":{"sizes":"x"}})"));
        QCOMPARE(QString::fromUtf8(editor->text()), text);
    }

    void anEarlierResultIsCompared()
    {
        open(u"echo"_s);
        if (QTest::currentTestFailed())
            return;
        for (const char *text : { "first", "second" }) {
            m_page->setArguments(RawJson::fromText(QByteArray(R"({"text":")") + text + "\"}"));
            m_page->call();
            QTRY_VERIFY(!m_page->isRunning());
        }
        QMenu *menu = child<QToolButton>(u"compareResult"_s)->menu();
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QCOMPARE(menu->actions().size(), 2); // the heading of the group, and the first result
        menu->actions().last()->trigger();
        const QAbstractItemModel *list = child<QTreeView>(u"compareList"_s)->model();
        QCOMPARE(list->rowCount(), 1);
        QCOMPARE(list->index(0, 0).data().toString(), u"/content/0/text ▸ /text"_s);
        QVERIFY(list->index(0, 2).data().toString().contains(u"first"_s));
        QVERIFY(list->index(0, 3).data().toString().contains(u"second"_s));
    }

    void renamedServerIsFollowed()
    {
        open(u"echo"_s);
        if (QTest::currentTestFailed())
            return;
        QSignalSpy renamed(m_page.get(), &CallPage::titleChanged);
        emit m_orchestrator->serverRenamed(u"fake"_s, u"other"_s);
        QCOMPARE(m_page->serverName(), u"other"_s);
        QCOMPARE(renamed.size(), 1);
    }

    void removedServerKeepsTheArguments()
    {
        open(u"echo"_s);
        if (QTest::currentTestFailed())
            return;
        m_page->setArguments(RawJson::fromText(R"({"text":"kept"})"));
        QVERIFY(!m_orchestrator->removeServer(u"fake"_s));
        QTRY_VERIFY(child<QWidget>(u"serverBar"_s)->isVisible());
        QVERIFY(!child<QPushButton>(u"startServerButton"_s)->isVisible());
        m_page->call();
        QVERIFY(!m_page->isRunning());
        QCOMPARE(m_page->arguments().toByteArray(), R"({"text":"kept"})");
    }

private:
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
    std::unique_ptr<CallPage> m_page;
};

Mcp::HistoryEntry TestCallPage::lastCall() const
{
    const Mcp::History *history = m_orchestrator->history();
    return history->count() ? history->at(history->count() - 1) : Mcp::HistoryEntry();
}

QTEST_MAIN(TestCallPage)
#include "tst_callpage.moc"
