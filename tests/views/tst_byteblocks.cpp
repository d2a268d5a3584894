// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "support/worktimer.h"
#include "views/hexview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QByteArray blob(const QByteArray &bytes, const QByteArray &mime = "application/octet-stream")
{
    return R"({"content":[{"type":"resource","resource":{"uri":"a:b","mimeType":")" + mime
           + R"(","blob":")" + bytes.toBase64() + "\"}}]}";
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

QString clipboard() { return QGuiApplication::clipboard()->text(); }

} // namespace

/// Bytes in hexadecimal, and sound.
class TestByteBlocks : public QObject
{
    Q_OBJECT

private slots:
    void selectedByKeys();
    void selectedByMouse();
    void menuByKey();
    void anyNumber();
    void nothingInIt();
    void textInBytes_data();
    void textInBytes();
    void sound();
    void playlistIsNoSound();
    void soundPlays();
};

void TestByteBlocks::selectedByKeys()
{
    ResultHarness ui;
    ui.show(blob(everyByte()));
    auto *view = ui.find<HexView>("block1.bytes");
    QVERIFY(view);
    QCOMPARE(view->lineCount(), 16);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"10 11 12"_s);
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(view->selectedBytes(), everyByte().last(16));
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), QString::fromLatin1(everyByte().toHex(' ')));
}

void TestByteBlocks::selectedByMouse()
{
    ResultHarness ui;
    ui.show(blob("Hello, bytes and words of all kinds"));
    auto *view = ui.find<HexView>("block1.bytes");
    QVERIFY(view);
    const int character = view->fontMetrics().horizontalAdvance(u'0');
    const int line = view->lineHeight();
    const auto at = [&](int column, int row) {
        return QPoint(6 + column * character + character / 2, row * line + line / 2);
    };
    // "0000  48 65 …": the first byte stands in column 6, ASCII behind all.
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at(6, 0));
    QTest::mouseMove(view->viewport(), at(6 + 3 * 4, 0));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at(6 + 3 * 4, 0));
    QCOMPARE(view->selectedBytes(), "Hello"_ba);
    const int ascii = 6 + 16 * 3 + 1 + 1;
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at(ascii + 7, 0));
    QTest::mouseMove(view->viewport(), at(ascii + 11, 0));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at(ascii + 11, 0));
    QCOMPARE(view->selectedBytes(), "bytes"_ba);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(6, 1));
    QCOMPARE(view->selectedBytes(), "bytes and "_ba);
}

void TestByteBlocks::menuByKey()
{
    ResultHarness ui;
    ui.show(blob(QByteArray("a\0b\xff", 4)));
    auto *view = ui.find<HexView>("block1.bytes");
    QVERIFY(view);
    view->selectAll();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view->viewport(), &event);
    auto *menu = view->findChild<QMenu *>(u"hexMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_T);
    QCOMPARE(clipboard(), u"a.b."_s);
}

void TestByteBlocks::anyNumber()
{
    const QByteArray bytes(64 * 1024 * 1024, 'x');
    ResultHarness ui;
    ui.show(blob(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(ui.find("block1.bytes"), 60'000);
    auto *view = ui.find<HexView>("block1.bytes");
    QCOMPARE(view->lineCount(), 4 * 1024 * 1024);
    McpTest::WorkTimer time;
    time.start();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    view->grab();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    view->grab();
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(clipboard().size(), HexView::kMaxCopied * 3 - 1);
}

void TestByteBlocks::textInBytes_data()
{
    QTest::addColumn<QByteArray>("mime");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("text") << "text/plain"_ba
                          << "h\xc3\xa9llo\n"_ba
                          << "block1.pane.text"_ba;
    QTest::newRow("table") << "text/csv"_ba
                           << "a,b\n1,2\n"_ba
                           << "block1.pane.table"_ba;
    QTest::newRow("JSON") << "application/json"_ba
                          << "{\"a\":1}"_ba
                          << "block1.pane.json"_ba;
    QTest::newRow("no UTF-8") << "text/plain"_ba
                              << "h\xe9llo"_ba
                              << "block1.bytes"_ba;
    QTest::newRow("NUL") << "text/plain"_ba << QByteArray("a\0b", 3) << "block1.bytes"_ba;
    QTest::newRow("no text") << "application/zip"_ba
                             << "hello"_ba
                             << "block1.bytes"_ba;
}

/// Some servers send every file as a blob: texts are shown as what they are.
void TestByteBlocks::textInBytes()
{
    QFETCH(QByteArray, mime);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, seen);
    ResultHarness ui;
    ui.show(blob(bytes, mime));
    QTRY_VERIFY(ui.find(seen.constData()));
    QSignalSpy saved(&ui.view, &ResultView::saveRequested);
    ui.click("block1.save");
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.constFirst().constFirst().toByteArray(), bytes);
}

void TestByteBlocks::nothingInIt()
{
    ResultHarness ui;
    ui.show(blob({}));
    QCOMPARE(ui.text("block1.state"), u"0 B of binary data"_s);
    QVERIFY(!ui.find("block1.bytes"));
    QVERIFY(!ui.find<QAbstractButton>("block1.open")->isEnabled());
}

void TestByteBlocks::sound()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"audio","mimeType":"audio/wav","data":")"
            + QByteArray("RIFF....WAVEbroken").toBase64() + "\"}]}");
    QVERIFY(!ui.find("block1.bytes")); // on demand
    ui.click("block1.showBytes");
    QVERIFY(ui.find<HexView>("block1.bytes"));
    ui.click("block1.showBytes");
    QVERIFY(!ui.find("block1.bytes"));
    QVERIFY(ui.find<QAbstractButton>("block1.save")->isEnabled());
    QVERIFY(ui.find<QAbstractButton>("block1.open")->isEnabled());
    if (!ui.find("block1.player"))
        QSKIP("built without Qt Multimedia");
    QVERIFY(!ui.find<QSlider>("block1.player.position")->isEnabled()); // no player yet
    QElapsedTimer time;
    time.start();
    ui.click("block1.player.play");
    qInfo("the first press of Play took %lld ms", time.elapsed());
    // No sound in it, and mostly no loudspeaker here: what is wrong is said, nothing hangs.
    QTRY_VERIFY(ui.find("block1.player.problem"));
    QVERIFY(qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")); // servers would inherit it
}

/// It would make the player fetch what it names.
void TestByteBlocks::playlistIsNoSound()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"audio","mimeType":"audio/mpeg","data":")"
            + QByteArray("#EXTM3U\nhttp://localhost/a.mp3\n").toBase64() + "\"}]}");
    QVERIFY(ui.find<HexView>("block1.bytes"));
    QVERIFY(!ui.find("block1.player"));
}

void TestByteBlocks::soundPlays()
{
    QByteArray wav("RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0"
                   "\x01\0\x08\0data\x40\x1f\0\0",
                   44); // one second of 8 bits, 8,000 a second
    wav += QByteArray(8000, '\x80');
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"audio","mimeType":"audio/wav","data":")" + wav.toBase64()
            + "\"}]}");
    if (!ui.find("block1.player"))
        QSKIP("built without Qt Multimedia");
    ui.click("block1.player.play");
    QTRY_VERIFY2(ui.text("block1.player.time").endsWith(u"/ 0:01"_s),
                 qPrintable(ui.text("block1.player.time")));
    QTRY_VERIFY(ui.find<QSlider>("block1.player.position")->isEnabled());
    ui.show(R"({"content":[]})"); // gone while it plays
}

QTEST_MAIN(TestByteBlocks)
#include "tst_byteblocks.moc"
