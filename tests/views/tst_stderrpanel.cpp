// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/stderrlog.h"
#include "views/stderrpanel.h"

#include <QtCore/qtemporarydir.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::StderrLog;

namespace {

QByteArray numberedLines(int from, int count)
{
    QByteArray lines;
    for (int i = from; i < from + count; ++i)
        lines += "line " + QByteArray::number(i) + '\n';
    return lines;
}

} // namespace

/// What all panels at the bottom do, with the log of stderr: it is filtered, followed, read further
/// up, copied and saved.
class TestStderrPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_log = std::make_unique<StderrLog>(); }
    void cleanup()
    {
        m_panel.reset();
        m_log.reset();
    }
    void filterByKeys();
    void followsUntilSomebodyReads();
    void readingStaysWhileOldLinesGo();
    void selectingPauses();
    void hundredThousandLines();
    void copies();
    void savesWhatIsShown();
    void sayWhyNotSaved();
    void otherServerOtherLog();
    void toolBarKeepsTogether();

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
    StderrPanel *showStderr()
    {
        m_panel = std::make_unique<StderrPanel>();
        m_panel->resize(900, 240);
        m_panel->show();
        m_panel->setServer(u"srv"_s, m_log.get());
        return m_panel.get();
    }
    QListView *view() const { return find<QListView>("stderrView"); }
    static int rows(const QAbstractItemView *view) { return view->model()->rowCount(); }
    static QString text(const QAbstractItemView *view, int row, int column = 0)
    {
        return view->model()->index(row, column).data().toString();
    }
    static int topRow(const QAbstractItemView *view) { return view->indexAt({ 4, 4 }).row(); }
    static bool isAtEnd(const QAbstractItemView *view)
    {
        const QScrollBar *bar = view->verticalScrollBar();
        return bar->maximum() > 0 && bar->value() == bar->maximum();
    }

    std::unique_ptr<StderrLog> m_log;
    std::unique_ptr<StderrPanel> m_panel;
};

void TestStderrPanel::filterByKeys()
{
    showStderr();
    auto *list = view();
    QVERIFY(!list->isVisible()); // nothing yet, and it says so
    QCOMPARE(find<QLabel>("emptyTitle")->text(), u"Nothing on stderr yet"_s);
    m_log->append(numberedLines(0, 1000));
    QTRY_COMPARE(rows(list), 1000);
    QVERIFY(list->isVisible());
    auto *filter = find<QLineEdit>("stderrFilter");
    m_panel->focusFilter();
    QTest::keyClicks(filter, u"LINE 99"_s);
    QTRY_COMPARE(rows(list), 11); // 99, 990 … 999
    m_log->append("another line 99\nand one that does not match\n");
    QTRY_COMPARE(rows(list), 12);
    QTest::keyClicks(filter, u"x"_s);
    QTRY_COMPARE(find<QLabel>("emptyTitle")->text(), u"Nothing matches"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(rows(list), 1002);
    find<QToolButton>("stderrClear")->click();
    QTRY_COMPARE(rows(list), 0);
    QCOMPARE(m_log->count(), 0);
}

void TestStderrPanel::followsUntilSomebodyReads()
{
    auto *panel = showStderr();
    auto *list = view();
    m_log->append(numberedLines(0, 1000));
    QTRY_VERIFY(isAtEnd(list));
    QVERIFY(panel->isFollowing());
    QTest::keyClick(list, Qt::Key_PageUp); // from no current row: to the first
    list->verticalScrollBar()->setValue(300);
    QVERIFY(!panel->isFollowing());
    m_log->append(numberedLines(1000, 500));
    QTRY_COMPARE(rows(list), 1500);
    QTRY_COMPARE(topRow(list), 300); // the view lays its rows out later
    find<QToolButton>("stderrFollow")->click();
    QVERIFY(panel->isFollowing() && isAtEnd(list));
    list->verticalScrollBar()->setValue(0);
    QVERIFY(!panel->isFollowing());
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
    QVERIFY(panel->isFollowing()); // back at the end, it goes on
    m_log->append(numberedLines(1500, 500));
    QTRY_COMPARE(rows(list), 2000);
    QTRY_VERIFY(isAtEnd(list));
}

void TestStderrPanel::readingStaysWhileOldLinesGo()
{
    auto *panel = showStderr();
    auto *list = view();
    m_log->setCapacity(1000);
    m_log->append(numberedLines(0, 1000));
    QTRY_COMPARE(rows(list), 1000);
    panel->setFollowing(false);
    list->verticalScrollBar()->setValue(500);
    const QString read = u"line 500"_s;
    QTRY_COMPARE(text(list, topRow(list)), read);
    for (int i = 0; i < 4; ++i) {
        m_log->append(numberedLines(1000 + i * 100, 100));
        QTRY_COMPARE(text(list, rows(list) - 1), u"line %1"_s.arg(1099 + i * 100));
        QTRY_COMPARE(text(list, topRow(list)), read);
    }
    QCOMPARE(find<QLabel>("stderrDropped")->text(), u"400 older lines dropped"_s);
}

void TestStderrPanel::selectingPauses()
{
    auto *panel = showStderr();
    auto *list = view();
    m_log->append(numberedLines(0, 100));
    QTRY_VERIFY(isAtEnd(list));
    const QModelIndex index = list->model()->index(95, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QVERIFY(!panel->isFollowing());
    QCOMPARE(list->currentIndex().row(), 95);
}

void TestStderrPanel::hundredThousandLines()
{
    showStderr();
    auto *list = view();
    m_log->append(numberedLines(0, 100'000));
    QTRY_COMPARE(rows(list), 10'000); // the bound of the log
    QTRY_VERIFY(isAtEnd(list));
    QCOMPARE(text(list, rows(list) - 1), u"line 99999"_s);
    QVERIFY(find<QLabel>("stderrDropped")->isVisible());
    QCOMPARE(find<QLabel>("stderrDropped")->text(), u"90,000 older lines dropped"_s);
    find<QToolButton>("stderrClear")->click();
    QTRY_VERIFY(!find<QLabel>("stderrDropped")->isVisible()); // they are of no interest any more
}

void TestStderrPanel::copies()
{
    auto *panel = showStderr();
    auto *list = view();
    const QByteArray longLine(5000, 'x'); // longer than what is painted
    m_log->append("\x1b[31mred\x1b[0m\n" + longLine + "\nend\n");
    QTRY_COMPARE(rows(list), 3);
    panel->copy();
    const QString all = QGuiApplication::clipboard()->text();
    QVERIFY(all.contains(QString::fromLatin1(longLine)));
    QVERIFY(all.endsWith(u"end"_s));
    list->setCurrentIndex(list->model()->index(2, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"end"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"xxx"_s));
    list->selectAll();
    find<QToolButton>("stderrCopy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), all);
}

void TestStderrPanel::savesWhatIsShown()
{
    const QTemporaryDir folder;
    auto *panel = showStderr();
    m_log->append(numberedLines(0, 5000));
    QTRY_COMPARE(rows(view()), 5000);
    QSignalSpy asked(panel, &LogPanel::saveRequested);
    QSignalSpy saved(panel, &LogPanel::saved);
    find<QToolButton>("stderrSave")->click();
    QCOMPARE(asked.size(), 1);
    const auto read = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    panel->saveTo(folder.filePath(u"all.txt"_s));
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(saved.first().first().toString().contains(u"all.txt"_s));
    QCOMPARE(read(u"all.txt"_s).count('\n'), 5000);
    find<QLineEdit>("stderrFilter")->setText(u"line 4999"_s);
    QTRY_COMPARE(rows(view()), 1);
    panel->saveTo(folder.filePath(u"one.txt"_s));
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY2(read(u"one.txt"_s).endsWith("line 4999\n"), read(u"one.txt"_s).constData());
    QCOMPARE(read(u"one.txt"_s).count('\n'), 1);
}

void TestStderrPanel::sayWhyNotSaved()
{
    auto *panel = showStderr();
    m_log->append("a\n");
    QSignalSpy saved(panel, &LogPanel::saved);
    panel->saveTo(u"/no/such/folder/x.txt"_s);
    QTRY_COMPARE(saved.size(), 1);
    const QString sentence = saved.first().first().toString();
    QVERIFY2(sentence.contains(u"/no/such/folder/x.txt"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"not"_s, Qt::CaseInsensitive), qPrintable(sentence));
}

void TestStderrPanel::otherServerOtherLog()
{
    auto *panel = showStderr();
    m_log->append("of the first\n");
    QTRY_COMPARE(rows(view()), 1);
    StderrLog second;
    second.append("of the second\nmore\n");
    panel->setServer(u"a/b"_s, &second);
    QTRY_COMPARE(rows(view()), 2);
    m_log->append("nobody looks\n");
    QCOMPARE(panel->proposedFileName(), u"a-b-stderr.txt"_s);
    panel->setServer({}, nullptr); // the server is gone
    QTRY_COMPARE(rows(view()), 0);
    QCOMPARE(find<QLabel>("emptyTitle")->text(), u"No server selected"_s);
}

/// What becomes free when a note goes stays in front: no button moves away from the pointer.
void TestStderrPanel::toolBarKeepsTogether()
{
    QWidget *bar = showStderr()->toolBar();
    bar->resize(700, bar->height());
    const auto *copy = find<QToolButton>("stderrCopy");
    const auto *clear = find<QToolButton>("stderrClear");
    QTRY_VERIFY(copy->x() > 500);
    QVERIFY(copy->x() - clear->geometry().right() < 10);
}

QTEST_MAIN(TestStderrPanel)
#include "tst_stderrpanel.moc"
