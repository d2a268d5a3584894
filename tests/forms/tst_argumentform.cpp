// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumentform.h"
#include "support/worktimer.h"
#include "json/jsontext.h"

#include <QtGui/qaccessible.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::JsonPointer;
using Mcp::RawJson;

namespace {

QByteArray compact(const RawJson &value) { return Mcp::JsonText::compact(value.view()); }

const char kSchema[] =
        R"({"type":"object","properties":{"s":{"type":"string"},"n":{"type":"number"},)"
        R"("b":{"type":"boolean"},"e":{"enum":["x",1]},"c":{"const":5},)"
        R"("l":{"type":"array","items":{"type":"string"}},)"
        R"("m":{"type":"array","items":{"enum":["x","y"]}},)"
        R"("o":{"type":"object","properties":{"p":{"type":"string"},"q":{"type":"integer"}}},)"
        R"("any":{},"u":{"anyOf":[{"type":"string"},{"type":"array"}]}},"required":["s"]})";

/// Names of focusable widgets that assistive technology would find nameless.
void collectNameless(QAccessibleInterface *item, QStringList &nameless)
{
    if (!item || item->state().invisible)
        return;
    const auto *widget = qobject_cast<QWidget *>(item->object());
    const bool named = !item->text(QAccessible::Name).isEmpty()
                       || (widget && !widget->accessibleName().isEmpty());
    if (widget && item->state().focusable && !named)
        nameless.append(QLatin1StringView(widget->metaObject()->className()) + u' '
                        + widget->objectName());
    if (item->role() == QAccessible::List || item->role() == QAccessible::ComboBox)
        return;
    for (int i = 0; i < item->childCount(); ++i)
        collectNameless(item->child(i), nameless);
}

} // namespace

class TestArgumentForm : public QObject
{
    Q_OBJECT

private slots:
    void roundTrips_data()
    {
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::newRow(name) << QByteArray(value);
        };
        row("nothing", "{}");
        row("everything",
            R"({"s":"a","n":1,"b":true,"e":"x","c":5,"l":["a"],"m":["y","x"],"o":{"p":"","q":1},"any":[1],"u":"t"})");
        row("another order", R"({"u":[],"n":1,"s":"a"})");
        row("exact digits", R"({"n":1.0,"o":{"q":12345678901234567890}})");
        row("huge", R"({"n":1e400})");
        row("null everywhere",
            R"({"s":null,"n":null,"b":null,"e":null,"c":null,"l":null,"m":null,"o":null,"any":null,"u":null})");
        row("wrong types",
            R"({"s":1,"n":"1","b":"true","e":"z","c":6,"l":{},"m":"x","o":[1],"any":true})");
        row("wrong items", R"({"l":[1,null,{"a":1}],"m":["x","x"],"o":{"p":5}})");
        row("undeclared members", R"({"x":{"deep":[1.0]},"s":"a","y":null})");
        row("undeclared in a group", R"({"o":{"z":1,"p":"a","a":2}})");
        row("duplicate keys", R"({"s":"a","s":"b"})");
        row("duplicate keys in a group", R"({"o":{"p":"a","p":"b"}})");
        row("escapes", R"({"s":"\u00fc\ud800\/","l":["\u0000"]})");
        row("lines", "{\"s\":\"a\\nb\\r\\nc\\u2029d\\u2028e\\u00a0f\\tg\"}");
        row("not an object", "[1,2]");
        row("a text", "\"a\"");
        row("null alone", "null");
        row("empty key", R"({"":1,"o":{"":{}}})");
    }
    void roundTrips()
    {
        QFETCH(QByteArray, value);
        ArgumentForm form;
        form.setSchema(RawJson::fromText(kSchema));
        form.setValue(RawJson::fromText(value));
        QCOMPARE(compact(form.value()), value);
        // Also through the widgets of every group, and set a second time.
        form.reveal(JsonPointer({ u"o"_s, u"p"_s }));
        form.setValue(RawJson::fromText(value));
        QCOMPARE(compact(form.value()), value);
    }

    void untouchedMembersKeepTheirBytes()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(kSchema));
        form.setValue(RawJson::fromText(R"({"x":1.50,"s":"\u0061","n":1.0})"));
        form.show();
        auto *number = form.findChild<QLineEdit *>(u"input:/n"_s);
        QTest::keyClick(number, Qt::Key_End);
        QTest::keyClicks(number, u"5"_s);
        QCOMPARE(compact(form.value()), R"({"x":1.50,"s":"\u0061","n":1.05})");
    }

    void valueTypedOnceSet()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(kSchema));
        form.setValue(RawJson::fromText(R"({"n":"one"})")); // shown as JSON in its field
        QVERIFY(form.findChild<QPlainTextEdit *>(u"input:/n"_s));
        form.setValue(RawJson::fromText(R"({"n":1})"));
        QVERIFY(form.findChild<QLineEdit *>(u"input:/n"_s));
        QCOMPARE(compact(form.value()), R"({"n":1})");
    }

    void whatIsOddAboutASchemaIsSaid()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                "{\"$schema\":\"https://x.example/mine\",\"type\":\"object\",\"properties\":{"
                "\"a\":{\"$ref\":\"https://x.example/s.json\"},\"b\":{\"type\":\"string\"}}}"));
        form.show();
        QVERIFY(form.findChild<QLabel *>(u"formMessage"_s)->text().contains("x.example/mine"_L1));
        auto *unchecked = form.findChild<QLabel *>(u"formUnchecked"_s);
        form.setValue(RawJson::fromText(R"({"b":"x"})"));
        QVERIFY(unchecked->isHidden());
        form.setValue(RawJson::fromText(R"({"a":1})"));
        QVERIFY(unchecked->isVisible());
        QVERIFY2(unchecked->text().contains("s.json"_L1), qPrintable(unchecked->text()));
        QVERIFY(form.problems().isEmpty()); // nothing is known to be wrong
    }

    void manyOptionalAreFolded()
    {
        QByteArray properties = "\"req\":{\"type\":\"string\"}";
        for (int i = 0; i < 45; ++i)
            properties += ",\"p" + QByteArray::number(i) + "\":{\"type\":\"string\"}";
        ArgumentForm form;
        form.setSchema(RawJson::fromText("{\"type\":\"object\",\"properties\":{" + properties
                                         + "},\"required\":[\"req\"]}"));
        form.show();
        QVERIFY(form.findChild<QLineEdit *>(u"input:/req"_s));
        QVERIFY(!form.findChild<QLineEdit *>(u"input:/p0"_s));
        auto *more = form.findChild<QAbstractButton *>(u"optional:"_s);
        QVERIFY(more);
        QCOMPARE(more->accessibleName(), u"45 optional"_s);
        QTest::keyClick(more, Qt::Key_Space);
        auto *p7 = form.findChild<QLineEdit *>(u"input:/p7"_s);
        QVERIFY(p7 && p7->isVisible());
        QTest::keyClicks(p7, u"a"_s);
        QCOMPARE(more->accessibleName(), u"45 optional, 1 set"_s);
        QTest::keyClick(more, Qt::Key_Space);
        QVERIFY(!p7->isVisible());
        QCOMPARE(compact(form.value()), R"({"p7":"a"})"); // folded is not absent
        form.setSchema(form.parser().document().root());
        form.setValue(RawJson::fromText(R"({"p9":"b"})")); // what is set is shown
        QVERIFY(form.findChild<QLineEdit *>(u"input:/p9"_s));
        more = form.findChild<QAbstractButton *>(u"optional:"_s);
        QCOMPARE(more->text(), u"▾ 45 optional, 1 set"_s);
    }

    void whyThereAreNoFields()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(R"({"type":"object","properties":{"a":{}}})"));
        form.show();
        const auto *why = form.findChild<QLabel *>(u"formAsJson"_s);
        QVERIFY(why);
        QVERIFY(!why->isVisible());
        form.setValue(RawJson::fromText(R"({"a":1,"a":2})"));
        QVERIFY(why->isVisible());
        form.setValue(RawJson::fromText(R"({"a":1})"));
        QVERIFY(!why->isVisible());
    }

    void anEmptyNameIsSaid()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(R"({"type":"object","properties":{"":{}}})"));
        form.show();
        const auto *field = form.findChild<QWidget *>(u"field:/"_s);
        const QList<QLabel *> labels = field->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text() == "(empty name)"_L1 && label->isVisible();
        }));
    }

    void problemsAreInTheFormsOrder()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                R"({"required":["c","a"],"properties":{"a":{},"b":{"type":"string"},"c":{}}})"));
        form.setValue(RawJson::fromText(R"({"b":1,"zz":1})"));
        QStringList places;
        for (const Mcp::SchemaProblem &problem : form.problems())
            places.append(problem.pointer.toString());
        QCOMPARE(places, QStringList({ u"/a"_s, u"/b"_s, u"/c"_s }));
    }

    void revealOpensTheWay()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(kSchema));
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.reveal(JsonPointer({ u"o"_s, u"q"_s }));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"input:/o/q"_s);
        form.setValue(RawJson::fromText(R"({"l":["a","b"]})"));
        form.reveal(JsonPointer({ u"l"_s, u"1"_s }));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"input:/l/1"_s);
    }

    void tabGoesInTheOrderOfTheScreen()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                R"({"type":"object","properties":{"a":{"type":"string"},"g":{"type":"object","properties":{"x":{"type":"string"}}},"z":{"type":"string"}}})"));
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.findChild<QLineEdit *>(u"input:/a"_s)->setFocus();
        QStringList order;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(),
                        Qt::Key_Space); // opened now, after "z" was made
        for (int i = 0; i < 2; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            order.append(QApplication::focusWidget()->objectName());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        order.append(QApplication::focusWidget()->objectName());
        QCOMPARE(order,
                 QStringList({ u"fold:/g"_s, u"input:/g/x"_s, u"input:/z"_s, u"input:/g/x"_s }));
    }

    void recursionIsAsDeepAsItIsOpened()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"child\":{"
                "\"$ref\":\"#\"}}}"));
        QStringList path;
        for (int i = 0; i < 15; ++i)
            path.append(u"child"_s);
        path.append(u"name"_s);
        form.reveal(JsonPointer(path));
        auto *name = form.findChild<QLineEdit *>("input:"_L1 + JsonPointer(path).toString());
        QVERIFY(name);
        QTest::keyClicks(name, u"deep"_s);
        QCOMPARE(JsonPointer(path).resolve(form.value()).toString(), u"deep"_s);
    }

    void schemaThatSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<bool>("empty");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("null") << "null"_ba << false;
        QTest::newRow("object") << "{\"type\":\"object\"}"_ba << true;
        QTest::newRow("no properties") << "{\"type\":\"object\",\"properties\":{}}"_ba << true;
        QTest::newRow("closed")
                << "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}"_ba
                << true;
        QTest::newRow("free") << "{\"type\":\"object\",\"additionalProperties\":true}"_ba << false;
    }
    void schemaThatSaysNothing()
    {
        QFETCH(QByteArray, schema);
        QFETCH(bool, empty);
        ArgumentForm form;
        form.setSchema(RawJson::fromText(schema));
        QCOMPARE(form.isEmpty(), empty);
        QCOMPARE(compact(form.value()), "{}");
        form.setValue(RawJson::fromText(R"({"a":1.0})"));
        QCOMPARE(compact(form.value()), R"({"a":1.0})");
        if (empty)
            QCOMPARE(form.findChild<QLabel *>(u"formMessage"_s)->text(),
                     u"This tool takes no arguments."_s);
    }

    void largeSchemaOpensAtOnce()
    {
        // 1,000 objects, ten levels deep in branches of members.
        QByteArray leaf = "{\"type\":\"object\",\"properties\":{\"s\":{\"type\":\"string\"},"
                          "\"n\":{\"type\":\"integer\"}}}";
        QByteArray group = "{\"type\":\"object\",\"properties\":{";
        for (int i = 0; i < 20; ++i)
            group += "\"o" + QByteArray::number(i) + "\":" + leaf + ',';
        group.chop(1);
        group += "}}";
        QByteArray schema = "{\"type\":\"object\",\"properties\":{";
        for (int i = 0; i < 50; ++i)
            schema += "\"g" + QByteArray::number(i) + "\":" + group + ',';
        schema.chop(1);
        schema += "}}";
        const RawJson parsed = RawJson::fromText(schema);
        ArgumentForm form;
        form.setSchema(parsed); // warms the font caches up
        McpTest::WorkTimer timer;
        timer.start();
        form.setSchema(parsed);
        qInfo("1,000 objects: %lld ms", timer.elapsed());
        // 100 ms in an optimised build on a quiet machine; loose here.
        QVERIFY(timer.elapsed() < 1000);
    }

    void everyInputHasAName()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(kSchema));
        form.setValue(RawJson::fromText(R"({"l":["a"],"o":{"p":"x"},"extra":1})"));
        form.resize(400, 2000);
        form.show();
        QStringList nameless;
        collectNameless(QAccessible::queryAccessibleInterface(&form), nameless);
        nameless.removeAll(u"McpUi::ArgumentForm argumentForm"_s);
        QCOMPARE(nameless, QStringList());
    }
};

QTEST_MAIN(TestArgumentForm)
#include "tst_argumentform.moc"
