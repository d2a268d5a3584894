// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/argumentform.h"
#include "forms/growingtextedit.h"
#include "forms/objecteditor.h"
#include "schema/schemadefaults.h"
#include "support/worktimer.h"
#include "json/unseen.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;

namespace {

/// For a text that takes a second when all of it is laid out; a sanitizer makes ten of it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 kMostMs = 3000;
#else
constexpr qint64 kMostMs = 300;
#endif

/// @p one with % replaced by 0 … count-1, separated by commas.
QByteArray many(const QByteArray &one, int count)
{
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += (i ? "," : "") + QByteArray(one).replace('%', QByteArray::number(i));
    return all;
}

/// Everything in @p form that is there to be read, but what stands in an input.
QStringList shownTexts(const QWidget &form)
{
    QStringList texts;
    for (const QLabel *label : form.findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAbstractButton *button : form.findChildren<QAbstractButton *>())
        texts.append(button->text());
    for (const QComboBox *box : form.findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count(); ++i)
            texts.append(box->itemText(i));
        texts.append(box->placeholderText());
    }
    for (const QListWidget *list : form.findChildren<QListWidget *>()) {
        for (int i = 0; i < list->count(); ++i)
            texts.append(list->item(i)->text());
    }
    for (const QLineEdit *line : form.findChildren<QLineEdit *>())
        texts.append(line->placeholderText());
    for (const QPlainTextEdit *lines : form.findChildren<QPlainTextEdit *>())
        texts.append(lines->placeholderText());
    return texts;
}

/// A schema of the member "v" and a value of it; % stands for what turns the text around.
struct Turned
{
    const char *name;
    const char *schema;
    const char *value;
    QString shown; ///< somewhere in the form
};

QList<Turned> turned()
{
    return {
        { "constant", R"({"const":"a%b"})", R"("a%b")", uR"("a\u202eb")"_s },
        { "pattern", R"({"type":"string","pattern":"^%b"})", R"("a")",
          uR"(text, pattern ^\u202eb)"_s },
        { "default", R"({"type":"string","default":"%b"})", "1", uR"(default: "\u202eb")"_s },
        { "choice", R"({"enum":["a%b","c"]})", R"("a%b")", uR"("a\u202eb")"_s },
        { "title of a choice", R"({"oneOf":[{"const":1,"title":"a%b"},{"const":2}]})", "1",
          uR"(a\u202eb)"_s },
        { "choices", R"({"type":"array","items":{"enum":["a%b","c"]}})", R"(["a%b"])",
          uR"("a\u202eb")"_s },
        { "union", R"({"anyOf":[{"title":"a%b","type":"string"},{"type":"array"}]})", R"("x")",
          uR"(a\u202eb)"_s },
        { "place", R"({"type":"array","prefixItems":[{"title":"a%b","type":"string"}]})",
          R"(["x"])", uR"(a\u202eb)"_s },
        { "name of a member", R"({"additionalProperties":{"type":"string"}})", R"({"a%b":"c"})",
          uR"(⚠ "a\u202eb" is sent)"_s },
        { "text", R"({"type":"string"})", R"("a%b")", uR"(⚠ "a\u202eb" is sent)"_s },
        { "lines", R"({"type":"string"})", R"("x\na%b")", uR"(⚠ "x\na\u202eb" is sent)"_s },
    };
}

} // namespace

/// Schemas that are made to hurt open as forms all the same, take a value and give it back.
class TestHostileForms : public QObject
{
    Q_OBJECT

private slots:
    void namesCannotHide()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                "{\"type\":\"object\",\"properties\":{\"\":{},\"a\\u202egpj.exe\":{},"
                "\"<b>x</b>\":{\"title\":\"<img src=x>\","
                "\"description\":\"one\\ntwo\\u202egpj\"}}}"));
        QStringList shown;
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->text()));
            shown.append(label->text());
        }
        for (const QString &text : { u"(empty name)"_s, u"a\\u202egpj.exe"_s, u"<b>x</b>"_s,
                                     u"<img src=x>"_s, u"one\ntwo\\u202egpj"_s })
            QVERIFY2(shown.contains(text), qPrintable(text));
    }

    void nothingTurnsAround_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shown");
        for (const Turned &row : turned()) {
            QTest::newRow(row.name)
                    << QByteArray(row.schema).replace('%', "\xe2\x80\xae")
                    << QByteArray(row.value).replace('%', "\xe2\x80\xae") << row.shown;
        }
    }
    /// The value is sent as it is; what is shown beside it cannot be read as another one.
    void nothingTurnsAround()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, shown);
        ArgumentForm form;
        form.setSchema(RawJson::fromText("{\"type\":\"object\",\"required\":[\"v\"],"
                                         "\"properties\":{\"v\":"
                                         + schema + "}}"));
        const RawJson whole = RawJson::fromText("{\"v\":" + value + '}');
        form.setValue(whole);
        form.show();
        QCOMPARE(form.value().toByteArray(), whole.toByteArray());
        const QStringList texts = shownTexts(form);
        for (const QString &text : texts)
            QVERIFY2(!Mcp::Unseen::isIn(text), qPrintable(text));
        QVERIFY2(texts.contains(shown), qPrintable(texts.join(u'\n')));
    }

    void problemsReadForward()
    {
        ArgumentForm form;
        form.setSchema(RawJson::fromText(
                "{\"type\":\"object\",\"required\":[\"v\"],\"properties\":{\"v\":{"
                "\"type\":\"string\",\"pattern\":\"^\\u202ederiuqer si b$\"}}}"));
        form.setValue(RawJson::fromText("{\"v\":\"x\"}"));
        form.show();
        form.showAllProblems();
        const auto *beside = form.findChild<QLabel *>(u"problem:/v"_s);
        QVERIFY(beside);
        QCOMPARE(beside->text(), u"✗ must match the pattern ^\\u202ederiuqer si b$"_s);
    }

    /// A group may hold itself, so that there is no first field in it to be found.
    void caretDoesNotDigForEver()
    {
        QByteArray schema = "{\"type\":\"string\"}";
        for (int i = 0; i < 200; ++i)
            schema = "{\"type\":\"object\",\"required\":[\"p\"],\"properties\":{\"p\":" + schema
                     + "}}";
        ArgumentForm form;
        form.setSchema(RawJson::fromText(schema));
        form.show();
        const auto pointer = Mcp::JsonPointer::parse(u"/p/p"_s);
        QVERIFY(pointer);
        form.reveal(*pointer);
        const qsizetype groups = form.findChildren<ObjectEditor *>().size();
        QVERIFY2(groups > 3 && groups < 40, qPrintable(QString::number(groups)));
    }

    void opens_data()
    {
        QTest::addColumn<QByteArray>("schema"); // of the member "v"
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("definitions");
        const auto row = [](const char *name, const QByteArray &schema, const QByteArray &value,
                            const QByteArray &definitions = "{}") {
            QTest::newRow(name) << schema << value << definitions;
        };
        row("10,000 alternatives",
            "{\"anyOf\":["
                    + many("{\"type\":\"object\",\"properties\":{\"p%\":{\"type\":\"string\"}}}",
                           10'000)
                    + "]}",
            "{\"p7\":\"x\"}");
        row("100,000 choices", "{\"enum\":[" + many("\"c%\"", 100'000) + "]}", "\"c99999\"");
        row("100,000 choices in a list",
            "{\"type\":\"array\",\"items\":{\"enum\":[" + many("\"c%\"", 100'000) + "]}}",
            "[\"c1\",\"c2\"]");
        row("10,000 members",
            "{\"type\":\"object\",\"properties\":{" + many("\"p%\":{\"type\":\"string\"}", 10'000)
                    + "}}",
            "{\"p7\":\"x\"}");
        row("a long description",
            "{\"type\":\"string\",\"description\":\"" + QByteArray("word ").repeated(200'000)
                    + "\"}",
            "\"x\"");
        row("a long title",
            "{\"type\":\"string\",\"title\":\"" + QByteArray("w\\n").repeated(300'000) + "\"}",
            "\"x\"");
        row("a long default",
            "{\"type\":\"string\",\"default\":\"" + QByteArray("d").repeated(5'000'000) + "\"}",
            "\"x\"");
        row("a slow pattern", "{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}",
            "\"" + QByteArray("a").repeated(40) + "b\"");
        row("1,000 patterns of names",
            "{\"type\":\"object\",\"patternProperties\":{" + many("\"^(x+)+%$\":{}", 1000) + "}}",
            "{" + many("\"xxxxxxxxxxxxxxxxxxxxxxxx%\":1", 20) + "}");
        row("100,000 names to choose",
            "{\"type\":\"object\",\"propertyNames\":{\"enum\":[" + many("\"n%\"", 100'000) + "]}}",
            "{\"n5\":\"x\"}");
        row("a union of unions of itself", "{\"$ref\":\"#/$defs/u\"}", "[[[\"x\"]]]",
            "{\"u\":{\"anyOf\":[{\"$ref\":\"#/$defs/u\"},{\"type\":\"string\"},{\"type\":\"array\","
            "\"items\":{\"$ref\":\"#/$defs/u\"}}]}}");
        row("required members without end", "{\"$ref\":\"#/$defs/r\"}", "{\"a\":{\"b\":{}}}",
            "{\"r\":{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/r\"},\"b\":{"
            "\"$ref\":\"#/$defs/r\"}},\"required\":[\"a\",\"b\"]}}");
        row("required members of thirty of themselves", "{\"$ref\":\"#/$defs/r\"}", "{}",
            "{\"r\":{\"type\":\"object\",\"properties\":{"
                    + many("\"p%\":{\"$ref\":\"#/$defs/r\"}", 30) + "},\"required\":["
                    + many("\"p%\"", 30) + "]}}");
        row("alternatives of thousands of members",
            "{\"anyOf\":[" + many("{\"$ref\":\"#/$defs/x\"}", 200) + "]}", "{\"p7\":\"x\"}",
            "{\"x\":{\"type\":\"object\",\"properties\":{"
                    + many("\"p%\":{\"type\":\"string\"}", 3000) + "}}}");
        row("50,000 required members",
            "{\"type\":\"object\",\"properties\":{" + many("\"p%\":{}", 50'000) + "},\"required\":["
                    + many("\"p%\"", 50'000) + "]}",
            "{}");
        row("alternatives that take long to check",
            "{\"default\":[" + many("\"" + QByteArray("ab").repeated(20) + "c%\"", 2000)
                    + "],\"anyOf\":["
                    + many("{\"type\":\"array\",\"minItems\":%,\"items\":{\"type\":\"string\","
                           "\"pattern\":\"^(a|b|ab)*c$\"}}",
                           20)
                    + "]}",
            "[]");
        row("many parts of one member",
            "{\"allOf\":[" + many("{\"$ref\":\"#/$defs/a\"},{\"$ref\":\"#/$defs/b\"}", 2400) + "]}",
            "{\"x\":\"1\"}",
            "{\"a\":{\"properties\":{\"x\":{\"description\":\"" + QByteArray(10'000, 'z')
                    + "\"}}},\"b\":{\"properties\":{\"x\":{\"description\":\""
                    + QByteArray(10'000, 'y') + "\"}}}}");
        row("100,000 patterns of names",
            "{\"type\":\"object\",\"patternProperties\":{"
                    + many("\"^a%$\":{\"type\":\"string\"}", 100'000) + "}}",
            "{\"a7\":\"x\"}");
        row("a tuple of 50,000 places",
            "{\"type\":\"array\",\"prefixItems\":["
                    + many("{\"type\":\"string\",\"title\":\"t%\"}", 50'000) + "]}",
            "[\"x\"]");
        const QByteArray longText = QByteArray("w ").repeated(2'500'000);
        row("a long type", "{\"type\":\"" + longText + "\"}", "1");
        row("a long reference", "{\"$ref\":\"" + longText + "\"}", "1");
        row("long titles of places",
            "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\",\"title\":\"" + longText
                    + "\"}]}",
            "[\"x\"]");
        row("a limit of a million digits",
            "{\"type\":\"integer\",\"minimum\":" + QByteArray(1'000'000, '9') + "}", "1");
        row("an exponent out of reach",
            "{\"type\":\"number\",\"minimum\":1e999999999,\"multipleOf\":1e-99999999999999999999}",
            "1e99999999999999999999");
        row("a deep value", "{}", QByteArray("[").repeated(400) + QByteArray("]").repeated(400));
        row("a long list", "{\"type\":\"array\",\"items\":{\"type\":\"object\"}}",
            "[" + many("{\"k\":%}", 50'000) + "]");
        row("a large map", "{\"type\":\"object\"}", "{" + many("\"k%\":%", 50'000) + "}");
    }
    void opens()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, definitions);
        McpTest::WorkTimer timer;
        timer.start();
        ArgumentForm form;
        form.resize(400, 600);
        form.setSchema(RawJson::fromText("{\"type\":\"object\",\"properties\":{\"v\":" + schema
                                         + "},\"required\":[\"v\"],\"$defs\":" + definitions
                                         + '}'));
        form.setValue(Mcp::SchemaDefaults::initialArguments(form.parser()));
        form.setValue(RawJson::fromText("{\"v\":" + value + '}'));
        form.show();
        QApplication::processEvents();
        const qint64 opened = timer.elapsed();
        QCOMPARE(form.value().value("v").toByteArray(), value);
        (void)form.problems();
        qInfo("open after %lld ms, checked after %lld ms", opened, timer.elapsed());
        QVERIFY(timer.elapsed() < 60'000); // no hang; how fast it is the benchmarks say
    }

    void textsOfManyLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lines") << QByteArray("line\\n").repeated(300'000);
        QTest::newRow("empty lines") << QByteArray("\\n").repeated(300'000);
        QTest::newRow("one line") << QByteArray("word ").repeated(300'000);
        QTest::newRow("as many as are shown") << QByteArray("line\\n").repeated(5000);
    }

    /// As the default, which is filled in.
    void textsOfManyLines()
    {
        QFETCH(QByteArray, text);
        const QByteArray value = '"' + text + '"';
        McpTest::WorkTimer timer;
        timer.start();
        ArgumentForm form;
        form.resize(400, 600);
        form.setSchema(RawJson::fromText(R"({"type":"object","required":["v"],"properties":{"v":)"
                                         R"({"type":"string","default":)"
                                         + value + "}}}"));
        form.setValue(Mcp::SchemaDefaults::initialArguments(form.parser()));
        form.show();
        QApplication::processEvents();
        const qint64 opened = timer.elapsed();
        qInfo("open after %lld ms", opened);
        QCOMPARE(form.value().value("v").toByteArray(), value);
        QVERIFY2(opened < kMostMs, qPrintable(QString::number(opened)));
        auto *all = form.findChild<QToolButton *>(u"editAll"_s);
        QCOMPARE(all != nullptr, text.count("\\n") > GrowingTextEdit::kMostLines
                                         || text.size() > GrowingTextEdit::kMostCharacters);
        if (!all)
            return;
        QVERIFY(all->isVisible());
        all->click();
        QVERIFY(!all->isVisible());
        auto *edit = form.findChild<GrowingTextEdit *>();
        QCOMPARE(form.value().value("v").toByteArray(), value);
        QTest::keyClicks(edit, u"x"_s);
        QCOMPARE(form.value().value("v").toByteArray(), "\"x" + text + '"');
    }
};

QTEST_MAIN(TestHostileForms)
#include "tst_hostileforms.moc"
