// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realwindow.h"

#include "models/notificationmodel.h"
#include "support/skip.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtabwidget.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::CallPage;

namespace {

const QString resources = u"resourceList"_s;
const QString prompts = u"promptList"_s;
const QString first = u"note://first"_s;

} // namespace

/// The modern era as the official Python SDK speaks it, in the window: rounds of questions, log
/// messages on request, subscriptions/listen, completion (sdkserver.py).
class TestSdkWindow : public RealWindow
{
    Q_OBJECT

public:
    TestSdkWindow()
        : RealWindow(u"sdk"_s)
    {}

private slots:
    void init();
    void cleanup() { m_harness.reset(); }
    void everyTool();
    void resourcesAndTemplates();
    void promptsWithCompletion();
    void aRoundWithThreeQuestions();
    void logLevels();
    void watchedResources();
    void listsThatChange();
    void infoAndHealth();

private:
    void type(CallPage *page, const QString &field, const QString &text)
    {
        auto *line = page->findChild<QLineEdit *>(u"input:/"_s + field);
        QVERIFY2(line, qPrintable(field));
        line->setFocus();
        QTest::keyClicks(line, text);
    }
    void choose(const QString &expected)
    {
        auto *popup = find<QAbstractItemView>(u"completions"_s);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QCOMPARE(popup->currentIndex().data(Qt::EditRole).toString(), expected);
        QTest::keyClick(popup, Qt::Key_Return);
    }
};

void TestSdkWindow::init()
{
    if (!server().missing.isEmpty())
        MCP_SKIP(qPrintable(server().missing));
    start();
    QCOMPARE(Mcp::toString(m_harness->orchestrator().server(u"sdk"_s)->connection()->revision),
             u"2026-07-28"_s);
}

void TestSdkWindow::everyTool()
{
    const QHash<QString, QByteArray> known = {
        { u"order"_s, R"({"item":"shoes"})" },
        { u"ask_everything"_s, R"({"item":"shoes"})" },
        { u"steps"_s, R"({"count":3})" },
        { u"write_note"_s, R"({"name":"first","text":"changed"})" },
    };
    const QStringList listed = names(openList(0, u"toolList"_s));
    QCOMPARE(listed.size(), known.size());
    for (const QString &name : listed) {
        CallPage *page = callTool(name, known.value(name));
        QVERIFY2(page, qPrintable(name));
        QVERIFY2(outcome(page).contains("Success"_L1), qPrintable(name + outcome(page)));
    }
}

void TestSdkWindow::resourcesAndTemplates()
{
    QAbstractItemView *list = openList(1, resources);
    CallPage *page = openRow(list, first);
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("The first note."), result(page));
    page = openRow(list, u"pet://{kind}/{name}"_s);
    type(page, u"kind"_s, u"ca"_s);
    choose(u"cat"_s);
    type(page, u"name"_s, u"T"_s);
    choose(u"Tom"_s); // of cats
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("Tom is a cat"), result(page));
}

void TestSdkWindow::promptsWithCompletion()
{
    CallPage *page = openRow(openList(2, prompts), u"greet"_s);
    type(page, u"who"_s, u"B"_s);
    choose(u"Bob"_s);
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("Greet Bob warmly."), result(page));
}

void TestSdkWindow::aRoundWithThreeQuestions()
{
    CallPage *page = openRow(openList(0, u"toolList"_s), u"ask_everything"_s);
    type(page, u"item"_s, u"shoes"_s);
    page->call();
    QVERIFY(waitForQuestions(3)); // at once
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("Zoe takes size 42; the model says: Hello person; roots: file://"
                                   + folder().toUtf8()),
             result(page));
}

void TestSdkWindow::logLevels()
{
    using Model = McpUi::NotificationModel;
    QVERIFY(callTool(u"steps"_s, R"({"count":1})"));
    QVERIFY(notified(Model::Data).filter(u"is done"_s).isEmpty());
    clickTab(u"bottomTabs"_s, 3);
    chooseLevel(u"info"_s);
    QVERIFY(callTool(u"steps"_s, R"({"count":1})"));
    QTRY_COMPARE(notified(Model::Data).filter(u"step 1 is done"_s).size(), 1);
    QVERIFY(notified(Model::Logger).contains(u"steps"_s));
}

void TestSdkWindow::watchedResources()
{
    CallPage *page = openRow(openList(1, resources), first);
    QVERIFY(run(page));
    click(u"watchButton"_s);
    QTRY_COMPARE(text(u"watchState"_s), u"watching"_s);
    QVERIFY(callTool(u"write_note"_s, R"({"name":"first","text":"It is another one."})"));
    m_harness->window().pages()->setCurrentWidget(page);
    QTRY_VERIFY(text(u"freshness"_s).contains("changed on the server"_L1));
    QTest::mouseClick(find<QCheckBox>(u"readUpdates"_s), Qt::LeftButton, {},
                      QPoint(10, find(u"readUpdates"_s)->height() / 2));
    const auto shown = [page] {
        const auto *pane = page->findChild<QPlainTextEdit *>(u"block1.pane.text"_s);
        return pane ? pane->toPlainText() : QString();
    };
    QTRY_COMPARE(shown(), u"It is another one."_s);
    // The process is another one after a restart, and is asked again.
    m_harness->trigger(u"restartServerAction"_s);
    QVERIFY(m_harness->waitForState(u"sdk"_s, Mcp::Server::State::Ready));
    QTRY_COMPARE(text(u"watchState"_s), u"watching"_s);
}

void TestSdkWindow::listsThatChange()
{
    openList(1, resources);
    auto *tabs = find<QTabWidget>(u"sideTabs"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Resources 2"_s);
    QVERIFY(callTool(u"write_note"_s, R"({"name":"second","text":"New."})"));
    QTRY_COMPARE(tabs->tabText(1), u"Resources 2 •"_s);
    clickTab(u"sideTabs"_s, 1);
    click(u"refreshResourcesButton"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Resources 3"_s);
}

void TestSdkWindow::infoAndHealth()
{
    QVERIFY(callTool(u"order"_s, R"({"item":"shoes"})"));
    QVERIFY(callTool(u"steps"_s, R"({"count":1})"));
    openList(1, resources);
    openList(2, prompts);
    clickTab(u"sideTabs"_s, 3);
    QTRY_COMPARE(text(u"infoName"_s), u"A server of the SDK"_s);
    QVERIFY2(text(u"infoProtocol"_s).contains("2026-07-28"_L1),
             qPrintable(text(u"infoProtocol"_s)));
    auto *item = m_harness->find<QAbstractButton>(u"healthItem0"_s);
    QTRY_VERIFY2(text(u"healthSummary"_s).contains("o violations"_L1),
                 qPrintable(text(u"healthSummary"_s) + (item ? item->text() : QString())));
}

QTEST_MAIN(TestSdkWindow)
#include "tst_sdkwindow.moc"
