// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtabwidget.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::CallPage;

/// Every tool of the demo server, called from its page: the result is shown as what it is, in each
/// of its tabs, however large it is.
class TestDemoResults : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_harness.reset(); }
    void everyToolHasARow();
    void tools_data();
    void tools();

private:
    struct Row
    {
        const char *tool;
        const char *arguments;
        const char *outcome; ///< what the header begins with
        const char *part;    ///< a widget that only this result has
    };
    static QList<Row> rows();
};

QList<TestDemoResults::Row> TestDemoResults::rows()
{
    return {
        { "echo", R"({"a":1.0})", "✓ Success", "block1.pane" },
        { "sum", R"({"numbers":[1,2.5]})", "✓ Success", "jsonTree" },
        { "sum", R"({"numbers":[1],"break_schema":true})", "✓ Success", "schemaStrip" },
        { "sum", R"({"numbers":[]})", "✗ Tool error", "block1.pane" },
        { "schema-zoo", R"({"text":"x","confirm":true})", "✓ Success", "block1.pane" },
        { "slow-job", R"({"steps":2,"delay":1})", "✓ Success", "block1.pane" },
        { "text", R"({"kind":"json"})", "✓ Success", "block1.pane" },
        { "text", R"({"kind":"markdown"})", "✓ Success", "block1.pane" },
        { "image", "{}", "✓ Success", "block1.image" },
        { "audio", "{}", "✓ Success", "block1.state" },
        { "resource-link", "{}", "✓ Success", "block1.read" },
        { "embedded-resource", "{}", "✓ Success", "block1.title" },
        { "every-content", R"({"unknown_kind":true})", "✓ Success", "block6.title" },
        { "many-blocks", R"({"count":100000})", "✓ Success", "block50" },
        { "exact-numbers", "{}", "✓ Success", "jsonTree" },
        { "tool-error", "{}", "✗ Tool error", "block1.pane" },
        { "protocol-error", "{}", "✗ JSON-RPC error", "resultError" },
        { "log-messages", "{}", "✓ Success", "block1.pane" },
        { "stderr-chatter", R"({"lines":10})", "✓ Success", "block1.pane" },
        { "big-result", R"({"mebibytes":64,"shape":"one-line"})", "✓ Success", "block1.pane" },
        { "big-result", R"({"mebibytes":50,"shape":"structured"})", "✓ Success", "jsonTree" },
        { "big-result", R"({"mebibytes":20,"shape":"lines"})", "✓ Success", "block1.pane" },
        { "many-notifications", R"({"count":100})", "✓ Success", "block1.pane" },
        { "environment", "{}", "✓ Success", "jsonTree" },
        { "ask-form", "{}", "✗ Tool error", "block1.pane" }, // nobody is there to be asked
        { "ask-url", "{}", "✗ Tool error", "block1.pane" },
        { "ask-model", "{}", "✗ Tool error", "block1.pane" },
        { "ask-roots", "{}", "✗ Tool error", "block1.pane" },
        { "ask-everything", "{}", "✗ Tool error", "block1.pane" },
        { "wizard", "{}", "✗ Tool error", "block1.pane" },
        { "come-back-later", "{}", "✓ Success", "block1.pane" },
        { "change-lists", "{}", "✓ Success", "block1.pane" },
        { "change-counter", "{}", "✓ Success", "block1.pane" },
        { "end-subscriptions", "{}", "✓ Success", "block1.pane" },
        { "background-report", R"({"seconds":0})", "✓ Success", "block1.pane" },
        { "approval", R"({"delay":1})", "✗ JSON-RPC error", "resultError" }, // a task only
        { "exit", "{}", "✗", "resultError" }, // the last: the server is gone
    };
}

void TestDemoResults::initTestCase()
{
    makeHarness();
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
}

void TestDemoResults::everyToolHasARow()
{
    for (const Mcp::Tool &tool : m_harness->orchestrator().tools(u"demo"_s)->tools()) {
        const QList<Row> all = rows();
        const bool known = std::any_of(all.cbegin(), all.cend(), [&tool](const Row &row) {
            return tool.name() == QLatin1StringView(row.tool);
        });
        QVERIFY2(known, qPrintable(tool.name()));
    }
}

void TestDemoResults::tools_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("part");
    for (const Row &row : rows()) {
        QTest::addRow("%s %s", row.tool, row.arguments)
                << QString::fromLatin1(row.tool) << QByteArray(row.arguments)
                << QString::fromUtf8(row.outcome) << QString::fromLatin1(row.part);
    }
}

void TestDemoResults::tools()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, outcome);
    QFETCH(QString, part);
    McpUi::PageTabs *pages = m_harness->window().pages();
    pages->openWith(u"demo"_s, tool, Mcp::RawJson::fromText(arguments));
    CallPage *page = pages->currentPage();
    page->call();
    if (page->findChild<QWidget *>(u"callButton"_s) && !page->isRunning())
        page->call(); // anyway: what is wrong with the arguments was said
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 60'000);
    auto *header = page->findChild<QLabel *>(u"resultOutcome"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(header->text().startsWith(outcome), qPrintable(header->text()),
                              20'000);
    auto *tabs = page->findChild<QTabWidget *>(u"resultTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (!tabs->isTabEnabled(tab) || !tabs->isTabVisible(tab))
            continue;
        tabs->setCurrentIndex(tab);
        QTest::qWait(20);
    }
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QWidget *>(part), 20'000);
    pages->closeCurrent();
}

QTEST_MAIN(TestDemoResults)
#include "tst_demoresults.moc"
