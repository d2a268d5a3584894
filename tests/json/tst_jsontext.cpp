// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"

#include "support/worktimer.h"
#include "json/randomjson.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonvalue.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormed_data();
    void wellFormed();
    void malformed_data();
    void malformed();
    void pretty_data();
    void pretty();
    void prettyKeepsTokens();
    void prettyIsBounded();
    void compact_data();
    void compact();
    void escapeNonAscii_data();
    void escapeNonAscii();
    void unescape_data();
    void unescape();
    void quote_data();
    void quote();
    void quoteRoundTrip();
    void blankComments_data();
    void blankComments();
    void speed();
};

void TestJsonText::wellFormed_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : { "null",
                              " true ",
                              "false",
                              "0",
                              "-0",
                              "10",
                              "-1.5",
                              "1e400",
                              "1E+2",
                              "0.0e-0",
                              "\"\"",
                              R"("\"\\\/\b\f\n\r\t\u00e9\uD800")",
                              "\"é😀\"",
                              "[]",
                              "{}",
                              "[[],{}]",
                              R"({"a":1,"a":2})",
                              "[1,\r\n2 ,\t3]",
                              "\"\x7f\"",
                              "12345678901234567890.123456789012345678901234567890",
                              "\"\xef\xbf\xbf\xf4\x8f\xbf\xbf\xee\x80\x80\"" })
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("1,500 levels") << QByteArray(1500, '[') + QByteArray(1500, ']');
    QTest::newRow("a million objects")
            << QByteArray("{\"a\":").repeated(1'000'000) + '1' + QByteArray(1'000'000, '}');
}

void TestJsonText::wellFormed()
{
    QFETCH(QByteArray, json);
    const auto problem = JsonText::check(json);
    QVERIFY2(!problem, problem ? qPrintable(problem->message) : "");
}

void TestJsonText::malformed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *json, int line, int column, const char *message) {
        QTest::newRow(*json ? json : "(empty)")
                << QByteArray(json) << line << column << QString::fromUtf8(message);
    };
    row("", 1, 1, "there is no value");
    row(" \n ", 2, 2, "there is no value");
    row("[1,2", 1, 5, "the text ends inside an array: expected ',' or ']'");
    row("[1,", 1, 4, "expected a value, but the text ends here");
    row("{\"a\":1", 1, 7, "the text ends inside an object: expected ',' or '}'");
    row("{\"a\":1,", 1, 8, "the text ends inside an object: expected a member name");
    row("{", 1, 2, "the text ends inside an object: expected a member name");
    row("[", 1, 2, "expected a value, but the text ends here");
    row("[1 2]", 1, 4, "expected ',' or ']' after the value, found '2'");
    row("{\"a\":1 \"b\":2}", 1, 8, "expected ',' or '}' after the value, found '\"'");
    row("{\"a\":1]", 1, 7, "expected ',' or '}' after the value, found ']'");
    row("[1}", 1, 3, "expected ',' or ']' after the value, found '}'");
    row("[1,]", 1, 4, "expected a value, found ']' (is there a comma too many?)");
    row("{\"a\":1,}", 1, 8, "expected a member name, found '}' (is there a comma too many?)");
    row("{\"a\" 1}", 1, 6, "expected ':' after the member name, found '1'");
    row("{\"a\"", 1, 5, "expected ':' after the member name, the text ends here");
    row("{a:1}", 1, 2, "expected a member name in double quotes, found 'a'");
    row("{'a':1}", 1, 2, "expected a member name in double quotes, found '''");
    row("1 2", 1, 3, "expected nothing behind the value, found '2'");
    row("{}}", 1, 3, "expected nothing behind the value, found '}'");
    row("NaN", 1, 1, "expected a value, found 'N'");
    row("hello", 1, 1, "expected a value, found 'h'");
    row("tru", 1, 1, "expected a value (text needs double quotes)");
    row("nil", 1, 1, "expected a value (text needs double quotes)");
    row("truex", 1, 5, "expected nothing behind the value, found 'x'");
    row("01", 1, 2, "a number must not begin with 0 and another digit");
    row("-", 1, 2, "expected a digit of the number, the text ends here");
    row("+1", 1, 1, "expected a value, found '+'");
    row(".5", 1, 1, "expected a value, found '.'");
    row("1.", 1, 3, "expected a digit of the number, the text ends here");
    row("1.e5", 1, 3, "expected a digit of the number, found 'e'");
    row("1e", 1, 3, "expected a digit of the number, the text ends here");
    row("-Infinity", 1, 2, "expected a digit of the number, found 'I'");
    row("\"abc", 1, 1, "the string that begins here has no end");
    row("\"abc\\", 1, 5, "the text ends inside an escape");
    row("\"\\x\"", 1, 2, "unknown escape: behind the backslash, found 'x'");
    row("\"\\u12g4\"", 1, 2, "\\u must be followed by four hexadecimal digits");
    row("\"a\nb\"", 1, 3, "a line break inside a string must be written as \\n");
    row("\"a\tb\"", 1, 3, "control character 0x09 inside a string must be escaped");
    row("[\n  \"Zü\xff\"\n]", 2, 6, "byte 0xff is not valid UTF-8");
    row("\"\xc0\xaf\"", 1, 2, "byte 0xc0 is not valid UTF-8");
    row("\"\xed\xa0\x80\"", 1, 2, "byte 0xed is not valid UTF-8");
    row("\"\xf4\x90\x80\x80\"", 1, 2, "byte 0xf4 is not valid UTF-8");
    row("\"\xe2\x82\"", 1, 2, "byte 0xe2 is not valid UTF-8");
    row("\xef\xbb\xbf{}", 1, 1, "expected a value, found a byte order mark");
    row("[1,\xc2\xa0 2]", 1, 4, "expected a value, found U+00a0");
    row("[1,\v2]", 1, 4, "expected a value, found U+000b");
    row("[1,\xff]", 1, 4, "expected a value, found byte 0xff");
    row("[\"ü\", ü]", 1, 7, "expected a value, found 'ü'");
    row("{\r\n \"a\": 1,\r\n \"b\": x\r\n}", 3, 7, "expected a value, found 'x'");
    row("// no", 1, 1, "expected a value, found '/'");
}

void TestJsonText::malformed()
{
    QFETCH(QByteArray, json);
    const auto problem = JsonText::check(json);
    QVERIFY(problem);
    QTEST(problem->message, "message");
    QTEST(problem->line, "line");
    QTEST(problem->column, "column");
    QVERIFY(problem->offset >= 0 && problem->offset <= json.size());
}

void TestJsonText::pretty_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(expected);
    };
    row("scalar", " 1.0 ", "1.0");
    row("empty containers", R"({"a":{ },"b":[
]})",
        "{\n  \"a\": {},\n  \"b\": []\n}");
    row("numbers, order and duplicates stay", R"({"z":1.0,"a":-0,"z":1e400})",
        "{\n  \"z\": 1.0,\n  \"a\": -0,\n  \"z\": 1e400\n}");
    row("nested", R"([[1,[2]],{"a":[{}]}])",
        "[\n  [\n    1,\n    [\n      2\n    ]\n  ],\n  {\n    \"a\": [\n      {}\n    ]\n  }\n]");
    row("string bytes stay", "[\"\\u00e9\\/ , : {\xff\n\"]", "[\n  \"\\u00e9\\/ , : {\xff\n\"\n]");
    row("re-indents", "[\n        1,\n2\n]", "[\n  1,\n  2\n]");
    row("empty", "", "");
    row("missing comma", R"({"a":1 "b":[1,2]})", "{\n  \"a\": 1 \"b\":[1,2]}");
    row("mismatch", R"({"a":[1}, 2)", "{\n  \"a\": [\n    1}, 2");
    row("cut off", R"({"a":[1,"xy)", "{\n  \"a\": [\n    1,\n    \"xy");
    row("two values", "{} {}", "{} {}");
    row("comma too many", "[1,]", "[\n  1,\n  ]");
    row("colon in an array", "[1:2]", "[\n  1:2]");
    row("closing first", "]", "]");
    row("no JSON", "Hello, world", "Hello, world");
    row("words", "[NaN,undefined]", "[\n  NaN,\n  undefined\n]");
}

void TestJsonText::pretty()
{
    QFETCH(QByteArray, json);
    QTEST(JsonText::pretty(json), "expected");
}

/// Only white space outside strings changes: compacted again, it is the same text.
void TestJsonText::prettyKeepsTokens()
{
    RandomJson random(11, RandomJson::Style::Odd);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray json = random.value();
        const QByteArray compact = JsonText::compact(json);
        QVERIFY2(!JsonText::check(json), json.constData());
        QVERIFY(!JsonText::check(compact));
        for (const int indent : { 1, 2, 4 }) {
            const QByteArray pretty = JsonText::pretty(json, indent);
            QVERIFY(!JsonText::check(pretty));
            QCOMPARE(JsonText::compact(pretty), compact);
            QCOMPARE(JsonText::pretty(compact, indent), pretty);
        }
        QCOMPARE(JsonText::pretty(json, 0), compact);
        // Cut off anywhere, nothing but white space may change.
        QByteArray cut = json.first(random.random().bounded(json.size()));
        QByteArray shown = JsonText::pretty(cut);
        for (QByteArray *text : { &cut, &shown })
            text->replace(" ", "").replace("\n", "").replace("\r", "").replace("\t", "");
        QCOMPARE(shown, cut);
    }
}

void TestJsonText::prettyIsBounded()
{
    const QByteArray levels = QByteArray(1500, '[') + QByteArray(1500, ']');
    const QByteArray shown = JsonText::pretty(levels);
    QCOMPARE(shown.count('\n'), 2998);
    QVERIFY(shown.contains('\n' + QByteArray(2 * 1499, ' ') + "[]\n"));

    const QByteArray hostile(2'000'000, '[');
    const QByteArray bounded = JsonText::pretty(hostile);
    QCOMPARE(bounded.count('['), hostile.size());
    QVERIFY(bounded.size() < 16 * hostile.size());
    QCOMPARE(JsonText::compact(hostile), hostile);
}

void TestJsonText::compact_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &expected) {
        QTest::newRow(name) << json << expected;
    };
    row("spaces", " { \"a b\" : [ 1.0 , 2 ] } ", R"({"a b":[1.0,2]})");
    row("line breaks in strings", "{\"a\n\":\"\r\n\"}", R"({"a\n":"\r\n"})");
    row("escaped backslash and line break", "[\"\\\\\n\"]", "[\"\\\\\\n\"]");
    row("broken: no line break survives", "[1 2,\n\"a\nb\"\r\n", "[1 2, \"a\\nb\"  ");
    row("broken: string without end", "[\"a\nb", "[\"a\\nb");
    row("empty", "", "");
}

void TestJsonText::compact()
{
    QFETCH(QByteArray, json);
    QTEST(JsonText::compact(json), "expected");
}

void TestJsonText::escapeNonAscii_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("ASCII") << QByteArray(R"({"a":"\n"})") << QByteArray(R"({"a":"\n"})");
    QTest::newRow("umlaut") << QByteArray("\"Zürich\"") << QByteArray(R"("Z\u00fcrich")");
    QTest::newRow("key") << QByteArray("{\"ü\":1}") << QByteArray(R"({"\u00fc":1})");
    QTest::newRow("pair") << QByteArray("\"😀\"") << QByteArray(R"("\ud83d\ude00")");
    QTest::newRow("three bytes") << QByteArray("\"€\"") << QByteArray(R"("\u20ac")");
    QTest::newRow("invalid") << QByteArray("\"a\xff\xc3\"") << QByteArray(R"("a\ufffd\ufffd")");
}

void TestJsonText::escapeNonAscii()
{
    QFETCH(QByteArray, json);
    QTEST(JsonText::escapeNonAscii(json), "expected");
}

void TestJsonText::unescape_data()
{
    QTest::addColumn<QByteArray>("quoted");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &quoted, const QString &expected) {
        QTest::newRow(quoted.constData()) << quoted << expected;
    };
    const QString replacement(QChar::ReplacementCharacter);
    row(R"("")", QString());
    row(R"("plain")", u"plain"_s);
    row("\"Zürich 😀\"", u"Zürich 😀"_s);
    row(R"("\"\\\/\b\f\n\r\t")", u"\"\\/\b\f\n\r\t"_s);
    row(R"("a\u00e9b\u20AC")", u"aéb€"_s);
    row(R"("\ud83d\ude00")", u"😀"_s);
    row(R"("\u0000x")", QString(QChar(0)) + u'x');
    row(R"("\ud83d")", replacement);
    row(R"("\ude00\ud83d")", replacement + replacement);
    row(R"("\ud83dx")", replacement + u'x');
    row(R"("\ud83d\u0041")", replacement + u'A');
    row(R"("\ud83d\n")", replacement + u'\n');
    row(R"("\q\'")", u"q'"_s);
    row(R"("\u12")", u"u12"_s);
    row(R"("\u12g4")", u"u12g4"_s);
    row("\"\\ü\"", u"ü"_s);
    row("\"a\xff"
        "b\\n\xc3\"",
        u"a"_s + replacement + u"b\n"_s + replacement);
    row("\"\xe2\x82\\n\xac\"", replacement + replacement + u'\n' + replacement);
    row("\"\xef\xbb\xbfx\\n\xef\xbb\xbfy\"", u"\ufeffx\n\ufeffy"_s);
    row("\"\xed\xa0\x80\"", replacement.repeated(3));
    row(R"("a\")", u"a"_s); // a token that is no token: no crash, something readable
    row("\"", QString());
    row("", QString());
    row(R"(no quotes\t)", u"no quotes\t"_s);
}

void TestJsonText::unescape()
{
    QFETCH(QByteArray, quoted);
    QTEST(JsonText::unescape(quoted), "expected");
}

void TestJsonText::quote_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("plain") << u"plain / text"_s << QByteArray("\"plain / text\"");
    QTest::newRow("UTF-8") << u"Zürich 😀 \u2028"_s << QByteArray("\"Zürich 😀 \u2028\"");
    QTest::newRow("escapes") << u"\"\\\b\f\n\r\t\v\x1f\x7f"_s
                             << QByteArray("\"\\\"\\\\\\b\\f\\n\\r\\t\\u000b\\u001f\x7f\"");
    QTest::newRow("NUL") << QString(QChar(0)) << QByteArray(R"("\u0000")");
    QTest::newRow("lone surrogates")
            << QString(QChar(0xd83d)) + u'x' + QChar(0xde00) << QByteArray(R"("\ud83dx\ude00")");
    QTest::newRow("U+FEFF") << u"\ufeffx"_s << QByteArray("\"\xef\xbb\xbfx\"");
}

void TestJsonText::quote()
{
    QFETCH(QString, text);
    QTEST(JsonText::quote(text), "expected");
    QVERIFY(!JsonText::check(JsonText::quote(text)));
}

void TestJsonText::quoteRoundTrip()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = random.bounded(20); i > 0; --i) {
            const char32_t limits[] = { 0x30, 0x80, 0x800, 0x10000, 0x110000 };
            const char32_t c = random.bounded(limits[random.bounded(5)]);
            if (!QChar::isSurrogate(c))
                text += QString::fromUcs4(&c, 1);
        }
        const QByteArray quoted = JsonText::quote(text);
        QVERIFY(!JsonText::check(quoted));
        QCOMPARE(JsonText::unescape(quoted), text);
        QCOMPARE(JsonText::unescape(JsonText::escapeNonAscii(quoted)), text);
    }
}

void TestJsonText::blankComments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("none", R"({"a":"// no /* no","b":"\"//"})", R"({"a":"// no /* no","b":"\"//"})");
    row("line", "{ // c\n}", "{     \n}");
    row("line, CRLF", "{ // c\r\n}", "{     \r\n}");
    row("block", "[1/* x\n y */,2]", "[1    \n     ,2]");
    row("block without end", "[1]/* x", "[1]    ");
    row("stars", "[1/***/]", "[1     ]");
    row("slash star slash", "[1/*/ x */]", "[1        ]");
    row("trailing comma", "{\"a\":[1,],}", "{\"a\":[1 ] }");
    row("trailing comma and comments", "[1, // x,\n /*,*/ ]", "[1       \n       ]");
    row("comma that separates", "[1, /* x */ 2]", "[1,         2]");
    row("commas that are wrong", "[,][1,,]{,}", "[,][1,,]{,}");
    row("byte order mark", "\xef\xbb\xbf{}", "   {}");
    row("a lone slash", "[1/2]", "[1/2]");
    row("slash at the end", "/", "/");
    row("UTF-8", "[ // ü\n]", "[      \n]");
}

void TestJsonText::blankComments()
{
    QFETCH(QByteArray, text);
    const QByteArray blanked = JsonText::blankComments(text);
    QTEST(blanked, "expected");
    QCOMPARE(blanked.size(), text.size());
}

void TestJsonText::speed()
{
    const QByteArray part = R"({"text":"some words\nand \"more\" of them","n":[1,2.5,true]},)";
    const QByteArray json = '[' + part.repeated(10'000'000 / part.size()) + "0]";
    McpTest::WorkTimer timer;
    timer.start();
    QVERIFY(!JsonText::check(json));
    QVERIFY(JsonText::pretty(json).size() > json.size());
    QVERIFY(JsonText::unescape('"' + QByteArray("word \\n ").repeated(1'000'000) + '"').size() > 0);
    QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
