// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/worktimer.h"
#include "views/imagedecoder.h"
#include "views/svgcleaner.h"
#include "views/svgdashes.h"

#include <QtGui/qpainter.h>
#include <QtSvg/qsvgrenderer.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QByteArray svg(const QByteArray &body)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )"
           R"(width="100" height="50">)"
           + body + "</svg>";
}

/// Millions of dashes, however they are asked for.
QList<QByteArray> dashedDrawings()
{
    const QByteArray back = QByteArray("9 -9 ").repeated(12'000);
    const QByteArray path = "<path stroke='red' d='M0 0h" + back + "'";
    const QByteArray few = "<path id='few' d='M0 0h" + back.left(2000) + "'/>";
    const QByteArray line = "<path stroke='red' d='M0 0 L1e8 1e8'/>";
    return {
        svg(path + " stroke-dasharray='0.001 0.001'/>"),
        svg(path + " style='stroke:red;stroke-dasharray:.001'/>"),
        svg("<style>path{stroke-dash<!-- -->array:1e-3}</style>" + path + "/>"),
        svg("<style>path{stroke-d\\61sharray:1e-3}</style>" + path + "/>"),
        svg("<g stroke-dasharray='0.001' stroke='red'><path d='M0 0h" + back + "'/></g>"),
        svg("<defs>" + few + "</defs><g stroke='red' stroke-dasharray='0.001'>"
            + QByteArray("<use xlink:href='#few'/>").repeated(60) + "</g>"),
        svg("<g stroke-dasharray='1e-5'>" + line.repeated(2000) + "</g>"),
    };
}

} // namespace

/// What drawings may not cost, and what they may.
class TestSvgCleaner : public QObject
{
    Q_OBJECT

private slots:
    void tooManyDashes_data();
    void tooManyDashes();
    void usualDashes();
    void repeatedParts();
    void numbers_data();
    void numbers();
};

void TestSvgCleaner::tooManyDashes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<QByteArray> drawings = dashedDrawings();
    for (qsizetype i = 0; i < drawings.size(); ++i)
        QTest::addRow("%lld", qint64(i)) << drawings.at(i);
}

/// Drawn as whole lines, and at once.
void TestSvgCleaner::tooManyDashes()
{
    QFETCH(const QByteArray, bytes);
    McpTest::WorkTimer timer;
    timer.start();
    const DecodedImage image = decodeImage(Mcp::Content(Mcp::RawJson::fromText(
            R"({"type":"image","mimeType":"image/svg+xml","data":")" + bytes.toBase64() + "\"}")));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(image.problem.isEmpty(), qPrintable(image.problem));
}

void TestSvgCleaner::usualDashes()
{
    const QByteArray path = " d='M100 200" + QByteArray(" L300 400 L310 420").repeated(300) + "'/>";
    const QByteArray large =
            " d='M100 200" + QByteArray(" L300 400 L310 420").repeated(6000) + "'/>";
    const CleanSvg bySheet = cleanSvg(
            svg("<style>.grid{stroke-dasharray:3,2;font-size:12px}</style>"
                + QByteArray("<line class='grid' x1='0' y1='9' x2='90' y2='9'/>").repeated(300)
                + "<text>words</text><path" + path));
    QVERIFY2(bySheet.problem.isEmpty(), qPrintable(bySheet.problem));
    QVERIFY(bySheet.svg.contains("dasharray"));
    const CleanSvg byAttribute = cleanSvg(
            svg("<path style='stroke-dasharray:4 2.5'" + path + "<path stroke='red'" + large));
    QVERIFY(byAttribute.svg.contains("dasharray"));
}

/// A part that is used again is drawn again.
void TestSvgCleaner::repeatedParts()
{
    const QByteArray drawing = svg("<defs><rect id='r' width='9' height='9' fill='#ff0000'/></defs>"
                                   "<use xlink:href='#r' x='50' y='20'/>");
    QImage image(100, 50, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(cleanSvg(drawing).svg).render(&painter);
    painter.end();
    QCOMPARE(image.pixelColor(54, 24), QColor(Qt::red));
    QCOMPARE(image.pixelColor(4, 4), QColor(Qt::white));
}

void TestSvgCleaner::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("sum");
    QTest::newRow("none") << u"none"_s << 0.0;
    QTest::newRow("list") << u"1, 2.5 .5"_s << 4.0;
    QTest::newRow("path") << u"M-1-2.5.5e1z"_s << 8.5;
    QTest::newRow("exponents") << u"1e2 1E-1 2e+1"_s << 120.1;
    QTest::newRow("an e that is none") << u"3em 4e"_s << 7.0;
}

void TestSvgCleaner::numbers()
{
    QFETCH(QString, text);
    QTEST(SvgDashes::sumOfNumbers(text), "sum");
}

QTEST_MAIN(TestSvgCleaner)
#include "tst_svgcleaner.moc"
