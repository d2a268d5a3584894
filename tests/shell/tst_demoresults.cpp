// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "client/inputrequest.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "orchestrator/toolcatalog.h"
#include "protocol/elicitation.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtCore/qpointer.h>
#include <QtGui/qaction.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
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
        const char *outcome;   ///< what the header begins with
        const char *part;      ///< a widget that only this result has
        const char *says = ""; ///< after what it asks was agreed to
    };
    static QList<Row> rows();
    void answer();
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
        { "ask-form", "{}", "✓ Success", "jsonTree", "You sent the form." },
        { "ask-url", "{}", "✓ Success", "jsonTree", "You agreed to visit the page." },
        { "ask-model", "{}", "✓ Success", "jsonTree", "Said by the test" },
        { "ask-roots", "{}", "✓ Success", "jsonTree", "You showed 0 folders." },
        { "ask-everything", "{}", "✓ Success", "jsonTree", "All three answers are here." },
        { "wizard", "{}", "✓ Success", "block1.pane", "You left the wizard" }, // at its last step
        { "come-back-later", "{}", "✓ Success", "block1.pane" },
        { "change-lists", "{}", "✓ Success", "block1.pane" },
        { "change-counter", "{}", "✓ Success", "block1.pane" },
        { "end-subscriptions", "{}", "✓ Success", "block1.pane" },
        { "background-report", R"({"seconds":0})", "✓ Success", "block1.pane" },
        { "approval", R"({"delay":1})", "✓ Success", "block1.pane", "was refused" },
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
    QTest::addColumn<QByteArray>("says");
    for (const Row &row : rows()) {
        QTest::addRow("%s %s", row.tool, row.arguments)
                << QString::fromLatin1(row.tool) << QByteArray(row.arguments)
                << QString::fromUtf8(row.outcome) << QString::fromLatin1(row.part)
                << QByteArray(row.says);
    }
}

/// Agrees to the first open question as it stands, in the panel.
void TestDemoResults::answer()
{
    Mcp::Questions *questions = m_harness->orchestrator().questions();
    const auto *show = m_harness->window().findChild<QAction *>(u"showQuestionsAction"_s);
    if (questions->open().isEmpty() || !show->isEnabled()) // the window hears of it a turn later
        return;
    m_harness->trigger(u"showQuestionsAction"_s);
    const auto press = [this](const QString &name) {
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    };
    const QPointer<Mcp::InputRequest> asked(questions->open().first());
    const Mcp::Elicitation elicitation(asked->params());
    if (asked->kind() == Mcp::InputRequest::Kind::Elicitation
        && elicitation.mode() == Mcp::Elicitation::Mode::Url)
        press(u"visitCopy"_s); // before that nothing was agreed to
    if (asked->kind() == Mcp::InputRequest::Kind::Sampling)
        find<QPlainTextEdit>(u"samplingText"_s)->setPlainText(u"Said by the test"_s);
    press(u"questionAccept"_s);
    if (asked && asked->isOpen())
        press(u"questionAccept"_s); // what is wrong with it was said
}

void TestDemoResults::tools()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, outcome);
    QFETCH(QString, part);
    QFETCH(QByteArray, says);
    McpUi::PageTabs *pages = m_harness->window().pages();
    pages->openWith(u"demo"_s, tool, Mcp::RawJson::fromText(arguments));
    CallPage *page = pages->currentPage();
    page->call();
    if (page->findChild<QWidget *>(u"callButton"_s) && !page->isRunning())
        page->call(); // anyway: what is wrong with the arguments was said
    const auto isOver = [this, page] {
        answer();
        return !page->isRunning();
    };
    QVERIFY(QTest::qWaitFor(isOver, 60'000));
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
    const Mcp::HistoryEntry *entry = m_harness->orchestrator().history()->latest(u"demo"_s, tool);
    QVERIFY(says.isEmpty() || (entry && entry->result.contains(says)));
    pages->closeCurrent();
}

QTEST_MAIN(TestDemoResults)
#include "tst_demoresults.moc"
