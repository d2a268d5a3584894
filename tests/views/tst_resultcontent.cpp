// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "views/contentview.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>

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
    void manyBlocks();
    void deletedWhileDecoding();
};

void TestResultContent::textIsPlain()
{
    ResultHarness ui;
    ui.show(result(R"({"type":"text","text":"<b>bold</b> & <img src='http://x/'>\n\u0007end"})"));
    QCOMPARE(ui.text("block1.pane.text"), u"<b>bold</b> & <img src='http://x/'>\n\u0007end"_s);
    QVERIFY(ui.find<QPlainTextEdit>("block1.pane.text")->isReadOnly());
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
    QVERIFY(ui.text("block1.pane.text").size() <= 1024 * 1024);
    QVERIFY(!ui.find("block1.pane.previous"));
    const QString first = ui.text("block1.pane.text");

    QString all = first;
    int parts = 1;
    for (; ui.find("block1.pane.more") && parts < 10; ++parts) {
        ui.click("block1.pane.more");
        all += ui.text("block1.pane.text");
    }
    QCOMPARE(parts, 3);
    QVERIFY(all == QString::fromUtf8(lines).replace("\\n"_L1, "\n"_L1));
    ui.click("block1.pane.previous");
    ui.click("block1.pane.previous");
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
    QCOMPARE(ui.find("block1.picture")->height(), 12);
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
    QTest::newRow("SVG") << image(
            QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>").toBase64(), "image/svg+xml")
                         << u"no PNG, JPEG"_s << true;
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
        const QWidget *picture = ui.find("block1.picture");
        return qAbs(picture->height() - picture->width() / 2) <= 2;
    };
    QTRY_VERIFY(fits());
    ui.view.resize(400, 480);
    QTRY_VERIFY(ui.find("block1.picture")->width() < 400);
    QTRY_VERIFY(fits());
    QCOMPARE(ui.find<ContentView>("resultContent")->horizontalScrollBar()->maximum(), 0);
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
    QCOMPARE(ui.find("block1.open") != nullptr, opens);
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
    QCOMPARE(ui.text("block1.pane.text"), u"# Hi"_s);
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
    QVERIFY(ui.find("block50"));
    QVERIFY(!ui.find("block51"));
    QCOMPARE(ui.find<QAbstractButton>("moreBlocks")->text(), u"Show more (99,950 blocks left)"_s);
    ui.click("moreBlocks");
    QVERIFY(ui.find("block100"));
    QVERIFY(!ui.find("block101"));
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

QTEST_MAIN(TestResultContent)
#include "tst_resultcontent.moc"
