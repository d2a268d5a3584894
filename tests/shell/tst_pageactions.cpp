// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "forms/jsontextedit.h"
#include "orchestrator/history.h"
#include "orchestrator/serverstore.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"

#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtGui/qclipboard.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qstatusbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

namespace {

const char *const kArguments =
        "{\"it's\": \"a \\\"b\\\" $HOME\", \"n\": 12345678901234567890, \"x\": 1.0}";

} // namespace

/// What the window does with the open page beyond calling: about the tool, copy, find.
class TestPageActions : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void looksItsPromptUp();
    void tabsOfOneNameDiffer();
    void aboutTheToolByKey();
    void markdownIsRemembered();
    void copiedRequestIsWhatIsSent();
    void copiedCommandGivesTheSameResult();
    void copyingBrokenArguments();
    void findBelongsToWhereOneIs();
    void aCallDoesNotWaitForARefusedServer();

private:
    McpUi::CallPage *open(const QString &tool, const QByteArray &arguments = {})
    {
        return m_harness->window().pages()->openWith(u"fake"_s, tool, RawJson::fromText(arguments));
    }
    QString told() const { return m_harness->window().statusBar()->currentMessage(); }
    static QString copied() { return QGuiApplication::clipboard()->text(); }
};

/// Nobody has looked at the list of prompts, and yet the page knows its arguments.
void TestPageActions::looksItsPromptUp()
{
    startFake({ u"--scenario"_s, u"everything"_s });
    m_harness->window().pages()->open(u"fake"_s, { Mcp::CallSubject::Kind::Prompt, u"greet"_s });
    QTRY_VERIFY(m_harness->window().findChild<QWidget *>(u"input:/name"_s));
}

void TestPageActions::tabsOfOneNameDiffer()
{
    startFake();
    McpUi::PageTabs *pages = m_harness->window().pages();
    open(u"same"_s);
    QCOMPARE(pages->tabText(0), u"same"_s);
    pages->open(u"fake"_s, { Mcp::CallSubject::Kind::Prompt, u"same"_s });
    QCOMPARE(pages->tabText(0), u"same · tool"_s);
    QCOMPARE(pages->tabText(1), u"same · prompt"_s);
    pages->open(u"other"_s, u"same"_s); // whose server is gone, say
    QCOMPARE(pages->tabText(0), u"same · fake · tool"_s);
    QCOMPARE(pages->tabText(2), u"same · other"_s);
}

void TestPageActions::aboutTheToolByKey()
{
    startFake();
    open(u"echo"_s)->focusArguments();
    m_harness->key(u"Ctrl+I"_s);
    QVERIFY(find(u"toolDetails"_s)->isVisible());
    m_harness->key(u"Ctrl+I"_s);
    QVERIFY(!find(u"toolDetails"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"input:/text"_s);
    m_harness->key(u"Ctrl+I"_s);
    m_harness->key(u"Ctrl+J"_s); // wants to edit
    QVERIFY(!find(u"toolDetails"_s)->isVisible());
    QVERIFY(find(u"jsonText"_s)->isVisible());
}

void TestPageActions::markdownIsRemembered()
{
    startFake();
    open(u"echo"_s);
    m_harness->trigger(u"toggleDetailsAction"_s);
    QTest::mouseClick(find(u"descriptionMarkdown"_s), Qt::LeftButton);
    QVERIFY(find(u"toolDescriptionMarkdown"_s)->isVisible());
    // Another page, and another run of the program.
    open(u"add"_s);
    m_harness->trigger(u"toggleDetailsAction"_s);
    QVERIFY(find<QToolButton>(u"descriptionMarkdown"_s)->isChecked());
    m_harness->close();
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"fake"_s));
    open(u"slow"_s);
    m_harness->trigger(u"toggleDetailsAction"_s);
    QVERIFY(find<QToolButton>(u"descriptionMarkdown"_s)->isChecked());
}

void TestPageActions::copiedRequestIsWhatIsSent()
{
    startFake();
    McpUi::CallPage *page = open(u"raw-args"_s, kArguments);
    m_harness->trigger(u"copyAsRequestAction"_s);
    const QString request = copied();
    QVERIFY(told().startsWith("Copied the request"_L1));
    page->call();
    QTRY_VERIFY(!page->isRunning());
    const Mcp::TraceLog &trace = *m_harness->orchestrator().server(u"fake"_s)->trace();
    QString sent;
    for (int i = 0; i < trace.count(); ++i) {
        const Mcp::TraceEntry &entry = trace.at(i);
        if (entry.method == "tools/call"_L1 && entry.direction == Mcp::TraceEntry::Direction::Sent)
            sent = QString::fromUtf8(entry.message.payload());
    }
    const QRegularExpression ids(u"\"(id|progressToken)\":\\d+"_s);
    QVERIFY(sent.contains(ids) && sent.contains(u"\"x\":1.0"_s));
    QCOMPARE(QString(request).remove(ids), QString(sent).remove(ids));
}

void TestPageActions::copiedCommandGivesTheSameResult()
{
    qputenv("PATH", QByteArray(TEST_BIN_DIR) + ':' + qgetenv("PATH"));
    startFake();
    McpUi::CallPage *page = open(u"raw-args"_s, kArguments);
    // By the button of the page.
    auto *button = find<QToolButton>(u"copyAsButton"_s);
    QCOMPARE(button->menu()->actions().size(), 2);
    button->menu()->actions().at(1)->trigger();
    const QString line = copied();
    QVERIFY2(line.startsWith("mcp-orchestrator-cli --catalog "_L1), qPrintable(line));
    QVERIFY(told().startsWith("Copied the command line"_L1));
    page->call();
    QTRY_VERIFY(!page->isRunning());
    const QByteArray result =
            m_harness->orchestrator().history()->latest(u"fake"_s, u"raw-args"_s)->result;
    QProcess shell;
    shell.start(u"sh"_s, { u"-c"_s, line });
    QVERIFY(shell.waitForFinished(30'000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    // Tokens and what is declared to a server are each program's own.
    const auto argumentsOf = [](const QByteArray &json) {
        const RawJson text = RawJson::fromText(json).value("content").element(0).value("text");
        return RawJson::fromText(text.toString().toUtf8()).value("arguments").toByteArray();
    };
    QVERIFY(argumentsOf(result).size() > 20);
    QCOMPARE(argumentsOf(shell.readAllStandardOutput()), argumentsOf(result));
}

void TestPageActions::copyingBrokenArguments()
{
    startFake();
    McpUi::CallPage *page = open(u"echo"_s, "{}");
    page->toggleJson();
    QTest::keyClicks(find(u"jsonText"_s), u"{"_s);
    QVERIFY(page->arguments().isAbsent());
    QGuiApplication::clipboard()->setText(u"before"_s);
    for (const QString &action : { u"copyAsRequestAction"_s, u"copyAsCommandAction"_s }) {
        m_harness->trigger(action);
        QVERIFY(told().startsWith("Nothing was copied"_L1));
        QCOMPARE(copied(), u"before"_s);
    }
}

void TestPageActions::findBelongsToWhereOneIs()
{
    startFake();
    McpUi::CallPage *page = open(u"echo"_s, R"({"text": "needle"})");
    page->toggleJson();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"jsonText"_s);
    m_harness->key(u"Ctrl+F"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"jsonFindText"_s);
    m_harness->key(u"Esc"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"jsonText"_s);
    page->toggleJson();
    m_harness->key(u"Ctrl+F"_s); // in the form it is the window's
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QVERIFY(QApplication::focusWidget()->objectName() != u"jsonFindText"_s);
    QVERIFY(!page->isAncestorOf(QApplication::focusWidget()));
}

/// Whoever starts the server later wants no call of long ago.
void TestPageActions::aCallDoesNotWaitForARefusedServer()
{
    m_harness->open();
    Mcp::ServerSpec spec;
    spec.name = u"fake"_s;
    spec.launch.command = McpTest::fakeServerPath();
    QVERIFY(!m_harness->orchestrator().store()->add(spec)); // nobody has agreed to it
    McpUi::CallPage *page = open(u"echo"_s, R"({"text": "x"})");
    page->call();
    QVERIFY(page->isRunning());
    QTRY_VERIFY(!page->isRunning());
    QCOMPARE(m_harness->prompter().consents.size(), 1);
    m_harness->prompter().agree = true;
    QVERIFY(m_harness->startAndList(u"fake"_s));
    QVERIFY(!page->isRunning());
    QCOMPARE(m_harness->orchestrator().history()->count(), 0);
}

QTEST_MAIN(TestPageActions)
#include "tst_pageactions.moc"
