// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracereader.h"
#include "server/violationlog.h"
#include "shell/tracewindow.h"
#include "views/messagespanel.h"
#include "views/requestcomposer.h"
#include "views/resultview.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>

using namespace Qt::Literals::StringLiterals;

/// Messages of real servers of both eras in the real window: sent again, written by hand, saved,
/// opened, pinged, and what the Info tab says about rules.
class TestTraces : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void repeats_data() { eras(); }
    void repeats();
    void composes_data() { eras(); }
    void composes();
    void wrongParamsAreNotSent();
    void windowsCloseByKeys();
    void savesAndOpens();
    void savesAll();
    void opensOnlyTraces();
    void largeTraces();
    void pings_data() { eras(); }
    void pings();
    void healthLeadsToTheMessage();
    void noViolationsIsSaid();
    void allServers();
    void logLevel_data() { eras(); }
    void logLevel();

private:
    static void eras()
    {
        QTest::addColumn<QString>("era");
        for (const char *era : { "legacy", "modern" })
            QTest::newRow(era) << QString::fromLatin1(era);
    }
    static void closeByEscape(const QWidget *window);
    void startDemo()
    {
        QFETCH(const QString, era);
        m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s),
                             { u"--era"_s, era });
        m_harness->open();
        QVERIFY(m_harness->startAndList(u"demo"_s));
    }
    const Mcp::TraceLog &trace(const QString &server)
    {
        return *m_harness->orchestrator().server(server)->trace();
    }
    /// Requests of @p method that were sent.
    int sent(const QString &server, const QString &method)
    {
        int count = 0;
        for (int i = 0; i < trace(server).count(); ++i) {
            const Mcp::TraceEntry &entry = trace(server).at(i);
            count += entry.direction == Mcp::TraceEntry::Direction::Sent && entry.method == method
                                     && entry.message.kind() == Mcp::Message::Kind::Request
                             ? 1
                             : 0;
        }
        return count;
    }
    /// Selects the row of the first message of @p method in the Messages panel.
    void select(const QString &method)
    {
        m_harness->key(u"Alt+6"_s);
        auto *table = find<QAbstractItemView>(u"messagesView"_s);
        const auto row = [&] {
            for (int i = 0; i < table->model()->rowCount(); ++i) {
                if (table->model()->index(i, McpUi::TraceModel::Method).data() == method)
                    return i;
            }
            return -1;
        };
        QTRY_VERIFY(row() >= 0);
        table->setCurrentIndex(table->model()->index(row(), 0));
        table->setFocus();
    }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
};

void TestTraces::repeats()
{
    startDemo();
    select(u"tools/list"_s);
    const int before = sent(u"demo"_s, u"tools/list"_s);
    m_harness->key(u"Ctrl+R"_s);
    QTRY_COMPARE(sent(u"demo"_s, u"tools/list"_s), before + 1);
    QTRY_COMPARE(trace(u"demo"_s).violationCount(), 0);
    // As it was, with a new id and token.
    QByteArrayList params;
    for (int i = 0; i < trace(u"demo"_s).count(); ++i) {
        const Mcp::TraceEntry &entry = trace(u"demo"_s).at(i);
        if (entry.direction == Mcp::TraceEntry::Direction::Sent && entry.method == "tools/list"_L1)
            params += entry.message.params().value("_meta").value("progressToken").toByteArray();
    }
    QVERIFY(params.first() != params.last());
}

void TestTraces::composes()
{
    startDemo();
    QFETCH(const QString, era);
    m_harness->trigger(u"composeRequestAction"_s);
    auto *composer = find<McpUi::RequestComposer>(u"requestComposer"_s);
    QVERIFY(composer->isVisible() && !composer->isModal());
    QTRY_COMPARE(QApplication::activeWindow(), composer);
    auto *method = find<QComboBox>(u"composerMethod"_s);
    QCOMPARE(find<QComboBox>(u"composerServer"_s)->currentText(), u"demo"_s);
    QCOMPARE(method->findText(u"ping"_s) >= 0, era == u"legacy"_s);
    QCOMPARE(method->findText(u"server/discover"_s) >= 0, era == u"modern"_s);
    // The sketch of a method, then what is written by hand.
    method->setEditText(u"resources/read"_s);
    auto *edit = composer->findChild<QPlainTextEdit *>(u"jsonText"_s);
    QTRY_VERIFY(edit->toPlainText().contains(u"\"uri\""_s));
    method->setEditText(u"tools/call"_s);
    edit->setPlainText(u"{\"name\": \"echo\",\n \"arguments\": {\"text\": \"by hand\"}}"_s);
    QSignalSpy shown(composer->result(), &McpUi::ResultView::shown);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(sent(u"demo"_s, u"tools/call"_s), 1);
    QTRY_VERIFY(!shown.isEmpty());
    QTRY_VERIFY(composer->findChild<QAbstractButton *>(u"composerSend"_s)->isEnabled());
    // What the era does not have is said, and sent.
    const QString foreign = era == u"legacy"_s ? u"server/discover"_s : u"ping"_s;
    method->setEditText(foreign);
    edit->setPlainText({});
    QTRY_VERIFY(label(u"composerRemark"_s).contains(foreign));
    QTRY_VERIFY(composer->findChild<QLabel *>(u"jsonProblem"_s)->text().contains(u"no params"_s));
    find<QAbstractButton>(u"composerSend"_s)->click();
    QTRY_VERIFY(sent(u"demo"_s, foreign) >= 1);
    // Notifications, too.
    find<QComboBox>(u"composerKind"_s)->setCurrentIndex(1);
    method->setEditText(u"notifications/x"_s);
    QTRY_VERIFY(label(u"composerRemark"_s).contains(u"notifications/x"_s));
    QTRY_VERIFY(find<QAbstractButton>(u"composerSend"_s)->isEnabled());
    find<QAbstractButton>(u"composerSend"_s)->click();
    QTRY_VERIFY(label(u"composerState"_s).startsWith(u"Sent"_s));
    composer->close();
}

void TestTraces::wrongParamsAreNotSent()
{
    startFake();
    m_harness->trigger(u"composeRequestAction"_s);
    auto *composer = find<McpUi::RequestComposer>(u"requestComposer"_s);
    find<QComboBox>(u"composerMethod"_s)->setEditText(u"ping"_s);
    auto *edit = composer->findChild<QPlainTextEdit *>(u"jsonText"_s);
    edit->setPlainText(u"{\"a\": }"_s);
    find<QAbstractButton>(u"composerSend"_s)->click();
    QTRY_VERIFY(label(u"composerState"_s).startsWith(u"Not sent"_s));
    QCOMPARE(sent(u"fake"_s, u"ping"_s), 0);
    edit->setPlainText(u"[1.0, 12345678901234567890]"_s);
    QTRY_VERIFY(label(u"composerRemark"_s).contains(u"object"_s));
    find<QAbstractButton>(u"composerSend"_s)->click();
    QTRY_COMPARE(sent(u"fake"_s, u"ping"_s), 1);
    QTRY_COMPARE(label(u"resultOutcome"_s), u"✓ Success"_s); // without what a tool's result has
    composer->close();
}

void TestTraces::windowsCloseByKeys()
{
    startFake();
    m_harness->trigger(u"composeRequestAction"_s);
    QPointer<QWidget> composer = find(u"requestComposer"_s);
    QTRY_COMPARE(QApplication::activeWindow(), composer.data());
    auto *edit = composer->findChild<QPlainTextEdit *>(u"jsonText"_s);
    find<QComboBox>(u"composerMethod"_s)->setEditText(u"ping"_s);
    edit->setPlainText(u"{\"a\": }"_s);
    find<QAbstractButton>(u"composerSend"_s)->click();
    QTRY_VERIFY(label(u"composerState"_s).startsWith(u"Not sent"_s));
    find<QComboBox>(u"composerMethod"_s)->setEditText(u"tools/list"_s); // that was about ping
    QTRY_VERIFY(label(u"composerState"_s).isEmpty());
    QTest::keyClick(edit, Qt::Key_Escape); // something would be lost
    QVERIFY(label(u"composerState"_s).contains(u"would be lost"_s));
    edit->setPlainText(u"{\"b\": }"_s); // more of it, and another key
    m_harness->key(u"Ctrl+W"_s);
    QVERIFY(composer && composer->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY(!composer);
    m_harness->trigger(u"composeRequestAction"_s);
    composer = find(u"requestComposer"_s);
    QTRY_COMPARE(QApplication::activeWindow(), composer.data());
    QTest::keyClick(composer, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!composer);
    QVERIFY(m_harness->window().isVisible());
}

void TestTraces::closeByEscape(const QWidget *window)
{
    auto *filter = window->findChild<QLineEdit *>(u"messagesFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"x"_s);
    QTest::keyClick(filter, Qt::Key_Escape); // takes the filter back
    QVERIFY(window->isVisible() && filter->text().isEmpty());
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY(!window->isVisible());
}

void TestTraces::savesAndOpens()
{
    startFake();
    m_harness->prompter().savePath = m_harness->home().path() + u"/trace.jsonl"_s;
    const int count = trace(u"fake"_s).count();
    m_harness->trigger(u"saveTraceAction"_s);
    const QString path = m_harness->prompter().savePath;
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(m_harness->prompter().proposedNames.contains(u"fake-trace.jsonl"_s));
    m_harness->prompter().openPath = path;
    m_harness->trigger(u"openTraceAction"_s);
    auto *window = find(u"traceWindow"_s);
    const auto *view = window->findChild<QAbstractItemView *>(u"messagesView"_s);
    QTRY_COMPARE(view->model()->rowCount(), count);
    QVERIFY(window->isWindow());
    QTRY_COMPARE(QApplication::focusWidget(), view);
    QTRY_COMPARE(view->currentIndex().row(), 0);
    QVERIFY(window->findChild<QLabel *>(u"traceState"_s)->text().contains(u"entries"_s));
    for (int row = 0; row < count; ++row)
        QCOMPARE(view->model()->index(row, McpUi::TraceModel::Method).data().toString(),
                 find<QAbstractItemView>(u"messagesView"_s)
                         ->model()
                         ->index(row, McpUi::TraceModel::Method)
                         .data()
                         .toString());
    closeByEscape(window);
    // With secrets only after a question.
    m_harness->prompter().savePath = m_harness->home().path() + u"/whole.jsonl"_s;
    m_harness->prompter().agree = true;
    m_harness->trigger(u"saveWholeTraceAction"_s);
    QTRY_VERIFY(QFile::exists(m_harness->prompter().savePath));
    QCOMPARE(m_harness->prompter().questions.last().action, u"Save with secrets"_s);
}

void TestTraces::savesAll()
{
    for (const QString &name : { u"one"_s, u"two"_s, u"never started"_s })
        m_harness->addServer(name, McpTest::fakeServerPath());
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"one"_s));
    QVERIFY(m_harness->startAndList(u"two"_s));
    const QDir folder(m_harness->home().path());
    QVERIFY(QFile(folder.filePath(u"two-trace.jsonl"_s)).open(QIODevice::WriteOnly)); // not ours
    m_harness->prompter().folder = folder.path();
    m_harness->trigger(u"saveAllTracesAction"_s);
    const QStringList wanted{ u"one-trace.jsonl"_s, u"two-trace-2.jsonl"_s };
    for (const QString &name : wanted) {
        QFile file(folder.filePath(name));
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = Mcp::TraceCodec::read(file.readAll());
        QCOMPARE(read.badLines, 0);
        QCOMPARE(read.entries.size(), trace(name.first(3)).count());
    }
    const QStringList all = folder.entryList({ u"*-trace*.jsonl"_s });
    QCOMPARE(all.size(), 3);
    QCOMPARE(QFileInfo(folder.filePath(u"two-trace.jsonl"_s)).size(), 0);
}

void TestTraces::opensOnlyTraces()
{
    m_harness->open();
    const QString path = m_harness->home().path() + u"/letter.txt"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear reader\n");
    file.close();
    m_harness->prompter().openPath = path;
    m_harness->trigger(u"openTraceAction"_s);
    const auto *window = find(u"traceWindow"_s);
    const auto *state = window->findChild<QLabel *>(u"traceState"_s);
    QTRY_VERIFY2(state->text().contains(u"is no trace: line 1"_s), qPrintable(state->text()));
}

void TestTraces::largeTraces()
{
    m_harness->open();
    Mcp::TraceLog log;
    const QString path = m_harness->home().path() + u"/large.jsonl"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 50; ++i) {
        log.addEvent(QString(1000, u'x'));
        file.write(Mcp::TraceCodec::line(log.at(i)));
    }
    file.close();
    McpUi::TraceWindow window(path, nullptr, { 10 });
    const auto *state = window.findChild<QLabel *>(u"traceState"_s);
    QTRY_VERIFY2(state->text().startsWith(u"10 entries, the last "_s), qPrintable(state->text()));
    QVERIFY2(state->text().contains(u"left out"_s), qPrintable(state->text()));
}

void TestTraces::pings()
{
    startDemo();
    QFETCH(const QString, era);
    m_harness->key(u"Alt+4"_s);
    auto *button = find<QAbstractButton>(u"pingButton"_s);
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    if (era == u"modern"_s)
        QVERIFY(label(u"pingText"_s).contains(u"no ping"_s));
    button->click();
    QTRY_VERIFY2(label(u"pingText"_s).startsWith(u"answered in"_s),
                 qPrintable(label(u"pingText"_s)));
    const QString method = era == u"legacy"_s ? u"ping"_s : u"server/discover"_s;
    QVERIFY(sent(u"demo"_s, method) >= 1);
}

void TestTraces::healthLeadsToTheMessage()
{
    startFake({ u"--scenario"_s, u"no-tools-capability=all"_s });
    m_harness->key(u"Alt+4"_s);
    auto *item = find<QAbstractButton>(u"healthItem0"_s);
    QTRY_VERIFY(item->isVisible());
    QVERIFY2(item->text().contains(u"Undeclared capability"_s), qPrintable(item->text()));
    QVERIFY(label(u"healthFacts0"_s).contains(u"2025-11-25, basic/lifecycle"_s));
    item->click();
    auto *table = find<QAbstractItemView>(u"messagesView"_s);
    QTRY_VERIFY(table->isVisible() && table->currentIndex().isValid());
    QTRY_VERIFY(find(u"messagesRule"_s)->isVisible());
    QVERIFY(label(u"messagesRule"_s).contains(u"must declare"_s));
}

void TestTraces::noViolationsIsSaid()
{
    startFake();
    m_harness->key(u"Alt+4"_s);
    QTRY_VERIFY(find(u"healthSummary"_s)->isVisible());
    QVERIFY2(label(u"healthSummary"_s).startsWith(u"No violations"_s),
             qPrintable(label(u"healthSummary"_s)));
}

void TestTraces::allServers()
{
    m_harness->addServer(u"one"_s, McpTest::fakeServerPath());
    m_harness->addServer(u"two"_s, McpTest::fakeServerPath());
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"one"_s));
    QVERIFY(m_harness->startAndList(u"two"_s));
    m_harness->key(u"Alt+6"_s);
    const auto *table = find<QAbstractItemView>(u"messagesView"_s);
    QTRY_COMPARE(table->model()->rowCount(), trace(u"two"_s).count());
    find<QAbstractButton>(u"messagesAll"_s)->click();
    QTRY_COMPARE(table->model()->rowCount(), trace(u"one"_s).count() + trace(u"two"_s).count());
    find<QLineEdit>(u"messagesFilter"_s)->setText(u"server:one"_s);
    QTRY_COMPARE(table->model()->rowCount(), trace(u"one"_s).count());
    QCOMPARE(table->model()->index(0, McpUi::TraceModel::Server).data().toString(), u"one"_s);
}

void TestTraces::logLevel()
{
    startDemo();
    QFETCH(const QString, era);
    m_harness->key(u"Alt+8"_s);
    auto *level = find<QComboBox>(u"notificationsLevel"_s);
    QTRY_COMPARE(level->itemText(0), era == u"legacy"_s ? u"Log: not set"_s : u"Log: off"_s);
    level->setCurrentIndex(level->findData(u"error"_s));
    emit level->activated(level->currentIndex());
    QCOMPARE(m_harness->orchestrator().logLevel(u"demo"_s), u"error"_s);
    if (era == u"legacy"_s)
        QTRY_COMPARE(sent(u"demo"_s, u"logging/setLevel"_s), 1);
    Mcp::Call *const call = m_harness->orchestrator().callServerTool(u"demo"_s, u"log-messages"_s,
                                                                     Mcp::RawJson::fromText("{}"));
    QVERIFY(call);
    const auto *table = find<QAbstractItemView>(u"notificationsView"_s);
    // What is no log message, such as a subscription's beginning, is left out from a level on.
    auto *minimum = find<QComboBox>(u"notificationsMinimum"_s);
    minimum->setCurrentIndex(minimum->findData(u"debug"_s));
    QTRY_COMPARE(table->model()->rowCount(), 4); // error, critical, alert, emergency
    minimum->setCurrentIndex(minimum->findData(u"alert"_s));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(trace(u"demo"_s).violationCount(), 0);
}

QTEST_MAIN(TestTraces)
#include "tst_traces.moc"
