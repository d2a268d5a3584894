// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/toolresult.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

ToolResult toolResult(const QByteArray &json) { return ToolResult(RawJson::fromText(json)); }
Content content(const QByteArray &json) { return Content(RawJson::fromText(json)); }

} // namespace

class TestToolResult : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere()
    {
        const ToolResult result = toolResult(R"({"content":[{"type":"text","text":"a"},
            {"type":"text","text":"b"}],"structuredContent":{"n":1.0},"isError":true,
            "_meta":{"k":1},"extra":[1],"another":null})");
        QCOMPARE(result.content().size(), 2);
        QCOMPARE(result.content().at(1).text(), u"b"_s);
        QCOMPARE(result.structuredContent().toByteArray(), R"({"n":1.0})"_ba);
        QVERIFY(result.isError());
        QCOMPARE(result.meta().toByteArray(), R"({"k":1})"_ba);
        QCOMPARE(result.unknownMembers().size(), 2);
        QCOMPARE(result.unknownMembers().at(0).key, u"extra"_s);
        QVERIFY(result.problems().isEmpty());
    }

    // Key presence, not truthiness (2026-07-28, server/tools).
    void structuredNullIsNotAbsent()
    {
        QVERIFY(toolResult(R"({"content":[]})").structuredContent().isAbsent());
        const RawJson null =
                toolResult(R"({"content":[],"structuredContent":null})").structuredContent();
        QVERIFY(!null.isAbsent());
        QVERIFY(null.isNull());
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("word"); // empty: no problem at all
        QTest::newRow("empty content") << R"({"content":[]})"_ba << QString();
        QTest::newRow("no content") << R"({"result":"My tool result!"})"_ba << u"no content"_s;
        QTest::newRow("content is an object") << R"({"content":{}})"_ba << u"not an array"_s;
        QTest::newRow("a string") << R"("text")"_ba << u"not an object"_s;
        QTest::newRow("null") << "null"_ba << u"not an object"_s;
        QTest::newRow("block is a number") << R"({"content":[7]})"_ba << u"block 1"_s;
        QTest::newRow("block without type") << R"({"content":[{"text":"x"}]})"_ba << u"no type"_s;
        QTest::newRow("unknown type") << R"({"content":[{"type":"video"}]})"_ba << u"\"video\""_s;
        QTest::newRow("text without text") << R"({"content":[{"type":"text"}]})"_ba << u"no text"_s;
        QTest::newRow("image without data")
                << R"({"content":[{"type":"image","mimeType":"image/png"}]})"_ba << u"no data"_s;
        QTest::newRow("audio without mimeType")
                << R"({"content":[{"type":"audio","data":""}]})"_ba << u"no mimeType"_s;
        QTest::newRow("link without uri")
                << R"({"content":[{"type":"resource_link","name":"x"}]})"_ba << u"no uri"_s;
        QTest::newRow("link without name")
                << R"({"content":[{"type":"resource_link","uri":"a:b"}]})"_ba << u"no name"_s;
        QTest::newRow("annotations are a list")
                << R"({"content":[{"type":"text","text":"","annotations":[]}]})"_ba
                << u"annotations that are no object"_s;
        QTest::newRow("audience is a string")
                << R"({"content":[{"type":"text","text":"","annotations":{"audience":"user"}}]})"_ba
                << u"audience"_s;
        QTest::newRow("priority is a string")
                << R"({"content":[{"type":"text","text":"","annotations":{"priority":"1"}}]})"_ba
                << u"priority"_s;
        QTest::newRow("modified is a number")
                << R"({"content":[{"type":"text","text":"","annotations":{"lastModified":1}}]})"_ba
                << u"lastModified"_s;
        QTest::newRow("good annotations")
                << R"({"content":[{"type":"text","text":"","annotations":{"audience":["user"],)"
                   R"("priority":0.5,"lastModified":"2026-01-01T00:00:00Z","own":1}}]})"_ba
                << QString();
        QTest::newRow("embedded nothing")
                << R"({"content":[{"type":"resource"}]})"_ba << u"no resource"_s;
        QTest::newRow("embedded without uri")
                << R"({"content":[{"type":"resource","resource":{"text":""}}]})"_ba
                << u"without uri"_s;
        QTest::newRow("embedded without contents")
                << R"({"content":[{"type":"resource","resource":{"uri":"a:b"}}]})"_ba
                << u"neither text nor blob"_s;
        QTest::newRow("isError is a string")
                << R"({"content":[],"isError":"true"})"_ba << u"isError"_s;
    }
    void theFirstOfMany()
    {
        const ToolResult result = toolResult("{\"content\":[0" + QByteArray(",0").repeated(9'999)
                                             + "],\"isError\":1}");
        qsizetype count = 0;
        const QStringList first = result.problems(20, count);
        QCOMPARE(first.size(), 20);
        QCOMPARE(count, 10'001);
        QCOMPARE(first.last(), u"Content block 20 is not an object."_s);
        QCOMPARE(result.content(7).size(), 7);
        QCOMPARE(result.content().size(), 10'000);
    }
    void problems()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, word);
        const QStringList problems = toolResult(json).problems();
        QCOMPARE(problems.size(), word.isEmpty() ? 0 : 1);
        if (!word.isEmpty())
            QVERIFY2(problems[0].contains(word), qPrintable(problems[0]));
        QCOMPARE(toolResult(json).raw().toByteArray(), json); // always shown in full
    }

    void contentTypes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("type");
        using Type = Content::Type;
        QTest::newRow("text") << R"({"type":"text"})"_ba << int(Type::Text);
        QTest::newRow("image") << R"({"type":"image"})"_ba << int(Type::Image);
        QTest::newRow("audio") << R"({"type":"audio"})"_ba << int(Type::Audio);
        QTest::newRow("link") << R"({"type":"resource_link"})"_ba << int(Type::ResourceLink);
        QTest::newRow("resource") << R"({"type":"resource"})"_ba << int(Type::Resource);
        QTest::newRow("upper case") << R"({"type":"Text"})"_ba << int(Type::Unknown);
        QTest::newRow("number") << "7"_ba << int(Type::Unknown);
    }
    void contentTypes()
    {
        QFETCH(QByteArray, json);
        QTEST(int(content(json).type()), "type");
    }

    void embeddedResource()
    {
        const Content text =
                content(R"({"type":"resource","annotations":{"priority":1},"resource":)"
                        R"({"uri":"a:b","mimeType":"text/plain","text":"\u00e4"}})");
        QCOMPARE(text.uri(), u"a:b"_s);
        QCOMPARE(text.mimeType(), u"text/plain"_s);
        QCOMPARE(text.text(), u"\u00e4"_s);
        QCOMPARE(text.rawText().toByteArray(), "\"\\u00e4\""_ba);
        QVERIFY(!text.data());
        QCOMPARE(text.annotations().toByteArray(), R"({"priority":1})"_ba);

        const Content blob =
                content(R"({"type":"resource","resource":{"uri":"b:c","blob":"AAEC"}})");
        QCOMPARE(blob.data(), std::optional(QByteArray::fromHex("000102")));
        QVERIFY(blob.rawText().isAbsent());
    }

    void base64_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << R"({"type":"image","data":"SGk="})"_ba << true << "Hi"_ba;
        QTest::newRow("no padding") << R"({"type":"image","data":"SGk"})"_ba << true << "Hi"_ba;
        QTest::newRow("line breaks")
                << R"({"type":"audio","data":"SG\r\nk="})"_ba << true << "Hi"_ba;
        QTest::newRow("empty") << R"({"type":"image","data":""})"_ba << true << ""_ba;
        QTest::newRow("other characters")
                << R"({"type":"image","data":"S*k="})"_ba << false << ""_ba;
        QTest::newRow("not ASCII") << R"({"type":"image","data":"SG\u4e00="})"_ba << false << ""_ba;
        QTest::newRow("a number") << R"({"type":"image","data":7})"_ba << false << ""_ba;
        QTest::newRow("missing") << R"({"type":"image"})"_ba << false << ""_ba;
    }
    void base64()
    {
        QFETCH(QByteArray, json);
        const auto data = content(json).data();
        QTEST(data.has_value(), "isValid");
        QTEST(data.value_or(""_ba), "bytes");
    }
};

QTEST_GUILESS_MAIN(TestToolResult)
#include "tst_toolresult.moc"
