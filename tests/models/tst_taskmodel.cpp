// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/taskmodel.h"
#include "models/taskwords.h"
#include "json/jsonwriter.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::ConnectionInfo;
using Mcp::RawJson;
using Mcp::Task;
using Mcp::TaskStore;
using McpTest::printed;

namespace {

/// @p more are members.
Task task(const QByteArray &id, const QByteArray &status, const QByteArray &more = {})
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"taskId", QString::fromUtf8(id)).add(u"status", QString::fromUtf8(status));
    writer.addMembers(RawJson::fromText('{' + more + '}'));
    return Task(writer.toRawJson());
}

ConnectionInfo connection(Mcp::Era era, Mcp::Revision revision, const QByteArray &capabilities)
{
    ConnectionInfo info;
    info.era = era;
    info.revision = revision;
    info.result = RawJson::fromText(R"({"capabilities":)" + capabilities + '}');
    return info;
}

} // namespace

Q_DECLARE_METATYPE(McpUi::TaskChoice::Kind)

/// Tasks as a table, and how they are spoken about.
class TestTaskModel : public QObject
{
    Q_OBJECT

private slots:
    void newestFirst();
    void statesChangeInPlace();
    void oneServerOrAll();
    void filtersFollowTheStates();
    void forgetting();
    void boundedLikeTheStore();
    void unknownIds();
    void wordsOfStates();
    void choice_data();
    void choice();
};

void TestTaskModel::newestFirst()
{
    TaskStore store;
    store.update(u"a"_s, u"old"_s, task("1", "completed"));
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    store.update(u"a"_s, u"new"_s,
                 task("2", "working",
                      R"("statusMessage":"half\nway","createdAt":"soon","lastUpdatedAt":"later")"));
    QTRY_COMPARE(model.rowCount(), 2);
    const QStringList rows =
            printed(model, { TaskModel::Server, TaskModel::Tool, TaskModel::Message,
                             TaskModel::Created, TaskModel::Updated, TaskModel::Id });
    QCOMPARE(rows.at(0), u"a | new | half way | soon | later | 2"_s); // no times: as it says
    QVERIFY(rows.at(1).startsWith(u"a | old |  | "_s));
    QVERIFY(!model.index(1, TaskModel::Created).data().toString().isEmpty()); // ours
    QVERIFY(model.textOf(model.serialAt(0)).contains(u"half way"_s));
}

void TestTaskModel::statesChangeInPlace()
{
    TaskStore store;
    store.update(u"a"_s, u"t"_s, task("1", "working"));
    store.update(u"a"_s, u"t"_s, task("2", "working"));
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    store.countFollower(u"a"_s, u"1"_s, 1);
    QCOMPARE(model.runningCount(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(printed(model, { TaskModel::Status }),
             (QStringList{ u"was working"_s, u"working"_s }));
    store.update(u"a"_s, u"t"_s, task("1", "completed"));
    QCOMPARE(model.runningCount(), 0);
    QCOMPARE(model.index(1, TaskModel::Status).data().toString(), u"completed"_s);
    QCOMPARE(model.index(1, TaskModel::Status).data(TaskModel::ToneRole).toInt(),
             int(TaskModel::Good));
}

void TestTaskModel::oneServerOrAll()
{
    TaskStore store;
    store.update(u"a"_s, u"one"_s, task("1", "working"));
    store.update(u"b"_s, u"two"_s, task("1", "working"));
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    model.setServer(u"a"_s);
    QCOMPARE(printed(model, { TaskModel::Tool }), QStringList{ u"one"_s });
    model.setServer({});
    QCOMPARE(model.rowCount(), 2);
    store.rename(u"a"_s, u"c"_s);
    QTRY_COMPARE(printed(model, { TaskModel::Server }), (QStringList{ u"b"_s, u"c"_s }));
}

void TestTaskModel::filtersFollowTheStates()
{
    TaskStore store;
    store.update(u"a"_s, u"one"_s, task("1", "working"));
    store.update(u"a"_s, u"two"_s, task("2", "working"));
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    model.setFilter(u"COMPLETED"_s);
    QCOMPARE(model.rowCount(), 0);
    store.update(u"a"_s, u"one"_s, task("1", "completed"));
    QTRY_COMPARE(printed(model, { TaskModel::Tool }), QStringList{ u"one"_s });
    model.setFilter(u"two"_s);
    QCOMPARE(printed(model, { TaskModel::Id }), QStringList{ u"2"_s });
}

void TestTaskModel::forgetting()
{
    TaskStore store;
    for (int i = 1; i <= 5; ++i)
        store.update(u"a"_s, u"t"_s, task(QByteArray::number(i), i % 2 ? "completed" : "working"));
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    store.forget(u"a"_s, u"3"_s);
    QTRY_COMPARE(printed(model, { TaskModel::Id }),
                 (QStringList{ u"5"_s, u"4"_s, u"2"_s, u"1"_s }));
    store.setProblem(u"a"_s, u"2"_s, u"nobody knows it"_s);
    store.forgetEnded();
    QTRY_COMPARE(printed(model, { TaskModel::Id }), QStringList{ u"4"_s });
    store.forget(u"a"_s, u"4"_s);
    QTRY_COMPARE(model.rowCount(), 0);
    store.update(u"a"_s, u"t"_s, task("6", "working"));
    QTRY_COMPARE(printed(model, { TaskModel::Id }), QStringList{ u"6"_s });
}

void TestTaskModel::boundedLikeTheStore()
{
    TaskStore store;
    TaskModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStore(&store);
    for (int i = 0; i < TaskStore::maxTasks + 7; ++i)
        store.update(u"a"_s, u"t"_s, task(QByteArray::number(i), "completed"));
    QTRY_COMPARE(model.index(0, TaskModel::Id).data().toString(), u"1006"_s);
    QTRY_COMPARE(model.rowCount(), int(TaskStore::maxTasks));
    QCOMPARE(model.index(model.rowCount() - 1, TaskModel::Id).data().toString(), u"7"_s);
}

void TestTaskModel::unknownIds()
{
    TaskStore store;
    store.update(u"a"_s, u"t"_s, task("1", "working", R"("statusMessage":"busy")"));
    TaskModel model;
    model.setStore(&store);
    store.setProblem(u"a"_s, u"1"_s, u"error -32602: no such task"_s);
    const QModelIndex cell = model.index(0, TaskModel::Message);
    QCOMPARE(cell.data().toString(), u"✗ error -32602: no such task"_s);
    QCOMPARE(cell.data(TaskModel::ToneRole).toInt(), int(TaskModel::Bad));
    store.countFollower(u"a"_s, u"1"_s, 1); // asked again
    QCOMPARE(cell.data().toString(), u"busy"_s);
}

void TestTaskModel::wordsOfStates()
{
    QCOMPARE(TaskWords::status(task("1", "input_required")), u"input required"_s);
    QCOMPARE(TaskWords::status(task("1", "paused\nnow")), u"paused now"_s);
    QCOMPARE(TaskWords::line(task("t1", "working", R"("pollInterval":2000)")),
             u"Task working · asked every 2.0 s · t1"_s);
    QCOMPARE(TaskWords::line(task("t1", "completed", R"("statusMessage":"done")")),
             u"Task completed: done · t1"_s);
}

void TestTaskModel::choice_data()
{
    using Kind = TaskChoice::Kind;
    constexpr auto legacy = Mcp::Era::Legacy;
    constexpr auto newest = Mcp::Revision::V2025_11_25;
    QTest::addColumn<Mcp::Era>("era");
    QTest::addColumn<Mcp::Revision>("revision");
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<QByteArray>("execution");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isExplained");
    const QByteArray makes = R"({"tasks":{"requests":{"tools":{"call":{}}}}})";
    const QByteArray required = R"({"taskSupport":"required"})";
    const QByteArray optional = R"({"taskSupport":"optional"})";
    QTest::addRow("optional") << legacy << newest << makes << optional << Kind::Optional << true;
    QTest::addRow("required") << legacy << newest << makes << required << Kind::Required << true;
    QTest::addRow("forbidden") << legacy << newest << makes
                               << QByteArray(R"({"taskSupport":"forbidden"})") << Kind::None
                               << false;
    QTest::addRow("not said") << legacy << newest << makes << QByteArray("{}") << Kind::None
                              << false;
    QTest::addRow("no capability") << legacy << newest << QByteArray(R"({"tasks":{"list":{}}})")
                                   << required << Kind::None << false;
    QTest::addRow("older revision")
            << legacy << Mcp::Revision::V2025_06_18 << makes << required << Kind::None << false;
    QTest::addRow("the server decides")
            << Mcp::Era::Modern << Mcp::Revision::V2026_07_28
            << QByteArray(R"({"extensions":{"io.modelcontextprotocol/tasks":{}}})") << optional
            << Kind::None << true;
    QTest::addRow("modern, without the extension") << Mcp::Era::Modern << Mcp::Revision::V2026_07_28
                                                   << makes << required << Kind::None << false;
}

void TestTaskModel::choice()
{
    QFETCH(const Mcp::Era, era);
    QFETCH(const Mcp::Revision, revision);
    QFETCH(const QByteArray, capabilities);
    QFETCH(const QByteArray, execution);
    QFETCH(const TaskChoice::Kind, kind);
    QFETCH(const bool, isExplained);
    const Mcp::Tool tool(RawJson::fromText(R"({"name":"t","execution":)" + execution + '}'));
    const TaskChoice choice = TaskChoice::of(connection(era, revision, capabilities), tool, true);
    QCOMPARE(choice.kind, kind);
    QCOMPARE(!choice.why.isEmpty(), isExplained);
    QCOMPARE(TaskChoice::of(std::nullopt, tool, true).kind, TaskChoice::Kind::None);
}

QTEST_GUILESS_MAIN(TestTaskModel)
#include "tst_taskmodel.moc"
