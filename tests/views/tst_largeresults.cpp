// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "models/jsontreemodel.h"
#include "support/worktimer.h"
#include "views/jsontreeview.h"
#include "views/linetextview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

/// The longest time the event loop did not turn because this thread worked, measured by a timer
/// that ought to fire all the time.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.callOnTimeout([this] { beat(); });
        m_timer.start(5);
        m_clock.start();
    }

    qint64 longestGap()
    {
        beat();
        return m_longest;
    }

private:
    void beat() { m_longest = qMax(m_longest, m_clock.restart()); }

    QTimer m_timer;
    McpTest::WorkTimer m_clock;
    qint64 m_longest = 0;
};

/// Without optimisation and under sanitizers; a view that lays out or parses all of it needs tens
/// of seconds.
constexpr qint64 kMaxGap = 2000;

Mcp::RawJson structured50()
{
    QByteArray text = R"({"content":[],"structuredContent":{"items":[)";
    for (int i = 0; text.size() < 50'000'000; ++i)
        text += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"item\",\"tags\":[1,2]},";
    text.back() = ']';
    return Mcp::RawJson::fromText(text + "}}");
}

} // namespace

class TestLargeResults : public QObject
{
    Q_OBJECT

private slots:
    void endlessBlocks();
    void structured();
    void dataOfAnError();
    void text_data();
    void text();
    void rawOfLargeResult();
    void blocks_data();
    void blocks();
    void saving();
};

void TestLargeResults::structured()
{
    const Mcp::RawJson result = structured50();
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    Heartbeat heartbeat;
    ui.show(result);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 60'000);
    auto *tree = ui.find<JsonTreeView>("jsonTree");
    QVERIFY(tree);
    const QModelIndex items = tree->model()->index(0, 0);
    tree->expand(items);
    // Ranges of 1,000, of which the last is opened.
    const int ranges = tree->model()->rowCount(items);
    QVERIFY(ranges > 1000 && ranges < 2000);
    const QModelIndex last = tree->model()->index(ranges - 1, 0, items);
    tree->expand(last);
    QVERIFY(tree->model()->rowCount(last) > 0 && tree->model()->rowCount(last) <= 1000);
    tree->scrollToBottom();
    QTest::qWait(50);
    ui.click("findStructured");
    ui.find<QLineEdit>("treeFind.text")->setText(QString::number(ranges * 1000 - 1500));
    QTRY_COMPARE_WITH_TIMEOUT(ui.text("treeFind.state"), u"1 of 1"_s, 120'000);
    QCOMPARE(tree->jsonModel()->pointer(tree->currentIndex()).toString(),
             u"/items/%1/id"_s.arg(ranges * 1000 - 1500));
    qInfo("longest gap %lld ms", heartbeat.longestGap());
    QVERIFY(heartbeat.longestGap() < kMaxGap);
}

/// An error is as large as its server likes. What finds the places in its data has its own thread.
void TestLargeResults::dataOfAnError()
{
    const Mcp::RawJson data = structured50();
    const Mcp::RawJson object = Mcp::RawJson::fromText(R"({"code":5,"message":"no","data":)"
                                                       + data.toByteArray() + '}');
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    Heartbeat heartbeat;
    ui.show(Mcp::Error::remote(object));
    QCOMPARE(shown.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 60'000);
    QCOMPARE(ui.text("resultOutcome"), u"✗ JSON-RPC error 5"_s);
    QVERIFY(ui.text("errorData.text").startsWith(u"{\"content\":[],\"structuredContent\""_s));
    ui.openTab(1); // Structured
    const auto *tree = ui.find<JsonTreeView>("jsonTree");
    QVERIFY(tree);
    QCOMPARE(tree->model()->rowCount(), 2);
    QVERIFY(heartbeat.longestGap() < kMaxGap);
}

void TestLargeResults::text_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("one line") << QByteArray("no end in sight ");
    QTest::newRow("lines") << QByteArray("a line of \\\"text\\\" with some escapes in it\\n");
}

void TestLargeResults::text()
{
    QFETCH(const QByteArray, unit);
    const Mcp::RawJson result =
            Mcp::RawJson::fromText(R"({"content":[{"type":"text","text":")"
                                   + unit.repeated(64 * 1024 * 1024 / unit.size()) + "\"}]}");
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    Heartbeat heartbeat;
    ui.show(result);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 60'000);
    QTest::qWait(50);
    for (int i = 0; i < 3; ++i) {
        ui.click("block1.pane.more");
        QTest::qWait(10);
    }
    ui.view.resize(500, 400);
    QTest::qWait(50);
    qInfo("longest gap %lld ms", heartbeat.longestGap());
    QVERIFY(heartbeat.longestGap() < kMaxGap);
}

void TestLargeResults::rawOfLargeResult()
{
    const Mcp::RawJson result = structured50();
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    Heartbeat heartbeat;
    ui.show(result);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 60'000);
    ui.openTab(2);
    auto *raw = ui.find<LineTextView>("rawText");
    QTRY_VERIFY_WITH_TIMEOUT(raw->lines().lineCount() > 1'000'000, 120'000);
    QTest::keyClick(raw, Qt::Key_End);
    QTest::qWait(20);
    QCOMPARE(raw->verticalScrollBar()->value(), raw->verticalScrollBar()->maximum());
    ui.click("rawAsReceived");
    QTRY_VERIFY_WITH_TIMEOUT(raw->lines().text() == result.view(), 120'000);
    QTest::qWait(20);
    qInfo("longest gap %lld ms", heartbeat.longestGap());
    QVERIFY(heartbeat.longestGap() < kMaxGap);
}

void TestLargeResults::blocks_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("name"); // of what is there in the end
    const auto many = [](const QByteArray &block, int count) {
        QByteArray all = (block + ',').repeated(count);
        all.chop(1);
        return all;
    };
    const auto resource = [](const QByteArray &mime, const QByteArray &member,
                             const QByteArray &value) {
        return R"({"type":"resource","resource":{"uri":"a:b","mimeType":")" + mime + "\",\""
               + member + "\":\"" + value + "\"}}";
    };
    QTest::newRow("100,000 texts")
            << many(R"({"type":"text","text":"some words"})", 100'000) << "block50"_ba;
    QTest::newRow("tables") << many(
            resource("text/csv", "text", QByteArray("a,b,c,d,e\\n").repeated(500)), 50)
                            << "block50.pane.table"_ba;
    QTest::newRow("Markdown") << many(
            resource("text/markdown", "text",
                     QByteArray("# T\\n\\n- **a** `b`\\n\\n").repeated(200)),
            50) << "block50.pane.markdown"_ba;
    QTest::newRow("one Markdown") << resource(
            "text/markdown", "text",
            QByteArray("# T\\n\\nSome *words* [l](http://x.y/)\\n\\n").repeated(3000))
                                  << "block1.pane.target"_ba;
    QTest::newRow("large table") << resource("text/csv", "text",
                                             QByteArray("1,words,2.5,x\\n").repeated(3'000'000))
                                 << "block1.pane.table"_ba;
    QTest::newRow("large bytes") << resource("a/b", "blob", QByteArray("AAAA").repeated(20'000'000))
                                 << "block1.bytes"_ba;
}

void TestLargeResults::blocks()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, name);
    const Mcp::RawJson result = Mcp::RawJson::fromText("{\"content\":[" + content + "]}");
    ResultHarness ui;
    QTest::qWait(20);
    Heartbeat heartbeat;
    QElapsedTimer time;
    time.start();
    ui.show(result);
    QTRY_VERIFY_WITH_TIMEOUT(ui.find(name.constData()), 60'000);
    const qint64 there = time.elapsed();
    QTest::qWait(300);
    const qint64 gap = heartbeat.longestGap();
    ui.view.resize(560, 480);
    QTest::qWait(100);
    qInfo("there after %lld ms, longest gap %lld ms, resizing included %lld ms", there, gap,
          heartbeat.longestGap());
    QVERIFY(heartbeat.longestGap() < kMaxGap);
}

void TestLargeResults::saving()
{
    const Mcp::RawJson result = structured50();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"result.json"_s);
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(result);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 60'000);
    connect(&ui.view, &ResultView::saveRequested, &ui.view,
            [&](const QByteArray &bytes) { ui.view.saveTo(bytes, path); });
    Heartbeat heartbeat;
    ui.click("saveResult");
    QTRY_VERIFY_WITH_TIMEOUT(ui.text("resultFacts").contains(u"saved to "_s + path), 60'000);
    qInfo("longest gap %lld ms", heartbeat.longestGap());
    QVERIFY(heartbeat.longestGap() < kMaxGap);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == result.view());

    ui.view.saveTo(result.toByteArray(), u"/no/such/folder/result.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ui.text("resultFacts").contains(u"not saved to /no/such/folder"_s),
                             60'000);
}

/// Each block takes many times its bytes: a server must not fill the memory with them.
void TestLargeResults::endlessBlocks()
{
    ResultHarness ui;
    ui.show("{\"content\":[{\"type\":\"text\",\"text\":\"a\"}" + QByteArray(",0").repeated(200'000)
            + "]}");
    QTRY_VERIFY_WITH_TIMEOUT(
            ui.text("resultWarningText").contains("first 100000 content blocks"_L1), 60'000);
}

QTEST_MAIN(TestLargeResults)
#include "tst_largeresults.moc"
