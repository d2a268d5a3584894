// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pageharness.h"

#include "orchestrator/promptcatalog.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray review = R"({"prompts":[{"name":"review","title":"Review code","arguments":[)"
                          R"({"name":"language","title":"Language","required":true},)"
                          R"({"name":"focus","description":"What to look at"}]}]})";
const QByteArray messages =
        R"({"description":"d","messages":[{"role":"user","content":{"type":"text","text":"Look:"}},)"
        R"({"role":"user","content":{"type":"resource","resource":{"uri":"a:b","text":"inner"}}},)"
        R"({"role":"assistant","content":{"type":"text","text":"I see."}}]})";

const QByteArray proposed = R"({"completion":{"values":["python","perl"]}})";

const QByteArray ofTemplate = R"({"ref":{"type":"ref/resource","uri":"demo://{section}"},)"
                              R"("argument":{"name":"section","value":"p"}})";

} // namespace

/// The page of a prompt by keys and clicks, and what a server proposes while one types.
class TestPromptPage : public McpTest::PageHarness
{
    Q_OBJECT

private slots:
    void init() { makeServer(); }
    void cleanup() { dropAll(); }
    void argumentsMakeTheForm();
    void messagesByRole();
    void problemsAreWarnings();
    void copies();
    void completionByKeys();
    void proposalsAreSafeToPaint();
    void completionAsksOncePerPause();
    void lateProposalsAreIgnored();
    void escapeLeavesWhatWasTyped();
    void thereAreMore();
    void notAskedWhereNotDeclared();
    void notAskedWhileNotReady();
    void oldServersAreAskedOnce();
    void templateVariablesAreCompleted();

private:
    void open()
    {
        m_peer->results.insert(u"prompts/list"_s, review);
        m_peer->results.insert(u"prompts/get"_s, messages);
        m_peer->results.insert(u"completion/complete"_s, proposed);
        connectServer();
        m_orchestrator->prompts(u"s"_s)->refresh();
        QTRY_VERIFY(m_orchestrator->prompts(u"s"_s)->isListed());
        show(Kind::Prompt, u"review"_s);
    }
    QLineEdit *field(const QString &name) const
    {
        auto *line = find<QLineEdit>(u"input:/"_s + name);
        line->setFocus();
        return line;
    }
    static QAbstractItemView *popup()
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (widget->objectName() == "completions"_L1)
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }
    static QStringList proposals()
    {
        QStringList texts;
        for (int row = 0; row < popup()->model()->rowCount(); ++row)
            texts.append(popup()->model()->index(row, 0).data().toString());
        return texts;
    }
    int asked() const { return m_peer->count(u"completion/complete"_s); }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
};

void TestPromptPage::argumentsMakeTheForm()
{
    open();
    QCOMPARE(m_page->title(), u"Review code"_s);
    QCOMPARE(find<QPushButton>(u"callButton"_s)->text(), u"Get"_s);
    m_page->call(); // the required one is missing
    QVERIFY(!m_page->isRunning());
    QVERIFY(find<QLabel>(u"problem:/language"_s)->isVisible());
    QTest::keyClicks(field(u"language"_s), u"C++"_s);
    m_page->call();
    QTRY_COMPARE(text(u"resultOutcome"_s), u"✓ Success"_s);
    QCOMPARE(m_peer->asked(u"prompts/get"_s),
             R"({"name":"review","arguments":{"language":"C++"}})");
}

void TestPromptPage::messagesByRole()
{
    open();
    m_page->setArguments(Mcp::RawJson::fromText(R"({"language":"C++"})"));
    m_page->call();
    QTRY_COMPARE(text(u"resultOutcome"_s), u"✓ Success"_s);
    QCOMPARE(text(u"block1.title"_s), u"User · Text"_s);
    QCOMPARE(text(u"block2.title"_s), u"User · Embedded resource"_s);
    QCOMPARE(text(u"block3.title"_s), u"Assistant · Text"_s);
    QTest::mouseClick(find<QToolButton>(u"copyResultText"_s), Qt::LeftButton);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 u"user:\nLook:\n\nuser:\ninner\n\nassistant:\nI see."_s);
    QTest::mouseClick(find<QToolButton>(u"copyResult"_s), Qt::LeftButton);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(messages));
}

void TestPromptPage::problemsAreWarnings()
{
    open();
    m_peer->results.insert(u"prompts/get"_s, R"({"messages":[{"role":"system","content":[]}]})");
    m_page->setArguments(Mcp::RawJson::fromText(R"({"language":"C++"})"));
    m_page->call();
    QTRY_COMPARE(text(u"resultOutcome"_s), u"✓ Success"_s);
    const QString warnings = text(u"resultWarningText"_s);
    QVERIFY2(warnings.contains(u"neither user nor assistant"_s), qPrintable(warnings));
}

void TestPromptPage::copies()
{
    open();
    m_page->setArguments(Mcp::RawJson::fromText(R"({"language":"C++","focus":"a b"})"));
    auto *menu = find<QToolButton>(u"copyAsButton"_s)->menu();
    menu->actions().at(1)->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.endsWith("--method prompts/get --prompt-name review --prompt-args "
                              "language=C++ --prompt-args 'focus=a b'"_L1),
             qPrintable(command));
}

void TestPromptPage::completionByKeys()
{
    open();
    QTest::keyClicks(field(u"focus"_s), u"speed"_s);
    QLineEdit *line = field(u"language"_s);
    QTest::keyClicks(line, u"p"_s);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(proposals(), (QStringList{ u"python"_s, u"perl"_s }));
    QCOMPARE(m_peer->asked(u"completion/complete"_s),
             R"({"ref":{"type":"ref/prompt","name":"review"},)"
             R"("argument":{"name":"language","value":"p"},)"
             R"("context":{"arguments":{"focus":"speed"}}})");
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(line->text(), u"perl"_s);
    QCOMPARE(m_page->arguments().value("language").toString(), u"perl"_s);
    QVERIFY(!m_page->isRunning());
}

/// What is shown says what it is; what is taken is the value itself.
void TestPromptPage::proposalsAreSafeToPaint()
{
    open();
    const QString turned = u"a\u202egpj.exe"_s;
    m_peer->results.insert(u"completion/complete"_s,
                           "{\"completion\":{\"values\":[\"one\\ntwo\",\"a\\u202egpj.exe\",\""
                                   + QByteArray(5000, 'x') + "\"]}}");
    QLineEdit *line = field(u"language"_s);
    QTest::keyClicks(line, u"p"_s);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(proposals(), (QStringList{ uR"("one\ntwo")"_s, uR"("a\u202egpj.exe")"_s,
                                        QString(200, u'x') + u'…' }));
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(line->text(), turned);
    // With the mouse as well.
    line->clear();
    QTest::keyClicks(line, u"q"_s);
    QTRY_VERIFY(popup()->isVisible());
    const QModelIndex second = popup()->model()->index(1, 0);
    QTest::mouseClick(popup()->viewport(), Qt::LeftButton, {},
                      popup()->visualRect(second).center());
    QTRY_COMPARE(line->text(), turned);
}

void TestPromptPage::completionAsksOncePerPause()
{
    open();
    QTest::keyClicks(field(u"language"_s), u"pyt"_s);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(asked(), 1);
    QVERIFY(m_peer->asked(u"completion/complete"_s).contains(R"("value":"pyt")"));
}

void TestPromptPage::lateProposalsAreIgnored()
{
    open();
    QList<McpTest::ScriptedPeer::Sent> waiting;
    m_peer->reply = [&waiting](const McpTest::ScriptedPeer::Sent &sent) {
        if (sent.message.method() != "completion/complete"_L1)
            return false;
        waiting.append(sent);
        return true;
    };
    QLineEdit *line = field(u"language"_s);
    QTest::keyClicks(line, u"p"_s);
    QTRY_COMPARE(waiting.size(), 1);
    QTest::keyClicks(line, u"e"_s);
    m_peer->answer(waiting.at(0), R"({"completion":{"values":["late"]}})");
    QTRY_COMPARE(waiting.size(), 2);
    QVERIFY(!popup() || !popup()->isVisible());
    m_peer->answer(waiting.at(1), R"({"completion":{"values":["perl"]}})");
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(proposals(), QStringList{ u"perl"_s });
}

void TestPromptPage::escapeLeavesWhatWasTyped()
{
    open();
    QLineEdit *line = field(u"language"_s);
    QTest::keyClicks(line, u"p"_s);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(line->text(), u"p"_s);
    QTest::keyClick(line, Qt::Key_Down); // asks for them again
    QTRY_VERIFY(popup()->isVisible());
}

void TestPromptPage::thereAreMore()
{
    open();
    m_peer->results.insert(u"completion/complete"_s,
                           R"({"completion":{"values":["a","b"],"total":250,"hasMore":true}})");
    QTest::keyClicks(field(u"language"_s), u"x"_s);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(proposals(), (QStringList{ u"a"_s, u"b"_s, u"… 248 more"_s }));
    QVERIFY(!(popup()->model()->index(2, 0).flags() & Qt::ItemIsSelectable));
}

void TestPromptPage::notAskedWhereNotDeclared()
{
    m_peer->capabilities = R"({"prompts":{}})";
    open();
    QTest::keyClicks(field(u"language"_s), u"p"_s);
    QTest::qWait(400);
    QCOMPARE(asked(), 0);
}

void TestPromptPage::notAskedWhileNotReady()
{
    open();
    QVERIFY(!m_orchestrator->stopServer(u"s"_s));
    QTRY_COMPARE(server()->state(), Mcp::Server::State::Stopped);
    QTest::keyClicks(field(u"language"_s), u"p"_s);
    QTest::qWait(400);
    QCOMPARE(asked(), 0);
}

void TestPromptPage::oldServersAreAskedOnce()
{
    m_peer->revision = "2024-11-05";
    m_peer->capabilities = R"({"prompts":{}})";
    open();
    m_peer->results.remove(u"completion/complete"_s);
    QLineEdit *line = field(u"language"_s);
    QTest::keyClicks(line, u"p"_s);
    QTRY_COMPARE(asked(), 1);
    QTest::qWait(50); // for the answer
    QTest::keyClicks(line, u"e"_s);
    QTest::qWait(400);
    QCOMPARE(asked(), 1);
    QVERIFY(!popup() || !popup()->isVisible());
}

void TestPromptPage::templateVariablesAreCompleted()
{
    open();
    show(Kind::ResourceTemplate, u"demo://{section}"_s);
    QTest::keyClicks(field(u"section"_s), u"p"_s);
    QTRY_COMPARE(asked(), 1);
    QCOMPARE(m_peer->asked(u"completion/complete"_s), ofTemplate);
}

QTEST_MAIN(TestPromptPage)
#include "tst_promptpage.moc"
