// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumenteditor.h"
#include "forms/argumentform.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

class TestArgumentEditor : public QObject
{
    Q_OBJECT

private:
    QPlainTextEdit *json() const { return m_editor->findChild<QPlainTextEdit *>(u"jsonText"_s); }
    QLineEdit *line(const QString &name) const
    {
        return m_editor->findChild<QLineEdit *>("input:"_L1 + name);
    }

private slots:
    void init()
    {
        m_editor = std::make_unique<ArgumentEditor>();
        m_editor->setSchema(RawJson::fromText(
                R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"},"j":{}},"required":["b"]})"));
        m_editor->resize(400, 500);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }

    void switchingUneditedChangesNothing()
    {
        const QByteArray text = "{ \"b\" : 1.0,\n\n \"zz\":[ 1 ] ,\"a\":\"\\u0061\" }";
        m_editor->setText(text, ArgumentEditor::Mode::Json);
        for (int i = 0; i < 4; ++i) {
            m_editor->toggleMode();
            QCOMPARE(m_editor->text(), text);
        }
        QCOMPARE(json()->toPlainText().toUtf8(), text);
        QCOMPARE(m_editor->arguments().toByteArray(), text);
    }

    void eachSideSeesTheOthersEdits()
    {
        QTest::keyClicks(line(u"/a"_s), u"x"_s);
        QTest::mouseClick(m_editor->findChild<QToolButton *>(u"jsonMode"_s), Qt::LeftButton);
        QCOMPARE(json()->toPlainText(), u"{\n  \"a\": \"x\"\n}"_s);
        json()->setPlainText(u"{\"zz\":1.0,\"b\":12345678901234567890}"_s);
        QTest::mouseClick(m_editor->findChild<QToolButton *>(u"formMode"_s), Qt::LeftButton);
        QCOMPARE(line(u"/b"_s)->text(), u"12345678901234567890"_s);
        QTest::keyClicks(line(u"/a"_s), u"y"_s);
        QCOMPARE(m_editor->arguments().toByteArray(),
                 R"({"zz":1.0,"a":"y","b":12345678901234567890})");
    }

    void noFormFromBrokenJson()
    {
        m_editor->setMode(ArgumentEditor::Mode::Json);
        json()->setPlainText(u"{\"a\": }"_s);
        QVERIFY(m_editor->arguments().isAbsent());
        QVERIFY(!m_editor->setMode(ArgumentEditor::Mode::Form));
        QCOMPARE(m_editor->mode(), ArgumentEditor::Mode::Json);
        QVERIFY(m_editor->findChild<QLabel *>(u"argumentMessage"_s)->isVisible());
        QVERIFY(m_editor->findChild<QToolButton *>(u"jsonMode"_s)->isChecked());
        QCOMPARE(m_editor->text(), "{\"a\": }");
        QCOMPARE(json()->textCursor().position(), 6); // at the error
        json()->setPlainText(u"{\"a\": \"mended\"}"_s);
        QVERIFY(m_editor->setMode(ArgumentEditor::Mode::Form));
        QCOMPARE(line(u"/a"_s)->text(), u"mended"_s);
    }

    void brokenFieldGoesOverAsItIs()
    {
        auto *menu = m_editor->findChild<QToolButton *>(u"state:/j"_s)->menu();
        emit menu->aboutToShow();
        menu->findChild<QAction *>(u"editAsJson"_s)->trigger();
        auto *field = m_editor->findChild<QPlainTextEdit *>(u"input:/j"_s);
        QTest::keyClicks(field, u"[1,"_s);
        QVERIFY(m_editor->isBroken());
        QVERIFY(m_editor->setMode(ArgumentEditor::Mode::Json));
        QVERIFY(json()->toPlainText().contains("[1,"_L1));
        QVERIFY(m_editor->isBroken());
    }

    void blankJsonIsNoArguments()
    {
        m_editor->setMode(ArgumentEditor::Mode::Json);
        json()->clear();
        QCOMPARE(m_editor->arguments().toByteArray(), "{}");
        QVERIFY(m_editor->setMode(ArgumentEditor::Mode::Form));
    }

    void formatKeepsEveryValue()
    {
        m_editor->setMode(ArgumentEditor::Mode::Json);
        json()->setPlainText(u"{\"b\":1.0,\"a\":\"\\u0061  b\"}"_s);
        QTest::mouseClick(m_editor->findChild<QToolButton *>(u"formatJson"_s), Qt::LeftButton);
        QCOMPARE(json()->toPlainText(), u"{\n  \"b\": 1.0,\n  \"a\": \"\\u0061  b\"\n}"_s);
        QTest::keySequence(json(), QKeySequence::Undo);
        QCOMPARE(json()->toPlainText(), u"{\"b\":1.0,\"a\":\"\\u0061  b\"}"_s);
    }

    void undoReachesBackOverTheForm()
    {
        m_editor->setMode(ArgumentEditor::Mode::Json);
        json()->setFocus();
        QTest::keySequence(json(), QKeySequence::SelectAll);
        QTest::keyClicks(json(), u"[]"_s); // what no form can show
        QTest::keySequence(json(), QKeySequence::SelectAll);
        QTest::keyClicks(json(), u"{ \"a\": \"x\" }"_s);
        const QString typed = json()->toPlainText();
        m_editor->toggleMode();
        m_editor->toggleMode();
        QCOMPARE(json()->toPlainText(), typed);
        m_editor->toggleMode();
        QTest::keyClicks(line(u"/a"_s), u"y"_s);
        m_editor->toggleMode();
        QVERIFY(json()->toPlainText().contains("xy"_L1));
        QTest::keySequence(json(), QKeySequence::Undo); // what the form did
        QCOMPARE(json()->toPlainText(), typed);
        QCOMPARE(m_editor->arguments().toByteArray(), typed.toUtf8());
        QTest::keySequence(json(), QKeySequence::Undo); // what was typed before
        QVERIFY(json()->toPlainText() != typed);
        QVERIFY(json()->document()->isUndoAvailable());
    }

    void schemaProblemsAreFollowedInTheJson()
    {
        m_editor->setText("{\"b\": \"x\"}", ArgumentEditor::Mode::Json);
        QSignalSpy changed(m_editor.get(), &ArgumentEditor::problemsChanged);
        QCOMPARE(m_editor->problems().size(), 1);
        json()->setPlainText(u"{\"b\": 1}"_s);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(m_editor->problems().isEmpty());
    }

    void summaryJumpsToTheField()
    {
        m_editor->setArguments(RawJson::fromText(R"({"a":5})"));
        QVERIFY(!m_editor->findChild<QWidget *>(u"problemList"_s)->isVisible());
        m_editor->showProblems();
        auto *jump = m_editor->findChild<QAbstractButton *>(u"jump:/b"_s);
        QVERIFY(jump);
        QTRY_VERIFY(jump->isVisible());
        QVERIFY(m_editor->findChild<QAbstractButton *>(u"jump:/a"_s));
        QTest::keyClick(jump, Qt::Key_Return);
        QVERIFY(line(u"/b"_s)->hasFocus());
        QTest::keyClicks(line(u"/b"_s), u"1"_s);
        QTRY_VERIFY(!m_editor->findChild<QAbstractButton *>(u"jump:/b"_s));
    }

    void summaryJumpsInTheJson()
    {
        m_editor->setText("{\n \"b\": \"ü\",\n \"a\": 1\n}", ArgumentEditor::Mode::Json);
        m_editor->showProblems();
        auto *jump = m_editor->findChild<QAbstractButton *>(u"jump:/a"_s);
        QVERIFY(jump);
        QTest::mouseClick(jump, Qt::LeftButton);
        QVERIFY(json()->hasFocus());
        QCOMPARE(json()->textCursor().position(), json()->toPlainText().indexOf(u'1'));
    }

    void anotherSchemaKeepsWhatIsBeingEdited()
    {
        QLineEdit *a = line(u"/a"_s);
        a->setFocus();
        QTest::keyClicks(a, u"typed"_s);
        m_editor->setSchema(RawJson::fromText(
                R"({"type":"object","properties":{"new":{"type":"string"},"a":{"type":"string"}}})"));
        QCOMPARE(line(u"/a"_s)->text(), u"typed"_s);
        QVERIFY(line(u"/a"_s)->hasFocus());
        QTest::keyClicks(line(u"/new"_s), u"n"_s);
        QCOMPARE(m_editor->arguments().toByteArray(), R"({"new":"n","a":"typed"})");
        // In JSON mode, broken text stays, too.
        m_editor->setMode(ArgumentEditor::Mode::Json);
        json()->setPlainText(u"{\"a"_s);
        m_editor->setSchema(RawJson::fromText("{}"));
        QCOMPARE(json()->toPlainText(), u"{\"a"_s);
    }

    void everyEditIsTold()
    {
        QSignalSpy edited(m_editor.get(), &ArgumentEditor::edited);
        QTest::keyClicks(line(u"/a"_s), u"xy"_s);
        QCOMPARE(edited.size(), 2);
        m_editor->toggleMode();
        QCOMPARE(edited.size(), 3);
        QTest::keyClicks(json(), u" "_s);
        QCOMPARE(edited.size(), 4);
    }

private:
    std::unique_ptr<ArgumentEditor> m_editor;
};

QTEST_MAIN(TestArgumentEditor)
#include "tst_argumenteditor.moc"
