// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"
#include "support/richtexts.h"

#include "views/contentview.h"
#include "views/imageview.h"

#include <QBuffer>
#include <QClipboard>
#include <QFontInfo>
#include <QGuiApplication>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QByteArray pngBytes(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    image.fill(1); // any colour will do
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray result(const QByteArray &blocks) { return "{\"content\":[" + blocks + "]}"; }

QByteArray image(const QByteArray &data, const QByteArray &mime = "image/png")
{
    return R"({"type":"image","mimeType":")" + mime + R"(","data":")" + data + "\"}";
}

} // namespace

class TestResultContent : public QObject
{
    Q_OBJECT

private slots:
    void textIsPlain();
    void blocksInOrder();
    void largeTextInParts();
    void pictures();
    void brokenPictures_data();
    void brokenPictures();
    void widePictureFits();
    void audio();
    void links_data();
    void links();
    void embeddedResources();
    void unknownKinds();
    void marksOfHtmlArePlainText_data();
    void marksOfHtmlArePlainText();
    void manyBlocks();
    void deletedWhileDecoding();
    void everythingHasAName();
    void focusGoesAsTheEyeDoes();
};

void TestResultContent::textIsPlain()
{
    ResultHarness ui;
    ui.show(result(R"({"type":"text","text":"<b>bold</b> & <img src='http://x/'>\n\u0007end"})"));
    QCOMPARE(ui.text("block1.pane.text"), u"<b>bold</b> & <img src='http://x/'>\n\u0007end"_s);
    QVERIFY(ui.find<QPlainTextEdit>("block1.pane.text")->isReadOnly());
    // Tables, trees and code of servers stand in columns.
    QVERIFY(QFontInfo(ui.find("block1.pane.text")->font()).fixedPitch());
}

void TestResultContent::blocksInOrder()
{
    ResultHarness ui;
    ui.show(result(
            R"({"type":"text","text":"one"},{"type":"audio","data":"AAAA","mimeType":"audio/wav"},
        {"type":"text","text":"three","annotations":{"audience":["user"],"priority":0.5}})"));
    QCOMPARE(ui.text("block1.title"), u"Text"_s);
    QCOMPARE(ui.text("block2.title"), u"Audio"_s);
    QCOMPARE(ui.text("block3.pane.text"), u"three"_s);
    QCOMPARE(ui.text("block3.details"), u"5 B · for user · priority 0.5"_s);
    QVERIFY(ui.find("block1")->y() < ui.find("block2")->y());
    QVERIFY(ui.find("block2")->y() < ui.find("block3")->y());
}

void TestResultContent::largeTextInParts()
{
    QByteArray lines;
    for (int i = 0; lines.size() < 3'000'000; ++i)
        lines += "line " + QByteArray::number(i) + "\\n";
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(result(R"({"type":"text","text":")" + lines + "\"}"));
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(ui.text("block1.pane.text").startsWith(u"line 0\nline 1\n"_s));
    QVERIFY(ui.text("block1.pane.text").size() <= 256 * 1024);
    QVERIFY(!ui.find("block1.pane.previous"));
    const QString first = ui.text("block1.pane.text");

    QString all = first;
    int parts = 1;
    for (; ui.find("block1.pane.more") && parts < 20; ++parts) {
        ui.click("block1.pane.more");
        all += ui.text("block1.pane.text");
    }
    QCOMPARE(parts, 12);
    QVERIFY(all == QString::fromUtf8(lines).replace("\\n"_L1, "\n"_L1));
    for (; ui.find("block1.pane.previous"); --parts)
        ui.click("block1.pane.previous");
    QCOMPARE(parts, 1);
    QVERIFY(ui.text("block1.pane.text") == first);
    ui.click("block1.copy"); // all of it, whatever part is in view
    QTRY_VERIFY(QGuiApplication::clipboard()->text() == all);
}

void TestResultContent::pictures()
{
    const QByteArray bytes = pngBytes(20, 10);
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    ui.show(result(image(bytes.toBase64(), "text/html"))); // the content decides, not the name
    QTRY_COMPARE(ui.text("block1.state"), u"20 × 10 pixels, %1 B"_s.arg(bytes.size()));
    QCOMPARE(ui.text("block1.percent"), u"100 %"_s); // never enlarged
    ui.click("block1.copy");
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(20, 10));
    ui.click("block1.save");
    QCOMPARE(saves.takeFirst(), QVariantList({ bytes, u"my-tool-block1.png"_s }));
}

void TestResultContent::brokenPictures_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("canSave");
    const QByteArray huge = pngBytes(8000, 8000, QImage::Format_Mono); // a few kilobytes

    QTest::newRow("base64") << image("@@@") << u"not valid base64"_s << false;
    QTest::newRow("no data") << QByteArray(R"({"type":"image","mimeType":"image/png"})")
                             << u"missing"_s << false;
    QTest::newRow("empty") << image("") << u"empty"_s << false;
    QTest::newRow("cut off") << image(pngBytes(64, 64).left(60).toBase64()) << u"cannot be read"_s
                             << true;
    QTest::newRow("words") << image(QByteArray("just words").toBase64()) << u"no PNG, JPEG"_s
                           << true;
    QTest::newRow("WebP") << image(QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16).toBase64()) << u"WebP"_s
                          << true; // cut off, or unknown to this Qt: said either way
    QTest::newRow("huge") << image(huge.toBase64()) << u"8000 × 8000 pixels"_s << true;
}

void TestResultContent::brokenPictures()
{
    QFETCH(const QByteArray, block);
    QFETCH(const QString, words);
    QFETCH(const bool, canSave);

    ResultHarness ui;
    ui.show(result(block));
    QTRY_VERIFY2(ui.text("block1.state").contains(words), qPrintable(ui.text("block1.state")));
    QVERIFY(!ui.find("block1.picture"));
    QVERIFY(!ui.find<QAbstractButton>("block1.copy")->isEnabled());
    QCOMPARE(ui.find<QAbstractButton>("block1.save")->isEnabled(), canSave);
}

void TestResultContent::widePictureFits()
{
    ResultHarness ui;
    ui.show(result(image(pngBytes(2000, 1000).toBase64())));
    QTRY_VERIFY(ui.find("block1.picture"));
    const auto fits = [&ui] {
        auto *picture = ui.find<ImageView>("block1.picture");
        const double full = picture->scale() * 2000 + 2;
        return picture->horizontalScrollBar()->maximum() == 0 && full > picture->width() - 4
               && full <= picture->width();
    };
    QTRY_VERIFY(fits());
    ui.view.resize(400, 480);
    QTRY_VERIFY(ui.find("block1.picture")->width() < 400);
    QTRY_VERIFY(fits());
    QCOMPARE(ui.find<QScrollArea>("resultScroll")->horizontalScrollBar()->maximum(), 0);
}

void TestResultContent::audio()
{
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    ui.show(result(R"({"type":"audio","mimeType":"audio/x-wav","data":"UklGRg=="})"));
    QCOMPARE(ui.text("block1.state"), u"4 B of binary data"_s);
    ui.click("block1.save");
    QCOMPARE(saves.takeFirst(), QVariantList({ QByteArray("RIFF"), u"my-tool-block1.wav"_s }));
    ui.show(result(R"({"type":"audio","mimeType":"audio/x-wav","data":"%%"})"));
    QVERIFY(ui.text("block1.state").contains(u"not valid base64"_s));
    QVERIFY(!ui.find<QAbstractButton>("block1.save")->isEnabled());
}

void TestResultContent::links_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://example.com/a?b=c"_s << true;
    QTest::newRow("http") << u"http://localhost:8080/"_s << true;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("own scheme") << u"demo://resource/1"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
}

void TestResultContent::links()
{
    QFETCH(const QString, uri);
    QFETCH(const bool, opens);

    ResultHarness ui;
    ui.show(result(
            R"({"type":"resource_link","name":"n","title":"The title","size":2048,"mimeType":"text/plain","uri":")"
            + uri.toUtf8() + "\"}"));
    QCOMPARE(ui.text("block1.title"), u"Resource link"_s);
    QCOMPARE(ui.text("block1.details"), u"text/plain · 2.0 KB"_s);
    QCOMPARE(ui.text("block1.uri.field"), uri);
    QCOMPARE(ui.text("block1.title.field"), u"The title"_s);
    QCOMPARE(ui.find("block1.openUri") != nullptr, opens);
    ui.click("block1.copyUri");
    QCOMPARE(QGuiApplication::clipboard()->text(), uri);
}

void TestResultContent::embeddedResources()
{
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    ui.show(result(
            R"({"type":"resource","resource":{"uri":"file:///n.md","mimeType":"text/markdown","text":"# Hi"}},
        {"type":"resource","resource":{"uri":"a:b","mimeType":"application/octet-stream","blob":"AAE="}},
        {"type":"resource","resource":{"uri":"a:c","mimeType":"image/png","blob":")"
            + pngBytes(8, 8).toBase64() + R"("}},
        {"type":"resource","resource":7})"));
    auto *markdown = ui.find<QTextBrowser>("block1.pane.markdown");
    QVERIFY(markdown);
    QTRY_COMPARE(markdown->toPlainText(), u"Hi"_s);
    QCOMPARE(ui.text("block1.uri.field"), u"file:///n.md"_s);
    ui.click("block1.save");
    QCOMPARE(saves.takeFirst(), QVariantList({ QByteArray("# Hi"), u"my-tool-block1.md"_s }));
    QCOMPARE(ui.text("block2.state"), u"2 B of binary data"_s);
    QTRY_VERIFY(ui.text("block3.state").startsWith(u"8 × 8 pixels"_s));
    QCOMPARE(ui.text("block4.title"), u"Incomplete content \"resource\""_s);
}

void TestResultContent::unknownKinds()
{
    ResultHarness ui;
    ui.show(result(R"({"type":"hologram","depth":1.0},7)"));
    QCOMPARE(ui.text("block1.title"), u"Unknown content \"hologram\""_s);
    QCOMPARE(ui.text("block1.pane.text"), u"{\n  \"type\": \"hologram\",\n  \"depth\": 1.0\n}"_s);
    ui.click("block1.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\"type\":\"hologram\",\"depth\":1.0}"_s);
    QCOMPARE(ui.text("block2.title"), u"Content without a type"_s);
    QCOMPARE(ui.text("block2.pane.text"), u"7"_s);
}

void TestResultContent::manyBlocks()
{
    QByteArray blocks = QByteArray(R"({"type":"text","text":"x"},)").repeated(100'000);
    blocks.chop(1);
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(result(blocks));
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 30'000);
    QTRY_VERIFY(ui.find("block50"));
    QVERIFY(!ui.find("block51"));
    QCOMPARE(ui.text("blockPlace"), u"Blocks 1 to 50 of 100,000"_s);
    QVERIFY(!ui.find<QAbstractButton>("previousBlocks")->isEnabled());
    ui.click("nextBlocks");
    QTRY_VERIFY(ui.find("block100"));
    QVERIFY(!ui.find("block101"));
    QVERIFY(!ui.find("block50")); // no more than a page lives at a time
    ui.click("previousBlocks");
    QTRY_VERIFY(ui.find("block50"));

    auto *number = ui.find<QSpinBox>("blockNumber");
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"77777"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QTRY_VERIFY(ui.find("block77800"));
    const auto top = [&ui] {
        const QWidget *block = ui.find("block77777");
        return block ? block->mapTo(&ui.view, QPoint()).y() : -1;
    };
    QTRY_VERIFY(top() > 0 && top() < ui.view.height()); // in sight
    number->selectAll();
    QTest::keyClicks(number, u"100000"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QTRY_COMPARE(ui.text("blockPlace"), u"Blocks 99,951 to 100,000 of 100,000"_s);
    QVERIFY(!ui.find<QAbstractButton>("nextBlocks")->isEnabled());
    ui.show(result(R"({"type":"text","text":"one"})"));
    QVERIFY(!ui.find("blockPager"));
}

void TestResultContent::deletedWhileDecoding()
{
    const QByteArray large =
            result(image(pngBytes(3000, 3000).toBase64()) + ',' + R"({"type":"text","text":")"
                   + QByteArray(1'000'000, 'x') + "\"}");
    for (int i = 0; i < 5; ++i) {
        ResultHarness ui;
        ui.show(large);
        ui.show(large);
        if (i % 2)
            QCoreApplication::processEvents();
    }
    ResultHarness ui;
    ui.show(large);
    ui.show(result(R"({"type":"text","text":"the newer one"})"));
    QTest::qWait(100); // a late answer changes nothing
    QTRY_COMPARE(ui.text("block1.pane.text"), u"the newer one"_s);
}

void TestResultContent::everythingHasAName()
{
    const QByteArray resource = R"({"type":"resource","resource":{"uri":"a:b","mimeType":)";
    ResultHarness ui;
    ui.view.resize(700, 3000);
    ui.show(result(image(pngBytes(8, 8).toBase64()) + ','
                   + R"({"type":"text","text":"{}"},{"type":"audio","data":"AAAA"},)"
                     R"({"type":"resource_link","name":"n","uri":"https://a.example/"},{"x":1},)"
                   + resource + R"("text/csv","text":"a,b\n1,2"}},)" + resource
                   + R"("application/json","text":"[]"}},)" + resource
                   + R"("text/markdown","text":"# T"}},)" + resource + R"("a/b","blob":"AAAA"}})"));
    QTRY_VERIFY(ui.find("block9.bytes"));
    const QList<QWidget *> widgets = ui.view.findChildren<QWidget *>();
    int count = 0;
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&ui.view)
            || qobject_cast<const QTabBar *>(widget->parent()) // the tab bar's own arrows
            || qobject_cast<const QAbstractScrollArea *>(widget->parent()) // headers of the table
            || qobject_cast<const QTabBar *>(widget) || qobject_cast<const QLabel *>(widget))
            continue;
        ++count;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(count > 40);
}

void TestResultContent::focusGoesAsTheEyeDoes()
{
    ResultHarness ui;
    ui.show(result(image(pngBytes(8, 8).toBase64())));
    QTRY_VERIFY(ui.find("block1.picture"));
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.find("block1.copy")->setFocus();
    QStringList names;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names += QApplication::focusWidget()->objectName().section(u'.', 1);
    }
    QCOMPARE(names.join(u' '), u"save open fit natural zoomOut zoomIn picture"_s);
}

void TestResultContent::marksOfHtmlArePlainText_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("text") << R"({"type":"text","mimeType":"<img>","text":"<img>"})"_ba;
    QTest::newRow("picture") << image("<img>", "<img>");
    QTest::newRow("sound") << R"({"type":"audio","mimeType":"a/<img>","data":"AAEC"})"_ba;
    QTest::newRow("link")
            << R"({"type":"resource_link","name":"<img>","uri":"http://a/?&lt;<img>","title":"<img>","description":"<img>","mimeType":"<img>","icons":[{"src":"<img>"}]})"_ba;
    QTest::newRow("address") << R"({"type":"resource_link","uri":"http://a/?b=&lt;img"})"_ba;
    QTest::newRow("words")
            << R"({"type":"resource","resource":{"uri":"<img>","mimeType":"x/<img>","text":"<img>"}})"_ba;
    QTest::newRow("bytes")
            << R"({"type":"resource","resource":{"uri":"<img>","mimeType":"x/<img>","blob":"AAEC"}})"_ba;
    QTest::newRow("unknown") << R"({"type":"<img>"})"_ba;
    QTest::newRow("annotated")
            << R"({"type":"text","text":"a","annotations":{"audience":["<img>"],"lastModified":"<img>"},"_meta":{"<img>":1}})"_ba;
}

void TestResultContent::marksOfHtmlArePlainText()
{
    QFETCH(QByteArray, block);
    ResultHarness ui;
    ui.show(result(block), { u"<img>"_s });
    QVERIFY(ui.find("block1"));
    QTRY_VERIFY(!ui.text("block1.state").startsWith(u"Decoding"_s));
    QCOMPARE(McpTest::richTexts(ui.view, u"<img"_s), QStringList());
    QCOMPARE(McpTest::richTexts(ui.view, u"b=&lt;img"_s), QStringList());
}

QTEST_MAIN(TestResultContent)
#include "tst_resultcontent.moc"
