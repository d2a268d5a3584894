// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "models/servermodel.h"
#include "orchestrator/answerpolicy.h"
#include "views/contentblock.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qstatusbar.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// A server wants to ask a model: a person reads the request and types the answer, or something
/// answers in their place.
class TestSamplingQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void answeredByHand_data() { McpTest::addEras(); }
    void answeredByHand();
    void everyContentIsShown();
    void modelAndReason();
    void aToolIsUsed();
    void anyAnswerAsJson();
    void whatIsNoAnswerIsShownFirst();
    void brokenInputOfAToolIsKept();
    void emptyIsShownFirst();
    void tooLongIsSaid();
    void rejected_data();
    void rejected();
    void unbalancedToolsAreInvalid();
    void answersByItself();
    void aProgramNeedsConsent();
    void aProgramIsStopped();
    void aChangedProgramIsShownAgain();
    void filledInFromTheEditedRequest();
    void manyMessages();

private:
    void useResponder(const Mcp::SamplingResponder &responder);
    QString program(const QByteArray &text);
    void setJson(const QString &pane, const QByteArray &json)
    {
        const auto all = find(pane)->findChildren<QPlainTextEdit *>(u"jsonText"_s);
        const auto shown = std::find_if(all.begin(), all.end(), [](const QPlainTextEdit *edit) {
            return edit->isVisible(); // the input of a tool has one, too
        });
        QVERIFY(shown != all.end());
        (*shown)->selectAll();
        (*shown)->insertPlainText(QString::fromUtf8(json));
    }
};

namespace {

QByteArray sampling(const QByteArray &messages, const QByteArray &more = {})
{
    return R"({"method":"sampling/createMessage","params":{"maxTokens":100,"messages":[)" + messages
           + "]" + more + "}}";
}

const QByteArray hello = R"({"role":"user","content":{"type":"text","text":"Hello model"}})";
const QByteArray tools =
        R"(,"tools":[{"name":"weather","inputSchema":{"type":"object","properties":)"
        R"({"town":{"type":"string"}},"required":["town"]}}],"toolChoice":{"mode":"auto"})";

} // namespace

void TestSamplingQuestions::useResponder(const Mcp::SamplingResponder &responder)
{
    Mcp::ServerSpec spec = m_harness->orchestrator().server(u"fake"_s)->spec();
    spec.responder = responder;
    QVERIFY(!m_harness->orchestrator().updateServer(u"fake"_s, spec));
}

QString TestSamplingQuestions::program(const QByteArray &text)
{
    const QString path = QDir(m_harness->home().path()).filePath(u"model"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void TestSamplingQuestions::answeredByHand()
{
    QFETCH(const QString, era);
    startEra(era);
    askAndShow(sampling(hello, R"(,"systemPrompt":"Be brief","temperature":0.70)"));
    QVERIFY(text(u"questionTitle"_s).contains("fake wants an answer of a model"_L1));
    QTRY_VERIFY(find(u"samplingMessages"_s)->findChild<McpUi::ContentBlock *>());
    QString read;
    for (const QPlainTextEdit *each : find(u"samplingMessages"_s)->findChildren<QPlainTextEdit *>())
        read += each->toPlainText() + u'\n';
    for (const QLabel *label : find(u"samplingMessages"_s)->findChildren<QLabel *>())
        read += label->text() + u'\n';
    for (const QString &part :
         { u"Hello model"_s, u"Be brief"_s, u"user"_s, u"At most 100 tokens"_s, u"0.70"_s })
        QVERIFY2(read.contains(part), qPrintable(read));
    QTest::keyClicks(QApplication::focusWidget(), u"Hello person"_s);
    m_harness->key(u"Ctrl+Return"_s);
    QVERIFY2(answered().contains(R"({"role":"assistant","content":{"type":"text",)"
                                 R"("text":"Hello person"},"model":"manual",)"
                                 R"("stopReason":"endTurn"})"),
             answered());
}

void TestSamplingQuestions::everyContentIsShown()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(
            R"({"role":"user","content":[{"type":"text","text":"a"},)"
            R"({"type":"image","data":"iVBORw0KGgo=","mimeType":"image/png"},)"
            R"({"type":"audio","data":"AAAA","mimeType":"audio/wav"}]},)"
            R"({"role":"assistant","content":[{"type":"tool_use","id":"1","name":"weather",)"
            R"("input":{}}]},{"role":"user","content":[{"type":"tool_result","toolUseId":"1",)"
            R"("content":[]}]})"));
    QWidget *messages = find(u"samplingMessages"_s);
    QTRY_COMPARE(messages->findChildren<McpUi::ContentBlock *>().size(), 5);
    QString titles;
    for (const QLabel *label : messages->findChildren<QLabel *>())
        titles += label->text() + u'\n';
    for (const QString &part : { u"Text"_s, u"Image"_s, u"Audio"_s, u"Use of the tool weather"_s,
                                 u"Result of a tool"_s, u"assistant"_s })
        QVERIFY2(titles.contains(part), qPrintable(titles));
    QVERIFY(!find(u"questionProblems"_s)->isVisible());
}

void TestSamplingQuestions::modelAndReason()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello));
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    find<QLineEdit>(u"samplingModel"_s)->setText(u"my-model"_s);
    find<QComboBox>(u"samplingReason"_s)->setCurrentText(u"a reason of my own"_s);
    QVERIFY(!find<QComboBox>(u"samplingTool"_s)->isVisible()); // none is offered
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"("model":"my-model","stopReason":"a reason of my own")"),
             answered());
}

void TestSamplingQuestions::aToolIsUsed()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello, tools));
    auto *tool = find<QComboBox>(u"samplingTool"_s);
    QTRY_VERIFY(tool->isVisible());
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Down);
    QCOMPARE(tool->currentText(), u"weather"_s);
    QTRY_VERIFY(find(u"samplingInput"_s)->isVisible());
    QCOMPARE(find<QComboBox>(u"samplingReason"_s)->currentText(), u"toolUse"_s);
    click(u"questionAccept"_s); // its required argument is missing
    QCOMPARE(questions()->open().size(), 1);
    // It has the focus now.
    QVERIFY(find(u"samplingInput"_s)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"Oslo"_s);
    QTRY_COMPARE(find<QAbstractButton>(u"questionAccept"_s)->isEnabled(), true);
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"("content":{"type":"tool_use","id":"call-1","name":"weather",)"
                                 R"("input":{"town":"Oslo"}},"model":"manual",)"
                                 R"("stopReason":"toolUse"})"),
             answered());
}

void TestSamplingQuestions::anyAnswerAsJson()
{
    startEra(u"modern"_s);
    askAndShow(sampling(hello));
    click(u"samplingAnswerJson"_s);
    setJson(u"samplingAnswer"_s, "{\"role\":");
    click(u"questionAccept"_s);
    QCOMPARE(questions()->open().size(), 1); // no JSON is never sent
    QTRY_VERIFY(find(u"samplingProblem"_s)->isVisible());
    setJson(u"samplingAnswer"_s, R"({"role":"assistant","content":[],"model":"m","x":1.0})");
    click(u"samplingAnswerFields"_s); // they cannot show that
    QTRY_VERIFY(find(u"samplingProblem"_s)->isVisible());
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"role":"assistant","content":[],"model":"m","x":1.0})"),
             answered());
}

void TestSamplingQuestions::whatIsNoAnswerIsShownFirst()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello));
    click(u"samplingAnswerJson"_s);
    setJson(u"samplingAnswer"_s, R"({"role":"assistant","model":"m"})");
    click(u"questionAccept"_s);
    QCOMPARE(questions()->open().size(), 1);
    QTRY_COMPARE(text(u"samplingProblem"_s), u"✖ The answer has no “content”."_s);
    click(u"questionAccept"_s); // as one wishes
    QVERIFY2(answered().contains(R"({"role":"assistant","model":"m"})"), answered());
}

/// What cannot be sent as it was typed is never sent as something else.
void TestSamplingQuestions::brokenInputOfAToolIsKept()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello, tools));
    auto *tool = find<QComboBox>(u"samplingTool"_s);
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Down);
    click(u"jsonMode"_s);
    setJson(u"samplingInput"_s, R"({"town": )");
    for (const QString &button :
         { u"questionAccept"_s, u"questionAccept"_s, u"samplingAnswerJson"_s }) {
        click(button);
        QTRY_COMPARE(text(u"samplingProblem"_s), u"✖ The input of the tool is not JSON."_s);
        QCOMPARE(questions()->open().size(), 1);
    }
    setJson(u"samplingInput"_s, R"({"town": "Oslo"})");
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"("input":{"town":"Oslo"})"), answered());
}

void TestSamplingQuestions::emptyIsShownFirst()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello));
    click(u"questionAccept"_s);
    QCOMPARE(questions()->open().size(), 1);
    QTRY_COMPARE(text(u"samplingProblem"_s), u"✖ The answer is empty."_s);
    click(u"questionAccept"_s); // as one wishes
    QVERIFY2(answered().contains(R"("text":"")"), answered());
}

/// Checklist 64.
void TestSamplingQuestions::tooLongIsSaid()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello));
    auto *edit = find<QPlainTextEdit>(u"samplingText"_s);
    edit->setPlainText(QString(300, u'x'));
    QVERIFY(!find(u"samplingHint"_s)->isVisible());
    edit->setPlainText(QString(500, u'x'));
    QTRY_VERIFY(find(u"samplingHint"_s)->isVisible());
    QVERIFY(text(u"samplingHint"_s).contains("100 tokens"_L1));
}

void TestSamplingQuestions::rejected_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("legacy") << u"legacy"_s << R"("code":-1)"_ba;
    QTest::newRow("modern") << u"modern"_s << "refused"_ba; // the call ends
}

void TestSamplingQuestions::rejected()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, answer);
    startEra(era);
    askAndShow(sampling(hello));
    click(u"questionDecline"_s);
    QVERIFY2(answered().contains(answer), answered());
}

/// Checklist 65: an error, without troubling anybody; the server's entry says so.
void TestSamplingQuestions::unbalancedToolsAreInvalid()
{
    startEra(u"legacy"_s);
    ask(sampling(R"({"role":"assistant","content":[{"type":"tool_use","id":"1",)"
                 R"("name":"weather","input":{}}]})"));
    QVERIFY2(answered().contains("-32602"), answered());
    QVERIFY(questions()->open().isEmpty());
    const QString warnings = m_harness->orchestrator().server(u"fake"_s)->warnings().join(u'|');
    QVERIFY2(warnings.contains("sampling/createMessage, which was refused"_L1),
             qPrintable(warnings));
}

void TestSamplingQuestions::answersByItself()
{
    startEra(u"legacy"_s);
    McpUi::ServerModel *model = m_harness->window().findChild<McpUi::ServerModel *>();
    QVERIFY(model->index(0).data(McpUi::ServerModel::ResponderRole).toString().isEmpty());
    useResponder({ Mcp::SamplingResponder::Kind::Echo, {}, {}, {} });
    QCOMPARE(model->index(0).data(McpUi::ServerModel::ResponderRole).toString(), u"auto: echo"_s);
    ask(sampling(hello));
    QVERIFY2(answered().contains(R"("text":"Hello model"},"model":"echo")"), answered());
    QVERIFY(!find(u"questionBar"_s)->isVisible());
    const QString told = m_harness->window().statusBar()->currentMessage();
    QVERIFY2(told.contains("sampling/createMessage of fake was answered"_L1), qPrintable(told));
}

void TestSamplingQuestions::aProgramNeedsConsent()
{
    startEra(u"legacy"_s);
    const QString path = program("echo from the program");
    useResponder({ Mcp::SamplingResponder::Kind::Command, {}, path, { u"--quiet mode"_s } });
    askAndShow(sampling(hello));
    auto *notice = find(u"samplingResponder"_s);
    QTRY_VERIFY(notice->isVisible());
    const QString said = notice->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY2(said.contains(path) && said.contains("'--quiet mode'"_L1), qPrintable(said));
    QVERIFY(!find(u"samplingFill"_s)->isVisible());
    QTest::mouseClick(notice->findChild<QAbstractButton *>(u"noticeButton"_s), Qt::LeftButton);
    QVERIFY2(answered().contains("from the program"), answered());
}

void TestSamplingQuestions::aProgramIsStopped()
{
    startEra(u"legacy"_s);
    useResponder({ Mcp::SamplingResponder::Kind::Command, {}, program("sleep 60"), {} });
    askAndShow(sampling(hello));
    auto *notice = find(u"samplingResponder"_s);
    auto *button = notice->findChild<QAbstractButton *>(u"noticeButton"_s);
    const auto said = [notice] { return notice->findChild<QLabel *>(u"noticeText"_s)->text(); };
    QTRY_COMPARE(button->text(), u"Let it answer"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), u"Stop it"_s);
    QVERIFY(!find(u"samplingFill"_s)->isVisible());
    QTRY_VERIFY(notice->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(said().contains("stopped the program"_L1), qPrintable(said()));
    QCOMPARE(questions()->open().size(), 1);
    // The same for what is only filled in.
    auto *fill = find<QAbstractButton>(u"samplingFill"_s);
    QTRY_VERIFY(fill->isVisible());
    click(u"samplingFill"_s);
    QTRY_COMPARE(fill->text(), u"Stop filling in"_s);
    click(u"samplingFill"_s);
    QTRY_COMPARE(fill->text(), u"Fill in"_s);
}

/// It was changed while somebody read what it was.
void TestSamplingQuestions::aChangedProgramIsShownAgain()
{
    startEra(u"legacy"_s);
    const QString path = program("echo ran");
    useResponder({ Mcp::SamplingResponder::Kind::Command, {}, path, { u"harmless"_s } });
    askAndShow(sampling(hello));
    auto *notice = find(u"samplingResponder"_s);
    const auto said = [notice] { return notice->findChild<QLabel *>(u"noticeText"_s)->text(); };
    QTRY_VERIFY(said().contains("harmless"_L1));
    auto *button = notice->findChild<QAbstractButton *>(u"noticeButton"_s);
    {
        // As if the click had been on its way already.
        const QSignalBlocker blocker(m_harness->orchestrator().server(u"fake"_s));
        useResponder({ Mcp::SamplingResponder::Kind::Command, {}, path, { u"other"_s } });
        QVERIFY(said().contains("harmless"_L1));
        button->click();
    }
    QTRY_VERIFY2(said().contains("other"_L1), qPrintable(said()));
    QCOMPARE(questions()->open().size(), 1);
    QTRY_COMPARE(button->text(), u"Let it answer"_s);
    button->click();
    QVERIFY2(answered().contains("ran"), answered());
}

void TestSamplingQuestions::filledInFromTheEditedRequest()
{
    startEra(u"legacy"_s);
    askAndShow(sampling(hello));
    useResponder({ Mcp::SamplingResponder::Kind::Echo, {}, {}, {} });
    emit questions()->changed(); // it is asked again what is set
    click(u"samplingJson"_s);
    setJson(u"samplingRequest"_s,
            R"({"maxTokens":2,"messages":[{"role":"user","content":{"type":"text",)"
            R"("text":"another thing altogether"}}]})");
    click(u"samplingFill"_s);
    QTRY_COMPARE(find<QPlainTextEdit>(u"samplingText"_s)->toPlainText(), u"another thing"_s);
    QCOMPARE(questions()->open().size(), 1); // it is still for a person to send it
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"("text":"another thing"},"model":"echo",)"
                                 R"("stopReason":"maxTokens")"),
             answered());
}

void TestSamplingQuestions::manyMessages()
{
    QByteArray many;
    for (int i = 0; i < 2000; ++i)
        many += hello + ',';
    startEra(u"legacy"_s);
    askAndShow(sampling(many.chopped(1)));
    QTRY_COMPARE(find(u"samplingMessages"_s)->findChildren<McpUi::ContentBlock *>().size(), 200);
    QTRY_VERIFY(find(u"questionProblems"_s)->isVisible());
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(0));
}

QTEST_MAIN(TestSamplingQuestions)
#include "tst_samplingquestions.moc"
