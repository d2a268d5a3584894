// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/delimitedtext.h"
#include "models/gridmodel.h"
#include "models/mediatype.h"
#include "support/worktimer.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

/// Delimited text as RFC 4180 has it and as people write it, the table made of it, and what a MIME
/// type tells.
class TestDelimitedText : public QObject
{
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void bounds();
    void timeIsLinear();
    void cutBetweenCharacters();
    void modelKeepsSelectionWhileSorting();
    void modelSortsWhatIsNoNumber();
    void types_data();
    void types();
    void typeByName();
};

void TestDelimitedText::cells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cells"); // "|" between cells, "/" between rows
    const auto row = [](const char *name, const QByteArray &text, const QString &cells) {
        QTest::newRow(name) << text << cells;
    };
    row("plain", "a,b\nc,d", u"a|b/c|d"_s);
    row("CRLF at the end", "a,b\r\nc,d\r\n", u"a|b/c|d"_s);
    row("CR alone stays", "a\rb,c", u"a\rb|c"_s);
    row("empty cells", ",\n,,\n", u"|/||"_s);
    row("empty line", "a\n\nb", u"a//b"_s);
    row("quotes", R"("a,b","c ""d""",e)", u"a,b|c \"d\"|e"_s);
    row("line break", "\"a\nb\",c\nd", u"a\nb|c/d"_s);
    row("empty quotes", R"("",x)", u"|x"_s);
    row("quotes inside", R"(a "b" c,d)", u"a \"b\" c|d"_s);
    row("behind the quote", R"("a"b,c)", u"\"a\"b|c"_s);
    row("never ends", "\"a,b\nc", u"\"a|b/c"_s);
    row("BOM",
        "\xef\xbb\xbf"
        "a,b",
        u"a|b"_s);
    row("not UTF-8", "\xff,b", u"\xfffd|b"_s);
    row("nothing", "", QString());
}

void TestDelimitedText::cells()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, cells);
    const DelimitedText table(text, ',');
    QStringList rows;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList columns;
        for (qsizetype column = 0; column < table.cellCount(row); ++column)
            columns += table.cell(row, column);
        rows += columns.join(u'|');
    }
    QCOMPARE(rows.join(u'/'), cells);
    QCOMPARE(table.totalRows(), table.rowCount());
}

void TestDelimitedText::bounds()
{
    const DelimitedText tall(QByteArray("a,b\n").repeated(150'000), ',');
    QCOMPARE(tall.rowCount(), DelimitedText::kMaxRows);
    QCOMPARE(tall.totalRows(), 150'000);
    const DelimitedText wide(QByteArray("x,").repeated(5000), ',');
    QCOMPARE(wide.columnCount(), DelimitedText::kMaxColumns);
    QCOMPARE(wide.totalColumns(), 5001);
    QVERIFY(wide.cell(0, 1000).isEmpty());
    QVERIFY(wide.cell(7, 0).isEmpty());
}

void TestDelimitedText::timeIsLinear()
{
    McpTest::WorkTimer time;
    time.start();
    const DelimitedText open(QByteArray("\"a,").repeated(1'000'000), ',');
    const DelimitedText odd(QByteArray("\"a\"b,").repeated(1'000'000), ',');
    const DelimitedText doubled('"' + QByteArray("\"\"").repeated(1'000'000), ',');
    QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
}

void TestDelimitedText::cutBetweenCharacters()
{
    const DelimitedText table(QByteArray("ü").repeated(100), ',');
    QCOMPARE(table.cell(0, 0, 5), u"üü"_s);
}

void TestDelimitedText::modelKeepsSelectionWhileSorting()
{
    GridModel model;
    const QAbstractItemModelTester tester(&model);
    model.setText(DelimitedText("name,n\nb,10\na,9\nc,", ','), true);
    const QPersistentModelIndex ten = model.index(0, 1);
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(ten.row(), 1);
    QCOMPARE(ten.data().toString(), u"10"_s);
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"2"_s); // of the text
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), u"c"_s);
    model.setHeaderRow(false);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), u"name"_s);
}

void TestDelimitedText::modelSortsWhatIsNoNumber()
{
    QByteArray text = "n\n";
    for (int i = 0; i < 100; ++i)
        text += i % 3 == 0 ? "nan\n" : QByteArray::number(i * 37 % 100) + '\n';
    GridModel model;
    model.setText(DelimitedText(text, ','), true);
    model.sort(0, Qt::AscendingOrder);
    for (int row = 1; row < 66; ++row)
        QVERIFY(model.index(row - 1, 0).data().toInt() <= model.index(row, 0).data().toInt());
    QCOMPARE(model.index(66, 0).data().toString(), u"nan"_s);
}

void TestDelimitedText::types_data()
{
    using Kind = MediaType::Kind;
    QTest::addColumn<QString>("mime");
    QTest::addColumn<MediaType::Kind>("kind");
    QTest::addColumn<QString>("suffix");
    const auto row = [](const char *mime, Kind kind, const QString &suffix) {
        QTest::newRow(mime) << QString::fromLatin1(mime) << kind << suffix;
    };
    row("text/plain", Kind::Text, u".txt"_s);
    row(" Text/Markdown ; charset=UTF-8", Kind::Markdown, u".md"_s);
    row("application/ld+json", Kind::Json, u".json"_s);
    row("text/csv", Kind::Table, u".csv"_s);
    row("image/jpeg", Kind::Image, u".jpg"_s);
    row("audio/x-wav", Kind::Audio, u".wav"_s);
    row("text/html", Kind::Text, u".html"_s);
    row("application/octet-stream", Kind::Other, u".bin"_s);
    row("x/y", Kind::Other, u".bin"_s);
    row("", Kind::Other, u".bin"_s);
}

void TestDelimitedText::types()
{
    QFETCH(const QString, mime);
    QFETCH(const MediaType::Kind, kind);
    QFETCH(const QString, suffix);
    const MediaType type = MediaType::of(mime);
    QCOMPARE(type.kind(), kind);
    QCOMPARE(type.suffix(), suffix);
}

void TestDelimitedText::typeByName()
{
    QCOMPARE(MediaType::of({}, u"file:///a/b.csv?x=1"_s).essence(), u"text/csv"_s);
    QCOMPARE(MediaType::of({}, u"demo://x/notes"_s).essence(), QString());
    QCOMPARE(MediaType::of(u"text/plain"_s, u"file:///a/b.csv"_s).essence(), u"text/plain"_s);
}

QTEST_GUILESS_MAIN(TestDelimitedText)
#include "tst_delimitedtext.moc"
