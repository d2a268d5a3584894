// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "views/jsontreeview.h"
#include "views/linetextview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::Error;
using Mcp::RawJson;

namespace {

constexpr int kContent = 0;
constexpr int kStructured = 1;
constexpr int kRaw = 2;

QString clipboard() { return QGuiApplication::clipboard()->text(); }

} // namespace

class TestResultView : public QObject
{
    Q_OBJECT

private slots:
    void outcomesInWords_data();
    void outcomesInWords();
    void coloursDiffer();
    void emptyAndPending();
    void pendingBeforeAnythingWasShown();
    void findFromAnywhere_data();
    void findFromAnywhere();
    void invalidResultIsShownRaw();
    void warnings();
    void deadServer();
    void errorData();
    void tabStays();
    void noStructuredContent();
    void jsonInTextIsATree();
    void treeCopies();
    void treeMenuByKey();
    void rawAsReceived();
    void rawSelection();
    void copyAndSave();
    void saysWhetherSaved();
    void widgetsHaveNames();
};

void TestResultView::outcomesInWords_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const Error &error, const QString &words) {
        QTest::newRow(name) << QByteArray() << error << words;
    };
    QTest::newRow("success") << QByteArray(R"({"content":[]})") << Error() << u"✓ Success"_s;
    QTest::newRow("tool error") << QByteArray(R"({"content":[],"isError":true})") << Error()
                                << u"✗ Tool error"_s;
    QTest::newRow("invalid") << QByteArray(R"({"x":1})") << Error()
                             << u"⚠ Not a valid tool result"_s;
    row("remote", Error::remote(RawJson::fromText(R"({"code":-32601,"message":"no"})")),
        u"✗ JSON-RPC error -32601"_s);
    row("protocol", Error::protocol(u"no"_s), u"✗ Protocol error"_s);
    row("transport", Error::transport(u"no"_s), u"✗ Connection lost"_s);
    row("timeout", Error::timeout(u"no"_s), u"◷ Timed out"_s);
    row("cancelled", Error::cancelled(), u"– Cancelled"_s);
    row("usage", Error::usage(u"no"_s), u"✗ Not sent"_s);
}

void TestResultView::outcomesInWords()
{
    QFETCH(const QByteArray, result);
    QFETCH(const Error, error);
    QFETCH(const QString, words);

    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    if (error)
        ui.show(error);
    else
        ui.show(result);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(ui.text("resultOutcome"), words);
    QVERIFY(ui.text("resultFacts").startsWith(error ? u"5.0 s"_s : u"12 ms"_s));
    QCOMPARE(ui.tabs()->tabText(kContent), error ? u"Error"_s : u"Content"_s);
    QCOMPARE(ui.find("resultError") != nullptr, bool(error));
}

void TestResultView::coloursDiffer()
{
    ResultHarness ui;
    const auto colour = [&ui] {
        return ui.find<QLabel>("resultOutcome")->palette().color(QPalette::WindowText);
    };
    ui.show(R"({"content":[]})");
    const QColor success = colour();
    ui.show(R"({"content":[],"isError":true})");
    const QColor failure = colour();
    ui.show(Error::timeout(u"no"_s));
    QVERIFY(success != failure);
    QVERIFY(colour() != failure);
    QVERIFY(colour() != success);
}

void TestResultView::emptyAndPending()
{
    ResultHarness ui;
    QCOMPARE(ui.text("resultOutcome"), u"No result yet"_s);
    QVERIFY(!ui.find<QAbstractButton>("copyResult")->isEnabled());
    ui.view.setPending();
    QCOMPARE(ui.text("resultOutcome"), u"Running…"_s);
    ui.show(R"({"content":[{"type":"text","text":"first"}]})");
    ui.view.setPending();
    QVERIFY(ui.text("resultOutcome").startsWith(u"Running…"_s));
    QCOMPARE(ui.text("block1.pane.text"), u"first"_s); // still readable
    ui.view.clear();
    QCOMPARE(ui.text("resultOutcome"), u"No result yet"_s);
    QVERIFY(!ui.find("block1"));
    QVERIFY(!ui.tabs()->isTabEnabled(kRaw));
}

/// Called again while the first answer is still being prepared: there is none below yet.
void TestResultView::pendingBeforeAnythingWasShown()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"text","text":")" + QByteArray(1024 * 1024, 'x') + "\"}]}");
    ui.view.setPending();
    QCOMPARE(ui.text("resultOutcome"), u"Running…"_s);
    QVERIFY(ui.find("resultNote"));
}

void TestResultView::findFromAnywhere_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("content") << kContent << "rawFind.text"_ba; // the raw JSON has all of it
    QTest::newRow("structured") << kStructured << "treeFind.text"_ba;
    QTest::newRow("raw") << kRaw << "rawFind.text"_ba;
}

/// A click on a tab, then Ctrl+F: what has just come into sight is searched, nothing else.
void TestResultView::findFromAnywhere()
{
    QFETCH(int, tab);
    QFETCH(QByteArray, field);
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"text","text":"words"}],"structuredContent":{"a":1}})");
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.openTab(tab == kRaw ? kContent : kRaw);
    ui.openTab(tab);
    QVERIFY(ui.view.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(ui.find(field.constData()));
    QVERIFY(ui.find(field.constData())->hasFocus());
    ui.tabs()->tabBar()->setFocus();
    QTest::keyClick(ui.tabs()->tabBar(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(ui.find(field.constData())->hasFocus());
}

void TestResultView::invalidResultIsShownRaw()
{
    ResultHarness ui;
    ui.show(R"("My tool result!")");
    QCOMPARE(ui.tab(), u"Raw"_s);
    QCOMPARE(ui.find<LineTextView>("rawText")->lines().text(), QByteArray(R"("My tool result!")"));
    QCOMPARE(ui.text("resultWarningText"), u"⚠ The result is not an object."_s);
}

void TestResultView::warnings()
{
    ResultHarness ui;
    ui.show(R"({"content":[]})");
    QVERIFY(!ui.find("resultWarnings"));
    QByteArray blocks;
    for (int i = 0; i < 30; ++i)
        blocks += "{\"type\":\"text\"},";
    blocks.chop(1);
    ui.show("{\"content\":[" + blocks + "]}", { u"the cursor repeats"_s });
    const QStringList lines = ui.text("resultWarningText").split(u'\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines.first(), u"⚠ Content block 1 has no text."_s);
    QCOMPARE(lines.last(), u"… and 26 more warnings"_s);
    ui.show(R"({"content":[]})", { u"the cursor repeats"_s });
    QCOMPARE(ui.text("resultWarningText"), u"⚠ the cursor repeats"_s);
}

void TestResultView::deadServer()
{
    ResultHarness ui;
    Error error = Error::transport(u"The server ended."_s);
    error.data = RawJson::fromText(R"({"exitCode":3,"stderr":["first","<b>last</b>"]})");
    ui.show(error);
    QCOMPARE(ui.text("errorMessage.text"), u"The server ended."_s);
    QCOMPARE(ui.text("errorExit"), u"The server's process ended with exit code 3."_s);
    QCOMPARE(ui.text("errorStderr.text"), u"first\n<b>last</b>"_s);
    QVERIFY(!ui.find("errorData"));
}

void TestResultView::errorData()
{
    ResultHarness ui;
    ui.show(Error::remote(RawJson::fromText(R"({"code":0,"message":"bad","data":[1,"x"]})")));
    QCOMPARE(ui.text("resultOutcome"), u"✗ JSON-RPC error 0"_s);
    QCOMPARE(ui.text("errorMessage.text"), u"bad"_s);
    QCOMPARE(ui.text("errorData.text"), u"[\n  1,\n  \"x\"\n]"_s);
    ui.openTab(kStructured);
    QCOMPARE(ui.find<JsonTreeView>("jsonTree")->model()->rowCount(), 2);
    ui.click("copyResult");
    QCOMPARE(clipboard(), u"JSON-RPC error 0: bad\n[\n  1,\n  \"x\"\n]"_s);
    ui.show(Error::remote(RawJson::fromText(R"({"code":1})")));
    QCOMPARE(ui.text("errorMessage.text"), u"(none was given)"_s);
    QVERIFY(!ui.tabs()->isTabEnabled(kStructured));
}

void TestResultView::tabStays()
{
    const QByteArray both =
            R"({"content":[{"type":"text","text":"a"}],"structuredContent":{"a":1}})";
    ResultHarness ui;
    ui.show(both);
    QCOMPARE(ui.tab(), u"Content"_s);
    ui.openTab(kStructured);
    ui.show(both);
    QCOMPARE(ui.tab(), u"Structured"_s);
    ui.show(R"({"content":[{"type":"text","text":"a"}]})");
    QCOMPARE(ui.tab(), u"Content"_s); // there is no other
    ui.show(Error::timeout(u"no"_s));
    QCOMPARE(ui.tab(), u"Error"_s);
    ui.show(both);
    QCOMPARE(ui.tab(), u"Structured"_s);
    ui.openTab(kContent);
    ui.show(R"({"content":[],"structuredContent":{"a":1}})");
    QCOMPARE(ui.tab(), u"Structured"_s); // all there is
}

void TestResultView::noStructuredContent()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"text","text":"plain words"}]})");
    QVERIFY(!ui.tabs()->isTabEnabled(kStructured));
    QCOMPARE(ui.tabs()->tabToolTip(kStructured), u"This result has no structured content."_s);
    ui.show(R"({"content":[],"structuredContent":null})"); // null is a value
    QVERIFY(ui.tabs()->isTabEnabled(kStructured));
}

void TestResultView::jsonInTextIsATree()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"image","data":"","mimeType":"image/png"},{"type":"text","text":"[1.0, 2]"}]})");
    ui.openTab(kStructured);
    QVERIFY(ui.text("structuredTitle").contains(u"JSON in text block 2"_s));
    auto *tree = ui.find<JsonTreeView>("jsonTree");
    QCOMPARE(tree->model()->index(0, 1).data().toString(), u"1.0"_s);
}

void TestResultView::treeCopies()
{
    ResultHarness ui;
    ui.show(R"({"content":[],"structuredContent":{"text":"a\nb","n":{"id":12345678901234567890}}})");
    auto *tree = ui.find<JsonTreeView>("jsonTree");
    QVERIFY(tree);
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"a\nb"_s);
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"{\"id\":12345678901234567890}"_s);
    QTest::keyClick(tree, Qt::Key_Down); // small trees are open
    tree->copyPointer();
    QCOMPARE(clipboard(), u"/n/id"_s);
    ui.click("copyStructured");
    QCOMPARE(clipboard(), u"{\"text\":\"a\\nb\",\"n\":{\"id\":12345678901234567890}}"_s);
}

void TestResultView::treeMenuByKey()
{
    ResultHarness ui;
    ui.show(R"({"content":[],"structuredContent":{"a/b":1e400}})");
    auto *tree = ui.find<JsonTreeView>("jsonTree");
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(tree->viewport(), &event);
    auto *menu = tree->findChild<QMenu *>(u"jsonTreeMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_P);
    QCOMPARE(clipboard(), u"/a~1b"_s);
}

void TestResultView::rawAsReceived()
{
    const QByteArray text = R"({ "z":1.0,  "content":[], "a":1, "a":2 })";
    ResultHarness ui;
    ui.show(text);
    ui.openTab(kRaw);
    auto *raw = ui.find<LineTextView>("rawText");
    QCOMPARE(raw->lines().text(),
             QByteArray("{\n  \"z\": 1.0,\n  \"content\": [],\n  \"a\": 1,\n  \"a\": 2\n}"));
    ui.click("rawAsReceived");
    QCOMPARE(raw->lines().text(), text);
    ui.show(text + ' '); // the choice stays
    QCOMPARE(raw->lines().text(), text);
    ui.click("rawCopy");
    QCOMPARE(clipboard(), QString::fromUtf8(text));
}

void TestResultView::rawSelection()
{
    ResultHarness ui;
    const QString longText(50'000, u'ü');
    ui.show("{\"content\":[{\"type\":\"text\",\"text\":\"" + longText.toUtf8() + "\"}]}");
    ui.openTab(kRaw);
    auto *raw = ui.find<LineTextView>("rawText");
    raw->setFocus();
    QTest::keyClick(raw, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(raw, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard() == QString::fromUtf8(raw->lines().text())); // also what is cut in view

    // A drag over the first two lines: from the very start to the start of the third.
    const int height = raw->fontMetrics().lineSpacing();
    const QPoint from(raw->viewport()->width() / 2, height / 2);
    QTest::mouseDClick(raw->viewport(), Qt::LeftButton, {}, from + QPoint(0, height));
    QCOMPARE(raw->selectedText(), QByteArray("  \"content\": ["));
    QTest::mousePress(raw->viewport(), Qt::LeftButton, {}, { 2, height / 2 });
    QTest::mouseMove(raw->viewport(), { 2, 2 * height + height / 2 });
    QTest::mouseRelease(raw->viewport(), Qt::LeftButton, {}, { 2, 2 * height + height / 2 });
    QCOMPARE(raw->selectedText(), QByteArray("{\n  \"content\": [\n"));
}

void TestResultView::copyAndSave()
{
    const QByteArray text = R"({"content": [{"type":"text","text":"a\u00e9"}]})";
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    ui.show(text);
    ui.click("copyResult");
    QCOMPARE(clipboard(), QString::fromUtf8(text));
    ui.click("saveResult");
    QCOMPARE(saves.takeFirst(), QVariantList({ text, u"my-tool-result.json"_s }));
    ui.click("block1.copy");
    QCOMPARE(clipboard(), u"aé"_s);
    ui.click("block1.save");
    QCOMPARE(saves.takeFirst(), QVariantList({ u"aé"_s.toUtf8(), u"my-tool-block1.txt"_s }));
    ui.openTab(kRaw);
    ui.click("rawAsReceived");
    ui.click("rawSave");
    QCOMPARE(saves.takeFirst(), QVariantList({ text, u"my-tool-result.json"_s }));
    ui.show(Error::timeout(u"too late"_s));
    ui.click("saveResult");
    QCOMPARE(saves.takeFirst(), QVariantList({ QByteArray("too late\n"), u"my-tool-error.txt"_s }));
}

void TestResultView::saysWhetherSaved()
{
    QTemporaryDir folder;
    ResultHarness ui;
    ui.show(R"({"content":[]})");
    const QString path = folder.filePath(u"r.json"_s);
    ui.view.saveTo("first", path);
    ui.view.saveTo("second", path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("second"));
    QVERIFY(ui.text("resultFacts").contains(u"saved to "_s + path));
    ui.view.saveTo("x", u"/no/such/folder/r.json"_s);
    QVERIFY(ui.text("resultFacts").contains(u"not saved to /no/such/folder/r.json: "_s));
}

void TestResultView::widgetsHaveNames()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"text","text":"a"},
        {"type":"resource_link","uri":"https://example.com/","name":"n"}],"structuredContent":[]})");
    const QList<QAbstractButton *> buttons = ui.view.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        // The tab bar's own arrows have no name of ours.
        if (!button->isVisible() || qobject_cast<const QTabBar *>(button->parent()))
            continue;
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
}

QTEST_MAIN(TestResultView)
#include "tst_resultview.moc"
