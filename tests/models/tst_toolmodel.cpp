// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/toolmodel.h"
#include "support/worktimer.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::Tool;
using McpTest::printed;

/// The tools of a server as a filtered list.
class TestToolModel : public QObject
{
    Q_OBJECT

private slots:
    void keepsOrderAndDuplicates();
    void filters_data();
    void filters();
    void badges_data();
    void badges();
    void titles();
    void foreignText();
    void manyTools();
    void hugeTexts_data();
    void hugeTexts();

private:
    static Tool tool(const QByteArray &json) { return Tool(RawJson::fromText(json)); }
};

void TestToolModel::keepsOrderAndDuplicates()
{
    ToolModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTools({ tool(R"({"name":"b"})"), tool(R"({"name":"a"})"), tool(R"({"name":"b"})") });
    QCOMPARE(printed(model), (QStringList{ u"b"_s, u"a"_s, u"b"_s }));
    QVERIFY(model.index(0).data(ToolModel::DuplicateRole).toBool());
    QVERIFY(!model.index(1).data(ToolModel::DuplicateRole).toBool());
    QVERIFY(model.index(2)
                    .data(ToolModel::BadgesRole)
                    .toStringList()
                    .contains(u"same name twice"_s));
    QCOMPARE(model.rowOf(u"a"_s), 1);
    QCOMPARE(model.nameAt(2), u"b"_s);
    model.setTools({});
    QCOMPARE(model.rowCount(), 0);
}

void TestToolModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << QString() << u"read_file,list_dir,sum"_s;
    QTest::newRow("name") << u"LIST"_s << u"list_dir"_s;
    QTest::newRow("title") << u"addition"_s << u"sum"_s;
    QTest::newRow("description") << u"bytes of"_s << u"read_file"_s;
    QTest::newRow("words in any order") << u"file read"_s << u"read_file"_s;
    QTest::newRow("case of other scripts") << u"ÄPFEL"_s << u"sum"_s;
    QTest::newRow("nothing") << u"zzz"_s << QString();
}

void TestToolModel::filters()
{
    QFETCH(QString, filter);
    ToolModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTools({ tool(R"({"name":"read_file","description":"The bytes of one"})"),
                     tool(R"({"name":"list_dir"})"),
                     tool(R"({"name":"sum","title":"Addition","description":"Zählt Äpfel"})") });
    model.setFilter(filter);
    QTEST(printed(model).join(u','), "shown");
    QCOMPARE(model.totalCount(), 3);
}

void TestToolModel::badges_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("badges");
    const QByteArray schema = R"("inputSchema":{"type":"object"})";
    QTest::newRow("only what was said") << schema << QString();
    QTest::newRow("read-only") << schema + R"(,"annotations":{"readOnlyHint":true})"
                               << u"read-only"_s;
    QTest::newRow("destructive") << schema + R"(,"annotations":{"destructiveHint":true})"
                                 << u"destructive"_s;
    QTest::newRow("not destructive")
            << schema + R"(,"annotations":{"destructiveHint":false})" << QString();
    QTest::newRow("open world") << schema + R"(,"annotations":{"openWorldHint":true})"
                                << u"open world"_s;
    QTest::newRow("task") << schema + R"(,"execution":{"taskSupport":"required"})" << u"task"_s;
    QTest::newRow("no schema") << QByteArray(R"("x":1)") << u"no schema"_s;
    QTest::newRow("wrong schema") << QByteArray(R"("inputSchema":{"type":"array"})")
                                  << u"breaks rules"_s;
}

void TestToolModel::badges()
{
    QFETCH(QByteArray, members);
    QTEST(ToolModel::badges(tool("{\"name\":\"t\"," + members + '}')).join(u','), "badges");
}

void TestToolModel::titles()
{
    ToolModel model;
    model.setTools({ tool(R"({"name":"slow-job","title":"Slow job"})"),
                     tool(R"({"name":"sum","title":"Sum of numbers"})") });
    QCOMPARE(printed(model, { 0 }, ToolModel::TitleRole),
             (QStringList{ QString(), u"Sum of numbers"_s }));
}

void TestToolModel::foreignText()
{
    ToolModel model;
    model.setTools({ tool(R"({"name":"<b>x</b>","description":"a\nb\u0007<script>"})") });
    QCOMPARE(model.index(0).data(ToolModel::DescriptionRole).toString(), u"a b <script>"_s);
    const QString tip = model.index(0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;b&gt;"_s));
    QVERIFY(!tip.contains(u"<script>"_s));
}

void TestToolModel::manyTools()
{
    QList<Tool> tools;
    for (int i = 0; i < 100'000; ++i)
        tools += tool("{\"name\":\"tool_" + QByteArray::number(i)
                      + "\",\"description\":\"Does the thing number " + QByteArray::number(i)
                      + " and says what came of it.\"}");
    ToolModel model;
    model.setTools(tools);
    QCOMPARE(model.rowCount(), 100'000);
    model.setFilter(u"99999"_s); // makes the keys
    QCOMPARE(printed(model), QStringList{ u"tool_99999"_s });
    McpTest::WorkTimer timer;
    timer.start();
    model.setFilter(u"9999"_s);
    const qint64 ms = timer.elapsed();
    QCOMPARE(model.rowCount(), 19);
    QVERIFY2(ms < 500, qPrintable(QString::number(ms))); // about 10 ms meant; machines are busy
}

void TestToolModel::hugeTexts_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("count");
    const QByteArray words = QByteArray("Ärger ").repeated(500'000);
    QTest::newRow("descriptions") << QByteArray("tool")
                                  << QByteArray("\"description\":\"" + words + '"') << 30;
    QTest::newRow("names and titles") << words << QByteArray("\"title\":\"" + words + '"') << 2;
    QTest::newRow("titles in annotations")
            << words << QByteArray("\"annotations\":{\"title\":\"" + words + "\"}") << 2;
    QTest::newRow("quotes") << QByteArray(
            "tool") << QByteArray("\"description\":\"" + QByteArray("\\\"").repeated(500'000) + '"')
                            << 30;
}

/// Megabytes of text in each: a row takes what it shows, and the search the beginning.
void TestToolModel::hugeTexts()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, rest);
    QFETCH(int, count);
    const QList<Tool> tools(count, tool("{\"name\":\"" + name + "\"," + rest + '}'));
    ToolModel model;
    McpTest::WorkTimer timer;
    timer.start();
    model.setTools(tools);
    for (int row = 0; row < count; ++row) {
        for (const int role :
             { int(Qt::DisplayRole), int(ToolModel::TitleRole), int(ToolModel::DescriptionRole),
               int(ToolModel::BadgesRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole) })
            QVERIFY(model.index(row).data(role).isValid());
    }
    model.setFilter(name.contains(' ') ? u"ÄRGER"_s : u"tool"_s);
    const qint64 ms = timer.elapsed();
    QCOMPARE(model.rowCount(), count);
    QVERIFY2(ms < 150, qPrintable(QString::number(ms)));
}

QTEST_GUILESS_MAIN(TestToolModel)
#include "tst_toolmodel.moc"
