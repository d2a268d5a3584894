// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "models/textmodes.h"
#include "support/worktimer.h"
#include "views/linetextview.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QByteArray result(const QByteArray &blocks) { return "{\"content\":[" + blocks + "]}"; }

QByteArray textBlock(const QString &text)
{
    return R"({"type":"text","text":)" + Mcp::RawJson::fromString(text).toByteArray() + '}';
}

QByteArray resource(const QByteArray &mime, const QString &text)
{
    return R"({"type":"resource","resource":{"uri":"a:b","mimeType":")" + mime + R"(","text":)"
           + Mcp::RawJson::fromString(text).toByteArray() + "}}";
}

QString clipboard() { return QGuiApplication::clipboard()->text(); }

} // namespace

/// The ways to look at a text, by clicks and keys.
class TestTextBlocks : public QObject
{
    Q_OBJECT

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void init() { m_opened.clear(); }
    void markdownOnRequest();
    void markdownLoadsNothing();
    void markdownLinks();
    void whatIsNotRendered_data();
    void whatIsNotRendered();
    void longWordsAreBroken();
    void jsonKeepsDigits();
    void jsonIsOfferedForJson_data();
    void jsonIsOfferedForJson();
    void largeJson();
    void choiceStays();
    void choiceByKey();
    void savedAsShown();
    void resourcesByType();
    void tableSortsAndCopies();
    void tableHeader_data();
    void tableHeader();
    void largeTable();

private:
    /// The view of the Markdown once it is rendered.
    static QTextBrowser *rendered(const ResultHarness &ui, const QString &text)
    {
        auto *view = ui.find<QTextBrowser>("block1.pane.markdown");
        return view
                               && QTest::qWaitFor(
                                       [&] { return view->toPlainText().contains(text); },
                                       McpTest::kWaitMs)
                       ? view
                       : nullptr;
    }

    QList<QUrl> m_opened;
};

void TestTextBlocks::markdownOnRequest()
{
    ResultHarness ui;
    ui.show(result(textBlock(u"# Title\n\nsome **bold** <b>tags</b>\n\n- [x] done"_s)));
    QVERIFY(ui.find("block1.pane.text")); // as it is
    QVERIFY(!ui.find("block1.pane.markdown"));
    ui.click("block1.modeMarkdown");
    QTextBrowser *view = rendered(ui, u"Title"_s);
    QVERIFY(view);
    QCOMPARE(view->toPlainText(), u"Title\nsome bold <b>tags</b>\ndone"_s);
    QVERIFY(!ui.find("block1.pane.text"));
    ui.click("block1.modePlain");
    QVERIFY(ui.text("block1.pane.text").startsWith(u"# Title"_s));
}

void TestTextBlocks::markdownLoadsNothing()
{
    QTemporaryDir folder;
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = folder.filePath(u"secret.png"_s);
    QVERIFY(image.save(path));
    ResultHarness ui;
    ui.show(result(textBlock(
            u"![alt words](%1) ![](https://example.com/x.png) <img src=\"%1\">"_s.arg(path))));
    ui.click("block1.modeMarkdown");
    QTextBrowser *view = rendered(ui, u"alt words"_s);
    QVERIFY(view);
    QVERIFY(!view->toPlainText().contains(QChar::ObjectReplacementCharacter)); // no picture at all
    const QImage seen = view->viewport()->grab().toImage();
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x)
            QVERIFY(seen.pixelColor(x, y) != QColor(Qt::red));
    }
}

void TestTextBlocks::markdownLinks()
{
    for (const char *scheme : { "https", "http", "file", "javascript" })
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
    ResultHarness ui;
    ui.show(result(
            textBlock(u"[good bank](https://evil.example/x?y=1)\n\n[run](file:///bin/sh)"_s)));
    ui.click("block1.modeMarkdown");
    QTextBrowser *view = rendered(ui, u"good bank"_s);
    QVERIFY(view);
    const auto place = [view](const QString &word) {
        const QTextCursor cursor = view->document()->find(word);
        return view->cursorRect(cursor).center() - QPoint(8, 0);
    };
    QTest::mouseMove(view->viewport(), place(u"good bank"_s));
    QTRY_COMPARE(ui.text("block1.pane.target"), u"Opens https://evil.example/x?y=1"_s);
    QVERIFY(m_opened.isEmpty());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place(u"good bank"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{ QUrl(u"https://evil.example/x?y=1"_s) });
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place(u"run"_s));
    QTRY_VERIFY(ui.text("block1.pane.target").startsWith(u"Not opened"_s));
    QCOMPARE(m_opened.size(), 1);
    for (const char *scheme : { "https", "http", "file", "javascript" })
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestTextBlocks::whatIsNotRendered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("rows") << u"|a|b|\n|-|-|\n"_s + u"|1|2|\n"_s.repeated(5000)
                          << u"Too many table rows"_s;
    QTest::newRow("marks") << u"`a"_s.repeated(20'000) << u"Too many marks"_s;
    QTest::newRow("long") << u"word "_s.repeated(40'000) << QString(); // the button says so
}

void TestTextBlocks::whatIsNotRendered()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    ResultHarness ui;
    ui.show(result(textBlock(text)));
    auto *button = ui.find<QAbstractButton>("block1.modeMarkdown");
    QVERIFY(button);
    QCOMPARE(button->isEnabled(), !words.isEmpty());
    if (words.isEmpty()) {
        QVERIFY(button->toolTip().contains(u"Only texts of up to 131 KB"_s));
        return;
    }
    ui.click("block1.modeMarkdown");
    QVERIFY(rendered(ui, words));
}

void TestTextBlocks::longWordsAreBroken()
{
    ResultHarness ui;
    ui.show(result(textBlock(QString(100'000, u'x') + u" end"_s)));
    ui.click("block1.modeMarkdown");
    McpTest::WorkTimer time(McpTest::WorkTimer::Of::Process);
    time.start();
    QVERIFY(rendered(ui, u"end"_s));
    ui.view.grab();
    QVERIFY2(time.elapsed() < 1500, qPrintable(QString::number(time.elapsed()))); // else minutes
}

void TestTextBlocks::jsonKeepsDigits()
{
    ResultHarness ui;
    ui.show(result(textBlock(uR"({"z":1.0,"a":[12345678901234567890,1e400],"a":2})"_s)));
    ui.click("block1.modeJson");
    auto *view = ui.find<LineTextView>("block1.pane.json");
    QVERIFY(view);
    QCOMPARE(view->lines().text(),
             "{\n  \"z\": 1.0,\n  \"a\": [\n    12345678901234567890,\n    1e400\n  ],\n"
             "  \"a\": 2\n}"_ba);
    ui.click("block1.copy"); // the text as it was sent
    QCOMPARE(clipboard(), uR"({"z":1.0,"a":[12345678901234567890,1e400],"a":2})"_s);
}

void TestTextBlocks::jsonIsOfferedForJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("offered");
    QTest::newRow("object") << u" {\"a\":1}\n"_s << true;
    QTest::newRow("array") << u"[]"_s << true;
    QTest::newRow("words") << u"hello"_s << false;
    QTest::newRow("number") << u"42"_s << false;
    QTest::newRow("broken") << u"{\"a\":}"_s << false;
    QTest::newRow("behind") << u"{} x"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestTextBlocks::jsonIsOfferedForJson()
{
    QFETCH(const QString, text);
    QFETCH(const bool, offered);
    ResultHarness ui;
    ui.show(result(textBlock(text)));
    QCOMPARE(ui.find("block1.modeJson") != nullptr, offered);
}

void TestTextBlocks::largeJson()
{
    QString json = u"["_s;
    while (json.size() < 2'000'000)
        json += u"{\"id\":12345678901234567890},"_s;
    json.back() = u']';
    ResultHarness ui;
    ui.show(result(textBlock(json)));
    QTRY_VERIFY(ui.find("block1.modeJson"));
    ui.click("block1.modeJson");
    QTRY_VERIFY(ui.find<LineTextView>("block1.pane.json"));
    QVERIFY(ui.find<LineTextView>("block1.pane.json")->lines().lineCount() > 200'000);
}

void TestTextBlocks::choiceStays()
{
    ResultHarness ui;
    QSignalSpy changed(ui.view.textModes(), &TextModes::changed);
    ui.show(result(textBlock(u"{}"_s)));
    ui.click("block1.modeJson");
    QCOMPARE(changed.size(), 1);
    ui.show(result(textBlock(u"[1]"_s)));
    QVERIFY(ui.find("block1.pane.json"));
    ui.show(result(textBlock(u"no JSON"_s))); // nothing is lost by a text that is none
    QVERIFY(ui.find("block1.pane.text"));
    ui.show(result(textBlock(u"[2]"_s)));
    QVERIFY(ui.find("block1.pane.json"));

    ResultHarness later; // the program was started again
    later.view.textModes()->restore(ui.view.textModes()->toJson());
    later.show(result(textBlock(u"{}"_s)));
    QVERIFY(later.find("block1.pane.json"));
}

void TestTextBlocks::choiceByKey()
{
    ResultHarness ui;
    ui.show(result(textBlock(u"{}"_s)));
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    auto *plain = ui.find("block1.modePlain");
    plain->setFocus();
    QTest::keyClick(plain, Qt::Key_Right);
    QVERIFY(ui.find("block1.modeMarkdown")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(ui.find("block1.modeJson")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(ui.find("block1.pane.json"));
}

void TestTextBlocks::savedAsShown()
{
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    ui.show(result(textBlock(u"{}"_s)));
    ui.click("block1.save");
    ui.click("block1.modeJson");
    ui.click("block1.save");
    ui.click("block1.modeMarkdown");
    ui.click("block1.save");
    QCOMPARE(saves.size(), 3);
    QCOMPARE(saves.at(0).at(1).toString(), u"my-tool-block1.txt"_s);
    QCOMPARE(saves.at(1), QVariantList({ "{}"_ba, u"my-tool-block1.json"_s }));
    QCOMPARE(saves.at(2).at(1).toString(), u"my-tool-block1.md"_s);
}

void TestTextBlocks::resourcesByType()
{
    ResultHarness ui;
    ui.show(result(resource("text/markdown", u"# Hi"_s) + ','
                   + resource("application/vnd.x+json", u"{\"a\":1.0}"_s) + ','
                   + resource("text/csv; charset=utf-8", u"a,b\n1,2"_s) + ','
                   + resource("text/x-python", u"print(1)"_s) + ','
                   + resource("application/json", u"{broken"_s) + ','
                   + R"({"type":"text","mimeType":"text/csv","text":"x,y\n1,2"})"));
    QTRY_VERIFY(ui.find("block6"));
    QVERIFY(rendered(ui, u"Hi"_s));
    QVERIFY(ui.find<LineTextView>("block2.pane.json"));
    QVERIFY(ui.find<QTableView>("block3.pane.table"));
    QCOMPARE(ui.text("block4.pane.text"), u"print(1)"_s);
    QCOMPARE(ui.text("block5.pane.text"), u"{broken"_s);
    QVERIFY(ui.text("block5.details").contains(u"not valid JSON"_s));
    QVERIFY(ui.find<QTableView>("block6.pane.table")); // a text block that says what it is
    ui.click("block3.modePlain");
    QCOMPARE(ui.text("block3.pane.text"), u"a,b\n1,2"_s);
}

void TestTextBlocks::tableSortsAndCopies()
{
    ResultHarness ui;
    ui.show(result(resource("text/csv",
                            u"name,n\r\nb,10\r\n\"a, \"\"q\"\"\",9\r\nc,\r\n\"x\ty\",-1.5"_s)));
    auto *table = ui.find<QTableView>("block1.pane.table");
    QVERIFY(table);
    const auto column = [table](int number) {
        QStringList cells;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            cells += table->model()->index(row, number).data().toString();
        return cells.join(u'|');
    };
    QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"name"_s);
    QCOMPARE(column(0), u"b|a, \"q\"|c|x y"_s);
    const auto clickHeader = [table](int section) {
        QHeaderView *header = table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          { header->sectionViewportPosition(section) + 10, header->height() / 2 });
    };
    clickHeader(1);
    QCOMPARE(column(1), u"-1.5|9|10|"_s); // by value, nothing last
    clickHeader(1);
    QCOMPARE(column(1), u"10|9|-1.5|"_s);
    clickHeader(1);
    QCOMPARE(column(1), u"10|9||-1.5"_s); // as sent
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"b\t10\na, \"q\"\t9\nc\t\n\"x\ty\"\t-1.5"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"a, \"q\""_s);
}

void TestTextBlocks::tableHeader_data()
{
    QTest::addColumn<QByteArray>("mime");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("header");
    QTest::newRow("words") << "text/csv"_ba << u"a,b\n1,2"_s << u"a"_s;
    QTest::newRow("numbers") << "text/csv"_ba << u"1,2\n3,4"_s << u"1"_s; // the column's number
    QTest::newRow("said absent") << "text/csv;header=absent"_ba << u"a,b\nc,d"_s << u"1"_s;
    QTest::newRow("said present") << "text/csv; header=present"_ba << u"2019,2020\n1,2"_s
                                  << u"2019"_s;
    QTest::newRow("semicolons") << "text/csv"_ba << u"x;y\n1,5;2"_s << u"x"_s;
    QTest::newRow("tabs") << "text/tab-separated-values"_ba << u"t,1\tu\n1\t2"_s << u"t,1"_s;
}

void TestTextBlocks::tableHeader()
{
    QFETCH(const QByteArray, mime);
    QFETCH(const QString, text);
    QFETCH(const QString, header);
    ResultHarness ui;
    ui.show(result(resource(mime, text)));
    auto *table = ui.find<QTableView>("block1.pane.table");
    QVERIFY(table);
    QCOMPARE(table->model()->columnCount(), 2);
    QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), header);
    const int rows = table->model()->rowCount();
    ui.click("block1.pane.header");
    QCOMPARE(qAbs(table->model()->rowCount() - rows), 1);
}

void TestTextBlocks::largeTable()
{
    QString text = u"id,value\n"_s;
    for (int row = 0; row < 120'000; ++row)
        text += QString::number(row) + u",x\n"_s;
    ResultHarness ui;
    ui.show(result(resource("text/csv", text)));
    QTRY_VERIFY(ui.find<QTableView>("block1.pane.table"));
    auto *table = ui.find<QTableView>("block1.pane.table");
    QCOMPARE(table->model()->rowCount(), 99'999);
    QVERIFY2(ui.text("block1.pane.state").contains(u"first 99,999 of 120,000 rows"_s),
             qPrintable(ui.text("block1.pane.state")));
    QHeaderView *header = table->horizontalHeader();
    for (int i = 0; i < 2; ++i) // ascending, descending
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, { 10, header->height() / 2 });
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"99998"_s);
}

QTEST_MAIN(TestTextBlocks)
#include "tst_textblocks.moc"
