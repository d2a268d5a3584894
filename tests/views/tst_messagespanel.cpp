// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/messagespanel.h"

#include "server/tracelog.h"
#include "server/tracespill.h"
#include "views/logtable.h"

#include <QtCore/qtemporarydir.h>
#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qscrollbar.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::Message;
using Mcp::TraceEntry;

namespace {
// Outside of the class: moc 6.4 stumbles over such texts.
QByteArray notification(int number)
{
    return R"({"jsonrpc":"2.0","method":"n)" + QByteArray::number(number) + R"("})";
}
} // namespace

/// The trace as a person works with it: filter with proposals and errors, pairs, broken rules.
class TestMessagesPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void filterProposes();
    void wrongFilterIsSaid();
    void filteredRowsChange();
    void brokenRuleIsExplained();
    void conversation();
    void narrowColumns();
    void copiesJson();
    void nothingCanBeSentFromAFile();
    void revealsPastTheFilter();
    void olderOnesFromTheDisk();
    void revealsWhatIsOnDisk();

private:
    template <typename T>
    T *find(const char *name) const
    {
        T *widget = m_panel->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    /// One that is not inside of the panel, as popups are.
    static QWidget *window(const char *name)
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == QLatin1StringView(name))
                return widget;
        }
        return nullptr;
    }
    QAbstractItemView *table() const { return find<QAbstractItemView>("messagesView"); }
    int rows() const { return table()->model()->rowCount(); }
    void select(int row) { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    QString text(const char *name) const { return find<QPlainTextEdit>(name)->toPlainText(); }
    void add(TraceEntry::Direction direction, const QByteArray &payload)
    {
        m_log->addMessage(direction, Message::fromPayload(payload), Mcp::Framing::Newline);
    }

    /// Messages that memory has not room for by far.
    void flood()
    {
        m_log->setSpill(std::make_unique<Mcp::TraceSpill>(m_folder.path()));
        m_log->setMaxBytes(100'000);
        for (int i = 0; i < 3000; ++i)
            add(TraceEntry::Direction::Received, notification(i));
        QTRY_COMPARE(table()->model()->index(rows() - 1, TraceModel::Method).data(), u"n2999"_s);
        QVERIFY(m_log->spilledCount() > 2000);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Mcp::TraceLog> m_log;
    std::unique_ptr<MessagesPanel> m_panel;
};

void TestMessagesPanel::init()
{
    m_log = std::make_unique<Mcp::TraceLog>();
    m_panel = std::make_unique<MessagesPanel>();
    m_panel->setServer(u"srv"_s, m_log.get());
    m_panel->resize(1000, 300);
    m_panel->show();
    add(TraceEntry::Direction::Sent, R"({"jsonrpc":"2.0","id":1,"method":"tools/call"})");
    add(TraceEntry::Direction::Received, R"({"jsonrpc":"2.0","id":1,"result":{"x":1.0}})");
    add(TraceEntry::Direction::Sent, R"({"jsonrpc":"2.0","id":2,"method":"ping"})");
    QTRY_COMPARE(rows(), 3);
}

void TestMessagesPanel::filterProposes()
{
    auto *field = find<QLineEdit>("messagesFilter");
    auto *keys = qobject_cast<QAbstractItemView *>(window("messagesFilterProposals"));
    const QAbstractItemView *popup = keys;
    QVERIFY(popup);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    field->setFocus();
    QTest::keyClicks(field, u"sta"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->model()->index(0, 0).data().toString(), u"status:"_s);
    QTest::keyClick(keys, Qt::Key_Down);
    QTest::keyClick(keys, Qt::Key_Return);
    QTRY_COMPARE(field->text(), u"status:"_s);
    QTRY_VERIFY(popup->isVisible()); // now its values
    QCOMPARE(popup->model()->rowCount(), 8);
    QTest::keyClicks(keys, u"pe"_s);
    QTRY_COMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(keys, Qt::Key_Down);
    QTest::keyClick(keys, Qt::Key_Return);
    QTRY_COMPARE(field->text(), u"status:pending "_s);
    QTRY_COMPARE(rows(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!popup->isVisible());
    QTest::keyClick(field, Qt::Key_Down); // asked for
    QTRY_VERIFY(popup->isVisible());
    QVERIFY(popup->model()->rowCount() > 5);
    QTest::keyClick(keys, Qt::Key_Escape);
}

void TestMessagesPanel::wrongFilterIsSaid()
{
    auto *field = find<QLineEdit>("messagesFilter");
    const auto *problem = find<QLabel>("messagesFilterProblem");
    QVERIFY(problem->isHidden());
    field->setText(u"method:ping"_s);
    QTRY_COMPARE(rows(), 1);
    field->setText(u"method:ping duration:fast"_s);
    QTRY_VERIFY(!problem->isHidden());
    QVERIFY(problem->text().contains(u"duration"_s));
    QCOMPARE(rows(), 1); // as it was
    QVERIFY(problem->text().contains(u"Still shown is what matches “method:ping”"_s));
    field->setText(u"mehtod:ping dir:up"_s); // each mistake is told
    QTRY_VERIFY2(problem->text().contains(u"“mehtod:”"_s), qPrintable(problem->text()));
    QVERIFY(problem->text().contains(u"“up”"_s));
    field->setText(u"nowhere"_s);
    QTRY_COMPARE(rows(), 0);
    const auto says = [this](const QString &text) {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(says(u"No row matches"_s));
    field->setText(u"nowhere:x"_s); // not that of the filter before
    QTRY_VERIFY(!problem->isHidden());
    QVERIFY(!says(u"No row matches"_s));
    field->setText(u"duration:>=0ms"_s);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(problem->isHidden());
}

/// What gets its answer is no longer pending.
void TestMessagesPanel::filteredRowsChange()
{
    auto *field = find<QLineEdit>("messagesFilter");
    field->setText(u"status:pending"_s);
    QTRY_COMPARE(rows(), 1);
    add(TraceEntry::Direction::Received, R"({"jsonrpc":"2.0","id":2,"result":{}})");
    QTRY_COMPARE(rows(), 0);
    add(TraceEntry::Direction::Sent, R"({"jsonrpc":"2.0","id":3,"method":"tools/call"})");
    QTRY_COMPARE(rows(), 1);
    field->setText(u"status:cancelled"_s);
    QTRY_COMPARE(rows(), 0);
    add(TraceEntry::Direction::Sent,
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}})");
    QTRY_COMPARE(rows(), 1);
}

void TestMessagesPanel::brokenRuleIsExplained()
{
    const Message message = Message::fromPayload(
            R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":9}})");
    m_log->addMessage(TraceEntry::Direction::Received, message, Mcp::Framing::Newline);
    m_log->addViolation(message, Mcp::Rule::ProgressToken, u"token 9"_s);
    QTRY_COMPARE(rows(), 5);
    const auto *rule = find<QLabel>("messagesRule");
    select(2);
    QVERIFY(rule->isHidden());
    for (const int row : { 3, 4 }) { // of the message as of what is said about it
        select(row);
        QTRY_VERIFY(!rule->isHidden());
        QVERIFY2(rule->text().contains(u"token 9"_s), qPrintable(rule->text()));
        QVERIFY(rule->text().contains(u"2025-11-25, basic/utilities/progress"_s));
        QVERIFY(text("messagesFirstText").contains(u"\"progressToken\": 9"_s));
    }
    select(0);
    QTRY_VERIFY(rule->isHidden());
}

void TestMessagesPanel::conversation()
{
    select(1);
    const auto *action = m_panel->findChild<QAction *>(u"messageConversation"_s);
    QVERIFY(action && action->isEnabled());
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    table()->setFocus();
    QTest::keySequence(table(), QKeySequence(u"Ctrl+G"_s));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(find<QLineEdit>("messagesFilter")->text(), u"conversation:1"_s);
}

/// Nothing can be scrolled sideways, so a narrow table takes from what is wide.
void TestMessagesPanel::narrowColumns()
{
    auto *tree = find<LogTable>("messagesView");
    const auto width = [tree](int column) { return tree->columnWidth(column); };
    m_panel->resize(1900, 300);
    QTRY_VERIFY(width(TraceModel::Status) > 150);
    const int method = width(TraceModel::Method);
    const int time = width(TraceModel::Time);
    m_panel->resize(1150, 300);
    QTRY_VERIFY(width(TraceModel::Method) < method);
    QCOMPARE(width(TraceModel::Time), time);
    QVERIFY(width(TraceModel::Status) > 50);
    QVERIFY(tree->header()->length() <= tree->viewport()->width());
    // How it ended is what one looks for.
    const int few = tree->fontMetrics().averageCharWidth() * 10;
    m_panel->resize(900, 300);
    QTRY_VERIFY2(width(TraceModel::Status) >= few,
                 qPrintable(QString::number(width(TraceModel::Status))));
    QVERIFY(width(TraceModel::Method) >= few / 2);
    QCOMPARE(width(TraceModel::Time), time);
    QVERIFY(tree->header()->length() <= tree->viewport()->width());
    // One more column, as All servers shows it.
    const int narrow = width(TraceModel::Method);
    tree->setColumnShown(TraceModel::Server, true);
    QVERIFY(width(TraceModel::Method) < narrow);
    QVERIFY(tree->header()->length() <= tree->viewport()->width());
    tree->setColumnShown(TraceModel::Server, false);
    QCOMPARE(width(TraceModel::Method), narrow);
}

void TestMessagesPanel::copiesJson()
{
    QSignalSpy told(m_panel.get(), &MessagesPanel::told);
    select(1);
    m_panel->findChild<QAction *>(u"messageCopyJson"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             uR"({"jsonrpc":"2.0","id":1,"result":{"x":1.0}})"_s);
    QCOMPARE(told.size(), 1);
}

void TestMessagesPanel::nothingCanBeSentFromAFile()
{
    select(0);
    for (const QString &name : { u"messageRepeat"_s, u"messageCompose"_s, u"messageCopyCommand"_s })
        QVERIFY2(!m_panel->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
    QVERIFY(m_panel->findChild<QAction *>(u"messageCopyJson"_s)->isEnabled());
}

void TestMessagesPanel::revealsPastTheFilter()
{
    find<QLineEdit>("messagesFilter")->setText(u"ping"_s);
    QTRY_COMPARE(rows(), 1);
    m_panel->reveal(m_log.get(), 1);
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(!m_panel->isFollowing());
}

void TestMessagesPanel::olderOnesFromTheDisk()
{
    flood();
    const auto *line = find<QWidget>("messagesOlder");
    QTRY_VERIFY(line->isVisible());
    const auto topRow = [this] { return table()->indexAt({ 5, 5 }); };
    const auto topMethod = [topRow] {
        return topRow().siblingAtColumn(TraceModel::Method).data().toString();
    };
    // Whoever scrolls up to the first row reads on, and the row stays where it is.
    const int before = rows();
    QScrollBar *bar = table()->verticalScrollBar();
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    const QString top = topMethod();
    QTRY_VERIFY(rows() > before);
    QTRY_COMPARE(topMethod(), top);
    QVERIFY(topRow().row() > 0);
    for (int i = 0; i < 50 && m_log->spilledCount() > 0; ++i) {
        const int had = rows();
        QTest::mouseClick(line->findChild<QAbstractButton *>(u"noticeButton"_s), Qt::LeftButton);
        QTRY_VERIFY(rows() > had);
    }
    QTRY_COMPARE(rows(), 3003);
    QTRY_VERIFY(!line->isVisible());
    // They match the filter as any other.
    find<QLineEdit>("messagesFilter")->setText(u"method:tools/call"_s);
    QTRY_COMPARE(rows(), 2);
    // At the end again they are given back.
    find<QLineEdit>("messagesFilter")->clear();
    m_panel->setFollowing(true);
    QTRY_VERIFY(rows() <= before);
    QTRY_VERIFY(line->isVisible());
}

void TestMessagesPanel::revealsWhatIsOnDisk()
{
    flood();
    QSignalSpy told(m_panel.get(), &MessagesPanel::told);
    m_panel->reveal(m_log.get(), 2);
    QTRY_COMPARE(table()->currentIndex().siblingAtColumn(TraceModel::Method).data(),
                 u"tools/call"_s);
    QCOMPARE(table()->currentIndex().row(), 1);
    QVERIFY(told.isEmpty());
    m_panel->reveal(m_log.get(), 999'999);
    QTRY_COMPARE(told.size(), 1);
}

QTEST_MAIN(TestMessagesPanel)
#include "tst_messagespanel.moc"
