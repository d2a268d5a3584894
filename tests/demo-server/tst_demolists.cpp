// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qset.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

/*!
 * What the demo server lists, page by page: resources, templates, prompts; and what they hold.
 */
class TestDemoLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addRows(); }
    void init();
    void cleanup();

    void listsHavePages_data();
    void listsHavePages();
    void resourcesAreWhatTheySay();
    void resourceNotFound();
    void whatChangesIsNotKept();
    void templates_data();
    void templates();
    void prompts_data();
    void prompts();
    void promptsRefuse_data();
    void promptsRefuse();

private:
    QJsonObject read(const QByteArray &uri);

    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoLists::init()
{
    m_peer = DemoPeer::startRow();
    QVERIFY(m_peer);
}

void TestDemoLists::cleanup()
{
    QVERIFY(m_peer->noise().isEmpty());
    m_peer.reset();
}

QJsonObject TestDemoLists::read(const QByteArray &uri)
{
    return m_peer->answerObject(m_peer->ask("resources/read", R"("uri":")" + uri + '"'));
}

void TestDemoLists::listsHavePages_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("pages");
    QTest::newRow("tools") << "tools/list"_ba << u"tools"_s << u"name"_s << 32 << 2;
    QTest::newRow("resources") << "resources/list"_ba << u"resources"_s << u"uri"_s << 17 << 4;
    QTest::newRow("templates") << "resources/templates/list"_ba << u"resourceTemplates"_s
                               << u"uriTemplate"_s << 3 << 2;
    QTest::newRow("prompts") << "prompts/list"_ba << u"prompts"_s << u"name"_s << 5 << 2;
}

void TestDemoLists::listsHavePages()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, member);
    QFETCH(QString, key);
    QFETCH(int, entries);
    QFETCH(int, pages);
    int found = 0;
    const QByteArray latin = member.toLatin1();
    const QJsonArray list = m_peer->list(method, QLatin1StringView(latin), &found);
    QCOMPARE(found, pages);
    QSet<QString> names;
    for (const auto &entry : list)
        names.insert(entry[key].toString());
    QCOMPARE(names.size(), entries);
    QCOMPARE(list.size(), entries);
    for (const char *cursor : { "", "eA==", "cmVzb3VyY2VzQDU" }) {
        const int id = m_peer->ask(method, R"("cursor":")" + QByteArray(cursor) + '"');
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(id)), -32602);
    }
}

void TestDemoLists::resourcesAreWhatTheySay()
{
    const QJsonArray list = m_peer->list("resources/list", "resources"_L1);
    for (const auto &resource : list) {
        const QByteArray uri = resource["uri"_L1].toString().toUtf8();
        const QJsonObject contents = read(uri)["result"_L1]["contents"_L1][0].toObject();
        QCOMPARE(contents["uri"_L1].toString().toUtf8(), uri);
        QCOMPARE(contents["mimeType"_L1], resource["mimeType"_L1]);
        QVERIFY2(contents.contains("text"_L1) != contents.contains("blob"_L1), uri);
        const QByteArray bytes =
                contents.contains("text"_L1)
                        ? contents["text"_L1].toString().toUtf8()
                        : QByteArray::fromBase64(contents["blob"_L1].toString().toLatin1());
        if (!resource["size"_L1].isUndefined())
            QCOMPARE(resource["size"_L1].toInteger(), bytes.size());
        const QJsonArray icons = resource["icons"_L1].toArray();
        for (const auto &icon : icons)
            QVERIFY2(icon["src"_L1].toString().startsWith("data:image/"_L1), uri);
        QVERIFY2(!resource["title"_L1].toString().isEmpty() || uri == "demo://untyped", uri);
    }
    QVERIFY(list.at(0)["annotations"_L1]["audience"_L1].isArray());
}

void TestDemoLists::resourceNotFound()
{
    for (const char *uri : { "demo://nowhere", "file:///etc/passwd", "",
                             "demo://weather/Japan/Lima", "demo://files/src/none" }) {
        const QJsonObject answer = read(uri);
        QCOMPARE(DemoPeer::errorCode(answer), m_peer->isModern() ? -32602 : -32002);
        QCOMPARE(answer["error"_L1]["data"_L1]["uri"_L1], QString::fromLatin1(uri));
    }
}

void TestDemoLists::whatChangesIsNotKept()
{
    QVERIFY(!m_peer->call("change-counter", R"({"by":5})").isEmpty());
    const QJsonValue result = read("demo://counter")["result"_L1];
    QCOMPARE(result["contents"_L1][0]["text"_L1], "5"_L1);
    if (!m_peer->isModern())
        return;
    QCOMPARE(result["ttlMs"_L1].toInt(-1), 0);
    QCOMPARE(result["cacheScope"_L1], "private"_L1);
    const QJsonValue fixed = read("demo://guide")["result"_L1];
    QVERIFY(fixed["ttlMs"_L1].toInt() > 0);
    QCOMPARE(fixed["cacheScope"_L1], "public"_L1);
}

void TestDemoLists::templates_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<int>("contents");
    QTest::addColumn<QByteArray>("json"); // the first one, or empty
    QTest::newRow("whole tree") << "demo://files"_ba << 5 << ""_ba;
    QTest::newRow("folder") << "demo://files/src"_ba << 2 << ""_ba;
    QTest::newRow("file") << "demo://files/docs/first%20steps.md"_ba << 1 << ""_ba;
    QTest::newRow("umlaut") << "demo://files/docs/%C3%BCberblick.txt"_ba << 1 << ""_ba;
    QTest::newRow("label")
            << "demo://report/2026/q1/sales.csv"_ba << 1
            << R"({"folder":"2026/q1","name":"sales","format":"csv","fields":{},"section":""})"_ba;
    QTest::newRow("everything")
            << "demo://report/a/b/c?x=1&y=%26#top%20of"_ba << 1
            << R"({"folder":"a/b","name":"c","format":"","fields":{"x":"1","y":"&"},)"
               R"("section":"top of"})"_ba;
}

void TestDemoLists::templates()
{
    QFETCH(QByteArray, uri);
    QFETCH(int, contents);
    QFETCH(QByteArray, json);
    const QJsonArray found = read(uri)["result"_L1]["contents"_L1].toArray();
    QCOMPARE(found.size(), contents);
    if (!json.isEmpty())
        QCOMPARE(QJsonDocument::fromJson(found.at(0)["text"_L1].toString().toUtf8()),
                 QJsonDocument::fromJson(json));
    for (const auto &one : found) { // each can be read again by the URI it came with
        const QByteArray own = one["uri"_L1].toString().toUtf8();
        QCOMPARE(read(own)["result"_L1]["contents"_L1][0], QJsonValue(one));
    }
    const QJsonValue weather =
            read("demo://weather/Switzerland/Z%C3%BCrich?units=imperial&days=4")["result"_L1];
    const QJsonObject forecast =
            QJsonDocument::fromJson(weather["contents"_L1][0]["text"_L1].toString().toUtf8())
                    .object();
    QCOMPARE(forecast["city"_L1], u"Zürich"_s);
    QCOMPARE(forecast["forecast"_L1].toArray().size(), 4);
    QCOMPARE(forecast["forecast"_L1][0]["unit"_L1], u"°F"_s);
}

void TestDemoLists::prompts_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("content"); // the types of the messages
    QTest::addColumn<QString>("says");
    QTest::newRow("greeting") << "greeting"_ba
                              << "{}"_ba << u"user:text"_s << u"hello"_s;
    QTest::newRow("review") << "code-review"_ba
                            << R"({"code":"a\nb","style":"brief"})"_ba << u"user:text"_s
                            << u"brief"_s;
    QTest::newRow("journey") << "travel-plan"_ba
                             << R"({"country":"Peru","city":"Lima","days":"9"})"_ba
                             << u"user:text assistant:text user:text"_s << u"Lima, Peru, for 9"_s;
    QTest::newRow("content")
            << "every-content"_ba
            << "{}"_ba
            << u"user:text user:image user:audio user:resource user:resource user:resource_link "
               "assistant:text"_s
            << u"Release notes"_s;
    QTest::newRow("less content")
            << "every-content"_ba
            << R"({"pictures":"no"})"_ba
            << u"user:text user:audio user:resource user:resource user:resource_link "
               "assistant:text"_s
            << u"Release notes"_s;
}

void TestDemoLists::prompts()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, content);
    QFETCH(QString, says);
    const int id =
            m_peer->ask("prompts/get", R"("name":")" + name + R"(","arguments":)" + arguments);
    const QJsonValue result = m_peer->answerObject(id)["result"_L1];
    QCOMPARE(result["resultType"_L1].isUndefined(), !m_peer->isModern());
    QVERIFY(!result["description"_L1].toString().isEmpty());
    QStringList found;
    const QJsonArray messages = result["messages"_L1].toArray();
    for (const auto &message : messages)
        found += message["role"_L1].toString() + u':' + message["content"_L1]["type"_L1].toString();
    QCOMPARE(found.join(u' '), content);
    const QString first = result["messages"_L1][0]["content"_L1]["text"_L1].toString();
    QVERIFY2(first.contains(says), qPrintable(first));
}

void TestDemoLists::promptsRefuse_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown") << R"("name":"none")"_ba << u"none"_s;
    QTest::newRow("no name") << ""_ba << u"Unknown prompt"_s;
    QTest::newRow("missing") << R"("name":"code-review","arguments":{"style":"brief"})"_ba
                             << u"code"_s;
    QTest::newRow("no text") << R"("name":"code-review","arguments":{"code":7})"_ba << u"a text"_s;
    QTest::newRow("second missing")
            << R"("name":"travel-plan","arguments":{"country":"Peru"})"_ba << u"city"_s;
}

void TestDemoLists::promptsRefuse()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, names);
    const QJsonObject answer = m_peer->answerObject(m_peer->ask("prompts/get", members));
    QCOMPARE(DemoPeer::errorCode(answer), -32602);
    QVERIFY(answer["error"_L1]["message"_L1].toString().contains(names));
}

QTEST_GUILESS_MAIN(TestDemoLists)
#include "tst_demolists.moc"
