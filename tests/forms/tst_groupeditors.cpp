// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formharness.h"
#include "support/richtexts.h"

#include <QtGui/qclipboard.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qscrollbar.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

namespace {

QWidget *focus() { return QApplication::focusWidget(); }

const QByteArray people =
        R"({"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},"required":["name"]}})";
const QByteArray shapes =
        R"({"oneOf":[{"type":"object","title":"Circle","properties":{"kind":{"const":"circle"},"r":{"type":"number"}},"required":["kind","r"]},{"type":"object","title":"Box","properties":{"kind":{"const":"box"},"w":{"type":"number"}},"required":["kind","w"]},{"type":"string","title":"Name"}]})";
const QByteArray texts = R"({"type":"object","additionalProperties":{"type":"string"}})";
const QByteArray marked =
        R"({"title":"<img>","description":"<img>","type":"array","prefixItems":[{"title":"<img src=x>","description":"<img src=x>","type":"string","default":"<img>"},{"title":"<img>","enum":["<img>",1]},{"title":"<img>","const":"<img>"},{"title":"<img>","type":"object","properties":{"<img>":{"type":"string","format":"<img>","pattern":"<img>","minLength":9},"b":{"type":"boolean","title":"<img>"},"n":{"type":"number","multipleOf":2}},"patternProperties":{"<img>":{"type":"<img>"}}},{"title":"<img>","oneOf":[{"title":"<img>","type":"object","description":"<img>"},{"$ref":"<img>"}]}],"examples":["<img>"]})";

} // namespace

/// Lists of anything, maps, tuples and unions by keys and clicks.
class TestGroupEditors : public QObject, private McpTest::FormHarness
{
    Q_OBJECT

private slots:
    void objectsInAList()
    {
        make(people);
        click(u"add:/v"_s);
        QCOMPARE(focus(), child<QLineEdit>(u"input:/v/0/name"_s));
        QTest::keyClicks(focus(), u"Ann"_s);
        QTest::keyClick(focus(), Qt::Key_Tab);
        QTest::keyClicks(focus(), u"33"_s);
        QCOMPARE(v(), R"([{"name":"Ann","age":33}])");
        QTest::keyClick(focus(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(v(), R"([{"name":"Ann","age":33},{"name":"Ann","age":33}])");
        QTest::keyClicks(input<QLineEdit>(u"/v/1/name"_s), u"a"_s);
        // A row is moved from any field within it.
        QTest::keyClick(focus(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(v(), R"([{"name":"Anna","age":33},{"name":"Ann","age":33}])");
        QCOMPARE(focus(), child<QLineEdit>(u"input:/v/0/name"_s));
        QTest::keyClick(focus(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(v(), R"([{"name":"Ann","age":33}])");
    }

    void problemsBesideTheirField()
    {
        make(people);
        click(u"add:/v"_s);
        QTest::keyClicks(input<QLineEdit>(u"/v/0/age"_s), u"1.5"_s);
        QTRY_VERIFY(problem(u"/v/0/age"_s).contains("integer"_L1));
        QTRY_VERIFY(problem(u"/v/0/name"_s).contains("required"_L1)); // the focus was there
        click(u"add:/v"_s);
        QVERIFY(problem(u"/v/1/name"_s).isEmpty()); // not touched yet
        form().showAllProblems();
        QVERIFY(problem(u"/v/1/name"_s).contains("required"_L1));
        QVERIFY(problem(u"/v"_s).isEmpty());
    }

    void foldedRowsSayWhatTheyHold()
    {
        make(people);
        set(R"([{"name":"Ann"},{"name":"Bob"}])");
        click(u"fold:/v/0"_s);
        QVERIFY(!child<QLineEdit>(u"input:/v/0/name"_s)->isVisible());
        form().reveal(*Mcp::JsonPointer::parse(u"/v/0/name"));
        QVERIFY(child<QLineEdit>(u"input:/v/0/name"_s)->isVisible());
        QCOMPARE(focus(), child<QLineEdit>(u"input:/v/0/name"_s));
    }

    void pasteJson()
    {
        make(people);
        set(R"([{"name":"Ann"},{"name":"Bob"}])");
        QApplication::clipboard()->setText(u"[{\"name\": \"Cid\", \"x\": 1e400}, 7]"_s);
        QTest::keyClick(input<QLineEdit>(u"/v/0/name"_s), Qt::Key_V,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(v(), R"([{"name":"Ann"},{"name": "Cid", "x": 1e400},7,{"name":"Bob"}])");
        QApplication::clipboard()->setText(u"{oops"_s);
        click(u"paste:/v"_s);
        const auto *remark = child<QLabel>(u"remark:/v"_s);
        QVERIFY(remark->isVisible());
        QVERIFY2(remark->text().contains("line 1"_L1), qPrintable(remark->text()));
        QCOMPARE(RawJson::fromText(v()).count(), 4); // nothing was lost
    }

    void longListsComeInParts()
    {
        make(R"({"type":"array","items":{"type":"integer"}})");
        QByteArray numbers = "[0";
        for (int i = 1; i < 5000; ++i)
            numbers += ',' + QByteArray::number(i);
        numbers += ']';
        set(numbers);
        QVERIFY(!has(u"input:/v/60"_s));
        QTest::keyClick(input<QLineEdit>(u"/v/0"_s), Qt::Key_Up);
        QVERIFY(v().startsWith("[1,1,2"));
        QVERIFY(v().endsWith(",4998,4999]"));
        click(u"more:/v"_s);
        QVERIFY(has(u"input:/v/60"_s));
        form().reveal(*Mcp::JsonPointer::parse(u"/v/300"));
        QCOMPARE(focus(), child<QLineEdit>(u"input:/v/300"_s));
        QCOMPARE(RawJson::fromText(v()).count(), 5000);
    }

    void tuples()
    {
        make(R"({"type":"array","prefixItems":[{"type":"string","title":"Name"},{"type":"integer"}],"items":{"type":"boolean"}})");
        QCOMPARE(v(), "(absent)");
        QTest::keyClicks(input<QLineEdit>(u"/v/1"_s), u"3"_s);
        QCOMPARE(v(), "[null,3]");
        QTRY_VERIFY(problem().contains("place 1"_L1));
        QTest::keyClicks(input<QLineEdit>(u"/v/0"_s), u"Ann"_s);
        QCOMPARE(v(), R"(["Ann",3])");
        click(u"add:/v"_s);
        QTest::keyClick(focus(), Qt::Key_Space);
        QCOMPARE(v(), R"(["Ann",3,true])");
        // Fixed places neither move nor go.
        QTest::keyClick(input<QLineEdit>(u"/v/0"_s), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(focus(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(v(), R"(["Ann",3,true])");
    }

    void maps()
    {
        make(texts);
        click(u"fold:/v"_s);
        click(u"add:/v"_s);
        QTest::keyClicks(focus(), u"Accept"_s);
        QCOMPARE(v(), "{}"); // no value yet
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClicks(focus(), u"text/plain"_s);
        QCOMPARE(v(), R"({"Accept":"text/plain"})");
        QTest::keyClick(focus(), Qt::Key_Return); // a further one below
        QTest::keyClicks(focus(), u"Accept"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClicks(focus(), u"twice"_s);
        form().showAllProblems();
        QCOMPARE(v(), R"({"Accept":"text/plain"})");
        QVERIFY(form().problems().size() == 1);
        QVERIFY(form().problems()[0].message.contains("another member"_L1));
        auto *key = child<QLineEdit>(u"key:/v:1"_s);
        key->setFocus();
        QTest::keyClicks(key, u"-Language"_s);
        QCOMPARE(v(), R"({"Accept":"text/plain","Accept-Language":"twice"})");
        QTest::keyClick(key, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(v(), R"({"Accept-Language":"twice","Accept":"text/plain"})");
        click(u"remove:/v/Accept"_s);
        QCOMPARE(v(), R"({"Accept-Language":"twice"})");
    }

    void mapProblemsStandInTheirRow()
    {
        make(R"({"type":"object","additionalProperties":{"type":"integer","maximum":9},"propertyNames":{"pattern":"^[a-z]+$"}})");
        set(R"({"a":5,"B":6})");
        form().showAllProblems();
        QVERIFY2(problem(u"/v/B"_s).contains("name"_L1), qPrintable(problem(u"/v/B"_s)));
        QTest::keyClick(input<QLineEdit>(u"/v/a"_s), Qt::Key_End);
        QTest::keyClicks(focus(), u"0"_s);
        QTRY_VERIFY(problem(u"/v/a"_s).contains("at most 9"_L1));
    }

    void mapsByPattern()
    {
        make(R"({"type":"object","patternProperties":{"^n_":{"type":"integer"},"^t_":{"type":"string"}},"additionalProperties":false})");
        click(u"fold:/v"_s);
        click(u"add:/v"_s);
        QTest::keyClicks(focus(), u"t_x"_s);
        QTest::keyClicks(input<QLineEdit>(u"/v/t_x"_s), u"1"_s);
        QCOMPARE(v(), R"({"t_x":"1"})");
        auto *key = child<QLineEdit>(u"key:/v:0"_s);
        key->setFocus();
        QTest::keyClick(key, Qt::Key_Home);
        QTest::keyClick(key, Qt::Key_Delete);
        QTest::keyClicks(key, u"n"_s); // the kind follows the name, the value stays
        QCOMPARE(v(), R"({"n_x":"1"})");
    }

    void freeMembersOfAnyKind()
    {
        make(R"({"type":"object","properties":{"known":{"type":"string"}},"additionalProperties":true})");
        click(u"fold:/v"_s);
        click(u"add:/v"_s);
        QTest::keyClicks(focus(), u"extra"_s);
        auto *kind = child<QComboBox>(u"branch:/v/extra"_s);
        kind->setFocus();
        QTest::keyClicks(kind, u"number"_s); // the list searches as one types
        QTest::keyClicks(input<QLineEdit>(u"/v/extra"_s), u"1.50"_s);
        QTest::keyClicks(input<QLineEdit>(u"/v/known"_s), u"k"_s);
        QCOMPARE(v(), R"({"known":"k","extra":1.50})");
    }

    void undeclaredMembersAreShownAsSuch()
    {
        make(R"({"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false})");
        set(R"({"z":{"deep":1.0},"a":"x"})");
        QVERIFY(child<QLabel>(u"undeclared"_s)->isVisible());
        form().showAllProblems();
        QVERIFY(problem(u"/v/z"_s).contains("not a member"_L1));
        QTest::keyClicks(input<QLineEdit>(u"/v/a"_s), u"y"_s);
        QVERIFY2(v().startsWith(R"({"z":{"deep":1.0},"a":)"), v().constData());
    }

    void unions()
    {
        make(shapes);
        auto *chooser = child<QComboBox>(u"branch:/v"_s);
        QCOMPARE(chooser->count(), 3);
        QCOMPARE(chooser->itemText(0), u"Circle"_s);
        chooser->setFocus();
        QTest::keyClick(chooser, Qt::Key_Down);
        QCOMPARE(v(), R"({"kind":"circle"})"); // what is settled is filled in
        QTest::keyClicks(input<QLineEdit>(u"/v/r"_s), u"2.50"_s);
        QCOMPARE(v(), R"({"kind":"circle","r":2.50})");
        chooser->setFocus();
        QTest::keyClick(chooser, Qt::Key_Down);
        QCOMPARE(v(), R"({"kind":"box"})");
        QTest::keyClick(chooser, Qt::Key_End);
        QTest::keyClicks(input<QLineEdit>(), u"x"_s);
        QCOMPARE(v(), "\"x\"");
        chooser->setFocus();
        QTest::keyClick(chooser, Qt::Key_Home);
        QCOMPARE(v(), R"({"kind":"circle","r":2.50})"); // coming back finds what was typed
    }

    void unionsTakeNoMoreRoomThanTheyNeed()
    {
        makeWhole(R"({"type":"object","required":["u","after"],"properties":{
            "u":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}},
                {"type":"object","properties":{"kind":{"const":"x"}},"required":["kind"]}]},
            "after":{"type":"string"}}})"_ba);
        form().resize(400, 2000);
        QTRY_COMPARE(form().height(), 2000);
        QTRY_VERIFY(child<QWidget>(u"field:/after"_s)->y() > 0);
        QTRY_VERIFY2(child<QWidget>(u"field:/u"_s)->height() < 100, "a gap");
    }
    void anExistingValueChoosesItsKind()
    {
        make(shapes);
        auto *chooser = child<QComboBox>(u"branch:/v"_s);
        set(R"({"kind":"box","w":"wrong"})");
        QCOMPARE(chooser->currentText(), u"Box"_s);
        QCOMPARE(v(), R"({"kind":"box","w":"wrong"})");
        set("\"x\"");
        QCOMPARE(chooser->currentText(), u"Name"_s);
        set("[1.0]"); // no kind: as JSON, and said to be
        QCOMPARE(v(), "[1.0]");
        QCOMPARE(child<QToolButton>(u"state:/v"_s)->text(), u"JSON"_s);
        QCOMPARE(input<QPlainTextEdit>()->toPlainText().simplified(), u"[ 1.0 ]"_s);
    }

    void emptyNullAndAbsent()
    {
        make(shapes);
        choose(u"makeNull"_s);
        QCOMPARE(v(), "null");
        auto *chooser = child<QComboBox>(u"branch:/v"_s);
        chooser->setFocus();
        QTest::keyClick(chooser, Qt::Key_End);
        choose(u"makeEmpty"_s);
        QCOMPARE(v(), "\"\"");
        QTest::keyClick(focus(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(v(), "(absent)");
        QCOMPARE(chooser->currentIndex(), -1);
    }

    void noValueIsAllowed()
    {
        make("false");
        QCOMPARE(v(), "(absent)");
        QVERIFY(form().problems().isEmpty());
        set("1");
        QCOMPARE(v(), "1");
        QVERIFY(!form().problems().isEmpty());
    }

    void deepAndRecursive()
    {
        makeWhole("{\"type\":\"object\",\"properties\":{\"v\":{\"$ref\":\"#/$defs/n\"}},\"$defs\":{"
                  "\"n\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"},\"n\":{"
                  "\"$ref\":\"#/$defs/n\"}}}}}");
        QString path = u"/v"_s;
        for (int level = 0; level < 15; ++level) {
            child<QAbstractButton>("fold:"_L1 + path)->click();
            path += u"/n"_s;
        }
        QTest::keyClicks(input<QLineEdit>(path.chopped(2) + u"/x"_s), u"deep"_s);
        QVERIFY(v().contains("deep"));
        QCOMPARE(v().count('{'), 15);
        form().reveal(*Mcp::JsonPointer::parse(path.chopped(2) + u"/x"_s));
        QVERIFY(child<QLineEdit>("input:"_L1 + path.chopped(2) + "/x"_L1)->width() > 100);
    }

    void requiredGroupsDoNotOpenWithoutEnd()
    {
        // Ten required groups in each of ten in each of ten …
        QByteArray schema = R"({"type":"string"})";
        for (int level = 0; level < 8; ++level) {
            QByteArray next = R"({"type":"object","properties":{)";
            QByteArray names;
            for (int i = 0; i < 10; ++i) {
                next += (i ? ",\"p" : "\"p") + QByteArray::number(i) + "\":{\"$ref\":\"#/$defs/l"
                        + QByteArray::number(level) + "\"}";
                names += (i ? ",\"p" : "\"p") + QByteArray::number(i) + '"';
            }
            schema += ",\"l" + QByteArray::number(level + 1) + "\":" + next + "},\"required\":["
                      + names + "]}";
        }
        makeWhole("{\"$ref\":\"#/$defs/l8\",\"$defs\":{\"l0\":" + schema + "}}");
        QVERIFY(form().findChildren<QLineEdit *>().size() < 300);
    }
    void spareHeightIsBelowTheFields()
    {
        makeWhole(
                R"({"type":"object","properties":{"a":{"type":["string","integer"]},"b":{"type":"string"}}})");
        const auto top = [this](const QString &name) {
            return child<QWidget>(name)->mapTo(&form(), QPoint()).y();
        };
        QVERIFY(top(u"field:/b"_s) - top(u"branch:/a"_s) < 60);
    }

    /// In a panel as narrow as beside a result there is still room to type, and the buttons stay.
    void narrowRows()
    {
        make(R"({"type":"object"})");
        form().resize(300, 500);
        set(R"({"x":12345,"y":{"z":null,"w":{"u":1}}})");
        for (const QString &path : { u"/v/x"_s, u"/v/y/w/u"_s }) {
            QTRY_VERIFY(input<QLineEdit>(path)->width() > 50);
            const auto *remove = child<QWidget>("remove:"_L1 + path);
            QTRY_VERIFY(form().viewport()->rect().contains(
                    remove->mapTo(form().viewport(), remove->rect().center())));
        }
        form().resize(600, 500); // where there is room, kind and value stand in one line
        const auto top = [this](const QWidget *widget) {
            return widget->mapTo(&form(), QPoint()).y();
        };
        QTRY_VERIFY(qAbs(top(input<QLineEdit>(u"/v/x"_s)) - top(child<QWidget>(u"branch:/v/x"_s)))
                    <= 2);
    }

    /// What no width is enough for can be scrolled to.
    void tooDeepForTheWidth()
    {
        QByteArray value = "1";
        for (int i = 0; i < 12; ++i)
            value = "{\"k\":" + value + '}';
        make(R"({"type":"object"})");
        form().resize(220, 500);
        set(value);
        form().reveal(*Mcp::JsonPointer::parse(u"/v"_s + u"/k"_s.repeated(12)));
        QTRY_VERIFY(form().horizontalScrollBar()->isVisible());
    }

    void marksOfHtmlArePlainText()
    {
        make(marked);
        set(R"(["<img>","<img>","<img>",{"<img>":"<img>","c":"<img>","n":1},{"<img>":"<img>"}])");
        form().showAllProblems();
        QCOMPARE(McpTest::richTexts(form(), u"<img"_s), QStringList());
        // What stands there is what was written.
        bool found = false;
        for (const QLabel *label : form().findChildren<QLabel *>(u"number"_s))
            found = found || label->text() == "<img src=x>"_L1;
        QVERIFY(found);
    }
};

QTEST_MAIN(TestGroupEditors)
#include "tst_groupeditors.moc"
