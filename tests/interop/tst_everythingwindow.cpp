// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "everything.h"
#include "realwindow.h"

#include "support/skip.h"
#include "json/jsontext.h"

#include <QtGui/qdesktopservices.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qprogressbar.h>

using namespace Qt::Literals::StringLiterals;
using Everything::Item;
using McpUi::CallPage;

namespace {

const QString tools = u"toolList"_s;
const QString resources = u"resourceList"_s;
const QString prompts = u"promptList"_s;
const QByteArray whatAFormHasByItself =
        R"(\"firstLine\": \"It was a dark and stormy night.\",\n    \"integer\": 42,\n    )"
        R"(\"number\": 3.14,\n    \"untitledSingleSelectEnum\": \"Monica\")";

} // namespace

/// Everything that @modelcontextprotocol/server-everything can do, in the window: all that its
/// lists have, every kind of question, log messages by level, subscriptions, progress.
class TestEverythingWindow : public RealWindow
{
    Q_OBJECT

public:
    TestEverythingWindow()
        : RealWindow(u"everything"_s)
    {}

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void init();
    void cleanup();
    void everyTool();
    void everyResource();
    void everyTemplate();
    void everyPrompt();
    void completionKnowsTheOtherArguments();
    void formsHaveTheirDefaults();
    void questionsAreDeclined();
    void visitFirst();
    void progressAndCancel();

private:
    QStringList proposals() const
    {
        const auto *popup = find<QAbstractItemView>(u"completions"_s);
        QStringList texts;
        for (int row = 0; row < popup->model()->rowCount(); ++row)
            texts += popup->model()->index(row, 0).data().toString();
        return texts;
    }
    void type(CallPage *page, const QString &field, const QString &text)
    {
        auto *line = page->findChild<QLineEdit *>(u"input:/"_s + field);
        QVERIFY2(line, qPrintable(field));
        line->setFocus();
        QTest::keyClicks(line, text);
    }

    QList<QUrl> m_opened;
};

void TestEverythingWindow::init()
{
    if (!server().missing.isEmpty())
        MCP_SKIP(qPrintable(server().missing));
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    start();
    answerQuestion(); // for roots, which the server wants to know from the beginning
}

void TestEverythingWindow::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    m_harness.reset();
}

void TestEverythingWindow::everyTool()
{
    QAbstractItemView *list = openList(0, tools);
    QStringList listed = names(list);
    for (const QString &name : listed) {
        const Item *item = Everything::find(Everything::tools(), name);
        QVERIFY2(item, qPrintable(u"nothing is known to call the tool “%1” with"_s.arg(name)));
        CallPage *page = callTool(name, item->arguments);
        QVERIFY2(page, qPrintable(name));
        const QByteArray came = result(page);
        QVERIFY2(Everything::isExpected(*item, came), name.toUtf8() + ": " + came);
        QVERIFY2(outcome(page).contains("Success"_L1), qPrintable(outcome(page)));
        m_harness->key(u"Ctrl+W"_s);
    }
    listed.sort();
    QCOMPARE(listed, Everything::names(Everything::tools()));
    QCOMPARE(m_opened, QList<QUrl>{ QUrl(u"https://example.org/login"_s) });
}

void TestEverythingWindow::everyResource()
{
    QAbstractItemView *list = openList(1, resources);
    int read = 0;
    for (const QString &name : names(list)) {
        if (name.contains(u'{'))
            continue; // a template
        CallPage *page = openRow(list, name);
        QVERIFY2(run(page), qPrintable(name));
        QTRY_COMPARE(outcome(page), u"✓ Success"_s);
        QVERIFY2(result(page).contains(name.toUtf8()), result(page));
        QTRY_VERIFY(page->findChild<QWidget *>(u"block1"_s));
        ++read;
    }
    QVERIFY(read >= 5);
    QCOMPARE(m_harness->window().pages()->count(), read);
}

void TestEverythingWindow::everyTemplate()
{
    QAbstractItemView *list = openList(1, resources);
    QStringList filled;
    for (const QString &name : names(list)) {
        if (!name.contains(u'{'))
            continue;
        const Item *item = Everything::find(Everything::templates(), name);
        QVERIFY2(item, qPrintable(u"nothing is known to fill “%1” with"_s.arg(name)));
        CallPage *page = openRow(list, name);
        const QString id = Mcp::RawJson::fromText(item->arguments).value("resourceId").toString();
        type(page, u"resourceId"_s, id);
        const QString uri = QString(name).replace(u"{resourceId}"_s, id);
        QTRY_VERIFY(page->findChild<QWidget *>(u"uriPreview"_s)->isVisible());
        QVERIFY(run(page));
        QVERIFY2(Everything::isExpected(*item, result(page)), result(page));
        QVERIFY2(result(page).contains(uri.toUtf8()), result(page));
        filled += name;
    }
    filled.sort();
    QCOMPARE(filled, Everything::names(Everything::templates()));
}

void TestEverythingWindow::everyPrompt()
{
    QAbstractItemView *list = openList(2, prompts);
    QStringList listed = names(list);
    for (const QString &name : listed) {
        const Item *item = Everything::find(Everything::prompts(), name);
        QVERIFY2(item, qPrintable(u"nothing is known to fill the prompt “%1” with"_s.arg(name)));
        CallPage *page = openRow(list, name);
        const auto members = Mcp::RawJson::fromText(item->arguments).members();
        for (const Mcp::RawJsonMember &member : members)
            type(page, member.key, member.value.toString());
        QVERIFY2(run(page), qPrintable(name));
        QTRY_COMPARE(outcome(page), u"✓ Success"_s);
        QVERIFY2(Everything::isExpected(*item, result(page)), result(page));
        QTRY_COMPARE(page->findChild<QLabel *>(u"block1.title"_s)->text(), u"User · Text"_s);
    }
    listed.sort();
    QCOMPARE(listed, Everything::names(Everything::prompts()));
}

void TestEverythingWindow::completionKnowsTheOtherArguments()
{
    CallPage *page = openRow(openList(2, prompts), u"completable-prompt"_s);
    type(page, u"department"_s, u"S"_s);
    auto *popup = find<QAbstractItemView>(u"completions"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(proposals(), (QStringList{ u"Sales"_s, u"Support"_s }));
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    type(page, u"name"_s, u"E"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(proposals(), QStringList{ u"Eve"_s }); // of Sales
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(run(page));
    QVERIFY2(result(page).contains("promote Eve to the head of the Sales team"), result(page));
}

void TestEverythingWindow::formsHaveTheirDefaults()
{
    CallPage *page = callTool(u"trigger-elicitation-request"_s);
    QVERIFY(page);
    QVERIFY2(result(page).contains(R"(\"name\": \"Zoe\")"), result(page));
    QVERIFY2(result(page).contains(whatAFormHasByItself), result(page));
}

void TestEverythingWindow::questionsAreDeclined()
{
    CallPage *page = openRow(openList(0, tools), u"trigger-elicitation-request"_s);
    page->call();
    QVERIFY(waitForQuestions(1));
    showQuestion();
    click(u"questionDecline"_s);
    QTRY_VERIFY(!page->isRunning());
    QVERIFY2(result(page).contains("declined to provide"), result(page));
    page->call();
    QVERIFY(waitForQuestions(1));
    showQuestion();
    m_harness->key(u"Esc"_s);
    QTRY_VERIFY(!page->isRunning());
    QVERIFY2(result(page).contains("cancelled the elicitation"), result(page));
}

void TestEverythingWindow::visitFirst()
{
    CallPage *page = openRow(openList(0, tools), u"trigger-url-elicitation"_s);
    page->setArguments(
            Mcp::RawJson::fromText(R"({"url":"https://example.org/login","errorPath":true})"));
    page->call();
    QVERIFY(waitForQuestions(1));
    auto *step = page->findChild<QWidget *>(u"callQuestion"_s)
                         ->findChild<QAbstractButton *>(u"noticeButton"_s);
    QTRY_VERIFY(step->isVisible());
    QTest::mouseClick(step, Qt::LeftButton);
    click(u"visitOpen"_s);
    click(u"questionAccept"_s);
    QTRY_COMPARE(step->text(), u"Call again"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    QTRY_VERIFY(page->isRunning());
    QVERIFY(run(page)); // now it asks in the middle of the call
    QVERIFY2(result(page).contains("User completed the URL elicitation"), result(page));
    QCOMPARE(m_opened, (QList<QUrl>{ QUrl(u"https://modelcontextprotocol.io"_s),
                                     QUrl(u"https://example.org/login"_s) }));
}

void TestEverythingWindow::progressAndCancel()
{
    CallPage *page = openRow(openList(0, tools), u"trigger-long-running-operation"_s);
    page->setArguments(Mcp::RawJson::fromText(R"({"duration":2,"steps":4})"));
    QTest::mouseClick(page->findChild<QAbstractButton *>(u"callButton"_s), Qt::LeftButton);
    const auto *bar = page->findChild<QProgressBar *>(u"progressBar"_s);
    QTRY_VERIFY(bar->isVisible() && bar->maximum() > 0 && bar->value() * 2 >= bar->maximum());
    QVERIFY(page->isRunning());
    QTRY_VERIFY(!page->isRunning());
    QVERIFY2(result(page).contains("Duration: 2 seconds, Steps: 4"), result(page));
    page->setArguments(Mcp::RawJson::fromText(R"({"duration":600,"steps":600})"));
    QTest::mouseClick(page->findChild<QAbstractButton *>(u"callButton"_s), Qt::LeftButton);
    QTRY_VERIFY(page->isRunning());
    click(u"cancelButton"_s);
    QTRY_VERIFY(!page->isRunning());
    QVERIFY2(outcome(page).contains("Cancelled"_L1), qPrintable(outcome(page)));
    QVERIFY(callTool(u"echo"_s, R"({"message":"still there"})"));
}

QTEST_MAIN(TestEverythingWindow)
#include "tst_everythingwindow.moc"
