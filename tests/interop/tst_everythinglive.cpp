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

} // namespace

/// What @modelcontextprotocol/server-everything tells by itself, in the window: log messages by
/// level, updates of watched resources, changed lists, new questions; and what is known of it.
class TestEverythingLive : public RealWindow
{
    Q_OBJECT

public:
    TestEverythingLive()
        : RealWindow(u"everything"_s)
    {}

private slots:
    void init();
    void cleanup() { m_harness.reset(); }
    void rootsThatChange();
    void logLevels();
    void watchedResources();
    void listsThatChange();
    void infoAndHealth();
};

void TestEverythingLive::init()
{
    if (!server().missing.isEmpty())
        MCP_SKIP(qPrintable(server().missing));
    start();
    answerQuestion(); // for roots, which the server wants to know from the beginning
}

void TestEverythingLive::rootsThatChange()
{
    CallPage *page = callTool(u"get-roots-list"_s);
    QVERIFY(page);
    QVERIFY2(result(page).contains("URI: file://" + folder().toUtf8()), result(page));
    m_harness->trigger(u"editServerAction"_s);
    auto *line = find(u"serverDialog"_s)->findChild<QLineEdit *>(u"folderLine"_s);
    QTRY_VERIFY(line->isVisible());
    line->setFocus();
    QTest::keyClicks(line, u"file:///else/where"_s);
    click(u"serverAcceptButton"_s);
    // It hears of that and asks again, which needs nobody now.
    QTRY_VERIFY(notified(McpUi::NotificationModel::Data)
                        .join(u'\n')
                        .contains("Roots updated: 2 root(s)"_L1));
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("2 total"), result(page));
    QVERIFY2(result(page).contains("URI: file:///else/where"), result(page));
}

void TestEverythingLive::logLevels()
{
    clickTab(u"bottomTabs"_s, 3);
    using Model = McpUi::NotificationModel;
    QTRY_VERIFY(notified(Model::Data).join(u'\n').contains("Roots updated: 1 root(s)"_L1));
    QVERIFY(notified(Model::Logger).contains(u"everything-server"_s));
    QVERIFY(notified(Model::Level).contains(u"info"_s));
    const auto subscribes = [&] {
        return notified(Model::Data).filter(u"Received Subscribe Resource"_s).size();
    };
    const QString first = names(openList(1, resources)).filter(u"static"_s).constFirst();
    openRow(find<QAbstractItemView>(resources), first);
    chooseLevel(u"error"_s);
    click(u"watchButton"_s);
    QTRY_COMPARE(text(u"watchState"_s), u"watching"_s);
    QCOMPARE(subscribes(), 0); // it said so before it answered, or not at all
    click(u"watchButton"_s);
    chooseLevel(u"debug"_s);
    click(u"watchButton"_s);
    QTRY_COMPARE(subscribes(), 1);
    const qsizetype before = notified(Model::Data).size();
    QVERIFY(callTool(u"toggle-simulated-logging"_s));
    QTRY_VERIFY(notified(Model::Data).size() > before);
}

void TestEverythingLive::watchedResources()
{
    QAbstractItemView *list = openList(1, resources);
    const QString uri = names(list).filter(u"static"_s).constFirst();
    CallPage *page = openRow(list, uri);
    QVERIFY(run(page));
    click(u"watchButton"_s);
    QTRY_COMPARE(text(u"watchState"_s), u"watching"_s);
    QVERIFY(callTool(u"toggle-subscriber-updates"_s)); // one comes at once, then every five seconds
    QAbstractItemView *again = openList(1, resources);
    QCOMPARE(openRow(again, uri), page);
    // Opening it has read it again: the next one makes that old.
    QTRY_VERIFY(!page->isRunning());
    QTRY_VERIFY(text(u"freshness"_s).contains("changed on the server"_L1));
    const int before = m_harness->orchestrator().history()->count();
    const int reads = sent(u"resources/read"_s);
    QTest::mouseClick(find<QCheckBox>(u"readUpdates"_s), Qt::LeftButton, {},
                      QPoint(10, find(u"readUpdates"_s)->height() / 2));
    QTRY_VERIFY(sent(u"resources/read"_s) > reads);
    QCOMPARE(m_harness->orchestrator().history()->count(), before); // nobody has asked for it
    QTRY_VERIFY(!find(u"freshness"_s)->isVisible());
    click(u"watchButton"_s);
    QVERIFY(!find(u"readUpdates"_s)->isVisible());
}

void TestEverythingLive::listsThatChange()
{
    QAbstractItemView *list = openList(1, resources);
    const qsizetype before = names(list).size();
    QVERIFY(callTool(
            u"gzip-file-as-resource"_s,
            R"({"name":"b.gz","data":"data:text/plain,hello","outputType":"resourceLink"})"));
    auto *tabs = find<QTabWidget>(u"sideTabs"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Resources %1 •"_s.arg(before));
    clickTab(u"sideTabs"_s, 1);
    click(u"refreshResourcesButton"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Resources %1"_s.arg(before + 1));
    CallPage *page = openRow(list, u"demo://resource/session/b.gz"_s);
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("\"blob\":\"H4sI"), result(page));
}

/// A server that does everything right is not blamed for anything.
void TestEverythingLive::infoAndHealth()
{
    for (const QString &tool : { u"trigger-sampling-request"_s, u"trigger-elicitation-request"_s })
        QVERIFY(callTool(tool, R"({"prompt":"Hello"})"));
    openList(2, prompts);
    clickTab(u"sideTabs"_s, 3);
    QTRY_COMPARE(text(u"infoName"_s), u"Everything Reference Server"_s);
    QVERIFY2(text(u"infoProtocol"_s).contains("2025-11-25"_L1),
             qPrintable(text(u"infoProtocol"_s)));
    QVERIFY(find<QPlainTextEdit>(u"infoInstructions"_s)
                    ->toPlainText()
                    .contains("Everything Server"_L1));
    click(u"pingButton"_s);
    QTRY_VERIFY2(text(u"pingText"_s).contains(" ms"_L1), qPrintable(text(u"pingText"_s)));
    QTRY_VERIFY2(text(u"healthSummary"_s).contains("o violations"_L1),
                 qPrintable(text(u"healthSummary"_s) + u' '
                            + (m_harness->find<QAbstractButton>(u"healthItem0"_s)
                                       ? find<QAbstractButton>(u"healthItem0"_s)->text()
                                       : QString())));
}

QTEST_MAIN(TestEverythingLive)
#include "tst_everythinglive.moc"
