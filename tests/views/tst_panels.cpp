// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/historypanel.h"
#include "views/messagespanel.h"
#include "views/notificationspanel.h"
#include "views/serverspanel.h"

#include "models/historymodel.h"
#include "models/notificationmodel.h"
#include "models/servermodel.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "server/tracelog.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::HistoryEntry;
using Mcp::TraceLog;

namespace {

HistoryEntry call(const QString &server, const QString &tool)
{
    HistoryEntry entry;
    entry.server = server;
    entry.subject = tool;
    entry.arguments = Mcp::RawJson::fromText(R"({"n":1})");
    entry.result = R"({"content":[]})";
    entry.resultSize = entry.result.size();
    return entry;
}

Mcp::Message logMessage(const QByteArray &text)
{
    return Mcp::Message::fromPayload(
            R"({"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":")"
            + text + R"("}})");
}

} // namespace

/// What is special of the other panels: details beside the rows, one server or all, repeating.
class TestPanels : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_panel.reset(); }
    void messagesAreCleared();
    void messageReadStaysWhenItIsDropped();
    void keysBeginWhereOneLooks();
    void notificationsOfOneOrAll();
    void historyOfOneOrAll();
    void serversAreFiltered();
    void historyRepeats();

private:
    template <typename T>
    T *find(const char *name) const
    {
        // The tool bar may stand elsewhere in the window; here it has no other place.
        T *widget = m_panel->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    template <typename Panel, typename... Arguments>
    Panel *show(Arguments... arguments)
    {
        auto panel = std::make_unique<Panel>(arguments...);
        Panel *shown = panel.get();
        m_panel = std::move(panel);
        m_panel->resize(900, 240);
        m_panel->show();
        return shown;
    }
    QAbstractItemView *view(const char *name) const { return find<QAbstractItemView>(name); }
    static int rows(const QAbstractItemView *view) { return view->model()->rowCount(); }
    static QString text(const QAbstractItemView *view, int row, int column = 0)
    {
        return view->model()->index(row, column).data().toString();
    }

    std::unique_ptr<LogPanel> m_panel;
};

void TestPanels::messagesAreCleared()
{
    TraceLog log;
    auto *panel = show<MessagesPanel>();
    panel->setServer(u"srv"_s, &log);
    log.addMessage(Mcp::TraceEntry::Direction::Sent,
                   Mcp::Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"method":"ping"})"),
                   Mcp::Framing::Newline);
    auto *table = view("messagesView");
    QTRY_COMPARE(rows(table), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto shown = [this] {
        QStringList texts;
        for (const QPlainTextEdit *edit : m_panel->findChildren<QPlainTextEdit *>())
            texts += edit->toPlainText();
        return texts.join(u'\n');
    };
    QTRY_VERIFY(shown().contains(u"\"ping\""_s));
    // The answer comes while its request is being read: both stand side by side.
    log.addMessage(Mcp::TraceEntry::Direction::Received,
                   Mcp::Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"result":{"late":true}})"),
                   Mcp::Framing::Newline);
    QTRY_VERIFY(shown().contains(u"\"late\""_s));
    find<QToolButton>("messagesClear")->click();
    QTRY_COMPARE(rows(table), 0);
    QTRY_VERIFY(!shown().contains(u"\"ping\""_s));
}

void TestPanels::messageReadStaysWhenItIsDropped()
{
    TraceLog log(64 * 1024);
    show<MessagesPanel>()->setServer(u"srv"_s, &log);
    const auto add = [&log](int from, int count) {
        for (int i = from; i < from + count; ++i)
            log.addMessage(Mcp::TraceEntry::Direction::Received,
                           logMessage("number " + QByteArray::number(i)), Mcp::Framing::Newline);
    };
    add(0, 20);
    auto *table = view("messagesView");
    QTRY_COMPARE(rows(table), 20);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(18, 0)).center());
    auto *shown = find<QPlainTextEdit>("messagesFirstText");
    QTRY_VERIFY(shown->toPlainText().contains(u"\"number 18\""_s));
    const quint64 serial = log.at(18).serial;
    for (int i = 20; log.find(serial); i += 10) {
        add(i, 10);
        const auto last = [table] {
            const QModelIndex index = table->model()->index(rows(table) - 1, 0);
            return index.data(TraceModel::SerialRole).toULongLong();
        };
        QTRY_COMPARE(last(), log.at(log.count() - 1).serial);
    }
    QVERIFY2(shown->toPlainText().contains(u"\"number 18\""_s), qPrintable(shown->toPlainText()));
    const auto *dropped = find<QLabel>("messagesDropped");
    QTRY_VERIFY(dropped->text().contains(u"older message"_s));
    QVERIFY(dropped->toolTip().contains(u"traceBytes"_s));
}

void TestPanels::keysBeginWhereOneLooks()
{
    TraceLog log;
    show<MessagesPanel>()->setServer(u"srv"_s, &log);
    for (int i = 0; i < 100; ++i)
        log.addMessage(Mcp::TraceEntry::Direction::Received, logMessage("text"),
                       Mcp::Framing::Newline);
    auto *table = view("messagesView");
    QTRY_COMPARE(rows(table), 100);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->focusView();
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(table->currentIndex().row(), 98);
}

void TestPanels::notificationsOfOneOrAll()
{
    Mcp::Orchestrator orchestrator;
    auto *panel = show<NotificationsPanel>(&orchestrator);
    auto *model = static_cast<NotificationModel *>(panel->logModel());
    auto *table = view("notificationsView");
    panel->setServer(u"a"_s);
    model->append(u"a"_s, logMessage("from a"));
    model->append(u"b"_s, logMessage("from b"));
    QTRY_COMPARE(rows(table), 1);
    QCOMPARE(text(table, 0, NotificationModel::Server), u"a"_s);
    find<QToolButton>("notificationsAll")->click();
    QTRY_COMPARE(rows(table), 2);
    table->setCurrentIndex(table->model()->index(1, 0));
    auto *payload = find<QPlainTextEdit>("notificationsPayloadText");
    QTRY_VERIFY(payload->toPlainText().contains(u"from b"_s));
    find<QToolButton>("notificationsAll")->click();
    QTRY_COMPARE(rows(table), 1);
    QTRY_VERIFY(!payload->toPlainText().contains(u"from b"_s)); // its row is not there any more
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(payload->toPlainText().contains(u"from a"_s));
    find<QToolButton>("notificationsClear")->click();
    QTRY_COMPARE(rows(table), 0);
    QTRY_VERIFY(payload->toPlainText().isEmpty());
}

void TestPanels::historyOfOneOrAll()
{
    Mcp::History history;
    auto *panel = show<HistoryPanel>();
    panel->setHistory(&history);
    panel->setServer(u"a"_s);
    history.add(call(u"a"_s, u"one"_s));
    history.add(call(u"b"_s, u"two"_s));
    history.add(call(u"a"_s, u"three"_s));
    auto *table = view("historyView");
    QTRY_COMPARE(rows(table), 2);
    QCOMPARE(text(table, 0, HistoryModel::Target), u"three"_s); // the newest on top
    find<QToolButton>("historyAll")->click();
    QTRY_COMPARE(rows(table), 3);
    find<QLineEdit>("historyFilter")->setText(u"two"_s);
    QTRY_COMPARE(rows(table), 1);
    QSignalSpy clears(panel, &LogPanel::clearRequested);
    find<QToolButton>("historyClear")->click();
    QCOMPARE(clears.size(), 1); // whoever shows the panel asks first
    QCOMPARE(history.count(), 3);
}

void TestPanels::serversAreFiltered()
{
    Mcp::Orchestrator orchestrator;
    for (const QString &name : { u"one"_s, u"two"_s }) {
        Mcp::ServerSpec spec;
        spec.name = name;
        spec.launch.command = u"true"_s;
        QVERIFY(!orchestrator.addServer(spec));
    }
    ServerModel model(&orchestrator);
    ServersPanel panel(&model);
    panel.show();
    auto *filter = panel.findChild<QLineEdit *>(u"serverFilter"_s);
    const auto *list = panel.findChild<QAbstractItemView *>(u"serverList"_s);
    QTest::keyClicks(filter, u"tw"_s);
    QTRY_COMPARE(rows(list), 1);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(rows(list), 2);
}

void TestPanels::historyRepeats()
{
    Mcp::History history;
    auto *panel = show<HistoryPanel>();
    panel->setHistory(&history);
    history.add(call(u"a"_s, u"one"_s));
    auto *table = view("historyView");
    QTRY_COMPARE(rows(table), 1);
    auto *repeat = find<QToolButton>("historyRepeat");
    QVERIFY(!repeat->isEnabled()); // of what?
    QSignalSpy reopened(panel, &HistoryPanel::reopenRequested);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(repeat->isEnabled());
    repeat->click();
    QCOMPARE(reopened.size(), 1);
    QCOMPARE(reopened.first().at(1).value<Mcp::CallSubject>(), Mcp::CallSubject(u"one"_s));
    QVERIFY(reopened.first().at(3).toBool()); // call at once
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(reopened.size(), 2);
    QVERIFY(!reopened.last().at(3).toBool());
    history.clear();
    QTRY_COMPARE(rows(table), 0);
    QTRY_VERIFY(!repeat->isEnabled());
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
