// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "views/imageview.h"
#include "views/svgcleaner.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QByteArray png(int width, int height, const QColor &colour)
{
    QImage image(width, height, QImage::Format_ARGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray block(const QByteArray &bytes, const QByteArray &mime = "image/png")
{
    return R"({"type":"image","mimeType":")" + mime + R"(","data":")" + bytes.toBase64() + "\"}";
}

QByteArray result(const QByteArray &blocks) { return "{\"content\":[" + blocks + "]}"; }

QByteArray svg(const QByteArray &body)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )"
           R"(width="100" height="50">)"
           + body + "</svg>";
}

/// Two frames of four pixels, red and blue, as GIF.
QByteArray animatedGif()
{
    QByteArray gif("GIF89a\x02\0\x02\0\xf0\0\0\xff\0\0\0\0\xff", 19);
    gif += QByteArray("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19); // again and again
    for (const QByteArray &pixels : { "\x44\x02\x05"_ba, "\x4c\x92\x05"_ba }) {
        gif += QByteArray("\x21\xf9\x04\0\x05\0\0\0", 8);
        gif += QByteArray("\x2c\0\0\0\0\x02\0\x02\0\0\x02\x03", 12) + pixels + '\0';
    }
    return gif + ';';
}

/// What Qt would draw for minutes: style sheets, outlines across the drawing, covered parts.
QList<QByteArray> slowDrawings()
{
    const QByteArray wide = R"(width="6000" height="6000")";
    return {
        svg("<style>" + QByteArray("rect.a .b{fill:red}\n").repeated(20'000) + "</style>"
            + QByteArray("<rect class=\"b\"/>").repeated(40'000)),
        svg(R"(<path stroke="red" d="M0 0)" + QByteArray(" L99 0 L0 99").repeated(200'000)
            + "\"/>"),
        R"(<svg xmlns="http://www.w3.org/2000/svg" )" + wide + '>'
                + QByteArray("<rect " + wide + "/>").repeated(40'000) + "</svg>",
    };
}

} // namespace

/// Pictures: zoom, formats, and what a hostile one cannot do.
class TestImageBlocks : public QObject
{
    Q_OBJECT

private slots:
    void zoomByButtons();
    void zoomByKeys();
    void zoomByWheel();
    void pulledWithTheMouse();
    void severalAreNoHigherThanThePage();
    void drawing();
    void drawingReachesNothing();
    void drawingsThatAreNotDrawn_data();
    void drawingsThatAreNotDrawn();
    void animation();
    void drawingSentAsText();
    void photographsAreDrawn();
    void copyGivesAllPixels();
    void onlyWhatIsSeenIsInMemory();

private:
    static ImageView *picture(const ResultHarness &ui, const char *name = "block1.picture")
    {
        return QTest::qWaitFor([&] { return ui.find<ImageView>(name) != nullptr; },
                               McpTest::kWaitMs)
                       ? ui.find<ImageView>(name)
                       : nullptr;
    }
};

void TestImageBlocks::zoomByButtons()
{
    ResultHarness ui;
    ui.show(result(block(png(3000, 1500, Qt::green))));
    ImageView *view = picture(ui);
    QVERIFY(view);
    QTRY_VERIFY(view->isFitting() && view->scale() < 0.25);
    QVERIFY(ui.find<QAbstractButton>("block1.fit")->isChecked());
    const double fitting = view->scale();
    ui.click("block1.natural");
    QCOMPARE(view->scale(), 1.0);
    QCOMPARE(ui.text("block1.percent"), u"100 %"_s);
    QVERIFY(ui.find<QAbstractButton>("block1.natural")->isChecked());
    QVERIFY(view->horizontalScrollBar()->maximum() > 2000);
    ui.click("block1.zoomIn");
    QCOMPARE(ui.text("block1.percent"), u"125 %"_s);
    ui.click("block1.zoomOut");
    ui.click("block1.zoomOut");
    QCOMPARE(ui.text("block1.percent"), u"80 %"_s);
    ui.click("block1.fit");
    QCOMPARE(view->scale(), fitting);
    QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
}

void TestImageBlocks::zoomByKeys()
{
    ResultHarness ui;
    ui.show(result(block(png(100, 100, Qt::green))));
    ImageView *view = picture(ui);
    QVERIFY(view);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(ui.text("block1.percent"), u"156 %"_s);
    QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(ui.text("block1.percent"), u"125 %"_s);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(ui.text("block1.percent"), u"3200 %"_s); // no further
    QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(ui.text("block1.percent"), u"100 %"_s);
}

void TestImageBlocks::zoomByWheel()
{
    ResultHarness ui;
    ui.show(result(block(png(1000, 1000, Qt::green))));
    ImageView *view = picture(ui);
    QVERIFY(view);
    ui.click("block1.natural");
    const QPoint place(50, 50);
    const QPoint before(view->horizontalScrollBar()->value() + place.x(),
                        view->verticalScrollBar()->value() + place.y());
    QWheelEvent wheel(place, view->viewport()->mapToGlobal(place), {}, { 0, 240 }, {},
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view->viewport(), &wheel);
    QCOMPARE(ui.text("block1.percent"), u"156 %"_s);
    // What was under the mouse still is.
    const QPoint after(view->horizontalScrollBar()->value() + place.x(),
                       view->verticalScrollBar()->value() + place.y());
    QVERIFY((after - before * 1.5625).manhattanLength() <= 3);
}

void TestImageBlocks::pulledWithTheMouse()
{
    ResultHarness ui;
    ui.show(result(block(png(2000, 2000, Qt::green))));
    ImageView *view = picture(ui);
    QVERIFY(view);
    ui.click("block1.natural");
    const QPoint before(view->horizontalScrollBar()->value(), view->verticalScrollBar()->value());
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, { 100, 100 });
    QTest::mouseMove(view->viewport(), { 70, 60 });
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, { 70, 60 });
    QCOMPARE(view->horizontalScrollBar()->value(), before.x() + 30);
    QCOMPARE(view->verticalScrollBar()->value(), before.y() + 40);
}

void TestImageBlocks::severalAreNoHigherThanThePage()
{
    ResultHarness ui;
    ui.show(result(block(png(100, 9000, Qt::green)) + ',' + block(png(30, 20, Qt::blue))));
    ImageView *tall = picture(ui);
    ImageView *small = picture(ui, "block2.picture");
    QVERIFY(tall && small);
    QTRY_VERIFY(tall->height() < 600 && tall->scale() < 0.1);
    QCOMPARE(small->height(), 22);
    ui.click("block1.natural");
    QVERIFY(tall->height() < 600);
    QVERIFY(tall->verticalScrollBar()->maximum() > 8000);
}

void TestImageBlocks::drawing()
{
    ResultHarness ui;
    QSignalSpy saves(&ui.view, &ResultView::saveRequested);
    const QByteArray bytes = svg(R"(<rect width="100" height="50" fill="#ff0000"/>)");
    ui.show(result(block(bytes, "text/plain")));
    ImageView *view = picture(ui);
    QVERIFY(view);
    QVERIFY(ui.text("block1.state").startsWith(u"100 × 50 pixels"_s));
    QVERIFY(ui.text("block1.state").endsWith(u"drawn from SVG"_s));
    QCOMPARE(view->viewport()->grab().toImage().pixelColor(20, 20), QColor(255, 0, 0));
    ui.click("block1.save");
    QCOMPARE(saves.takeFirst(), QVariantList({ bytes, u"my-tool-block1.svg"_s }));
}

void TestImageBlocks::drawingReachesNothing()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"red.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(png(100, 50, Qt::red));
    file.close();
    QFile sheet(folder.filePath(u"red.css"_s));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write("rect{fill:red}");
    sheet.close();
    const QByteArray path = file.fileName().toUtf8();
    const QByteArray bytes =
            "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/css\" href=\""
            + sheet.fileName().toUtf8() + "\"?><!DOCTYPE svg [<!ENTITY a SYSTEM \"" + path + "\">]>"
            + svg("<rect width=\"100\" height=\"50\" style=\"fill:#00ff00\"/>"
                  "<image width=\"100\" height=\"50\" xlink:href=\""
                  + path + "\"/><image width=\"100\" height=\"50\" href=\"file://" + path + "\"/>");
    ResultHarness ui;
    ui.show(result(block(bytes, "image/svg+xml")));
    ImageView *view = picture(ui);
    QVERIFY(view);
    const QImage seen = view->viewport()->grab().toImage();
    QCOMPARE(seen.pixelColor(20, 20), QColor(0, 255, 0));
    const QByteArray clean = cleanSvg(bytes).svg;
    QVERIFY(!clean.contains(folder.path().toUtf8()));
    // What it carries along stays.
    const QByteArray own = cleanSvg(svg(R"(<image href="data:image/png;base64,AA=="/>)")).svg;
    QVERIFY(own.contains("data:image/png"));
}

void TestImageBlocks::drawingsThatAreNotDrawn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QByteArray bomb = R"(<g id="a0"><rect width="1" height="1"/></g>)";
    for (int i = 1; i < 12; ++i) {
        const QByteArray last = QByteArray::number(i - 1);
        bomb += "<g id=\"a" + QByteArray::number(i) + "\">"
                + QByteArray("<use xlink:href=\"#a" + last + "\"/>").repeated(10) + "</g>";
    }
    QTest::newRow("repeated") << svg(bomb) << u"more parts"_s;
    QTest::newRow("deep") << svg(QByteArray("<g>").repeated(1000)
                                 + QByteArray("</g>").repeated(1000))
                          << u"more parts"_s;
    QTest::newRow("broken") << svg("<rect") << u"cannot be read"_s;
    QTest::newRow("huge") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                        "width=\"100000\" height=\"100000\"/>")
                          << u"100000 × 100000 pixels"_s;
    for (const QByteArray &slow : slowDrawings())
        QTest::addRow("slow, %lld bytes", qint64(slow.size())) << slow << u"more parts"_s;
}

void TestImageBlocks::drawingsThatAreNotDrawn()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    ResultHarness ui;
    ui.show(result(block(bytes, "image/svg+xml")));
    QTRY_VERIFY2(ui.text("block1.state").contains(words), qPrintable(ui.text("block1.state")));
    QVERIFY(!ui.find("block1.picture"));
    QVERIFY(ui.find<QAbstractButton>("block1.save")->isEnabled());
}

void TestImageBlocks::animation()
{
    ResultHarness ui;
    ui.show(result(block(animatedGif(), "image/gif")));
    ImageView *view = picture(ui);
    QVERIFY(view);
    QVERIFY(ui.text("block1.state").endsWith(u"animated"_s));
    const auto colour = [view] {
        return view->viewport()->grab().toImage().pixelColor(2, 2).red() > 128;
    };
    QTRY_VERIFY(colour());
    QTRY_VERIFY(!colour());
    ui.click("block1.play");
    QCOMPARE(ui.find<QAbstractButton>("block1.play")->text(), u"Play"_s);
    const bool stopped = colour();
    QTest::qWait(200); // longer than a frame
    QCOMPARE(colour(), stopped);
    ui.click("block1.play");
    QTRY_VERIFY(colour() != stopped);
}

/// An embedded resource whose type is that of a picture, which is text.
void TestImageBlocks::drawingSentAsText()
{
    ResultHarness ui;
    const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='7'/>";
    ui.show(result(R"({"type":"resource","resource":{"uri":"a:b","mimeType":"image/svg+xml",)"
                   R"("text":")"
                   + drawing + "\"}}"));
    QVERIFY(picture(ui));
    QVERIFY(ui.text("block1.state").startsWith(u"9 × 7 pixels"_s));
    QSignalSpy saved(&ui.view, &ResultView::saveRequested);
    ui.click("block1.save");
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.constFirst().constFirst().toByteArray(), drawing);
}

/// Telephones take pictures of 48 million pixels.
void TestImageBlocks::photographsAreDrawn()
{
    ResultHarness ui;
    ui.show(result(block(png(8000, 6000, Qt::green))));
    QTRY_VERIFY_WITH_TIMEOUT(ui.text("block1.state").startsWith(u"8000 × 6000 pixels"_s), 60'000);
    QVERIFY(picture(ui));
}

void TestImageBlocks::copyGivesAllPixels()
{
    ResultHarness ui;
    ui.show(result(block(png(3000, 10, Qt::green))));
    QVERIFY(picture(ui));
    ui.click("block1.copy");
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(3000, 10));
}

void TestImageBlocks::onlyWhatIsSeenIsInMemory()
{
    ResultHarness ui;
    const QByteArray large = block(png(2000, 1500, Qt::green));
    // So many that the last is out of sight before the first have got their height.
    ui.show(result((large + ',').repeated(39) + large));
    QVERIFY(picture(ui));
    // Blocks come in steps: the last one may still be to come. It is decoded when somebody looks.
    QTRY_COMPARE(ui.text("block40.state"), u"Decoding…"_s);
    ui.click("block1.natural");
    auto *scroll = ui.find<QScrollArea>("resultScroll");
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 500);
    const auto toEnd = [&] {
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        return ui.text("block40.state").startsWith(u"2000 × 1500"_s);
    };
    QTRY_VERIFY(toEnd());
    auto *copy = ui.find<QAbstractButton>("block1.copy");
    QTRY_VERIFY(!copy->isEnabled()); // a small one is left, which is not what one would copy
    scroll->verticalScrollBar()->setValue(0);
    QTRY_VERIFY(copy->isEnabled());
    ui.click("block1.copy");
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(2000, 1500));
    QCOMPARE(picture(ui)->scale(), 1.0);
}

QTEST_MAIN(TestImageBlocks)
#include "tst_imageblocks.moc"
