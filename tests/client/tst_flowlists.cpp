// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"
#include "protocol/completion.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One list of any kind, read as far as what all kinds have in common.
struct Listed
{
    qsizetype entries = 0;
    QStringList problems;
    QStringList warnings;
    Error error;
};

Listed list(Client &client, const QString &kind)
{
    const Ended ended = waitFor(kind == u"resources"   ? client.listResources()
                                : kind == u"templates" ? client.listResourceTemplates()
                                                       : client.listPrompts());
    Listed listed;
    listed.error = ended.error();
    listed.warnings = ended.warnings;
    if (!ended.outcome)
        return listed;
    if (kind == u"prompts") {
        const PromptList prompts = PromptList::fromResult(*ended.outcome);
        listed.entries = prompts.entries.size();
        listed.problems = prompts.problems;
    } else {
        const ResourceList resources = ResourceList::fromResult(
                *ended.outcome,
                kind == u"templates" ? Resource::Kind::Template : Resource::Kind::Resource);
        listed.entries = resources.entries.size();
        listed.problems = resources.problems;
    }
    return listed;
}

} // namespace

/// Resources, templates, prompts and completion of a real process, in both eras, well and badly.
class TestFlowLists : public QObject
{
    Q_OBJECT

private slots:
    void lists_data();
    void lists();
    void read_data() { bothEras(); }
    void read();
    void missingResource_data();
    void missingResource();
    void oddReads_data();
    void oddReads();
    void prompts_data() { bothEras(); }
    void prompts();
    void oddPrompts_data();
    void oddPrompts();
    void completion_data() { bothEras(); }
    void completion();
    void completionBeforeContext();
    void oddCompletions_data();
    void oddCompletions();
    void undeclaredFeatures_data() { bothEras(); }
    void undeclaredFeatures();
};

void TestFlowLists::lists_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("problems");
    QTest::addColumn<QString>("violation"); // empty: none
    const QList<std::pair<QString, int>> kinds{ { u"resources"_s, 4 },
                                                { u"templates"_s, 2 },
                                                { u"prompts"_s, 3 } };
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        for (const auto &[kind, entries] : kinds) {
            const auto row = [&, kind = kind](const char *name, const QString &scenario, int count,
                                              int problems, const QString &violation) {
                QTest::addRow("%s of %s %s", name, qPrintable(kind), qPrintable(era))
                        << era << kind << scenario << count << problems << violation;
            };
            row("all", u"everything"_s, entries, 0, {});
            row("Checklist 47: pages", u"pages=2"_s, entries, 0, {});
            row("Checklist 47: empty cursor", u"empty-cursor"_s, entries, 0, {});
            row("Checklist 47: cursor loop", u"cursor-loop"_s, -1, -1, u"second time"_s);
            row("Checklist 47: endless", u"endless-pages"_s, Limits().listPages, 0, {});
            row("malformed", u"malformed-entries"_s, entries, 2, {});
        }
    }
}

void TestFlowLists::lists()
{
    QFETCH(const QString, era);
    QFETCH(const QString, kind);
    QFETCH(const QString, scenario);
    QFETCH(const int, entries);
    QFETCH(const int, problems);
    QFETCH(const QString, violation);
    FlowRig rig(era, { scenario });
    QVERIFY(rig.isOpen);
    const Listed listed = list(rig.client, kind);
    QVERIFY2(!listed.error, qPrintable(listed.error.describe()));
    if (entries >= 0)
        QCOMPARE(listed.entries, entries);
    if (problems >= 0)
        QVERIFY2(listed.problems.size() == problems, qPrintable(listed.problems.join(u'\n')));
    QCOMPARE(listed.warnings.size(),
             scenario == "endless-pages"_L1 || !violation.isEmpty() ? 1 : 0);
    if (violation.isEmpty())
        QCOMPARE(rig.complaints(), QString());
    else
        QVERIFY2(rig.isReported(violation), qPrintable(rig.warnings()));
}

void TestFlowLists::read()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    const auto contents = [&](const QString &uri) {
        const Ended ended = waitFor(rig.client.readResource(uri));
        return ended.outcome ? ended.outcome->value("contents").elements() : QList<RawJson>();
    };
    const QList<RawJson> text = contents(u"test:///readme.md"_s);
    QCOMPARE(text.size(), 1);
    QCOMPARE(ResourceContents(text.at(0)).text().toString(), u"# Read me\nZürich"_s);
    const QList<RawJson> blob = contents(u"test:///data.bin"_s);
    QCOMPARE(blob.size(), 1);
    QCOMPARE(ResourceContents(blob.at(0)).blob().toString(), u"AAEC"_s);
    QVERIFY(ResourceContents(blob.at(0)).text().isAbsent());
    QCOMPARE(ResourceContents(contents(u"test:///notes/a%20b"_s).value(0)).text().toString(),
             u"note a%20b"_s);
    QCOMPARE(ResourceContents(contents(u"ui://widget"_s).value(0)).mimeType(),
             u"text/html;profile=mcp-app"_s);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowLists::missingResource_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<int>("code");
    QTest::newRow("Checklist 56: legacy") << u"legacy"_s << -32002;
    QTest::newRow("Checklist 56: modern") << u"modern"_s << -32602;
}

void TestFlowLists::missingResource()
{
    QFETCH(const QString, era);
    QFETCH(const int, code);
    FlowRig rig(era, { u"read=missing"_s });
    const Error error = waitFor(rig.client.readResource(u"test:///readme.md"_s)).error();
    QCOMPARE(error.kind, Error::Kind::Remote);
    QCOMPARE(error.code, code);
    QCOMPARE(error.data.value("uri").toString(), u"test:///readme.md"_s);
    QCOMPARE(rig.complaints(), QString()); // it is no fault
}

void TestFlowLists::oddReads_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("kind");
    for (const char *era : { "legacy", "modern" }) {
        for (const char *kind :
             { "no-contents", "not-array", "number", "both", "neither", "base64", "two" })
            QTest::addRow("%s %s", kind, era)
                    << QString::fromLatin1(era) << QString::fromLatin1(kind);
    }
}

/// Whatever the server gives, it is delivered byte for byte, and the connection goes on.
void TestFlowLists::oddReads()
{
    QFETCH(const QString, era);
    QFETCH(const QString, kind);
    FlowRig rig(era, { u"read="_s + kind });
    const Ended ended = waitFor(rig.client.readResource(u"test:///readme.md"_s));
    QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
    if (kind == "two"_L1)
        QCOMPARE(ended.outcome->value("contents").count(), 2);
    if (kind == "base64"_L1)
        QVERIFY(ended.text().contains("not base64!"));
    if (kind == "not-array"_L1)
        QCOMPARE(ended.outcome->value("contents").toString(), u"no array"_s);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
}

void TestFlowLists::prompts()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    const Ended greeting =
            waitFor(rig.client.getPrompt(u"greet"_s, json(R"({"name":"Ada","tone":"w\u0061rm"})")));
    QVERIFY2(greeting.outcome, qPrintable(greeting.error().describe()));
    // Checklist 57: arguments are strings, and go out as they were typed.
    QCOMPARE(rig.sentParams(u"prompts/get"_s).value("arguments").toByteArray(),
             R"({"name":"Ada","tone":"w\u0061rm"})"_ba);
    const PromptResult result(*greeting.outcome);
    QVERIFY2(result.problems().isEmpty(), qPrintable(result.problems().join(u'\n')));
    QCOMPARE(result.messages().size(), 2);
    QCOMPARE(result.messages().at(0).role, u"user"_s);
    QCOMPARE(result.messages().at(1).content.text(), u"In a warm tone?"_s);
    const Ended kinds = waitFor(rig.client.getPrompt(u"contents"_s));
    const PromptResult contents(*kinds.outcome);
    QVERIFY2(contents.problems().isEmpty(), qPrintable(contents.problems().join(u'\n')));
    QList<Content::Type> types;
    for (const PromptMessage &message : contents.messages())
        types.append(message.content.type());
    QCOMPARE(types,
             (QList<Content::Type>{ Content::Type::Text, Content::Type::Image, Content::Type::Audio,
                                    Content::Type::ResourceLink, Content::Type::Resource }));
    QCOMPARE(waitFor(rig.client.getPrompt(u"greet"_s)).error().code, -32602); // "name" is missing
    QCOMPARE(waitFor(rig.client.getPrompt(u"nothing"_s)).error().code, -32602);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowLists::oddPrompts_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("kind");
    for (const char *era : { "legacy", "modern" }) {
        for (const char *kind :
             { "no-messages", "not-array", "content-array", "odd-role", "number" })
            QTest::addRow("%s %s", kind, era)
                    << QString::fromLatin1(era) << QString::fromLatin1(kind);
    }
}

void TestFlowLists::oddPrompts()
{
    QFETCH(const QString, era);
    QFETCH(const QString, kind);
    FlowRig rig(era, { u"prompt="_s + kind });
    const Ended ended = waitFor(rig.client.getPrompt(u"contents"_s));
    QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
    QVERIFY(!PromptResult(*ended.outcome).problems().isEmpty());
}

/// Checklist 50.
void TestFlowLists::completion()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    const auto completed = [&](const CompletionReference &reference, const QString &name,
                               const QString &value, const RawJson &others = {}) {
        const Ended ended = waitFor(rig.client.complete(reference, name, value, others));
        return ended.outcome ? Completion::fromResult(*ended.outcome) : Completion();
    };
    const CompletionReference greet{ CompletionReference::Kind::Prompt, u"greet"_s };
    const Completion names = completed(greet, u"name"_s, u"Ad"_s);
    QCOMPARE(names.values, (QStringList{ u"Ada"_s, u"Adele"_s }));
    QCOMPARE(names.total, 2);
    QVERIFY(!names.hasMore && names.problems.isEmpty());
    const RawJson ada = json(R"({"name":"Ada"})");
    QCOMPARE(completed(greet, u"tone"_s, {}, ada).values, QStringList{ u"solemn"_s });
    QCOMPARE(completed(greet, u"tone"_s, {}).values, (QStringList{ u"warm"_s, u"cold"_s }));
    const CompletionReference notes{ CompletionReference::Kind::ResourceTemplate,
                                     u"test:///notes/{id}"_s };
    QCOMPARE(completed(notes, u"id"_s, u"1"_s).values, (QStringList{ u"1"_s, u"10"_s, u"11"_s }));
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 6: context came with 2025-06-18.
void TestFlowLists::completionBeforeContext()
{
    for (const auto &[revision, hasContext] :
         { std::pair(u"2025-03-26"_s, false), std::pair(u"2025-06-18"_s, true) }) {
        FlowRig rig(u"legacy"_s, {}, FlowRig::everythingDeclared(), { u"--revision"_s, revision });
        QVERIFY(waitFor(rig.client.complete({ CompletionReference::Kind::Prompt, u"greet"_s },
                                            u"tone"_s, {}, json(R"({"name":"Ada"})")))
                        .outcome);
        QCOMPARE(rig.sentParams(u"completion/complete"_s).contains("context"), hasContext);
    }
}

void TestFlowLists::oddCompletions_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("values");
    QTest::addColumn<bool>("hasMore");
    QTest::addColumn<int>("problems");
    QTest::newRow("Checklist 50: more than allowed") << u"many"_s << 1000 << true << 1;
    QTest::newRow("Checklist 50: no total, no hasMore") << u"bare"_s << 2 << false << 0;
    QTest::newRow("Checklist 50: nothing") << u"none"_s << 0 << false << 1;
    QTest::newRow("Checklist 50: no array") << u"not-array"_s << 0 << false << 1;
    QTest::newRow("Checklist 50: numbers") << u"numbers"_s << 1 << false << 2;
    QTest::newRow("Checklist 50: late") << u"slow:50"_s << 3 << false << 0;
}

void TestFlowLists::oddCompletions()
{
    QFETCH(const QString, kind);
    QFETCH(const int, values);
    QFETCH(const bool, hasMore);
    QFETCH(const int, problems);
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        FlowRig rig(era, { u"completion="_s + kind });
        const Ended ended = waitFor(rig.client.complete(
                { CompletionReference::Kind::Prompt, u"greet"_s }, u"name"_s, {}));
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        const Completion completion = Completion::fromResult(*ended.outcome);
        QCOMPARE(completion.values.size(), values);
        QCOMPARE(completion.hasMore, hasMore);
        QCOMPARE(completion.problems.size(), problems);
    }
}

/// What a server does not declare is asked for all the same, and its refusal is an ordinary error.
void TestFlowLists::undeclaredFeatures()
{
    QFETCH(const QString, era);
    OpenRig rig({}, era);
    QCOMPARE(waitFor(rig.client.listResources()).error().code, -32601);
    QVERIFY2(rig.warnings().contains(u"\"resources\""), qPrintable(rig.warnings()));
    QCOMPARE(waitFor(rig.client.listPrompts()).error().code, -32601);
    QCOMPARE(waitFor(rig.client.complete({}, u"name"_s, {})).error().code, -32601);
}

QTEST_GUILESS_MAIN(TestFlowLists)
#include "tst_flowlists.moc"
