// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qendian.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray decoded(const QJsonValue &block)
{
    const QByteArray data = block["data"_L1].toString().toLatin1();
    const auto bytes =
            QByteArray::fromBase64Encoding(data, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

} // namespace

/*!
 * The tools that show values and content, in both framings and both eras.
 */
class TestDemoTools : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addRows(); }
    void init();
    void cleanup();

    void listShowsEveryTool();
    void echo_data();
    void echo();
    void sum();
    void schemaZooCoversTheConstructs();
    void exactNumbers();
    void image();
    void text();
    void pictureFormats();
    void audio();
    void resourceLink();
    void embeddedResource();
    void everyContent();
    void manyBlocks();
    void badArgumentsAreToolErrors_data();
    void badArgumentsAreToolErrors();

private:
    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoTools::init()
{
    m_peer = DemoPeer::startRow();
    QVERIFY(m_peer);
}

void TestDemoTools::cleanup()
{
    QVERIFY(m_peer->noise().isEmpty()); // nothing but messages on stdout
    m_peer.reset();
}

void TestDemoTools::listShowsEveryTool()
{
    int pages = 0;
    const QJsonArray tools = m_peer->list("tools/list", "tools"_L1, &pages);
    QCOMPARE(pages, 2);
    QCOMPARE(tools.size(), 32);
    for (const auto &tool : tools) {
        const QString name = tool["name"_L1].toString();
        QVERIFY2(!tool["title"_L1].toString().isEmpty(), qPrintable(name));
        QVERIFY2(tool["description"_L1].toString().size() > 40, qPrintable(name));
        QCOMPARE(tool["inputSchema"_L1]["type"_L1], "object"_L1);
        QVERIFY2(tool["annotations"_L1].isObject(), qPrintable(name));
    }
}

void TestDemoTools::echo_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("numbers") << R"({"x":1.0, "z":1e400,"n":12345678901234567890,"m":-0})"_ba;
    QTest::newRow("same key") << R"({"a":1,"a":2})"_ba;
    QTest::newRow("text") << R"({"t":"Zürich \u00fc 😀 \ud800 \\ \" \/"})"_ba;
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("deep") << "{\"d\":" + QByteArray(1500, '[') + QByteArray(1500, ']') + '}';
}

void TestDemoTools::echo()
{
    QFETCH(QByteArray, arguments);
    for (const char *tool : { "echo", "schema-zoo" })
        QCOMPARE(m_peer->answerText(m_peer->askTool(tool, arguments)).toUtf8(), arguments);
    const int id = m_peer->ask("tools/call", R"("name":"echo")");
    QVERIFY(m_peer->answerText(id).contains("absent"_L1));
}

void TestDemoTools::sum()
{
    const QJsonObject result = m_peer->call("sum", R"({"numbers":[1,2.5,-3]})");
    const QJsonObject structured = result["structuredContent"_L1].toObject();
    QCOMPARE(structured, (QJsonObject{ { "sum"_L1, 0.5 },
                                       { "count"_L1, 3 },
                                       { "minimum"_L1, -3 },
                                       { "maximum"_L1, 2.5 } }));
    QCOMPARE(QJsonDocument::fromJson(result["content"_L1][0]["text"_L1].toString().toUtf8())
                     .object(),
             structured);
    const int exact = m_peer->askTool("sum", R"({"numbers":[9007199254740993,9007199254740993]})");
    QVERIFY(m_peer->answer(exact).contains(R"("sum":18014398509481986)"));
    QCOMPARE(m_peer->call(
                     "sum",
                     R"({"numbers":[1],"break_schema":true})")["structuredContent"_L1]["sum"_L1],
             "1"_L1);
}

void TestDemoTools::schemaZooCoversTheConstructs()
{
    const QByteArray list = m_peer->answer(m_peer->ask("tools/list"));
    for (const char *construct : { "\"enum\"",
                                   "\"enumNames\"",
                                   "\"const\"",
                                   "\"oneOf\"",
                                   "\"anyOf\"",
                                   "\"allOf\"",
                                   "\"if\"",
                                   "\"then\"",
                                   "\"dependentRequired\"",
                                   "\"prefixItems\"",
                                   "\"patternProperties\"",
                                   "\"propertyNames\"",
                                   "\"additionalProperties\"",
                                   "\"$ref\"",
                                   "\"$defs\"",
                                   "\"format\"",
                                   "\"pattern\"",
                                   "\"minLength\"",
                                   "\"maxLength\"",
                                   "\"minimum\"",
                                   "\"exclusiveMaximum\"",
                                   "\"multipleOf\"",
                                   "\"uniqueItems\"",
                                   "\"minItems\"",
                                   "\"nullable\"",
                                   "\"deprecated\"",
                                   "\"readOnly\"",
                                   "\"writeOnly\"",
                                   "\"contentEncoding\"",
                                   "\"default\":1.0",
                                   "\"items\":true",
                                   "\"not\":{}",
                                   "9007199254740993",
                                   "[\"string\",\"null\"]" })
        QVERIFY2(list.contains(construct), construct);
}

void TestDemoTools::exactNumbers()
{
    const QByteArray answer = m_peer->answer(m_peer->askTool("exact-numbers"));
    QVERIFY(answer.contains(R"("structuredContent":{"one":1.0,"huge":1e400,"tiny":1E-400,)"
                            R"("digits":12345678901234567890,)"));
    QVERIFY(answer.contains(R"("minus_zero":-0,)"));
    QVERIFY(answer.contains(R"("same_key":"first","same_key":"second","z":1,"a":2)"));
}

void TestDemoTools::image()
{
    for (const char *pattern : { "gradient", "checkers", "rings" }) {
        const QJsonObject result = m_peer->call("image", R"({"width":31,"height":17,"pattern":")"
                                                                 + QByteArray(pattern) + "\"}");
        const QJsonValue block = result["content"_L1][0];
        QCOMPARE(block["mimeType"_L1], "image/png"_L1);
        const QByteArray png = decoded(block);
        QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
        QCOMPARE(qFromBigEndian<quint32>(png.constData() + 16), 31u);
        QCOMPARE(qFromBigEndian<quint32>(png.constData() + 20), 17u);
        // The pixels: one filter byte and four channels a pixel in every row.
        const qsizetype data = png.indexOf("IDAT") + 4;
        const quint32 size = qFromBigEndian<quint32>(png.constData() + data - 8);
        QByteArray length(4, '\0');
        qToBigEndian(quint32(17 * (31 * 4 + 1)), length.data());
        QCOMPARE(qUncompress(length + png.sliced(data, size)).size(), 17 * (31 * 4 + 1));
        QVERIFY(png.endsWith("IEND\xae\x42\x60\x82")); // the one checksum that is well known
    }
    QVERIFY(decoded(m_peer->call("image", R"({"broken":true})")["content"_L1][0]).isEmpty());
}

void TestDemoTools::audio()
{
    const QJsonObject result = m_peer->call("audio", R"({"frequency":1000,"seconds":0.1})");
    const QJsonValue block = result["content"_L1][0];
    QCOMPARE(block["mimeType"_L1], "audio/wav"_L1);
    const QByteArray wav = decoded(block);
    QVERIFY(wav.startsWith("RIFF"));
    QCOMPARE(wav.sliced(8, 8), "WAVEfmt ");
    QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 4), quint32(wav.size() - 8));
    QCOMPARE(wav.size(), 44 + 2205 * 2);
    QVERIFY(wav.sliced(44).count('\0') < wav.size() / 2); // not silence
}

void TestDemoTools::resourceLink()
{
    const QJsonArray content = m_peer->call("resource-link")["content"_L1].toArray();
    QCOMPARE(content.size(), 6);
    for (const auto &block : content) {
        QCOMPARE(block["type"_L1], "resource_link"_L1);
        QVERIFY(block["uri"_L1].isString() && block["name"_L1].isString());
    }
    const int id = m_peer->ask("resources/read", R"("uri":"demo://guide")");
    QVERIFY(m_peer->answer(id).contains("# Guide"));
}

void TestDemoTools::embeddedResource()
{
    const QJsonArray both = m_peer->call("embedded-resource")["content"_L1].toArray();
    QCOMPARE(both.size(), 2);
    QVERIFY(both.at(0)["resource"_L1]["text"_L1].isString());
    QVERIFY(both.at(1)["resource"_L1]["blob"_L1].isString());
    const QJsonArray bytes =
            m_peer->call("embedded-resource", R"({"kind":"bytes"})")["content"_L1].toArray();
    QCOMPARE(bytes.size(), 1);
    const QJsonArray all =
            m_peer->call("embedded-resource", R"({"kind":"all"})")["content"_L1].toArray();
    QStringList types;
    for (const auto &block : all)
        types += block["resource"_L1]["mimeType"_L1].toString();
    QCOMPARE(types.join(u' '), "text/markdown image/png text/csv application/json image/svg+xml "
                               "audio/wav application/octet-stream"_L1);
}

void TestDemoTools::text()
{
    const auto text = [this](const QByteArray &kind) {
        const QByteArray arguments = R"({"kind":")" + kind + "\"}";
        return m_peer->call("text", arguments)["content"_L1][0]["text"_L1].toString();
    };
    QVERIFY(text("markdown").startsWith("# Release notes"_L1));
    QVERIFY(text("json").contains("12345678901234567890"_L1));
    QVERIFY(QJsonDocument::fromJson(text("json").toUtf8()).isNull()); // holds 1e400, which is JSON
    QCOMPARE(text("table").count("\r\n"_L1), 21);
    QVERIFY(text("plain").contains("<b>text</b>"_L1));
}

void TestDemoTools::pictureFormats()
{
    const QByteArray gif =
            decoded(m_peer->call("image", R"({"format":"gif","width":20})")["content"_L1][0]);
    QVERIFY(gif.startsWith("GIF89a"));
    QCOMPARE(qFromLittleEndian<quint16>(gif.constData() + 6), quint16(20));
    QCOMPARE(gif.count("\x21\xf9\x04"), 12); // frames
    QVERIFY(gif.endsWith(';'));
    const QJsonObject svg = m_peer->call("image", R"({"format":"svg"})");
    QCOMPARE(svg["content"_L1][0]["mimeType"_L1], "image/svg+xml"_L1);
    QVERIFY(decoded(svg["content"_L1][0]).startsWith("<svg "));
}

void TestDemoTools::everyContent()
{
    const auto types = [this](const QByteArray &arguments) {
        QStringList found;
        const QJsonArray blocks = m_peer->call("every-content", arguments)["content"_L1].toArray();
        for (const auto &block : blocks)
            found += block["type"_L1].toString();
        return found.join(u' ');
    };
    QCOMPARE(types("{}"),
             "text text text image image image audio resource_link resource resource resource "
             "resource resource text"_L1);
    QCOMPARE(types(R"({"unknown_kind":true})"),
             "text text text image image image audio resource_link resource resource resource "
             "resource resource hologram text"_L1);
}

void TestDemoTools::manyBlocks()
{
    QCOMPARE(m_peer->call("many-blocks", R"({"count":5000})")["content"_L1].toArray().size(), 5000);
    QVERIFY(m_peer->call("many-blocks", R"({"count":0})")["content"_L1].toArray().isEmpty());
}

void TestDemoTools::badArgumentsAreToolErrors_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("names"); // what the message must name
    QTest::newRow("low") << "slow-job"_ba
                         << R"({"steps":0})"_ba << u"steps"_s;
    QTest::newRow("fraction") << "slow-job"_ba
                              << R"({"steps":1.5})"_ba << u"1.5"_s;
    QTest::newRow("huge") << "many-blocks"_ba
                          << R"({"count":1e400})"_ba << u"1e400"_s;
    QTest::newRow("text") << "image"_ba
                          << R"({"width":"wide"})"_ba << u"whole number"_s;
    QTest::newRow("choice") << "image"_ba
                            << R"({"pattern":"dots"})"_ba << u"rings"_s;
    QTest::newRow("flag") << "image"_ba
                          << R"({"broken":1})"_ba << u"true or false"_s;
    QTest::newRow("number") << "audio"_ba
                            << R"({"frequency":-1})"_ba << u"frequency"_s;
    QTest::newRow("null") << "tool-error"_ba
                          << R"({"message":null})"_ba << u"null"_s;
    QTest::newRow("code") << "protocol-error"_ba
                          << R"({"code":99999999999})"_ba << u"code"_s;
    QTest::newRow("list") << "sum"_ba
                          << "{}"_ba << u"numbers"_s;
    QTest::newRow("item") << "sum"_ba
                          << R"({"numbers":[1,"2"]})"_ba << u"2"_s;
    QTest::newRow("sum") << "sum"_ba
                         << R"({"numbers":[1e308,1e308]})"_ba << u"too large"_s;
}

void TestDemoTools::badArgumentsAreToolErrors()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, names);
    const QJsonObject result = m_peer->call(tool, arguments);
    QCOMPARE(result["isError"_L1].toBool(), true);
    const QString text = result["content"_L1][0]["text"_L1].toString();
    QVERIFY2(text.contains(names), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestDemoTools)
#include "tst_demotools.moc"
