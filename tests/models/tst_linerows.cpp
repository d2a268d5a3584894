// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/linerows.h"
#include "models/rawtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

LineRows rowsOf(const QByteArray &text, qsizetype bytes)
{
    LineRows rows;
    rows.setLines(LineIndex(text));
    rows.setRowBytes(bytes);
    return rows;
}

/// Every row as text; lines that go on end with '\\'.
QStringList printed(const LineRows &rows)
{
    QStringList all;
    for (qsizetype i = 0; i < rows.rowCount(); ++i) {
        const LineRows::Row row = rows.row(i);
        QString text =
                QString::fromUtf8(rows.lines().text().sliced(row.bytes.begin, row.bytes.size()));
        if (row.foldedTo >= 0)
            text += u"+%1"_s.arg(row.foldedTo - row.line);
        all.append(row.isLast ? text : text + u'\\');
    }
    return all;
}

RawText pretty(const QByteArray &json) { return RawText::of(Mcp::RawJson::fromText(json), true); }

} // namespace

class TestLineRows : public QObject
{
    Q_OBJECT

private slots:
    void wraps();
    void charactersStayWhole();
    void folds();
    void foldsInFolds();
    void everyByteHasItsRow();
    void manyLines();
    void whatCanBeFolded();
    void foldAround();
    void insideOfStrings();
};

void TestLineRows::wraps()
{
    QCOMPARE(printed(rowsOf("", 8)), QStringList{ QString() });
    QCOMPARE(printed(rowsOf("12345678", 8)), QStringList{ u"12345678"_s });
    QCOMPARE(printed(rowsOf("123456789\r\n\nab", 8)),
             (QStringList{ u"12345678\\"_s, u"9"_s, QString(), u"ab"_s }));
    LineRows rows = rowsOf(QByteArray(100, 'x'), 8);
    QCOMPARE(rows.rowCount(), 13);
    rows.setRowBytes(50);
    QCOMPARE(rows.rowCount(), 2);
}

void TestLineRows::charactersStayWhole()
{
    const QByteArray text = u"aé😀é😀é😀é😀b"_s.toUtf8();
    const LineRows rows = rowsOf(text, 8);
    QString joined;
    for (const QString &part : printed(rows)) {
        QVERIFY(!part.contains(QChar::ReplacementCharacter));
        joined += part.endsWith(u'\\') ? part.chopped(1) : part;
    }
    QCOMPARE(joined.toUtf8(), text);
}

void TestLineRows::folds()
{
    LineRows rows = rowsOf("0\n1\n2\n3\n4", 8);
    rows.fold(1, 3);
    QCOMPARE(printed(rows), (QStringList{ u"0"_s, u"1+2"_s, u"4"_s }));
    QCOMPARE(rows.rowOf(4), 1); // line 2 is hidden: the line that stands for it
    QCOMPARE(rows.rowOf(8), 2);
    QVERIFY(!rows.unfold(2));
    QVERIFY(!rows.unfoldAround(1)); // it is not hidden
    QVERIFY(rows.unfoldAround(3));
    QCOMPARE(rows.rowCount(), 5);
    rows.fold(0, 99); // no further than the text
    QCOMPARE(printed(rows), QStringList{ u"0+4"_s });
    rows.unfoldAll();
    QCOMPARE(rows.rowCount(), 5);
}

void TestLineRows::foldsInFolds()
{
    LineRows rows = rowsOf("0\n1\n2\n3\n4\n5", 8);
    rows.fold(2, 3);
    rows.fold(4, 5);
    rows.fold(1, 4);
    QCOMPARE(printed(rows), (QStringList{ u"0"_s, u"1+3"_s, u"5"_s }));
    rows.unfold(1); // those inside are as they were
    QCOMPARE(printed(rows), (QStringList{ u"0"_s, u"1"_s, u"2+1"_s, u"4+1"_s }));
}

void TestLineRows::everyByteHasItsRow()
{
    QRandomGenerator random(7);
    QByteArray text;
    for (int i = 0; i < 400; ++i)
        text += QByteArray(random.bounded(40), 'x') + (i % 7 == 0 ? "\r\n" : "\n");
    text += QByteArray(40'000, 'y') + "\n\nend";
    LineRows rows = rowsOf(text, 16);
    for (int i = 0; i < 20; ++i) {
        const int line = random.bounded(380);
        rows.fold(line, line + random.bounded(1, 20));
    }
    qsizetype next = 0;
    for (qsizetype i = 0; i < rows.rowCount(); ++i) {
        const LineRows::Row row = rows.row(i);
        QVERIFY(row.bytes.begin >= next);
        QCOMPARE(rows.lines().lineAt(row.bytes.begin), row.line);
        for (qsizetype at = row.bytes.begin; at < row.bytes.end; ++at)
            QCOMPARE(rows.rowOf(at), i);
        next = row.bytes.end;
    }
    QCOMPARE(next, text.size());
}

void TestLineRows::manyLines()
{
    const LineIndex lines(QByteArray("short\n").repeated(1'000'000));
    QCOMPARE(lines.lineCount(), 1'000'001);
    QVERIFY(lines.blocks().size() < 20'000);
    QCOMPARE(lines.lineBegin(765'432), 765'432 * 6);
    QCOMPARE(lines.lineAt(765'432 * 6 + 3), 765'432);
    LineRows rows;
    rows.setLines(lines);
    rows.fold(10, 900'000);
    QCOMPARE(rows.rowCount(), 1'000'001 - 899'990);
    QCOMPARE(rows.row(11).line, 900'001);
    QCOMPARE(rows.rowOf(900'001 * 6), 11);
}

void TestLineRows::whatCanBeFolded()
{
    const RawText text = pretty(R"({"a":[1,{"b":"{"}],"c":{},"d":"[\n"})");
    QCOMPARE(text.foldEnd(0), text.lines.lineCount() - 1);
    QCOMPARE(text.foldEnd(1), 6); // "a": [ … ],
    QCOMPARE(text.foldEnd(2), -1);
    QCOMPARE(text.foldEnd(3), 5);
    QCOMPARE(text.foldEnd(7), -1); // "c": {},
    const RawText asReceived =
            RawText::of(Mcp::RawJson::fromText("{\"a\": [\n1,\n2\n] , \"b\": 1}"), false);
    QCOMPARE(asReceived.foldEnd(0), 3);
}

void TestLineRows::foldAround()
{
    const RawText text = pretty(R"({"a":[1,{"b":2}],"c":3})");
    const auto around = [&text](const char *token) {
        return text.foldAround(text.lines.text().indexOf(token));
    };
    QCOMPARE(around("1,"), 1);
    QCOMPARE(around("2"), 3);
    QCOMPARE(around("}\n  ]"), 3);
    QCOMPARE(around("\"c\""), 0);
    QCOMPARE(pretty("[]").foldAround(1), -1);
    QCOMPARE(pretty("5").foldAround(0), -1);
}

void TestLineRows::insideOfStrings()
{
    const QByteArray json = R"(["a","b\"c",)" + QByteArray("1,").repeated(10'000) + "\""
                            + QByteArray(50'000, 'x') + "\",\"" + QByteArray("\\\"").repeated(9'000)
                            + "\"]";
    const RawText text = RawText::of(Mcp::RawJson::fromText(json), false);
    bool inside = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const bool escaped = inside && json.at(at - 1) == '\\' && json.at(at) == '"';
        if (json.at(at) == '"' && !escaped && inside) {
            QVERIFY(text.isInString(at)); // the closing quote is still part of it
            inside = false;
            continue;
        }
        if (at % 97 == 0 || at < 20)
            QCOMPARE(text.isInString(at), inside);
        if (json.at(at) == '"' && !escaped)
            inside = true;
    }
}

QTEST_GUILESS_MAIN(TestLineRows)
#include "tst_linerows.moc"
