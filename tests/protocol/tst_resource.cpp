// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/completion.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

} // namespace

/// The read views over resources, templates, prompts and completions.
class TestResource : public QObject
{
    Q_OBJECT

private slots:
    void resource();
    void resourceProblems_data();
    void resourceProblems();
    void lists();
    void prompt();
    void promptProblems_data();
    void promptProblems();
    void promptResult();
    void completionParams();
    void completion();
};

void TestResource::resource()
{
    const Resource resource(json(R"({"uri":"file:///a","name":"a","title":"A","description":"d",
        "mimeType":"text/plain","size":3,"annotations":{"priority":1},"icons":[1],"_meta":{"k":1},
        "more":1})"),
                            Resource::Kind::Resource);
    QCOMPARE(resource.uri(), u"file:///a"_s);
    QCOMPARE(resource.displayName(), u"A"_s);
    QCOMPARE(resource.name(), u"a"_s);
    QCOMPARE(resource.description(), u"d"_s);
    QCOMPARE(resource.mimeType(), u"text/plain"_s);
    QCOMPARE(resource.size(), 3);
    QCOMPARE(resource.annotations().toByteArray(), R"({"priority":1})"_ba);
    QVERIFY(resource.icons().isArray());
    QVERIFY(resource.meta().isObject());
    QVERIFY(resource.problems().isEmpty());

    const Resource row(json(R"({"uriTemplate":"db:///{table}","name":"row"})"),
                       Resource::Kind::Template);
    const QString text = u"db:///{table}"_s;
    QCOMPARE(row.uri(), text);
    QVERIFY(row.hasUri());
    QVERIFY(row.problems().isEmpty());
    QVERIFY(!Resource(row.raw(), Resource::Kind::Resource).hasUri());
    QCOMPARE(Resource(json(R"({"uri":"a:b"})"), Resource::Kind::Resource).displayName(), u"a:b"_s);
}

void TestResource::resourceProblems_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<Resource::Kind>("kind");
    QTest::addColumn<QString>("problem");
    using Kind = Resource::Kind;
    QTest::newRow("name") << R"({"uri":"a:b"})"_ba << Kind::Resource << u"The name is missing."_s;
    QTest::newRow("relative") << R"({"uri":"b","name":"n"})"_ba << Kind::Resource
                              << u"uri is not an absolute URI."_s;
    QTest::newRow("size") << R"({"uri":"a:b","name":"n","size":-1})"_ba << Kind::Resource
                          << u"size is not a number of bytes."_s;
    QTest::newRow("title") << R"({"uri":"a:b","name":"n","title":5})"_ba << Kind::Resource
                           << u"title is not a string."_s;
    QTest::newRow("annotations") << R"({"uri":"a:b","name":"n","annotations":5})"_ba
                                 << Kind::Resource << u"annotations is not an object."_s;
    QTest::newRow("template") << R"({"uriTemplate":"a:{b","name":"n"})"_ba << Kind::Template
                              << u"uriTemplate is no template of RFC 6570: A { without a } behind "
                                 "it (at character 3)."_s;
}

void TestResource::resourceProblems()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const Resource::Kind, kind);
    QFETCH(const QString, problem);
    QCOMPARE(Resource(json(entry), kind).problems(), QStringList{ problem });
}

void TestResource::lists()
{
    const ResourceList resources = ResourceList::fromResult(
            json(R"({"resources":[{"uri":"a:1"},5,{"name":"x"},{"uri":"a:1"},{"uri":"a:2"}]})"),
            Resource::Kind::Resource);
    QCOMPARE(resources.entries.size(), 3);
    QCOMPARE(resources.problems, (QStringList{ u"Entry 2 was left out: it is not an object."_s,
                                               u"Entry 3 was left out: it has no uri."_s,
                                               u"The name \"a:1\" appears more than once."_s }));
    QCOMPARE(ResourceList::fromResult(json(R"({"resourceTemplates":{}})"), Resource::Kind::Template)
                     .problems,
             QStringList{ u"\"resourceTemplates\" in the result of resources/templates/list is no "
                          "array."_s });
    const PromptList prompts =
            PromptList::fromResult(json(R"({"prompts":[{"name":"p"},{"name":"q"},{}]})"), 1);
    QCOMPARE(prompts.entries.size(), 1);
    QCOMPARE(prompts.problems, QStringList{ u"The rest from entry 2 on was left out: the limit "
                                            "listItems is reached."_s });
}

void TestResource::prompt()
{
    const Prompt prompt(json(R"({"name":"review","title":"Review","description":"d","arguments":[
        {"name":"code","title":"The code","required":true},{"name":"style","description":"how"}]})"));
    QCOMPARE(prompt.name(), u"review"_s);
    QCOMPARE(prompt.displayName(), u"Review"_s);
    const QList<PromptArgument> arguments = prompt.arguments();
    QCOMPARE(arguments.size(), 2);
    QVERIFY(arguments.at(0).isRequired && !arguments.at(1).isRequired);
    QCOMPARE(arguments.at(0).displayName(), u"The code"_s);
    QCOMPARE(arguments.at(1).displayName(), u"style"_s);
    QCOMPARE(arguments.at(1).description, u"how"_s);
    QVERIFY(prompt.problems().isEmpty());
}

void TestResource::promptProblems_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("problem");
    QTest::newRow("name") << R"({"name":""})"_ba << u"The name is empty."_s;
    QTest::newRow("description") << R"({"name":"p","description":[]})"_ba
                                 << u"description is not a string."_s;
    QTest::newRow("arguments") << R"({"name":"p","arguments":{}})"_ba
                               << u"arguments is not an array."_s;
    QTest::newRow("no name") << R"({"name":"p","arguments":[{"name":"a"},{}]})"_ba
                             << u"Argument 2 has no name."_s;
    QTest::newRow("twice") << R"({"name":"p","arguments":[{"name":"a"},{"name":"a"}]})"_ba
                           << u"Two arguments have the name \"a\"."_s;
    QTest::newRow("many") << R"({"name":"p","arguments":[)"

                                     +
                                     [] {
                                         QByteArray many;
                                         for (int i = 0; i <= Prompt::maxArguments; ++i)
                                             many += (i ? ",{\"name\":\"" : "{\"name\":\"")
                                                     + QByteArray::number(i) + "\"}";
                                         return many;
                                     }()
                                     + "]}"
                          << u"There are more than 1000 arguments."_s;
}

void TestResource::promptProblems()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QString, problem);
    QCOMPARE(Prompt(json(entry)).problems(), QStringList{ problem });
}

void TestResource::promptResult()
{
    const PromptResult result(json(R"({"description":"d","messages":[
        {"role":"user","content":{"type":"text","text":"use 1"}},
        {"role":"assistant","content":{"type":"image","data":"","mimeType":"image/png"}}]})"));
    QCOMPARE(result.description(), u"d"_s);
    QCOMPARE(result.messages().size(), 2);
    QCOMPARE(result.messages(1).size(), 1);
    QCOMPARE(result.messages().at(0).content.text(), u"use 1"_s);
    QCOMPARE(result.messages().at(1).role, u"assistant"_s);
    QVERIFY(result.problems().isEmpty());
    QCOMPARE(PromptResult(json("[]")).problems(), QStringList{ u"The result is not an object."_s });
    QCOMPARE(PromptResult(json("{}")).problems(),
             QStringList{ u"The result has no array \"messages\"."_s });
    QCOMPARE(PromptResult(json(R"({"messages":[{"role":"system","content":[]}]})")).problems(),
             (QStringList{ u"The role of message 1 is neither user nor assistant."_s,
                           u"The content of message 1 is not one block."_s }));
}

void TestResource::completionParams()
{
    const CompletionReference prompt{ CompletionReference::Kind::Prompt, u"p"_s };
    QCOMPARE(prompt.params(u"x"_s, u"1"_s).toByteArray(),
             R"({"ref":{"type":"ref/prompt","name":"p"},"argument":{"name":"x","value":"1"}})"_ba);
    const CompletionReference row{ CompletionReference::Kind::ResourceTemplate, u"db:{t}"_s };
    const RawJson params = row.params(u"t"_s, u""_s, json(R"({"o":"1"})"));
    QCOMPARE(params.value("ref").toByteArray(), R"({"type":"ref/resource","uri":"db:{t}"})"_ba);
    QCOMPARE(params.value("context").toByteArray(), R"({"arguments":{"o":"1"}})"_ba);
    QVERIFY(!row.params(u"t"_s, u""_s, json("{}")).contains("context"));
}

void TestResource::completion()
{
    const Completion all = Completion::fromResult(
            json(R"({"completion":{"values":["a","b"],"total":12,"hasMore":true}})"));
    QCOMPARE(all.values, (QStringList{ u"a"_s, u"b"_s }));
    QCOMPARE(all.total, 12);
    QVERIFY(all.hasMore && all.problems.isEmpty());
    const Completion few = Completion::fromResult(json(R"({"completion":{"values":["a",5]}})"));
    QCOMPARE(few.values, QStringList{ u"a"_s });
    QVERIFY(!few.total && !few.hasMore);
    QCOMPARE(few.problems, QStringList{ u"Value 2 is not a string."_s });
    QCOMPARE(Completion::fromResult(json("{}")).problems.size(), 1);
    const auto longOnes = [](int count, int size) {
        QByteArray values;
        for (int i = 0; i < count; ++i)
            values += ",\"" + QByteArray(size, 'x') + '"';
        return Completion::fromResult(json("{\"completion\":{\"values\":[\"a\"" + values + "]}}"));
    };
    QCOMPARE(longOnes(2, 20'000).values, QStringList{ u"a"_s });
    QVERIFY(longOnes(2, 20'000).problems.join(u' ').contains("Value 2 has more than"_L1));
    const Completion large = longOnes(200, 9'000);
    QVERIFY(large.hasMore);
    QVERIFY(large.values.size() > 100 && large.values.size() < 120);
    const Completion many = Completion::fromResult(
            json(R"({"completion":{"values":[)" + QByteArray("\"a\",").repeated(100'000) + "]}}"));
    QCOMPARE(many.values.size(), Completion::maxValues);
    QVERIFY(many.hasMore);
    QCOMPARE(many.problems.size(), 1);
}

QTEST_GUILESS_MAIN(TestResource)
#include "tst_resource.moc"
