// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/printedmodel.h"
#include "models/promptmodel.h"
#include "models/resourcemodel.h"

#include "client/offeringpeer.h"
#include "client/subscriptions.h"
#include "models/resultdigest.h"
#include "orchestrator/orchestrator.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using McpTest::printed;

namespace {

const QByteArray resources =
        R"({"resources":[{"uri":"file:///b","name":"b","title":"Bee","size":3},)"
        R"({"uri":"file:///dir/","name":"a","mimeType":"text/plain","description":"Äpfel\nund"},)"
        R"({"uri":"file:///b","name":"again"}]})";
const QByteArray templates =
        R"({"resourceTemplates":[{"uriTemplate":"db://{table}","name":"rows"}]})";
const QByteArray prompts = R"({"prompts":[{"name":"greet","title":"Greet"},)"
                           R"({"name":"p","title":"Other","arguments":[{"name":"x"}]}]})";
const QByteArray fileUpdated = R"({"uri":"file:///dir/x"})";
const QByteArray itemEntry = R"({"uri":"demo://items/%1","name":"item %1","description":"No %1"})";

} // namespace

/// Resources with their templates, and prompts, as lists to be filtered.
class TestResourceModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void templatesFirst();
    void filters_data();
    void filters();
    void watchedAndChanged();
    void updatesAreBounded();
    void tenThousand();
    void promptRows();
    void digestOfAPrompt();
    void digestOfAReadResult();

private:
    void list()
    {
        for (const auto kind : { Mcp::Resource::Kind::Resource, Mcp::Resource::Kind::Template })
            catalog(kind)->refresh();
        QTRY_VERIFY(catalog(Mcp::Resource::Kind::Template)->isListed());
        QTRY_VERIFY(catalog(Mcp::Resource::Kind::Resource)->isListed());
        m_model.setCatalogs(catalog(Mcp::Resource::Kind::Template),
                            catalog(Mcp::Resource::Kind::Resource),
                            m_orchestrator->defaultClient(u"s"_s)->subscriptions());
    }
    Mcp::ResourceCatalog *catalog(Mcp::Resource::Kind kind) const
    {
        return m_orchestrator->resources(u"s"_s, kind);
    }
    QStringList badges(int row) const
    {
        return m_model.index(row).data(ResourceModel::BadgesRole).toStringList();
    }

    McpTest::OfferingPeer m_peer;
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
    ResourceModel m_model;
};

void TestResourceModel::init()
{
    m_orchestrator = std::make_unique<Mcp::Orchestrator>();
    Mcp::ServerSpec spec;
    spec.name = u"s"_s;
    QVERIFY(!m_orchestrator->addServer(spec));
    m_orchestrator->server(u"s"_s)->setTransportFactory(m_peer.factory());
    m_peer.results.insert(u"resources/list"_s, resources);
    m_peer.results.insert(u"resources/templates/list"_s, templates);
    m_peer.results.insert(u"prompts/list"_s, prompts);
    m_orchestrator->open(u"s"_s);
    QTRY_COMPARE(m_orchestrator->server(u"s"_s)->state(), Mcp::Server::State::Ready);
}

void TestResourceModel::cleanup()
{
    m_model.setFilter({});
    m_model.setCatalogs(nullptr, nullptr, nullptr);
    m_orchestrator.reset();
}

void TestResourceModel::templatesFirst()
{
    const QAbstractItemModelTester tester(&m_model);
    list();
    QCOMPARE(printed(m_model), (QStringList{ u"rows"_s, u"Bee"_s, u"a"_s, u"again"_s }));
    QCOMPARE(printed(m_model, { 0 }, ResourceModel::TitleRole).at(1), u"file:///b"_s);
    const auto subject =
            m_model.index(0).data(ResourceModel::SubjectRole).value<Mcp::CallSubject>();
    QVERIFY(subject
            == Mcp::CallSubject(Mcp::CallSubject::Kind::ResourceTemplate, u"db://{table}"_s));
    QCOMPARE(badges(0), QStringList{ u"template"_s });
    QCOMPARE(badges(1), (QStringList{ u"3 B"_s, u"same name twice"_s }));
    QCOMPARE(badges(2), QStringList{ u"text/plain"_s });
    QCOMPARE(m_model.index(2).data(ResourceModel::DescriptionRole).toString(), u"Äpfel und"_s);
    QCOMPARE(m_model.rowOf(u"file:///dir/"_s), 2);
}

void TestResourceModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << u"again"_s << u"again"_s;
    QTest::newRow("title") << u"bee"_s << u"Bee"_s;
    QTest::newRow("URI") << u"file:///b"_s << u"Bee,again"_s;
    QTest::newRow("description") << u"äpfel"_s << u"a"_s;
    QTest::newRow("type") << u"text/plain"_s << u"a"_s;
    QTest::newRow("templates") << u"template"_s << u"rows"_s;
}

void TestResourceModel::filters()
{
    QFETCH(QString, filter);
    list();
    m_model.setFilter(filter);
    QTEST(printed(m_model).join(u','), "shown");
    QCOMPARE(m_model.totalCount(), 4);
}

void TestResourceModel::watchedAndChanged()
{
    list();
    Mcp::Subscriptions *subscriptions = m_orchestrator->defaultClient(u"s"_s)->subscriptions();
    subscriptions->watch(u"file:///dir/"_s);
    QTRY_VERIFY(badges(2).contains(u"watched"_s));
    // A sub-resource of the one that is watched.
    m_peer.notify("notifications/resources/updated", fileUpdated);
    QTRY_VERIFY(badges(2).contains(u"changed"_s));
    QVERIFY(!badges(1).contains(u"changed"_s));
    catalog(Mcp::Resource::Kind::Resource)->setRead(u"file:///dir/"_s);
    QVERIFY(!badges(2).contains(u"changed"_s));
    subscriptions->unwatch(u"file:///dir/"_s);
    QVERIFY(!badges(2).contains(u"watched"_s));
}

void TestResourceModel::updatesAreBounded()
{
    list();
    const QByteArray part(400'000, 'x');
    const auto padded = [&part](int n) { return QString::fromUtf8(QByteArray::number(n) + part); };
    for (int i = 0; i < 3; ++i)
        m_peer.notify("notifications/resources/updated",
                      "{\"uri\":\"" + padded(i).toUtf8() + "\"}");
    m_peer.notify("notifications/resources/updated", fileUpdated);
    auto *const listed = catalog(Mcp::Resource::Kind::Resource);
    QTRY_VERIFY(badges(2).contains(u"changed"_s)); // there is room for a usual one
    QVERIFY(listed->isUpdated(padded(1)));
    QVERIFY(!listed->isUpdated(padded(2)));
    listed->setRead(padded(1));
    m_peer.notify("notifications/resources/updated", "{\"uri\":\"" + padded(2).toUtf8() + "\"}");
    QTRY_VERIFY(listed->isUpdated(padded(2)));
}

void TestResourceModel::tenThousand()
{
    QByteArray many = R"({"resources":[)";
    for (int i = 0; i < 10'000; ++i)
        many += (i ? "," : "") + QByteArray(itemEntry).replace("%1", QByteArray::number(i));
    m_peer.results.insert(u"resources/list"_s, many + "]}");
    list();
    QCOMPARE(m_model.rowCount(), 10'001);
    m_model.setFilter(u"9999"_s);
    QCOMPARE(printed(m_model), QStringList{ u"item 9999"_s });
}

void TestResourceModel::promptRows()
{
    m_orchestrator->prompts(u"s"_s)->refresh();
    QTRY_VERIFY(m_orchestrator->prompts(u"s"_s)->isListed());
    PromptModel model;
    model.setCatalog(m_orchestrator->prompts(u"s"_s));
    QCOMPARE(printed(model), (QStringList{ u"greet"_s, u"p"_s }));
    QCOMPARE(printed(model, { 0 }, PromptModel::TitleRole), (QStringList{ QString(), u"Other"_s }));
    QCOMPARE(model.index(1).data(PromptModel::BadgesRole).toStringList(),
             QStringList{ u"1 argument"_s });
}

void TestResourceModel::digestOfAPrompt()
{
    const auto digest = ResultDigest::of(
            RawJson::fromText(
                    R"({"messages":[{"role":"user","content":{"type":"text","text":"a"}},)"
                    R"({"role":"robot","content":{"type":"text","text":"b"}}]})"),
            Mcp::CallSubject::Kind::Prompt);
    QVERIFY(digest.isComplete);
    QCOMPARE(digest.blocks.size(), 2);
    QCOMPARE(digest.blocks.at(1).role, u"robot"_s);
    QCOMPARE(digest.problemCount, 1);
    QCOMPARE(digest.toPlainText(), u"user:\na\n\nrobot:\nb"_s);
    QVERIFY(!ResultDigest::of(RawJson::fromText("{}"), Mcp::CallSubject::Kind::Prompt).isComplete);
}

void TestResourceModel::digestOfAReadResult()
{
    const auto digest = ResultDigest::of(
            RawJson::fromText(
                    R"({"contents":[{"uri":"a:b","text":"{\"x\":1.0}"},{"blob":"eA=="}]})"),
            Mcp::CallSubject::Kind::Resource);
    QVERIFY(digest.isComplete);
    QCOMPARE(digest.blocks.size(), 2);
    QVERIFY(digest.blocks.at(0).standsAlone);
    QCOMPARE(digest.structured.toByteArray(), R"({"x":1.0})");
    QCOMPARE(digest.structuredFrom, 1);
    QCOMPARE(digest.problems, QStringList{ u"Content 2 has no uri."_s });
}

QTEST_GUILESS_MAIN(TestResourceModel)
#include "tst_resourcemodel.moc"
