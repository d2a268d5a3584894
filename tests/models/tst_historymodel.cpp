// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/historymodel.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::History;
using Mcp::HistoryEntry;
using McpTest::printed;

/// The calls made as a table, newest first.
class TestHistoryModel : public QObject
{
    Q_OBJECT

private slots:
    void newestFirst();
    void oneServerOrAll();
    void filters();
    void boundsAndClearing();
    void outcomes();

private:
    static HistoryEntry entry(const QString &server, const QString &tool,
                              const QByteArray &arguments = "{}");
};

HistoryEntry TestHistoryModel::entry(const QString &server, const QString &tool,
                                     const QByteArray &arguments)
{
    HistoryEntry entry;
    entry.time = 1'700'000'000'000;
    entry.server = server;
    entry.subject = tool;
    entry.arguments = Mcp::RawJson::fromText(arguments);
    entry.durationMs = 12;
    entry.resultSize = 4096;
    return entry;
}

void TestHistoryModel::newestFirst()
{
    History history;
    history.add(entry(u"s"_s, u"old"_s));
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHistory(&history);
    history.add(entry(u"s"_s, u"new"_s, R"({"id": 12345678901234567890})"));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(printed(model, { HistoryModel::Target, HistoryModel::Duration, HistoryModel::Size,
                              HistoryModel::Arguments }),
             (QStringList{ u"new | 12 ms | 4.1 KB | {\"id\": 12345678901234567890}"_s,
                           u"old | 12 ms | 4.1 KB | {}"_s }));
    QCOMPARE(model.entryAt(0)->subject.name, u"new"_s);
    HistoryEntry failed = entry(u"s"_s, u"failed"_s);
    failed.resultSize = 0; // of an error there is none
    history.add(failed);
    QTRY_COMPARE(printed(model, { HistoryModel::Size }).value(0), QString());
}

void TestHistoryModel::oneServerOrAll()
{
    History history;
    history.add(entry(u"a"_s, u"one"_s));
    history.add(entry(u"b"_s, u"two"_s));
    history.add(entry(u"a"_s, u"three"_s));
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHistory(&history);
    model.setServer(u"a"_s);
    QCOMPARE(printed(model, { HistoryModel::Target }), (QStringList{ u"three"_s, u"one"_s }));
    model.setServer({});
    QCOMPARE(model.rowCount(), 3);
}

void TestHistoryModel::filters()
{
    History history;
    history.add(entry(u"a"_s, u"echo"_s, R"({"text":"Needle"})"));
    history.add(entry(u"a"_s, u"sum"_s));
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHistory(&history);
    model.setFilter(u"needle"_s);
    QCOMPARE(printed(model, { HistoryModel::Target }), QStringList{ u"echo"_s });
    model.setFilter(u"SUM"_s);
    QCOMPARE(printed(model, { HistoryModel::Target }), QStringList{ u"sum"_s });
}

void TestHistoryModel::boundsAndClearing()
{
    History history({}, { .calls = 5 });
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHistory(&history);
    for (int i = 0; i < 12; ++i)
        history.add(entry(u"s"_s, QString::number(i)));
    QTRY_COMPARE(printed(model, { HistoryModel::Target }).value(0), u"11"_s);
    QCOMPARE(model.rowCount(), history.count());
    history.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    history.add(entry(u"s"_s, u"after"_s));
    QTRY_COMPARE(printed(model, { HistoryModel::Target }), QStringList{ u"after"_s });
}

void TestHistoryModel::outcomes()
{
    History history;
    HistoryEntry failed = entry(u"s"_s, u"t"_s);
    failed.outcome = HistoryEntry::Outcome::Failed;
    failed.message = u"exited with code 1"_s;
    history.add(failed);
    HistoryModel model;
    model.setHistory(&history);
    const QModelIndex cell = model.index(0, HistoryModel::Outcome);
    QVERIFY(cell.data().toString().endsWith(u": exited with code 1"_s));
    QVERIFY(!cell.data(HistoryModel::GoodRole).toBool());
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
