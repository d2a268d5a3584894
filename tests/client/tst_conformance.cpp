// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"
#include "client/specschema.h"
#include "client/subscriptions.h"
#include "protocol/completion.h"
#include "protocol/root.h"
#include "support/skip.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray form =
        R"({"method":"elicitation/create","params":{"message":"How many?","requestedSchema":)"
        R"({"type":"object","properties":{"n":{"type":"integer"}}}}})";
const QByteArray visit =
        R"({"method":"elicitation/create","params":{"mode":"url","message":"Sign in",)"
        R"("url":"https://example.org/","elicitationId":"e1"}})";
const QByteArray sampling =
        R"({"method":"sampling/createMessage","params":{"maxTokens":9,"messages":)"
        R"([{"role":"user","content":{"type":"text","text":"hi"}}]}})";

/// Checklist 63, 64, 66: what the user's answers look like. No fraction: the generated schema
/// forgets that numbers may have one.
RawJson answerTo(const InputRequest &request, bool hasLists = true)
{
    if (request.kind() == InputRequest::Kind::Roots)
        return Root::listResult({ *Root::fromUri(u"file:///w"_s, u"w"_s) });
    if (request.kind() == InputRequest::Kind::Sampling)
        return json(R"({"role":"assistant","model":"manual","stopReason":"endTurn",)"
                    R"("content":{"type":"text","text":"hello"}})");
    if (request.params().value("mode").toString() == "url"_L1)
        return json(R"({"action":"accept"})");
    return hasLists ? json(R"({"action":"accept","content":{"n":4,"b":true,"list":["a"]}})")
                    : json(R"({"action":"accept","content":{"n":4,"b":true}})");
}

QByteArray announcement(const QByteArray &what)
{
    return "{\"what\":\"" + what + "\",\"uri\":\"test:///readme.md\"}";
}

/// A session that uses every feature of a revision.
struct Everything : FlowRig
{
    explicit Everything(Revision spoken)
        : FlowRig(toString(eraOf(spoken)), {}, everythingDeclared(), options(spoken))
        , revision(spoken)
    {
        answer = answering();
    }

    /// Lists came to forms with 2025-11-25.
    std::function<void(InputRequest *)> answering() const
    {
        const bool hasLists = revision >= Revision::V2025_11_25;
        return [hasLists](InputRequest *request) { request->answer(answerTo(*request, hasLists)); };
    }

    static QStringList options(Revision spoken)
    {
        if (eraOf(spoken) == Era::Modern)
            return {};
        return { u"--revision"_s, toString(spoken) };
    }

    bool isModern() const { return eraOf(revision) == Era::Modern; }

    void run()
    {
        lists();
        features();
        questions();
        subscriptions();
        if (revision >= Revision::V2025_11_25)
            tasks();
        cancellation();
    }

    void lists()
    {
        QVERIFY(waitFor(client.listTools()).outcome);
        QVERIFY(waitFor(client.listResources()).outcome);
        QVERIFY(waitFor(client.listResourceTemplates()).outcome);
        QVERIFY(waitFor(client.listPrompts()).outcome);
    }

    void features()
    {
        CallOptions options;
        options.meta = json(R"({"traceparent":"00-0af7651916cd43dd8448eb211c80319c-)"
                            R"(b7ad6b7169203331-01"})");
        QVERIFY(call(u"slow"_s, R"({"ms":40,"steps":2})", options).outcome);
        QVERIFY(call(u"structured"_s).outcome);
        QVERIFY(call(u"fail"_s).outcome);
        QVERIFY(waitFor(client.readResource(u"test:///data.bin"_s)).outcome);
        const RawJson ada = json(R"({"name":"Ada"})");
        QVERIFY(waitFor(client.getPrompt(u"greet"_s, ada)).outcome);
        if (revision >= Revision::V2025_06_18) // it has audio and links
            QVERIFY(waitFor(client.getPrompt(u"contents"_s)).outcome);
        QVERIFY(waitFor(client.complete({ CompletionReference::Kind::Prompt, u"greet"_s },
                                        u"tone"_s, u"w"_s, ada))
                        .outcome);
        const CompletionReference notes{ CompletionReference::Kind::ResourceTemplate,
                                         u"test:///notes/{id}"_s };
        QVERIFY(waitFor(client.complete(notes, u"id"_s, {})).outcome);
        QVERIFY(waitFor(client.setLogLevel(u"info"_s)).outcome);
        QVERIFY(call(u"log"_s).outcome);
        QCOMPARE(bool(waitFor(client.ping()).outcome), !isModern());
    }

    void questions()
    {
        QVERIFY(call(u"ask"_s, R"({"method":"roots/list"})").outcome);
        QVERIFY(call(u"ask"_s, sampling).outcome);
        if (revision >= Revision::V2025_06_18)
            QVERIFY(call(u"ask"_s, form).outcome);
        if (revision >= Revision::V2025_11_25)
            QVERIFY(call(u"ask"_s, visit).outcome);
        QVERIFY(waitFor(client.getPrompt(u"ask"_s)).outcome);
        QVERIFY(waitFor(client.readResource(u"test:///ask"_s)).outcome);
        if (isModern())
            return;
        QVERIFY(call(u"ask"_s, R"({"method":"ping"})").outcome);
        QVERIFY(call(u"ask"_s, R"({"method":"surprise/me"})").outcome);
        answer = [](InputRequest *request) { request->refuse(-1, u"The user said no"_s); };
        QVERIFY(call(u"ask"_s, sampling).outcome);
        answer = answering();
        QVERIFY(client.notify(u"notifications/roots/list_changed"_s));
    }

    void subscriptions()
    {
        const QString uri = u"test:///readme.md"_s;
        Subscriptions *const all = client.subscriptions();
        all->setListChanges(true);
        all->watch(uri);
        QTRY_COMPARE(all->state(uri), Subscriptions::State::Active);
        for (const char *what : { "tools", "prompts", "resources", "updated" })
            QCOMPARE(firstText(call(u"announce"_s, announcement(what))), u"told"_s);
        all->unwatch(uri);
        QTRY_VERIFY(sentMethods().contains(isModern() ? u"notifications/cancelled"_s
                                                      : u"resources/unsubscribe"_s));
    }

    void tasks()
    {
        CallOptions asTask;
        asTask.taskTtl = 60'000;
        QVERIFY(call(u"work"_s, R"({"ms":1})", asTask).outcome);
        Call *const long_ = client.callTool(u"work"_s, json(R"({"ms":60000})"), asTask);
        QTRY_VERIFY(long_->task());
        if (!isModern())
            QVERIFY(waitFor(client.list(u"tasks/list"_s, u"tasks"_s)).outcome);
        long_->cancel();
        QTRY_VERIFY(sentMethods().contains(u"tasks/cancel"_s));
    }

    void cancellation()
    {
        Call *const slow = client.callTool(u"slow"_s, json(R"({"ms":60000,"steps":1})"));
        QTRY_COMPARE(sentMethods().last(), u"tools/call"_s);
        slow->cancel(u"enough"_s);
        QTRY_COMPARE(sentMethods().last(), u"notifications/cancelled"_s);
        QVERIFY(call(u"echo"_s).outcome);
    }

    Revision revision;
};

/// What we never send: we host no tasks, and report no progress on what we are asked.
const QSet<QString> never{ u"notifications/progress"_s, u"notifications/tasks/status"_s };

} // namespace

/// Checklist 1, 2, 3, 9, 16: every message of a session that uses every feature is valid by the
/// schema of the negotiated revision, the fake server's as well as ours.
class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void revisions_data();
    void revisions();
    void tasksThatAsk_data() { bothEras(); }
    void tasksThatAsk();
    void schemasReject();

private:
    static void validate(const Mcp::TraceLog &trace, const SpecSchema &schema,
                         const SpecSchema &probes);
};

void TestConformance::revisions_data()
{
    QTest::addColumn<Revision>("revision");
    for (const Era era : { Era::Legacy, Era::Modern }) {
        for (const Revision revision : supportedRevisions(era))
            QTest::addRow("%s", qPrintable(toString(revision))) << revision;
    }
}

/// @p probes is the schema for server/discover, which is asked of legacy servers too.
void TestConformance::validate(const TraceLog &trace, const SpecSchema &schema,
                               const SpecSchema &probes)
{
    QSet<QByteArray> ids;
    for (int i = 0; i < trace.count(); ++i) {
        const TraceEntry &entry = trace.at(i);
        if (entry.kind != TraceEntry::Kind::Message)
            continue;
        const bool isProbe = entry.method == "server/discover"_L1;
        const QStringList problems = (isProbe ? probes : schema).problems(entry, trace);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        if (entry.direction != TraceEntry::Direction::Sent)
            continue;
        QVERIFY(!entry.message.payload().contains('\n'));     // checklist 16
        if (entry.message.kind() == Message::Kind::Request) { // checklist 1
            QVERIFY(!ids.contains(entry.message.id().raw()));
            ids.insert(entry.message.id().raw());
        }
    }
}

void TestConformance::revisions()
{
    QFETCH(const Revision, revision);
    const SpecSchema schema(revision);
    const SpecSchema modern(Revision::V2026_07_28);
    if (!schema.isPresent() || !modern.isPresent())
        MCP_SKIP_REFERENCE("the specification's schemas are not here; set MCP_SPEC_DIR to a folder "
                           "that holds 2026-07-28/schema.json and its kind");
    Everything session(revision);
    QVERIFY(session.isOpen);
    QVERIFY(session.client.connection()->revision == revision);
    session.run();
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(session.complaints(), QString());
    validate(*session.server.trace(), schema, modern);
    // Everything there is was used.
    const QStringList list = session.sentMethods();
    const QSet<QString> sent(list.begin(), list.end());
    for (const QString &name : { u"ClientRequest"_s, u"ClientNotification"_s }) {
        const QSet<QString> left = schema.methodsOf(name) - sent - never;
        QVERIFY2(left.isEmpty(), qPrintable(QStringList(left.begin(), left.end()).join(u' ')));
    }
}

void TestConformance::tasksThatAsk()
{
    QFETCH(const QString, era);
    const SpecSchema schema(era == "legacy"_L1 ? Revision::V2025_11_25 : Revision::V2026_07_28);
    const SpecSchema modern(Revision::V2026_07_28);
    if (!schema.isPresent() || !modern.isPresent())
        MCP_SKIP_REFERENCE("the specification's schemas are not here; set MCP_SPEC_DIR");
    FlowRig rig(era, { u"task=input"_s });
    rig.answer = [](InputRequest *request) { request->answer(answerTo(*request)); };
    CallOptions asTask;
    asTask.taskTtl = 0;
    QVERIFY(rig.call(u"work"_s, R"({"ms":1})", asTask).outcome);
    QCOMPARE(rig.askedCount, 1);
    validate(*rig.server.trace(), schema, modern);
}

/// The check itself is worth something: what is wrong is found.
void TestConformance::schemasReject()
{
    const SpecSchema schema(Revision::V2026_07_28);
    if (!schema.isPresent())
        MCP_SKIP_REFERENCE("the specification's schemas are not here; set MCP_SPEC_DIR");
    QVERIFY(!schema.problems(u"CallToolRequest"_s,
                             json(R"({"jsonrpc":"2.0","id":1,"method":"tools/call",)"
                                  R"("params":{"name":"t"}})"))
                     .isEmpty()); // no _meta
    QVERIFY(!schema.problems(u"ListToolsResult"_s, json(R"({"tools":[]})")).isEmpty());
    QVERIFY(schema.problems(u"Tool"_s, json(R"({"name":"t","inputSchema":{"type":"object"}})"))
                    .isEmpty());
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
