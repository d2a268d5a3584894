// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secrets.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

using namespace Mcp;

/// What the history must not keep.
class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void arguments_data();
    void arguments();
    void endlessSchema();
    void manyMembersOfALargeSchema();
};

void TestSecrets::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : { "GITHUB_TOKEN", "ApiKey", "client_secret", "PGPASSWORD",
                              "Authorization", "Set-Cookie", "AWS_CREDENTIALS" })
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char *name : { "PATH", "HOME", "DEBUG", "PORT", "" })
        QTest::addRow("not %s", name) << QString::fromLatin1(name) << false;
}

void TestSecrets::names()
{
    QFETCH(QString, name);
    QTEST(looksSecret(name), "secret");
}

void TestSecrets::arguments_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray password = R"({"properties": {"p": {"format": "password"}, "u": {}}})";
    QTest::newRow("none: the same bytes") << password << QByteArray(R"( {"u" : 1.0, "x":1e400})")
                                          << QByteArray(R"({"u" : 1.0, "x":1e400})");
    QTest::newRow("password") << password << QByteArray(R"({"u": 1.0, "p": "x", "u": 1e400})")
                              << QByteArray(R"({"u":1.0,"u":1e400})");
    QTest::newRow("writeOnly, nested")
            << QByteArray(R"({"properties": {"o": {"properties": {"k": {"writeOnly": true}}}}})")
            << QByteArray(R"({"o": {"k": {"deep": 1}, "l": [1, 2]}})")
            << QByteArray(R"({"o":{"l":[1, 2]}})");
    QTest::newRow("in a list") << QByteArray(R"({"properties": {"a": {"items": {"properties":
                          {"p": {"format": "password"}}}}}})")
                               << QByteArray(R"({"a": [{"p": 1}, {"q": 2}, 3]})")
                               << QByteArray(R"({"a":[{},{"q": 2},3]})");
    QTest::newRow("list of secrets")
            << QByteArray(R"({"properties": {"a": {"items": {"format": "password"}}}})")
            << QByteArray(R"({"a": ["x", "y"]})") << QByteArray(R"({"a":[]})");
    QTest::newRow("behind a reference")
            << QByteArray(R"({"$defs": {"s": {"writeOnly": true}},
                          "properties": {"a": {"$ref": "#/$defs/s"}, "b": {"$ref": "#/nowhere"}}})")
            << QByteArray(R"({"a": 1, "b": 2})") << QByteArray(R"({"b":2})");
    QTest::newRow("in one of several") << QByteArray(R"({"anyOf": [{"properties": {"a": {}}},
                          {"properties": {"a": {"format": "password"}}}]})")
                                       << QByteArray(R"({"a": 1})") << QByteArray(R"({})");
    QTest::newRow("additional properties")
            << QByteArray(R"({"properties": {"a": {}},
                          "additionalProperties": {"format": "password"}})")
            << QByteArray(R"({"a": 1, "b": 2})") << QByteArray(R"({"a":1})");
    QTest::newRow("by its name")
            << QByteArray("{}")
            << QByteArray(
                       R"({"apiKey": "x", "pageToken": "y", "n": [{"secret": "z", "password": 1, "b": 1.0}, {"secret": true}]})")
            << QByteArray(R"({"pageToken":"y","n":[{"b":1.0},{"secret": true}]})");
    QTest::newRow("no schema") << QByteArray("7") << QByteArray(R"({"a": 1})")
                               << QByteArray(R"({"a": 1})");
}

void TestSecrets::arguments()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, kept);
    const RawJson result = withoutSecrets(RawJson::fromText(arguments), RawJson::fromText(schema));
    QCOMPARE(result.toByteArray(), kept);
}

void TestSecrets::endlessSchema()
{
    const RawJson schema = RawJson::fromText(
            R"({"$ref": "#", "allOf": [{"$ref": "#"}], "properties": {"n": {"$ref": "#"}}})");
    const QByteArray arguments =
            QByteArray(R"({"n":)").repeated(200) + '1' + QByteArray("}").repeated(200);
    QCOMPARE(withoutSecrets(RawJson::fromText(arguments), schema).toByteArray(), arguments);
}

/// It is done in the step in which the call is made: the window waits for it.
void TestSecrets::manyMembersOfALargeSchema()
{
    QByteArray members = R"("pin":"s")";
    for (int i = 0; i < 10'000; ++i)
        members += ",\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    const RawJson schema = RawJson::fromText(R"({"default":{)" + members
                                             + R"(},"properties":{"pin":{"format":"password"}}})");
    QElapsedTimer clock;
    clock.start();
    const RawJson kept = withoutSecrets(RawJson::fromText('{' + members + '}'), schema);
    QCOMPARE(kept.count(), 10'000);
    QVERIFY(!kept.contains("pin"));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
