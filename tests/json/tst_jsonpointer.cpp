// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonpointer.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestJsonPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void refuses_data();
    void refuses();
    void resolve_data();
    void resolve();
    void family();
};

void TestJsonPointer::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<QString>("written");
    const auto row = [](const QString &text, const QStringList &tokens, const QString &written) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"(empty)"_s : text))
                << text << tokens << written;
    };
    row(u""_s, {}, u""_s);
    row(u"#"_s, {}, u""_s);
    row(u"/"_s, { u""_s }, u"/"_s);
    row(u"/a/0"_s, { u"a"_s, u"0"_s }, u"/a/0"_s);
    row(u"/a~1b/m~0n"_s, { u"a/b"_s, u"m~n"_s }, u"/a~1b/m~0n"_s);
    row(u"/~01"_s, { u"~1"_s }, u"/~01"_s);
    row(u"#/a%20b/c%25d"_s, { u"a b"_s, u"c%d"_s }, u"/a b/c%d"_s);
    row(u"#/%C3%BC"_s, { u"ü"_s }, u"/ü"_s);
    row(u"/a%20b"_s, { u"a%20b"_s }, u"/a%20b"_s);
    row(u"/ /\""_s, { u" "_s, u"\""_s }, u"/ /\""_s);
}

void TestJsonPointer::parse()
{
    QFETCH(QString, text);
    const std::optional<JsonPointer> pointer = JsonPointer::parse(text);
    QVERIFY(pointer);
    QTEST(pointer->tokens(), "tokens");
    QTEST(pointer->toString(), "written");
    QCOMPARE(JsonPointer::parse(pointer->toString()), pointer);
    QCOMPARE(pointer->isRoot(), pointer->tokens().isEmpty());
}

void TestJsonPointer::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u"a"_s, u"a/b"_s, u"/~"_s, u"/~2"_s, u"/a~"_s, u"#a"_s, u"#/%"_s,
                                 u"#/%2"_s, u"#/%zz"_s, u"##"_s, u"#%23"_s, u" /a"_s })
        QTest::newRow(qPrintable(text)) << text;
}

void TestJsonPointer::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!JsonPointer::parse(text));
}

void TestJsonPointer::resolve_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString &pointer, const QByteArray &expected) {
        QTest::newRow(qPrintable(pointer.isEmpty() ? u"(root)"_s : pointer)) << pointer << expected;
    };
    row(u"/foo"_s, R"(["bar", "baz"])");
    row(u"/foo/0"_s, R"("bar")");
    row(u"/foo/1"_s, R"("baz")");
    row(u"/foo/2"_s, "");
    row(u"/foo/-"_s, "");
    row(u"/foo/01"_s, "");
    row(u"/foo/+1"_s, "");
    row(u"/foo/-1"_s, "");
    row(u"/foo/"_s, "");
    row(u"/foo/99999999999999999999"_s, "");
    row(u"/"_s, "0");
    row(u"/a~1b"_s, "1");
    row(u"/m~0n"_s, "8.0");
    row(u"/0"_s, "{\"1\":[[7]]}");
    row(u"/0/1/0/0"_s, "7");
    row(u"/0/1/0/0/x"_s, "");
    row(u"/nothing/there"_s, "");
}

void TestJsonPointer::resolve()
{
    QFETCH(QString, pointer);
    const RawJson root = RawJson::fromText(
            R"({"foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8.0, "0":{"1":[[7]]}})");
    QTEST(JsonPointer::parse(pointer)->resolve(root).toByteArray(), "expected");
    QCOMPARE(JsonPointer().resolve(root), root);
}

void TestJsonPointer::family()
{
    const JsonPointer pointer = JsonPointer().child(u"a/b"_s).child(3);
    QCOMPARE(pointer.toString(), u"/a~1b/3"_s);
    QCOMPARE(pointer.parent().toString(), u"/a~1b"_s);
    QCOMPARE(pointer.parent().parent(), JsonPointer());
    QCOMPARE(JsonPointer().parent(), JsonPointer());
    QVERIFY(pointer != pointer.parent());
}

QTEST_GUILESS_MAIN(TestJsonPointer)
#include "tst_jsonpointer.moc"
