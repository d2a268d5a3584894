// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/callsubject.h"
#include "orchestrator/history.h"
#include "orchestrator/subjectkind.h"
#include "orchestrator/subjectschema.h"
#include "json/jsonwriter.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Kind = CallSubject::Kind;

Q_DECLARE_METATYPE(Mcp::CallSubject::Kind)

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

const QByteArray oldLine = R"({"time":1,"server":"s","tool":"echo","arguments":{"a":1.0},)"
                           R"("outcome":"success","durationMs":3,"resultSize":2,"result":{}})";
const QByteArray review =
        R"({"name":"review","arguments":[{"name":"b","required":true,"title":"B"},)"
        R"({"name":"a","description":"An a"},{"name":"b"}]})";

} // namespace

/// What a call can be of: how it is saved, which schema its form has, which request it makes.
class TestCallSubject : public QObject
{
    Q_OBJECT

private slots:
    void savedAndRead_data();
    void savedAndRead();
    void whatHasNoKindIsATool();
    void historyKeepsTheKind();
    void schemaOfAPrompt();
    void schemaOfATemplate();
    void requests_data();
    void requests();
    void impossibleRequests();
};

void TestCallSubject::savedAndRead_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("saved");
    QTest::newRow("tool") << Kind::Tool << QByteArray(R"({"tool":"x"})");
    QTest::newRow("prompt") << Kind::Prompt << QByteArray(R"({"prompt":"x"})");
    QTest::newRow("resource") << Kind::Resource << QByteArray(R"({"resource":"x"})");
    QTest::newRow("template") << Kind::ResourceTemplate
                              << QByteArray(R"({"resourceTemplate":"x"})");
}

void TestCallSubject::savedAndRead()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, saved);
    const CallSubject subject(kind, u"x"_s);
    JsonObjectWriter object;
    subject.addTo(object);
    QCOMPARE(object.toByteArray(), saved);
    QVERIFY(CallSubject::fromObject(json(saved)) == subject);
}

void TestCallSubject::whatHasNoKindIsATool()
{
    QVERIFY(CallSubject(u"echo"_s) == CallSubject(Kind::Tool, u"echo"_s));
    QVERIFY(!CallSubject::fromObject(json(R"({"server":"s"})")));
    QVERIFY(!CallSubject::fromObject(json(R"({"tool":1})")));
    const auto entry = HistoryEntry::fromLine(oldLine);
    QVERIFY(entry);
    QVERIFY(entry->subject == CallSubject(u"echo"_s));
}

void TestCallSubject::historyKeepsTheKind()
{
    HistoryEntry entry;
    entry.server = u"s"_s;
    entry.subject = { Kind::ResourceTemplate, u"a://{b}"_s };
    entry.arguments = json(R"({"b":"c"})");
    const auto again = HistoryEntry::fromLine(entry.toLine());
    QVERIFY(again);
    QVERIFY(again->subject == entry.subject);
    History history;
    history.add(entry);
    QVERIFY(history.latest(u"s"_s, entry.subject));
    QVERIFY(!history.latest(u"s"_s, u"a://{b}"_s)); // a tool of that name is another thing
}

void TestCallSubject::schemaOfAPrompt()
{
    QCOMPARE(promptSchema(Prompt(json(R"({"name":"p"})"))).toByteArray(),
             R"({"type":"object","properties":{},"required":[]})");
    const RawJson schema = promptSchema(Prompt(json(review)));
    QCOMPARE(schema.value("required").toByteArray(), R"(["b"])");
    const QList<RawJsonMember> properties = schema.value("properties").members();
    QCOMPARE(properties.at(0).key, u"b"_s); // the server's order
    QCOMPARE(properties.at(0).value.toByteArray(), R"({"type":"string","title":"B"})");
    QCOMPARE(properties.at(1).value.value("description").toString(), u"An a"_s);
}

void TestCallSubject::schemaOfATemplate()
{
    const RawJson schema = templateSchema(u"demo://{host}{/path*}{?q,lang}{#part}"_s);
    QCOMPARE(schema.value("required").toByteArray(), R"(["host"])");
    QCOMPARE(templateSchema(u"demo://{host}{/path}{+rest}{.type*}"_s)
                     .value("required")
                     .toByteArray(),
             R"(["host","path","rest"])");
    const RawJson properties = schema.value("properties");
    QCOMPARE(properties.count(), 5);
    QCOMPARE(properties.value("q").toByteArray(), R"({"type":"string"})");
    QCOMPARE(properties.value("path").value("anyOf").count(), 3);
    QVERIFY(!templateSchema(u"demo://{x"_s).contains("properties"));
}

void TestCallSubject::requests_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("options");
    QTest::newRow("tool") << Kind::Tool << u"t"_s << QByteArray(R"({"a":1.0})")
                          << QByteArray(R"({"name":"t","arguments":{"a":1.0}})")
                          << u"--method|tools/call|--tool-name|t|--tool-args-json|{\"a\":1.0}"_s;
    QTest::newRow("prompt") << Kind::Prompt << u"-p"_s << QByteArray(R"({"a":"b c","n":1.50})")
                            << QByteArray(R"({"name":"-p","arguments":{"a":"b c","n":1.50}})")
                            << u"--method|prompts/get|--prompt-name=-p|--prompt-args|a=b c|"
                               "--prompt-args|n=1.50"_s;
    QTest::newRow("resource") << Kind::Resource << u"a:b"_s << QByteArray("{}")
                              << QByteArray(R"({"uri":"a:b"})")
                              << u"--method|resources/read|--uri|a:b"_s;
    QTest::newRow("template") << Kind::ResourceTemplate << u"a:{x}{?y*}"_s
                              << QByteArray(R"({"x":"ü/","y":{"k":"v","l":2}})")
                              << QByteArray(R"({"uri":"a:%C3%BC%2F?k=v&l=2"})")
                              << u"--method|resources/read|--uri|a:%C3%BC%2F?k=v&l=2"_s;
    QTest::newRow("lists and the empty text")
            << Kind::ResourceTemplate << u"a:{/x*}{?y}{?z}"_s
            << QByteArray(R"({"x":["1","2"],"y":"","z":null})")
            << QByteArray(R"({"uri":"a:/1/2?y="})") << u"--method|resources/read|--uri|a:/1/2?y="_s;
}

void TestCallSubject::requests()
{
    QFETCH(Kind, kind);
    QFETCH(QString, name);
    QFETCH(QByteArray, arguments);
    const auto request = SubjectKind::of(kind).request(name, json(arguments));
    QVERIFY(request);
    QTEST(request->params.toByteArray(), "params");
    QTEST(request->options.join(u'|'), "options");
}

void TestCallSubject::impossibleRequests()
{
    QVERIFY(!SubjectKind::of(Kind::ResourceTemplate).request(u"a:{x"_s, json("{}")));
    QVERIFY(!SubjectKind::of(Kind::ResourceTemplate).request(u"a:{x}"_s, json("[]")));
    QVERIFY(!SubjectKind::of(Kind::ResourceTemplate).request(u"a:{x:3}"_s, json(R"({"x":["a"]})")));
    QVERIFY(!SubjectKind::of(Kind::Prompt).request(u"p"_s, json("1")));
}

QTEST_GUILESS_MAIN(TestCallSubject)
#include "tst_callsubject.moc"
