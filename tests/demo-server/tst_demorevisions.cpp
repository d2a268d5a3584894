// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

/*!
 * In each revision the demo server declares and sends what exists there, and no more
 * (what came when: the "Key Changes" page of each revision).
 */
class TestDemoRevisions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();

    void capabilities();
    void members();
    void promptContent();
    void structuredContent();
    void questions();
    void tasks();

private:
    /// Was @p revision there already?
    bool since(const QString &revision) const { return m_revision >= revision; }
    QJsonObject ask(const QByteArray &method, const QByteArray &members = {})
    {
        return m_peer->answerObject(m_peer->ask(method, members))["result"_L1].toObject();
    }

    QString m_revision;
    QJsonObject m_opened; ///< the result of initialize or server/discover
    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoRevisions::initTestCase_data()
{
    QTest::addColumn<QString>("revision");
    for (const char *revision :
         { "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28" })
        QTest::newRow(revision) << QString::fromLatin1(revision);
}

void TestDemoRevisions::init()
{
    QFETCH_GLOBAL(QString, revision);
    m_revision = revision;
    const bool modern = revision == "2026-07-28"_L1;
    m_peer = std::make_unique<DemoPeer>(false, modern);
    m_peer->declare(DemoPeer::allCapabilities(modern));
    QVERIFY(m_peer->start(McpTest::programPath(u"mcp-demo-server"_s), {}));
    m_opened = modern ? ask("server/discover")
                      : m_peer->handshake(revision.toLatin1())["result"_L1].toObject();
}

void TestDemoRevisions::capabilities()
{
    const QJsonObject declared = m_opened["capabilities"_L1].toObject();
    QStringList expected{ u"logging"_s, u"prompts"_s, u"resources"_s, u"tools"_s };
    if (since(u"2025-03-26"_s))
        expected += u"completions"_s;
    if (m_revision == "2025-11-25"_L1)
        expected += u"tasks"_s;
    if (since(u"2026-07-28"_s))
        expected += u"extensions"_s;
    expected.sort();
    QCOMPARE(declared.keys(), expected);
    QCOMPARE(declared["resources"_L1]["subscribe"_L1], true);
    for (const QLatin1StringView list : { "resources"_L1, "tools"_L1, "prompts"_L1 })
        QCOMPARE(declared[list]["listChanged"_L1], true);
    QCOMPARE(m_opened["serverInfo"_L1].toObject().contains("icons"_L1),
             m_revision == "2025-11-25"_L1);
}

void TestDemoRevisions::members()
{
    struct Row
    {
        QByteArray method;
        QByteArray list;
        QLatin1StringView member;
        QString since;
        QString until = u"9999"_s;
    };
    const Row rows[] = {
        { "tools/list", "tools", "annotations"_L1, u"2024-11-05"_s },
        { "tools/list", "tools", "title"_L1, u"2025-06-18"_s },
        { "tools/list", "tools", "outputSchema"_L1, u"2025-06-18"_s },
        { "tools/list", "tools", "icons"_L1, u"2025-11-25"_s },
        { "tools/list", "tools", "execution"_L1, u"2025-11-25"_s, u"2025-11-25"_s },
        { "resources/list", "resources", "title"_L1, u"2025-06-18"_s },
        { "resources/list", "resources", "icons"_L1, u"2025-11-25"_s },
        { "resources/list", "resources", "size"_L1, u"2024-11-05"_s },
        { "resources/templates/list", "resourceTemplates", "icons"_L1, u"2025-11-25"_s },
        { "prompts/list", "prompts", "title"_L1, u"2025-06-18"_s },
        { "prompts/list", "prompts", "icons"_L1, u"2025-11-25"_s },
    };
    for (const Row &row : rows) {
        bool found = false;
        const QJsonArray entries = m_peer->list(row.method, QLatin1StringView(row.list));
        for (const auto &entry : entries)
            found = found || !entry[row.member].isUndefined();
        QVERIFY2(found == (since(row.since) && m_revision <= row.until), row.member.data());
    }
    bool argumentHasTitle = false;
    const QJsonArray prompts = m_peer->list("prompts/list", "prompts"_L1);
    for (const auto &prompt : prompts)
        argumentHasTitle = argumentHasTitle || prompt["arguments"_L1][0]["title"_L1].isString();
    QCOMPARE(argumentHasTitle, since(u"2025-06-18"_s));
}

void TestDemoRevisions::promptContent()
{
    QStringList types;
    const QJsonArray messages =
            ask("prompts/get", R"("name":"every-content")")["messages"_L1].toArray();
    for (const auto &message : messages)
        types += message["content"_L1]["type"_L1].toString();
    QCOMPARE(types.contains("audio"_L1), since(u"2025-03-26"_s));
    QCOMPARE(types.contains("resource_link"_L1), since(u"2025-06-18"_s));
    QVERIFY(types.contains("image"_L1) && types.contains("resource"_L1));
}

void TestDemoRevisions::structuredContent()
{
    const QJsonObject result = m_peer->call("sum", R"({"numbers":[1]})");
    QCOMPARE(result.contains("structuredContent"_L1), since(u"2025-06-18"_s));
}

void TestDemoRevisions::questions()
{
    struct Row
    {
        const char *tool;
        const char *arguments;
        QString since;
    };
    const Row rows[] = { { "ask-form", "{}", u"2025-06-18"_s },
                         { "ask-url", "{}", u"2025-11-25"_s },
                         { "ask-model", "{}", u"2024-11-05"_s },
                         { "ask-model", R"({"with_tools":true})", u"2025-11-25"_s },
                         { "ask-roots", "{}", u"2024-11-05"_s } };
    for (const Row &row : rows) {
        QJsonObject asked;
        const QJsonObject result = m_peer->converseTool(
                row.tool, row.arguments, [&asked](const QString &, const QJsonObject &params) {
                    asked = params;
                    return "{}"_ba;
                });
        QCOMPARE(m_peer->questions(), since(row.since) ? 1 : 0);
        QCOMPARE(result["isError"_L1].toBool(), !since(row.since));
        // before 2025-11-25 there was one mode, without a name
        if (qstrcmp(row.tool, "ask-form") == 0)
            QCOMPARE(asked.contains("mode"_L1), since(u"2025-11-25"_s));
        QCOMPARE(asked.contains("elicitationId"_L1),
                 qstrcmp(row.tool, "ask-url") == 0 && m_revision == "2025-11-25"_L1);
        bool hasList = false;
        for (const auto &property : asked["requestedSchema"_L1]["properties"_L1].toObject())
            hasList = hasList || property["type"_L1] == "array"_L1;
        QCOMPARE(hasList, qstrcmp(row.tool, "ask-form") == 0 && since(u"2025-11-25"_s));
    }
}

void TestDemoRevisions::tasks()
{
    const QJsonArray tools = m_peer->list("tools/list", "tools"_L1);
    QCOMPARE(tools.size(), since(u"2025-11-25"_s) ? 32 : 31);
    const int code = DemoPeer::errorCode(
            m_peer->answerObject(m_peer->ask("tasks/get", R"("taskId":"none")")));
    QCOMPARE(code, since(u"2025-11-25"_s) ? -32602 : -32601);
}

QTEST_GUILESS_MAIN(TestDemoRevisions)
#include "tst_demorevisions.moc"
