// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/caching.h"
#include "protocol/completion.h"
#include "protocol/connectioninfo.h"
#include "protocol/notifications.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"
#include "protocol/root.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "support/skip.h"
#include "wire/error.h"
#include "wire/message.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

QDir examples()
{
    const QString folder = qEnvironmentVariable(
            "MCP_SPEC_DIR", QStringLiteral(PROJECT_SOURCE_DIR "/../shared/spec"));
    return QDir(folder + "/2026-07-28/examples"_L1);
}

struct Example
{
    QString file;
    RawJson json;
};

QList<Example> examplesOf(const QString &type)
{
    QList<Example> found;
    QDir dir = examples();
    if (!dir.cd(type))
        return found;
    const QStringList files = dir.entryList({ u"*.json"_s }, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            found.append({ type + u'/' + name, RawJson::fromText(file.readAll()) });
    }
    return found;
}

QList<Example> allExamples()
{
    QList<Example> all;
    const QStringList types = examples().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &type : types)
        all += examplesOf(type);
    return all;
}

/// Taken apart and put together again, compact.
QByteArray rewritten(const RawJson &json)
{
    if (json.isObject()) {
        JsonObjectWriter object;
        const QList<RawJsonMember> members = json.members();
        for (const RawJsonMember &member : members)
            object.addRaw(member.key, rewritten(member.value));
        return object.toByteArray();
    }
    if (!json.isArray())
        return json.toByteArray();
    JsonArrayWriter array;
    const QList<RawJson> elements = json.elements();
    for (const RawJson &element : elements)
        array.addRaw(rewritten(element));
    return array.toByteArray();
}

/// Empty where nothing is wrong.
QStringList cachingProblems(const RawJson &result)
{
    return Caching::problems(u"this"_s, result.value("ttlMs"), result.value("cacheScope"));
}

} // namespace

/// The official examples of 2026-07-28 read without a complaint and come out as they went in.
class TestSpecExamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bytes();
    void messages();
    void resources();
    void readResults();
    void prompts();
    void completions();
    void roots();
    void tools();
    void toolLists();
    void toolResults();
    void contents_data();
    void contents();
    void notifications();
    void discoverResults();
};

void TestSpecExamples::initTestCase()
{
    if (!examples().exists())
        MCP_SKIP_REFERENCE("the specification's examples are not here; set MCP_SPEC_DIR to a "
                           "folder that holds 2026-07-28/examples");
}

void TestSpecExamples::tools()
{
    const auto all = examplesOf(u"Tool"_s);
    QVERIFY(!all.isEmpty());
    for (const auto &[file, json] : all) {
        const Tool tool(json);
        QVERIFY2(!tool.name().isEmpty(), qPrintable(file));
        QVERIFY2(tool.problems().isEmpty(), qPrintable(file + tool.problems().join(u' ')));
    }
}

void TestSpecExamples::toolLists()
{
    const auto all = examplesOf(u"ListToolsResult"_s);
    QVERIFY(!all.isEmpty());
    for (const auto &[file, json] : all) {
        const ToolList list = ToolList::fromResult(json);
        QVERIFY2(!list.tools.isEmpty() && list.problems.isEmpty(), qPrintable(file));
    }
}

void TestSpecExamples::toolResults()
{
    const auto all = examplesOf(u"CallToolResult"_s);
    QVERIFY(!all.isEmpty());
    bool hasError = false;
    bool hasArray = false;
    for (const auto &[file, json] : all) {
        const ToolResult result(json);
        QVERIFY2(result.problems().isEmpty(), qPrintable(file));
        QVERIFY2(result.unknownMembers().isEmpty(), qPrintable(file));
        QVERIFY2(!result.content().isEmpty(), qPrintable(file));
        hasError = hasError || result.isError();
        hasArray = hasArray || result.structuredContent().isArray();
    }
    QVERIFY(hasError);
    QVERIFY(hasArray);
}

void TestSpecExamples::contents_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("expected");
    QTest::newRow("text") << u"TextContent"_s << int(Content::Type::Text);
    QTest::newRow("image") << u"ImageContent"_s << int(Content::Type::Image);
    QTest::newRow("audio") << u"AudioContent"_s << int(Content::Type::Audio);
    QTest::newRow("link") << u"ResourceLink"_s << int(Content::Type::ResourceLink);
    QTest::newRow("embedded") << u"EmbeddedResource"_s << int(Content::Type::Resource);
}
void TestSpecExamples::contents()
{
    QFETCH(QString, type);
    QFETCH(int, expected);
    const auto all = examplesOf(type);
    QVERIFY(!all.isEmpty());
    for (const auto &[file, json] : all) {
        const Content content(json);
        QVERIFY2(int(content.type()) == expected, qPrintable(file));
        if (content.type() == Content::Type::Image || content.type() == Content::Type::Audio)
            QVERIFY2(content.data() && !content.mimeType().isEmpty(), qPrintable(file));
        if (content.type() == Content::Type::Text)
            QVERIFY2(!content.text().isEmpty(), qPrintable(file));
    }
}

void TestSpecExamples::notifications()
{
    const auto progress = examplesOf(u"ProgressNotificationParams"_s);
    QVERIFY(!progress.isEmpty());
    for (const auto &[file, json] : progress) {
        const QString text = Progress::fromParams(json).describe();
        QVERIFY2(text.contains(u" of "), qPrintable(file + text));
    }
    const auto logs = examplesOf(u"LoggingMessageNotificationParams"_s);
    QVERIFY(!logs.isEmpty());
    for (const auto &[file, json] : logs)
        QVERIFY2(!LogMessage::fromParams(json).level.isEmpty(), qPrintable(file));
}

void TestSpecExamples::discoverResults()
{
    const auto all = examplesOf(u"DiscoverResult"_s);
    QVERIFY(!all.isEmpty());
    for (const auto &[file, json] : all) {
        ConnectionInfo info;
        info.era = Era::Modern;
        info.result = json;
        QVERIFY2(!info.displayName().isEmpty() && info.capabilities().isObject(), qPrintable(file));
    }
}

/// Nothing is lost on the way through our types: taken apart down to the last value and written
/// again, each example has the bytes it came in, but for white space.
void TestSpecExamples::bytes()
{
    const QList<Example> all = allExamples();
    QVERIFY(all.size() > 100);
    for (const auto &[file, json] : all) {
        QVERIFY2(!JsonText::check(json.view()), qPrintable(file));
        QVERIFY2(rewritten(json) == JsonText::compact(json.view()), qPrintable(file));
    }
}

/// The same for whole messages, composed from their parts.
void TestSpecExamples::messages()
{
    int count = 0;
    for (const auto &[file, json] : allExamples()) {
        if (!json.contains("jsonrpc"))
            continue;
        ++count;
        const QByteArray compact = JsonText::compact(json.view());
        const Message message = Message::fromPayload(compact);
        QVERIFY2(message.isValid(), qPrintable(file + message.problem()));
        QVERIFY2(message.problem().isEmpty(), qPrintable(file + message.problem()));
        QCOMPARE(message.payload(), compact);
        switch (message.kind()) {
        case Message::Kind::Request:
            QCOMPARE(Message::request(message.id(), message.method(), message.params()).payload(),
                     compact);
            break;
        case Message::Kind::Notification:
            QCOMPARE(Message::notification(message.method(), message.params()).payload(), compact);
            break;
        case Message::Kind::Response:
            QCOMPARE(Message::response(message.id(), message.result()).payload(), compact);
            break;
        default: {
            const Error error = Error::remote(message.error());
            QCOMPARE(error.kind, Error::Kind::Remote);
            QVERIFY2(error.code < 0 && !error.message.isEmpty(), qPrintable(file));
        }
        }
    }
    QVERIFY(count > 30);
}

void TestSpecExamples::resources()
{
    QVERIFY(!examplesOf(u"Resource"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"Resource"_s)) {
        const Resource resource(json, Resource::Kind::Resource);
        QVERIFY2(resource.problems().isEmpty(), qPrintable(file + resource.problems().join(u' ')));
    }
    for (const auto &[type, kind] :
         { std::pair(u"ListResourcesResult"_s, Resource::Kind::Resource),
           std::pair(u"ListResourceTemplatesResult"_s, Resource::Kind::Template) }) {
        QVERIFY(!examplesOf(type).isEmpty());
        for (const auto &[file, json] : examplesOf(type)) {
            const ResourceList list = ResourceList::fromResult(json, kind);
            QVERIFY2(!list.entries.isEmpty() && list.problems.isEmpty(), qPrintable(file));
            for (const Resource &entry : list.entries)
                QVERIFY2(entry.problems().isEmpty(), qPrintable(file));
            QVERIFY2(cachingProblems(json).isEmpty(), qPrintable(file));
        }
    }
}

void TestSpecExamples::readResults()
{
    QVERIFY(!examplesOf(u"ReadResourceResult"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"ReadResourceResult"_s)) {
        const QList<RawJson> contents = json.value("contents").elements();
        QVERIFY2(!contents.isEmpty(), qPrintable(file));
        for (const RawJson &each : contents) {
            const ResourceContents content(each);
            QVERIFY2(!content.uri().isEmpty(), qPrintable(file));
            QVERIFY2(content.text().isString() != content.blob().isString(), qPrintable(file));
        }
        QVERIFY2(cachingProblems(json).isEmpty(), qPrintable(file));
    }
}

void TestSpecExamples::prompts()
{
    QVERIFY(!examplesOf(u"ListPromptsResult"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"ListPromptsResult"_s)) {
        const PromptList list = PromptList::fromResult(json);
        QVERIFY2(!list.entries.isEmpty() && list.problems.isEmpty(), qPrintable(file));
        for (const Prompt &prompt : list.entries)
            QVERIFY2(prompt.problems().isEmpty(), qPrintable(file));
        QVERIFY2(cachingProblems(json).isEmpty(), qPrintable(file));
    }
    QVERIFY(!examplesOf(u"GetPromptResult"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"GetPromptResult"_s)) {
        const PromptResult result(json);
        QVERIFY2(result.problems().isEmpty(), qPrintable(file + result.problems().join(u' ')));
        QVERIFY2(!result.messages().isEmpty(), qPrintable(file));
    }
}

void TestSpecExamples::completions()
{
    QVERIFY(!examplesOf(u"CompleteResult"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"CompleteResult"_s)) {
        const Completion completion = Completion::fromResult(json);
        QVERIFY2(!completion.values.isEmpty() && completion.problems.isEmpty(), qPrintable(file));
    }
    // What we make of the same is what the examples say.
    for (const auto &[file, json] : examplesOf(u"CompleteRequestParams"_s)) {
        const RawJson ref = json.value("ref");
        const bool isPrompt = ref.value("type").toString() == "ref/prompt"_L1;
        const CompletionReference reference{ isPrompt ? CompletionReference::Kind::Prompt
                                                      : CompletionReference::Kind::ResourceTemplate,
                                             ref.value(isPrompt ? "name" : "uri").toString() };
        const RawJson argument = json.value("argument");
        const RawJson ours = reference.params(argument.value("name").toString(),
                                              argument.value("value").toString(),
                                              json.value("context").value("arguments"));
        for (const char *member : { "ref", "argument", "context" })
            QCOMPARE(JsonText::compact(ours.value(member).view()),
                     JsonText::compact(json.value(member).view()));
    }
}

void TestSpecExamples::roots()
{
    QVERIFY(!examplesOf(u"ListRootsResult"_s).isEmpty());
    for (const auto &[file, json] : examplesOf(u"ListRootsResult"_s)) {
        QList<Root> roots;
        for (const RawJson &entry : json.value("roots").elements()) {
            const Result<Root> root =
                    Root::fromUri(entry.value("uri").toString(), entry.value("name").toString());
            QVERIFY2(root, qPrintable(file));
            roots.append(*root);
        }
        QCOMPARE(Root::listResult(roots).toByteArray(), JsonText::compact(json.view()));
    }
}

QTEST_GUILESS_MAIN(TestSpecExamples)
#include "tst_specexamples.moc"
