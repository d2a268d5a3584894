// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formharness.h"
#include "json/jsontext.h"

#include <QtCore/qtimer.h>
#include <QtGui/qclipboard.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

/// Each editor by keys and clicks: one property "v" of the schema in question.
class TestFieldEditors : public QObject, private McpTest::FormHarness
{
    Q_OBJECT

private slots:
    void text()
    {
        make(R"({"type":"string"})");
        auto *line = input<QLineEdit>();
        QCOMPARE(v(), "(absent)");
        QTest::keyClicks(line, u"a\"b"_s);
        QCOMPARE(v(), "\"a\\\"b\"");
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(v(), "\"\""); // empty is not absent
        QTest::keyClick(line, Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "(absent)");
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(v(), "\"\"");
        QTest::keyClick(line, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(v(), "null");
        QTest::keyClicks(line, u"x"_s);
        QCOMPARE(v(), "\"x\"");
    }

    void pastedLinesMakeRoom()
    {
        make(R"({"type":"string"})");
        QApplication::clipboard()->setText(u"one\ntwo"_s);
        QTest::keySequence(input<QLineEdit>(), QKeySequence::Paste);
        QCOMPARE(v(), "\"one\\ntwo\"");
        auto *edit = input<QPlainTextEdit>();
        QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, u"3"_s);
        QCOMPARE(v(), "\"one\\ntwo\\n3\"");
    }

    void textStyles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<bool>("lines");
        QTest::newRow("plain name") << u"name"_s << "{\"type\":\"string\"}"_ba << false;
        QTest::newRow("content") << u"content"_s << "{\"type\":\"string\"}"_ba << true;
        QTest::newRow("camel case") << u"messageBody"_s << "{\"type\":\"string\"}"_ba << true;
        QTest::newRow("snake case") << u"sql_query"_s << "{\"type\":\"string\"}"_ba << true;
        QTest::newRow("about a body") << u"bodyFormat"_s << "{\"type\":\"string\"}"_ba << false;
        QTest::newRow("only sounds like it") << u"context"_s << "{\"type\":\"string\"}"_ba << false;
        QTest::newRow("long") << u"name"_s << "{\"type\":\"string\",\"maxLength\":5000}"_ba << true;
        QTest::newRow("short text")
                << u"text"_s << "{\"type\":\"string\",\"maxLength\":20}"_ba << false;
        QTest::newRow("format") << u"body"_s << "{\"type\":\"string\",\"format\":\"uri\"}"_ba
                                << false;
    }
    void textStyles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, schema);
        QFETCH(bool, lines);
        ArgumentForm form;
        form.setSchema(RawJson::fromText("{\"type\":\"object\",\"properties\":{\"" + name.toUtf8()
                                         + "\":" + schema + "}}"));
        QCOMPARE(form.findChild<QPlainTextEdit *>("input:/"_L1 + name) != nullptr, lines);
        QCOMPARE(form.findChild<QLineEdit *>("input:/"_L1 + name) != nullptr, !lines);
    }

    void password()
    {
        make(R"({"type":"string","format":"password"})");
        auto *line = input<QLineEdit>();
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"secret"_s);
        QCOMPARE(v(), "\"secret\"");
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("digits") << u"12345678901234567890"_s << "12345678901234567890"_ba << false;
        QTest::newRow("point zero") << u"1.0"_s << "1.0"_ba << false;
        QTest::newRow("minus zero") << u"-0"_s << "-0"_ba << false;
        QTest::newRow("huge") << u"1e400"_s << "1e400"_ba << false;
        QTest::newRow("blanks") << u" 7 "_s << "7"_ba << false;
        QTest::newRow("fraction") << u"1.5"_s << "1.5"_ba << true;
        QTest::newRow("words") << u"seven"_s << "\"seven\""_ba << true;
        QTest::newRow("leading zero") << u"007"_s << "\"007\""_ba << true;
        QTest::newRow("nothing") << u"1\b"_s << "(absent)"_ba << false;
    }
    void numbers()
    {
        QFETCH(QString, typed);
        make(R"({"type":"integer"})");
        auto *line = input<QLineEdit>();
        for (const QChar c : typed) {
            if (c == u'\b')
                QTest::keyClick(line, Qt::Key_Backspace);
            else
                QTest::keyClick(line, c.toLatin1());
        }
        QTEST(v(), "sent");
        QFETCH(bool, wrong);
        QTRY_COMPARE(!problem().isEmpty(), wrong);
    }

    void boolean()
    {
        make(R"({"type":"boolean"})");
        auto *box = input<QCheckBox>();
        QCOMPARE(v(), "(absent)");
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), "true");
        QCOMPARE(box->text(), u"true"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), "false");
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), "(absent)");
        QTest::keyClick(box, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(v(), "null");
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), "true");
    }

    void requiredBoolean()
    {
        make(R"({"type":"boolean"})", true);
        auto *box = input<QCheckBox>();
        form().setValue(Mcp::RawJson::fromText(R"({"v":false})"));
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), "true");
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QCOMPARE(v(), "false");
        QTest::keyClick(box, Qt::Key_Delete, Qt::ControlModifier); // who wants to see what happens
        QCOMPARE(v(), "(absent)");
    }

    void choice()
    {
        make(R"({"enum":["a",1,1.5,"1",null]})");
        auto *box = input<QComboBox>();
        QCOMPARE(v(), "(absent)");
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(v(), "\"a\"");
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(v(), "1");
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(v(), "null");
        QTest::keyClick(box, Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "(absent)");
        QCOMPARE(box->currentIndex(), -1);
    }

    void titledChoice()
    {
        make(R"({"oneOf":[{"const":"r","title":"Red"},{"const":"g","title":"Green"}]})");
        auto *box = input<QComboBox>();
        QCOMPARE(box->itemText(1), u"Green"_s);
        QTest::keyClicks(box, u"G"_s);
        QCOMPARE(v(), "\"g\"");
    }

    void longChoiceIsSearched()
    {
        QByteArray values;
        for (int i = 0; i < 126; ++i)
            values += "\"zone " + QByteArray::number(i) + "\",";
        values.chop(1);
        make("{\"enum\":[" + values + "]}");
        auto *box = input<QComboBox>();
        QVERIFY(box->isEditable());
        QTest::keyClicks(box->lineEdit(), u"zone 77"_s);
        QCOMPARE(v(), "\"zone 77\"");
        QTest::keyClicks(box->lineEdit(), u"x"_s);
        QCOMPARE(v(), "\"zone 77x\""); // a server's own check can be tried
        QTRY_VERIFY(problem().contains("126 in all"_L1));
    }

    void constant()
    {
        make(R"({"const":{"k":1.0}})");
        auto *box = input<QCheckBox>();
        QCOMPARE(v(), "(absent)");
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(v(), R"({"k":1.0})");
        QTest::keyClick(box, Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "(absent)");
    }

    void list()
    {
        make(R"({"type":"array","items":{"type":"integer"}})");
        QCOMPARE(v(), "(absent)");
        auto *add = child<QToolButton>(u"add:/v"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget(), child<QLineEdit>(u"input:/v/0"_s));
        QCOMPARE(v(), "[]"); // a blank row is not a value
        QTest::keyClicks(input<QLineEdit>(u"/v/0"_s), u"1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"2"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"3.0"_s);
        QCOMPARE(v(), "[1,2,3.0]");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(v(), "[1,3.0,2]");
        QTest::mouseClick(child<QToolButton>(u"down:/v/0"_s), Qt::LeftButton);
        QCOMPARE(v(), "[3.0,1,2]");
        QTest::keyClick(input<QLineEdit>(u"/v/1"_s), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "[3.0,2]");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(v(), "[3.0,null]");
        QTest::mouseClick(child<QToolButton>(u"remove:/v/0"_s), Qt::LeftButton);
        QTest::mouseClick(child<QToolButton>(u"remove:/v/0"_s), Qt::LeftButton);
        QCOMPARE(v(), "[]");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "(absent)");
    }

    void listOfChoices()
    {
        make(R"({"type":"array","items":{"enum":["a","b","c"]}})");
        auto *list = input<QListWidget>();
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Space);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(v(), R"(["c","a"])"); // in the order they were ticked
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(v(), R"(["c"])");
    }

    void nestedObject()
    {
        make(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}}})");
        QVERIFY(!form().findChild<QLineEdit *>(u"input:/v/a"_s)); // built when it is opened
        QTest::keyClick(child<QWidget>(u"fold:/v"_s), Qt::Key_Space);
        QCOMPARE(v(), "(absent)");
        QTest::keyClicks(input<QLineEdit>(u"/v/b"_s), u"5"_s);
        QCOMPARE(v(), R"({"b":5})");
        QTest::keyClicks(input<QLineEdit>(u"/v/a"_s), u"x"_s);
        QCOMPARE(v(), R"({"a":"x","b":5})"); // the author's order
        choose(u"makeNull"_s);
        QCOMPARE(v(), "null");
        choose(u"leaveOut"_s);
        QCOMPARE(v(), "(absent)");
        choose(u"makeEmpty"_s);
        QCOMPARE(v(), "{}");
    }

    void anyValueIsOfAKindThatIsChosen()
    {
        make("{}");
        auto *kind = child<QComboBox>(u"branch:/v"_s);
        QCOMPARE(v(), "(absent)");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down); // text, the first kind
        QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
        QCOMPARE(v(), "\"1\"");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClicks(QApplication::focusWidget(), u"12345678901234567890"_s);
        QCOMPARE(v(), "12345678901234567890");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Up); // what was left is still there
        QCOMPARE(v(), "\"1\"");
    }

    void anyValueAsJson()
    {
        make("{}");
        choose(u"editAsJson"_s);
        auto *edit = input<QPlainTextEdit>();
        QTest::keyClicks(edit, u"[1.0, {\"a\": 1e400}]"_s);
        QCOMPARE(v(), R"([1.0, {"a": 1e400}])");
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, u"[1,"_s);
        QVERIFY(form().isBroken());
        QTRY_VERIFY(problem().contains("line 1"_L1));
        QVERIFY(form().value().view().contains("[1,")); // not lost
    }

    void defaultExampleAndJsonFromTheMenu()
    {
        make(R"({"type":"integer","default":10,"examples":[20]})");
        QVERIFY(input<QLineEdit>()->placeholderText().contains("default: 10"_L1));
        choose(u"useDefault"_s);
        QCOMPARE(v(), "10");
        choose(u"useExample"_s);
        QCOMPARE(v(), "20");
        choose(u"editAsJson"_s);
        auto *edit = input<QPlainTextEdit>();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, u"[1]"_s);
        QCOMPARE(v(), "[1]");
        choose(u"editAsJson"_s); // a list does not fit a number's field: it stays JSON
        QCOMPARE(v(), "[1]");
        QVERIFY(form().findChild<QPlainTextEdit *>(u"input:/v"_s));
    }

    void problemsOnlyOnceTouched()
    {
        make(R"({"type":"string","minLength":3})", true);
        QCOMPARE(problem(), QString());
        QTest::keyClicks(input<QLineEdit>(), u"ab"_s);
        QTRY_VERIFY(problem().contains("at least 3 characters"_L1));
        QTest::keyClicks(input<QLineEdit>(), u"c"_s);
        QTRY_COMPARE(problem(), QString());
        make(R"({"type":"string"})", true);
        form().showAllProblems();
        QVERIFY(problem().contains("required"_L1));
    }
    void theMenuByKey()
    {
        make(R"({"type":"string"})");
        auto *field = input<QLineEdit>();
        // That cancels the call, from a field as well.
        QKeyEvent cancel(QEvent::ShortcutOverride, Qt::Key_Period, Qt::ControlModifier);
        cancel.ignore();
        QApplication::sendEvent(field, &cancel);
        QVERIFY(!cancel.isAccepted());
        bool shown = false;
        QTimer::singleShot(0, &form(), [&shown] {
            QWidget *menu = QApplication::activePopupWidget();
            shown = menu && menu->findChild<QAction *>(u"leaveOut"_s);
            if (menu)
                menu->close();
        });
        QTest::keyClick(field, Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(shown);
    }
};

QTEST_MAIN(TestFieldEditors)
#include "tst_fieldeditors.moc"
