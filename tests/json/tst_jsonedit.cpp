// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonedit.h"
#include "json/jsontext.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestJsonEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setMember_data();
    void setMember();
    void removeMember_data();
    void removeMember();
    void renameMember_data();
    void renameMember();
    void refuses_data();
    void refuses();
    void setThenRemove();
    void randomEdits();
};

namespace {

JsonPointer at(const char *pointer)
{
    return JsonPointer::parse(QString::fromUtf8(pointer)).value();
}

QByteArray shown(const std::optional<QByteArray> &text) { return text.value_or("(nothing)"); }

/// A file as people write it: comments, tabs or spaces, odd places for commas.
const QByteArray people = R"({
  // servers of mine
  "mcpServers": {
    "one": {
      "command": "node", /* the old one */
      "args": ["a", "b"], // two
    },
    /* "off": {}, */
    "two": { "command": "x", "env": {} }, // last
  },
  "theme": 1.0,
  "mcpOrchestrator": {}
}
)";

} // namespace

void TestJsonEdit::setMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *object, const char *value,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(object) << QByteArray(value)
                            << QByteArray(expected);
    };
    row("replace", "{\"a\": 1, \"k\" : 2.0 , \"b\":3}", "", "7", "{\"a\": 1, \"k\" : 7 , \"b\":3}");
    row("replace, re-indent", "{\n\t\"k\": 2,\n\t\"b\": 3\n}", "", R"({"x":[1],"y":{}})",
        "{\n\t\"k\": {\n\t\t\"x\": [\n\t\t\t1\n\t\t],\n\t\t\"y\": {}\n\t},\n\t\"b\": 3\n}");
    row("replace in one line", R"({"k":1,"b":2})", "", "{\n  \"x\": 1\n}",
        R"({"k":{"x":1},"b":2})");
    row("replace the one that counts", R"({"k":1,"k":2})", "", "3", R"({"k":1,"k":3})");
    row("replace a key with escapes", R"({"\u006b":1})", "", "3", R"({"\u006b":3})");
    row("same value, other layout", "{\"k\": {\n  \"a\" : 1 // one\n}}", "", R"({"a":1})",
        "{\"k\": {\n  \"a\" : 1 // one\n}}");
    row("append", "{\n  \"a\": 1\n}\n", "", "7", "{\n  \"a\": 1,\n  \"k\": 7\n}\n");
    row("append, CRLF", "{\r\n    \"a\": 1\r\n}\r\n", "", "{\"x\":1}",
        "{\r\n    \"a\": 1,\r\n    \"k\": {\r\n        \"x\": 1\r\n    }\r\n}\r\n");
    row("append, trailing comma", "{\n  \"a\": 1,\n}", "", "7", "{\n  \"a\": 1,\n  \"k\": 7,\n}");
    row("append behind a comment", "{\n  \"a\": 1 // one, two\n  // end\n}", "", "7",
        "{\n  \"a\": 1, // one, two\n  // end\n  \"k\": 7\n}");
    row("append behind comma and comment", "{\n  \"a\": 1, // one\n}", "", "7",
        "{\n  \"a\": 1, // one\n  \"k\": 7,\n}");
    row("append, comment across lines", "{\n  \"a\": 1 /* x\n y */ }", "", "7",
        "{\n  \"a\": 1, /* x\n y */\n  \"k\": 7 }");
    row("append in one line", R"({ "a": 1 })", "", "7", R"({ "a": 1, "k": 7 })");
    row("append in one compact line", R"({"a":1})", "", R"({"x": [1, 2]})",
        R"({"a":1,"k":{"x":[1,2]}})");
    row("append in one line, line comment", "{ \"a\": 1 // one\n}", "", "7",
        "{ \"a\": 1, // one\n\"k\": 7\n}");
    row("append, colon as the others", "{\n  \"a\" : 1\n}", "", "7",
        "{\n  \"a\" : 1,\n  \"k\" : 7\n}");
    row("empty file", "{}", "", "7", "{\n  \"k\": 7\n}");
    row("empty file, line break", "{}\n", "", "{\"x\":1}", "{\n  \"k\": {\n    \"x\": 1\n  }\n}\n");
    row("empty, spread", "{\n}\n", "", "7", "{\n  \"k\": 7\n}\n");
    row("empty with comment", "{\n  // nothing yet\n}\n", "", "7",
        "{\n  // nothing yet\n  \"k\": 7\n}\n");
    row("empty inside", "{\n    \"o\": {},\n    \"b\": 1\n}", "/o", "{\"x\":1}",
        "{\n    \"o\": {\n        \"k\": {\n            \"x\": 1\n        }\n    },\n    \"b\": "
        "1\n}");
    row("empty inside one line", R"({"o":{}})", "/o", "7", R"({"o":{"k":7}})");
    row("empty inside one line, spaces", R"({ "o": { } })", "/o", "7", R"({ "o": {"k": 7} })");
    row("in an array", "[{\"a\":1},{}]", "/0", "7", "[{\"a\":1,\"k\":7},{}]");
    row("byte order mark", "\xef\xbb\xbf{\n  \"a\": 1\n}", "", "7",
        "\xef\xbb\xbf{\n  \"a\": 1,\n  \"k\": 7\n}");
    row("UTF-8 before", "{\n  \"ü\": \"é\" // ö\n}", "", "7",
        "{\n  \"ü\": \"é\", // ö\n  \"k\": 7\n}");
    row("people", people.constData(), "/mcpServers", R"({"command":"z"})",
        R"({
  // servers of mine
  "mcpServers": {
    "one": {
      "command": "node", /* the old one */
      "args": ["a", "b"], // two
    },
    /* "off": {}, */
    "two": { "command": "x", "env": {} }, // last
    "k": {
      "command": "z"
    },
  },
  "theme": 1.0,
  "mcpOrchestrator": {}
}
)");
}

void TestJsonEdit::setMember()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, value);
    const auto edited = JsonEdit::setMember(text, at(object.constData()), u"k", value);
    QTEST(shown(edited), "expected");
    const RawJson root = RawJson::fromText(JsonText::blankComments(*edited));
    const RawJson found = at(object.constData()).resolve(root).value("k");
    QCOMPARE(JsonText::compact(found.view()), JsonText::compact(value));
}

void TestJsonEdit::removeMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *object,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(object) << QByteArray(expected);
    };
    row("not there", R"({"a":1})", "", R"({"a":1})");
    row("first", "{\n  \"k\": 1,\n  \"b\": 2\n}", "", "{\n  \"b\": 2\n}");
    row("middle", "{\n  \"a\": 1,\n  \"k\": {\n    \"x\": 1\n  },\n  \"b\": 2\n}", "",
        "{\n  \"a\": 1,\n  \"b\": 2\n}");
    row("last", "{\n  \"a\": 1,\n  \"k\": 2\n}", "", "{\n  \"a\": 1\n}");
    row("last, CRLF", "{\r\n\t\"a\": 1,\r\n\t\"k\": 2\r\n}", "", "{\r\n\t\"a\": 1\r\n}");
    row("last, trailing comma", "{\n  \"a\": 1,\n  \"k\": 2,\n}", "", "{\n  \"a\": 1,\n}");
    row("only", "{\n  \"k\": 1\n}", "", "{}");
    row("only, with a comment above", "{\n  // why\n  \"k\": 1\n}", "", "{\n  // why\n}");
    row("only, in one line", R"({ "k": 1 })", "", "{}");
    row("duplicates", R"({"k":1,"a":2,"k":3})", "", R"({"a":2})");
    row("key with escapes", R"({"\u006b":1,"a":2})", "", R"({"a":2})");
    row("comment on its line goes, others stay",
        "{\n  // one\n  \"a\": 1, // a\n  // two\n  \"k\": 2, // k\n  // three\n  \"b\": 3 // b\n}",
        "", "{\n  // one\n  \"a\": 1, // a\n  // two\n  // three\n  \"b\": 3 // b\n}");
    row("last with comment before the comma", "{\n  \"a\": 1 /*,*/, // a\n  \"k\": 2\n}", "",
        "{\n  \"a\": 1 /*,*/ // a\n}");
    row("comment across lines stays", "{\n  \"k\": 1, /* x\n y */\n  \"b\": 2\n}", "",
        "{\n  /* x\n y */\n  \"b\": 2\n}");
    row("one line, first", R"({"k": 1, "b": 2})", "", R"({"b": 2})");
    row("one line, middle", R"({"a":0,"k":1,"b":2})", "", R"({"a":0,"b":2})");
    row("one line, last", R"({ "a": 1, "k": 2 })", "", R"({ "a": 1 })");
    row("comma first", "{ \"a\": 1\n, \"k\": 2\n, \"b\": 3\n}", "", "{ \"a\": 1\n, \"b\": 3\n}");
    row("comma first, last", "{ \"a\": 1\n, \"k\": 2\n}", "", "{ \"a\": 1\n}");
    row("two on a line", "{\n  \"k\": 1, \"b\": 2\n}", "", "{\n  \"b\": 2\n}");
    row("two on a line, last", "{\n  \"a\": 1, \"k\": 2\n}", "", "{\n  \"a\": 1\n}");
    row("inside", R"({"o":{"k":1},"k":2})", "/o", R"({"o":{},"k":2})");
}

void TestJsonEdit::removeMember()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, object);
    const auto edited = JsonEdit::removeMember(text, at(object.constData()), u"k");
    QTEST(shown(edited), "expected");
    QVERIFY(!JsonText::check(JsonText::blankComments(*edited)));
}

void TestJsonEdit::renameMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("key alone") << QByteArray("{ /* k */ \"k\" : \"k\", \"a\":1 }")
                               << QByteArray("{ /* k */ \"n\\\"ü\" : \"k\", \"a\":1 }");
    QTest::newRow("escaped") << QByteArray(R"({"\u006b":1})") << QByteArray("{\"n\\\"ü\":1}");
    QTest::newRow("duplicates") << QByteArray(R"({"k":1,"k":2})")
                                << QByteArray("{\"n\\\"ü\":1,\"n\\\"ü\":2}");
    QTest::newRow("not there") << QByteArray(R"({"a":1})") << QByteArray("(nothing)");
    QTest::newRow("taken") << QByteArray(R"({"k":1,"n\"\u00fc":2})") << QByteArray("(nothing)");
}

void TestJsonEdit::renameMember()
{
    QFETCH(QByteArray, text);
    QTEST(shown(JsonEdit::renameMember(text, {}, u"k", u"n\"ü")), "expected");
    if (text.contains("\"k\""))
        QCOMPARE(JsonEdit::renameMember(text, {}, u"k", u"k"), text);
}

void TestJsonEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("object");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("broken") << QByteArray(R"({"a":1)") << QByteArray();
    QTest::newRow("broken elsewhere") << QByteArray(R"({"o":{},"a":01})") << QByteArray("/o");
    QTest::newRow("array") << QByteArray("[1]") << QByteArray();
    QTest::newRow("scalar") << QByteArray(R"({"o":1})") << QByteArray("/o");
    QTest::newRow("nowhere") << QByteArray(R"({"o":{}})") << QByteArray("/p");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"o\":\"\xff\"}") << QByteArray();
}

void TestJsonEdit::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, object);
    const JsonPointer pointer = at(object.constData());
    QVERIFY(!JsonEdit::setMember(text, pointer, u"k", "1"));
    QVERIFY(!JsonEdit::removeMember(text, pointer, u"k"));
    QVERIFY(!JsonEdit::renameMember(text, pointer, u"k", u"n"));
    QVERIFY(!JsonEdit::setMember("{}", {}, u"k", "{"));
    QVERIFY(!JsonEdit::setMember("{}", {}, u"k", ""));
}

/// A member set and removed again leaves no trace.
void TestJsonEdit::setThenRemove()
{
    for (const QByteArray &text :
         { people, JsonText::pretty(R"({"a":{"b":[1,{}]},"c":2})", 4), QByteArray(R"({"a":1})"),
           QByteArray("{\r\n\t\"a\": 1 // x\r\n}") }) {
        const auto added = JsonEdit::setMember(text, {}, u"k", R"({"x":[1,{"y":2}]})");
        QVERIFY(added);
        QCOMPARE(shown(JsonEdit::removeMember(*added, {}, u"k")), text);
    }
}

namespace {

/// Writes an object in a random layout and style, with comments.
class Author
{
public:
    explicit Author(QRandomGenerator &random)
        : m_random(random)
    {}

    QByteArray object(int depth)
    {
        const bool spread = m_random.bounded(3) > 0;
        QByteArray text = "{" + gap(spread);
        const int count = m_random.bounded(4);
        for (int i = 0; i < count; ++i) {
            const bool comma = i < count - 1 || m_random.bounded(4) == 0;
            text += "\"m" + QByteArray::number(m_random.bounded(6)) + '"'
                    + pick({ ":", ": ", " : " }) + value(depth)
                    + pick({ "", "", " ", " /* , } */" }) + (comma ? "," : "") + gap(spread);
        }
        return text + '}';
    }

private:
    QByteArray value(int depth)
    {
        if (depth > 0 && m_random.bounded(2))
            return object(depth - 1);
        return pick({ "1.0", "\"x, } // y\"", "[1, /* 2, */ 3,]", "null", "\"\\\"\"", "{}" });
    }

    QByteArray gap(bool spread)
    {
        if (!spread)
            return pick({ "", " ", " /* x */ " });
        return pick(
                { "\n", "\n  ", "\r\n\t", " // c, {\n    ", "\n\n  // d\n  ", " /* e\n f */\n" });
    }

    QByteArray pick(std::initializer_list<const char *> list)
    {
        return list.begin()[m_random.bounded(int(list.size()))];
    }

    QRandomGenerator &m_random;
};

using Members = QList<std::pair<QString, QByteArray>>;

Members membersOf(const QByteArray &text, const JsonPointer &object)
{
    Members members;
    const RawJson root = RawJson::fromText(JsonText::blankComments(text));
    const QList<RawJsonMember> list = object.resolve(root).members();
    for (const RawJsonMember &member : list) {
        // As the author wrote it, comments and all.
        const JsonRange range = member.value.range();
        members.append({ member.key, text.sliced(range.begin, range.size()) });
    }
    return members;
}

Members without(Members members, const QString &key)
{
    members.removeIf([&](const auto &member) { return member.first == key; });
    return members;
}

} // namespace

/// Random edits of random files: the text stays well-formed, the edited member has its value, and
/// all others keep their bytes and their order.
void TestJsonEdit::randomEdits()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = Author(random).object(2);
        QVERIFY2(!JsonText::check(JsonText::blankComments(text)), text.constData());
        for (int edit = 0; edit < 4; ++edit) {
            const QString key = u"m"_s + QString::number(random.bounded(8));
            JsonPointer object;
            if (random.bounded(2)) {
                const JsonPointer inner = object.child(u"m"_s + QString::number(random.bounded(6)));
                const RawJson root = RawJson::fromText(JsonText::blankComments(text));
                if (inner.resolve(root).isObject())
                    object = inner;
            }
            const Members before = membersOf(text, object);
            const bool set = random.bounded(2);
            const QByteArray value = R"({"n":[1,{"e":1e400}]})";
            const auto edited = set ? JsonEdit::setMember(text, object, key, value)
                                    : JsonEdit::removeMember(text, object, key);
            const QByteArray report = text + "\n---\n" + shown(edited);
            QVERIFY2(edited, report.constData());
            QVERIFY2(!JsonText::check(JsonText::blankComments(*edited)), report.constData());
            const Members after = membersOf(*edited, object);
            const RawJson found =
                    object.resolve(RawJson::fromText(JsonText::blankComments(*edited))).value(key);
            QVERIFY2(JsonText::compact(found.view()) == (set ? value : QByteArray()),
                     report.constData());
            QVERIFY2(without(after, key) == without(before, key), report.constData());
            text = *edited;
        }
    }
}

QTEST_GUILESS_MAIN(TestJsonEdit)
#include "tst_jsonedit.moc"
