// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"
#include "support/guibeat.h"

#include "views/contentblock.h"

#include <QtCore/qendian.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qtabwidget.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

// What the GUI thread may work in one step. Without the optimiser all takes some ten times as long.
#ifdef NDEBUG
constexpr int kLongestStepMs = 250;
#else
constexpr int kLongestStepMs = 2500;
#endif

QByteArray imageBlock(const QByteArray &png)
{
    return R"({"type":"image","mimeType":"image/png","data":")" + png.toBase64() + R"("})";
}

/// As a PNG wants it behind each chunk.
quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = ~quint32(0);
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, 0);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// A PNG that says it is @p side pixels high and wide, and is followed by @p bytes of nothing.
QByteArray claimedPng(quint32 side, qsizetype bytes)
{
    const QByteArray header =
            "IHDR" + bigEndian(side) + bigEndian(side) + QByteArray::fromHex("0806000000");
    return QByteArray::fromHex("89504e470d0a1a0a0000000d") + header + bigEndian(crcOf(header))
           + bigEndian(quint32(bytes)) + "IDAT" + QByteArray(bytes, 'x');
}

} // namespace

/// More than anybody can read, in the window: it goes on as if nothing were.
class TestFloods : public AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void logMessages();
    void hugeImagesInAQuestion();
};

void TestFloods::logMessages()
{
    startFake({ u"--era"_s, u"legacy"_s, u"--scenario"_s, u"everything"_s });
    m_harness->key(u"Alt+8"_s);
    QTRY_VERIFY(find(u"notificationsPanel"_s)->isVisible());
    const auto *view = find<QAbstractItemView>(u"notificationsView"_s);
    GuiBeat beat;
    Mcp::Call *call = nullptr;
    bool isDone = false;
    const GuiStep step = beat.step(
            [&] {
                call = m_harness->orchestrator().callServerTool(
                        u"fake"_s, u"log"_s,
                        Mcp::RawJson::fromText(R"({"n":100000,"level":"info","data":"a line"})"));
                connect(call, &Mcp::Call::finished, this, [&isDone] { isDone = true; });
            },
            [&] { return isDone; });
    QVERIFY(step.isDone);
    QVERIFY2(step.longestWork <= kLongestStepMs, QByteArray::number(step.longestWork));
    QTRY_COMPARE(view->model()->rowCount(), 5000); // the newest, and how many were older
    QTRY_VERIFY(find<QLabel>(u"notificationsDropped"_s)->isVisible());
    QVERIFY2(text(u"notificationsDropped"_s).contains("95,000"_L1),
             qPrintable(text(u"notificationsDropped"_s)));
}

void TestFloods::hugeImagesInAQuestion()
{
    startEra(u"legacy"_s);
    const QByteArray images = imageBlock(claimedPng(60'000, 9'000'000)) + ','
                              + imageBlock(claimedPng(100, 100)) + ','
                              + imageBlock(QByteArray(3'000'000, 'x'));
    m_harness->orchestrator().callServerTool(
            u"fake"_s, u"ask"_s,
            Mcp::RawJson::fromText(R"({"method":"sampling/createMessage","params":{"maxTokens":9,)"
                                   R"("messages":[{"role":"user","content":[)"
                                   + images + "]}]}}"));
    QVERIFY(waitForQuestions(1));
    GuiBeat beat;
    const double before = statusMb("VmRSS:");
    const GuiStep step = beat.step(
            [&] { m_harness->key(u"Ctrl+5"_s); },
            [&] {
                const auto *messages = m_harness->find(u"samplingMessages"_s);
                return messages && messages->findChildren<McpUi::ContentBlock *>().size() == 3;
            },
            200);
    QVERIFY(step.isDone);
    QVERIFY2(step.longestWork <= kLongestStepMs, QByteArray::number(step.longestWork));
    const double grown = step.peakMb - before;
    QVERIFY2(grown < 700, QByteArray::number(grown)); // 60,000² pixels would be 14 GB
    click(u"questionDecline"_s);
    QVERIFY2(answered().contains(R"("code":-1)"), answered());
}

QTEST_MAIN(TestFloods)
#include "tst_floods.moc"
