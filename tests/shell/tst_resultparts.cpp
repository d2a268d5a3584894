// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "models/viewchoices.h"
#include "shell/fileopener.h"
#include "shell/pagetabs.h"
#include "views/callpage.h"
#include "views/resultview.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtextbrowser.h>

using namespace Qt::Literals::StringLiterals;
using McpUi::CallPage;

namespace {

QString result(const QByteArray &mime, const QByteArray &bytes)
{
    return QString::fromUtf8(
            R"({"content":[{"type":"resource","resource":{"uri":"a:b","mimeType":")" + mime
            + R"(","blob":")" + bytes.toBase64() + R"("}}]})");
}

} // namespace

/// Parts of results in the window, on the demo server: links read, other programs, choices kept.
class TestResultParts : public McpTest::WindowTest
{
    Q_OBJECT

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void init();
    void cleanup();
    void linkIsReadFromTheServer();
    void linkThatLeadsNowhere();
    void linkOfAStoppedServer();
    void choiceIsKeptOverARestart();
    void choicesFollowTheServersName();
    void openedAfterAQuestion();
    void notOpenedWithoutConsent();
    void onlyHarmlessTypes_data();
    void onlyHarmlessTypes();
    void programsInDisguise_data();
    void programsInDisguise();
    void filesGoAtTheEnd();

private:
    void startDemo();
    CallPage *call(const QString &tool, const QByteArray &arguments = "{}");
    void show(CallPage *page, const QString &json);
    void click(const char *name);
    QString text(const char *name) const { return find<QLabel>(QString::fromLatin1(name))->text(); }

    QList<QUrl> m_opened;
};

void TestResultParts::init()
{
    makeHarness();
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"file"_s, this, "openUrl");
}

void TestResultParts::cleanup()
{
    m_harness.reset();
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void TestResultParts::startDemo()
{
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
}

CallPage *TestResultParts::call(const QString &tool, const QByteArray &arguments)
{
    m_harness->window().pages()->openWith(u"demo"_s, tool, Mcp::RawJson::fromText(arguments));
    CallPage *page = m_harness->window().pages()->currentPage();
    page->call();
    return QTest::qWaitFor([page] { return !page->isRunning(); }, McpTest::kWaitMs) ? page
                                                                                    : nullptr;
}

void TestResultParts::show(CallPage *page, const QString &json)
{
    McpUi::CallOutcome outcome;
    outcome.result = Mcp::RawJson::fromText(json.toUtf8());
    outcome.toolName = u"run.sh"_s; // a server's word
    page->result()->setOutcome(outcome);
}

void TestResultParts::click(const char *name)
{
    auto *button = find<QAbstractButton>(QString::fromLatin1(name));
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestResultParts::linkIsReadFromTheServer()
{
    startDemo();
    QVERIFY(call(u"resource-link"_s));
    click("block1.read");
    QTRY_VERIFY(m_harness->find<QTextBrowser>(u"block1.1.pane.markdown"_s));
    auto *guide = find<QTextBrowser>(u"block1.1.pane.markdown"_s);
    QTRY_VERIFY(guide->toPlainText().startsWith(u"Guide to the demo server"_s));
}

void TestResultParts::linkThatLeadsNowhere()
{
    startDemo();
    QVERIFY(call(u"resource-link"_s));
    click("block6.read");
    QTRY_VERIFY2(text("block6.state").startsWith(u"✗ JSON-RPC error"_s),
                 qPrintable(text("block6.state")));
}

void TestResultParts::linkOfAStoppedServer()
{
    startDemo();
    QVERIFY(call(u"resource-link"_s));
    m_harness->orchestrator().stopServer(u"demo"_s);
    QVERIFY(m_harness->waitForState(u"demo"_s, Mcp::Server::State::Stopped));
    click("block1.read");
    QTRY_VERIFY2(text("block1.state").startsWith(u"✗"_s), qPrintable(text("block1.state")));
    QVERIFY(find<QAbstractButton>(u"block1.read"_s)->isEnabled()); // it may run again later
}

void TestResultParts::choiceIsKeptOverARestart()
{
    startDemo();
    QVERIFY(call(u"text"_s, R"({"kind":"json"})"));
    click("block1.modeJson");
    m_harness->window().pages()->closePage(m_harness->window().pages()->currentPage());
    m_harness->close();
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
    QVERIFY(call(u"text"_s, R"({"kind":"json"})"));
    QVERIFY(m_harness->find(u"block1.pane.json"_s)); // as it was chosen
    QVERIFY(call(u"echo"_s, R"({"text":"x"})"));     // JSON, too, but another tool
    QVERIFY(m_harness->find(u"block1.pane.text"_s));
}

void TestResultParts::choicesFollowTheServersName()
{
    McpUi::ViewChoices choices;
    choices.set(u"a"_s, u"t"_s, Mcp::RawJson::fromText(R"({"text":"json"})"));
    choices.renameServer(u"a"_s, u"b"_s);
    McpUi::ViewChoices later;
    later.restore(choices.toJson());
    QVERIFY(later.of(u"a"_s, u"t"_s).isAbsent());
    QCOMPARE(later.of(u"b"_s, u"t"_s).toByteArray(), R"({"text":"json"})"_ba);
    for (int i = 0; i < 1500; ++i)
        later.set(u"s"_s, QString::number(i), Mcp::RawJson::fromText("{}"));
    QCOMPARE(later.toJson().count(), 1000);
    QVERIFY(!later.of(u"s"_s, u"1499"_s).isAbsent());
}

void TestResultParts::openedAfterAQuestion()
{
    startDemo();
    m_harness->prompter().agree = true;
    CallPage *page = call(u"text"_s, R"({"kind":"plain"})");
    QVERIFY(page);
    show(page, result("application/pdf", "%PDF-1.4"));
    click("block1.open");
    QTRY_COMPARE(m_opened.size(), 1);
    const QFileInfo file(m_opened.first().toLocalFile());
    const QString question = m_harness->prompter().questions.constLast().text;
    QVERIFY(question.contains(file.filePath()));
    QVERIFY(question.contains(u"application/pdf"_s));
    // Nothing of the server's word is an ending.
    QCOMPARE(file.fileName(), u"1-run-sh-block1.pdf"_s);
    QCOMPARE(file.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
             QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QFile content(file.filePath());
    QVERIFY(content.open(QIODevice::ReadOnly));
    QCOMPARE(content.readAll(), "%PDF-1.4"_ba);
}

void TestResultParts::notOpenedWithoutConsent()
{
    startDemo();
    QVERIFY(call(u"text"_s, R"({"kind":"plain"})"));
    m_harness->prompter().agree = false;
    click("block1.open");
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QTest::qWait(20);
    QVERIFY(m_opened.isEmpty());
    const QString path = m_harness->prompter().questions.constFirst().text.section(u'\n', 1, 1);
    QVERIFY(path.endsWith(u".txt"_s));
    QVERIFY(!QFile::exists(path)); // not even written
}

void TestResultParts::onlyHarmlessTypes_data()
{
    QTest::addColumn<QByteArray>("mime");
    QTest::addColumn<bool>("opens");
    for (const char *mime :
         { "text/plain", "text/markdown", "text/csv", "application/json", "application/xml",
           "image/png", "image/svg+xml", "audio/mpeg", "video/mp4", "application/pdf", "text/html",
           "TEXT/PLAIN; charset=utf-8", "application/vnd.api+json" })
        QTest::newRow(mime) << QByteArray(mime) << true;
    for (const char *mime :
         { "application/x-sh", "application/x-shellscript", "application/x-msdownload",
           "application/x-desktop", "application/java-archive", "text/x-python", "text/javascript",
           "application/vnd.appimage", "application/octet-stream", "application/x-msi",
           "application/zip", "application/msword", "audio/x-mpegurl", "image/x-nobody-knows", "",
           "text", "text/plain/x" })
        QTest::newRow(*mime ? mime : "none") << QByteArray(mime) << false;
}

void TestResultParts::onlyHarmlessTypes()
{
    QFETCH(const QByteArray, mime);
    QFETCH(const bool, opens);
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    m_harness->prompter().agree = true;
    CallPage *page = m_harness->window().pages()->open(u"demo"_s, u"text"_s);
    // Text, so that pictures need not be real ones; but a drawing is drawn.
    const QByteArray text =
            mime == "image/svg+xml"
                    ? "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"
                    : "words";
    show(page, QString::fromUtf8(R"({"content":[{"type":"resource","resource":{"uri":"a:run.exe",)"
                                 R"("mimeType":")"
                                 + mime + R"(","text":")" + text + R"("}}]})"));
    auto *button = find<QAbstractButton>(u"block1.open"_s);
    QTRY_COMPARE(button->isEnabled(), opens);
    QVERIFY(opens || button->toolTip().contains(u"Not opened elsewhere"_s));
    // Whoever asks, the window decides for itself.
    emit page->result()->openRequested("words", u"block1.exe"_s, QString::fromUtf8(mime));
    if (opens) {
        QTRY_COMPARE(m_opened.size(), 1);
        QVERIFY(!m_opened.first().toLocalFile().endsWith(u".exe"_s));
        return;
    }
    QCOMPARE(m_harness->prompter().informed.size(), 1);
    QTest::qWait(10);
    QVERIFY(m_opened.isEmpty());
    QVERIFY(m_harness->prompter().questions.isEmpty());
}

void TestResultParts::programsInDisguise_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("ELF") << QByteArray("\x7f"
                                       "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0\x01\0\0\0",
                                       24);
    QTest::newRow("Windows") << QByteArray("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", 16)
                                        + QByteArray(44, '\0') + QByteArray("\x40\0\0\0PE\0\0", 8)
                                        + QByteArray(64, '\0');
    QTest::newRow("script") << "#!/bin/sh\nrm -rf ~\n"_ba;
    QTest::newRow("shortcut") << "[Desktop Entry]\nType=Application\nExec=sh\n"_ba;
}

void TestResultParts::programsInDisguise()
{
    QFETCH(const QByteArray, bytes);
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    m_harness->prompter().agree = true;
    CallPage *page = m_harness->window().pages()->open(u"demo"_s, u"text"_s);
    show(page, result("application/pdf", bytes));
    click("block1.open");
    QTRY_COMPARE(m_harness->prompter().informed.size(), 1);
    QVERIFY(m_harness->prompter().informed.first().contains(u"looks like a program"_s));
    QVERIFY(m_opened.isEmpty());
}

void TestResultParts::filesGoAtTheEnd()
{
    startDemo();
    m_harness->prompter().agree = true;
    QVERIFY(call(u"text"_s, R"({"kind":"plain"})"));
    click("block1.open");
    click("block1.open");
    QTRY_COMPARE(m_opened.size(), 2);
    QVERIFY(m_opened.at(0) != m_opened.at(1));
    const QFileInfo file(m_opened.first().toLocalFile());
    QVERIFY(file.exists());
    const QString folder = file.path();
    m_harness->close();
    QVERIFY(!QFileInfo::exists(folder));
}

QTEST_MAIN(TestResultParts)
#include "tst_resultparts.moc"
