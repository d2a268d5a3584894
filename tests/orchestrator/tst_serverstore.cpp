// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverstore.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// The file of servers: every byte that is not ours to change stays.
class TestServerStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void missingFile();
    void awkwardFiles_data();
    void awkwardFiles();
    void addToEmptyFile_data();
    void addToEmptyFile();
    void editKeepsTheRest();
    void environmentKeepsItsComments();
    void removeTakesDuplicates();
    void refusals();
    void unreadableFileIsNotOverwritten_data();
    void unreadableFileIsNotOverwritten();
    void readOnlyFile();
    void editOfAnotherProgramIsKept();
    void modeAndSymbolicLink();
    void definitionAsItStands();
    void defaultPath();

private:
    void write(const QByteArray &text);
    QByteArray read() const;
    static ServerSpec spec(const QString &name, const QString &command);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestServerStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"servers.json"_s);
}

void TestServerStore::write(const QByteArray &text)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray TestServerStore::read() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ServerSpec TestServerStore::spec(const QString &name, const QString &command)
{
    ServerSpec spec;
    spec.name = name;
    spec.launch.command = command;
    return spec;
}

void TestServerStore::missingFile()
{
    m_path = m_dir->filePath(u"new/folder/servers.json"_s);
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QVERIFY(store.servers().isEmpty());
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(!store.add(spec(u"a"_s, u"x"_s)));
    QCOMPARE(read(),
             "{\n  \"mcpServers\": {\n    \"a\": {\n      \"command\": \"x\"\n    }\n  }\n}\n");
    QCOMPARE(QFile::permissions(m_dir->filePath(u"new"_s)) & 0x0077, QFile::Permissions());
}

void TestServerStore::awkwardFiles_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("comments")
            << "// head\n{\n  // mine\n  \"mcpServers\": { // all\n    \"a\": { \"command\": \"x\" "
               "/* c */ }, // a\n"
               "    // before b\n    \"b\": { \"command\": \"z\" }\n  }\n}\n// end\n"_ba
            << "// head\n{\n  // mine\n  \"mcpServers\": { // all\n    \"a\": { \"command\": \"y\" "
               "/* c */ }, // a\n"
               "    // before b\n    \"b\": { \"command\": \"z\" }\n  }\n}\n// end\n"_ba;
    QTest::newRow("tabs, CRLF, trailing comma")
            << "{\r\n\t\"mcpServers\": {\r\n\t\t\"a\": {\r\n\t\t\t\"command\": \"x\",\r\n\t\t},\r\n\t},\r\n}\r\n"_ba
            << "{\r\n\t\"mcpServers\": {\r\n\t\t\"a\": {\r\n\t\t\t\"command\": \"y\",\r\n\t\t},\r\n\t},\r\n}\r\n"_ba;
    QTest::newRow("one line, odd spacing, numbers and unknown members")
            << R"({"x":1.0,"mcpServers":{"a":{"command" :"x","k":1e400}},"y":12345678901234567890})"_ba
            << R"({"x":1.0,"mcpServers":{"a":{"command" :"y","k":1e400}},"y":12345678901234567890})"_ba;
    QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}"_ba
            << "\xEF\xBB\xBF{\"mcpServers\": {\"a\": {\"command\": \"y\"}}}"_ba;
    QTest::newRow("VS Code")
            << "{\n\t\"inputs\": [{\"id\": \"key\"}],\n\t\"servers\": {\n\t\t\"a\": {\"type\": \"stdio\", \"command\": \"x\"}\n\t}\n}"_ba
            << "{\n\t\"inputs\": [{\"id\": \"key\"}],\n\t\"servers\": {\n\t\t\"a\": {\"type\": \"stdio\", \"command\": \"y\"}\n\t}\n}"_ba;
    QTest::newRow("duplicate names: the last counts")
            << R"({"mcpServers": {"a": {"command": "old"}, "a": {"command": "x"}}})"_ba
            << R"({"mcpServers": {"a": {"command": "old"}, "a": {"command": "y"}}})"_ba;
    QTest::newRow("escapes in names and values")
            << R"({"mcpServers": {"\u0061": {"command": "\u0078", "note": "\u00fc\/"}}})"_ba
            << R"({"mcpServers": {"\u0061": {"command": "y", "note": "\u00fc\/"}}})"_ba;
}

/// Changes one command there and back again.
void TestServerStore::awkwardFiles()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    write(before);
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QSignalSpy changed(&store, &ServerStore::changed);
    const auto found = store.find(u"a"_s);
    QVERIFY(found);
    QCOMPARE(found->launch.command, u"x"_s);
    ServerSpec edited = *found;
    edited.launch.command = u"y"_s;
    QVERIFY(!store.update(u"a"_s, edited));
    QCOMPARE(read(), after);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.find(u"a"_s)->launch.command, u"y"_s);
    // The same again changes nothing.
    QVERIFY(!store.update(u"a"_s, edited));
    QCOMPARE(read(), after);
    // Something added and removed again leaves the bytes as they were.
    QVERIFY(!store.add(spec(u"new"_s, u"n"_s)));
    QCOMPARE(store.servers().constLast().name, u"new"_s);
    QVERIFY(!store.remove(u"new"_s));
    QCOMPARE(read(), after);
}

void TestServerStore::addToEmptyFile_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("empty")
            << ""_ba
            << "{\n  \"mcpServers\": {\n    \"a\": {\n      \"command\": \"x\"\n    }\n  }\n}\n"_ba;
    QTest::newRow("white space")
            << " \n"_ba
            << "{\n  \"mcpServers\": {\n    \"a\": {\n      \"command\": \"x\"\n    }\n  }\n}\n"_ba;
    QTest::newRow("other members")
            << "{\n  \"theme\": 1.0\n}\n"_ba
            << "{\n  \"theme\": 1.0,\n  \"mcpServers\": {\n    \"a\": {\n      \"command\": \"x\"\n    }\n  }\n}\n"_ba;
    QTest::newRow("no servers")
            << "{\n  \"mcpServers\": {}\n}\n"_ba
            << "{\n  \"mcpServers\": {\n    \"a\": {\n      \"command\": \"x\"\n    }\n  }\n}\n"_ba;
}

void TestServerStore::addToEmptyFile()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    write(before);
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QVERIFY(store.servers().isEmpty());
    QVERIFY(!store.add(spec(u"a"_s, u"x"_s)));
    QCOMPARE(read(), after);
}

void TestServerStore::editKeepsTheRest()
{
    write(R"({
  "mcpServers": {
    "a": {
      "command": "x", // the program
      "args": ["1"],
      "env": {"K": "v"},
      "other": [1.0, {"deep": -0}]
    },
    "b": {"command": "z"}
  }
})");
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QSignalSpy renamed(&store, &ServerStore::renamed);
    ServerSpec edited = *store.find(u"a"_s);
    edited.name = u"c"_s;
    edited.launch.arguments = { u"2"_s, u"3"_s };
    edited.launch.environment.clear();
    edited.era = EraSetting::Legacy;
    edited.timeouts.connect = 5;
    QVERIFY(!store.update(u"a"_s, edited));
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.constFirst(), QVariantList({ u"a"_s, u"c"_s }));
    QCOMPARE(store.servers().constFirst(), edited);
    const QByteArray text = read();
    QVERIFY2(text.contains("      \"command\": \"x\", // the program\n"), text);
    QVERIFY2(text.contains("\"other\": [1.0, {\"deep\": -0}]"), text);
    QVERIFY2(text.contains("    \"b\": {\"command\": \"z\"}\n  }\n}"), text);
    QVERIFY2(!text.contains("\"env\""), text);
    // Back to what it was: nothing of ours stays behind.
    edited.era = EraSetting::Auto;
    edited.timeouts = Timeouts();
    QVERIFY(!store.update(u"c"_s, edited));
    QVERIFY2(!read().contains("mcpOrchestrator"), read());
}

void TestServerStore::environmentKeepsItsComments()
{
    write("{\"mcpServers\": {\"a\": {\"command\": \"x\", \"env\": {\n  \"A\": \"1\", // first\n"
          "  \"B\": \"2\", // second\n  \"C\": \"3\"\n}}}}");
    ServerStore store(m_path);
    QVERIFY(!store.load());
    ServerSpec edited = *store.find(u"a"_s);
    edited.launch.environment = { { u"A"_s, u"1"_s }, { u"B"_s, u"new"_s }, { u"D"_s, u"4"_s } };
    QVERIFY(!store.update(u"a"_s, edited));
    QCOMPARE(*store.find(u"a"_s), edited);
    QVERIFY2(read().contains("  \"A\": \"1\", // first\n  \"B\": \"new\", // second\n"), read());
    // Another order is written as a whole.
    edited.launch.environment = { { u"D"_s, u"4"_s }, { u"A"_s, u"1"_s } };
    QVERIFY(!store.update(u"a"_s, edited));
    QCOMPARE(*store.find(u"a"_s), edited);
}

void TestServerStore::removeTakesDuplicates()
{
    write(R"({"mcpServers": {"a": {"command": "1"}, "b": {"command": "2"}, "a": {"command": "3"}}})");
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QCOMPARE(store.problems().size(), 1);
    QVERIFY(!store.remove(u"a"_s));
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(store.servers().constFirst().name, u"b"_s);
    QVERIFY(store.problems().isEmpty());
}

void TestServerStore::refusals()
{
    write(R"({"mcpServers": {"a": {"command": "1"}, "web": {"url": "https://x"}}})");
    const QByteArray before = read();
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QCOMPARE(store.add(spec(u"a"_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(store.add(spec(u"web"_s, u"x"_s)).kind,
             Error::Kind::Usage); // in use, though not listed
    QCOMPARE(store.add(spec(u" "_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(store.update(u"b"_s, spec(u"b"_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(store.update(u"a"_s, spec(u"web"_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(store.update(u"a"_s, spec(u""_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(store.remove(u"b"_s).kind, Error::Kind::Usage);
    QCOMPARE(read(), before);
}

void TestServerStore::unreadableFileIsNotOverwritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("broken") << "{\"mcpServers\": {\n\"a\": }"_ba << u"line 2, column 6"_s;
    QTest::newRow("a list") << "[]"_ba << u"mcpServers"_s;
    QTest::newRow("servers are no object") << "{\"mcpServers\": []}"_ba << u"mcpServers"_s;
}

void TestServerStore::unreadableFileIsNotOverwritten()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    write(text);
    ServerStore store(m_path);
    const Error error = store.load();
    QCOMPARE(error.kind, Error::Kind::Usage);
    QVERIFY2(error.message.contains(says) && error.message.contains(m_path),
             qPrintable(error.message));
    QVERIFY(store.add(spec(u"a"_s, u"x"_s)));
    QCOMPARE(read(), text);
    // Once somebody has mended it, it works again.
    write("{\"mcpServers\": {}}");
    QVERIFY(!store.add(spec(u"a"_s, u"x"_s)));
    QCOMPARE(store.servers().size(), 1);
}

void TestServerStore::readOnlyFile()
{
    ServerStore missing(m_path, ServerStore::Access::ReadOnly);
    QVERIFY(missing.load().message.contains(m_path));
    write(R"({"mcpServers": {"a": {"command": "1"}}})");
    ServerStore store(m_path, ServerStore::Access::ReadOnly);
    QVERIFY(!store.load());
    QCOMPARE(store.servers().size(), 1);
    QVERIFY(store.remove(u"a"_s));
    QCOMPARE(read(), R"({"mcpServers": {"a": {"command": "1"}}})");
}

void TestServerStore::editOfAnotherProgramIsKept()
{
    write(R"({"mcpServers": {"a": {"command": "1"}}})");
    ServerStore store(m_path);
    QVERIFY(!store.load());
    // Nobody has told us yet: no event loop runs here.
    write(R"({"mcpServers": {"a": {"command": "1"}, "theirs": {"command": "2"}}})");
    QSignalSpy changed(&store, &ServerStore::changed);
    QCOMPARE(store.add(spec(u"theirs"_s, u"x"_s)).kind, Error::Kind::Usage);
    QCOMPARE(changed.size(), 1); // though nothing was added the list is another one
    QVERIFY(store.find(u"theirs"_s));
    write(R"({"mcpServers": {"a": {"command": "1"}, "theirs2": {"command": "2"}}})");
    QVERIFY(!store.add(spec(u"ours"_s, u"x"_s)));
    QCOMPARE(store.servers().size(), 3);
    QVERIFY(read().contains("theirs2"));
}

void TestServerStore::modeAndSymbolicLink()
{
    const QString target = m_dir->filePath(u"target.json"_s);
    {
        QFile file(target);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
    }
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QVERIFY(QFile::link(target, m_path));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QVERIFY(!store.add(spec(u"a"_s, u"x"_s)));
    QVERIFY(QFileInfo(m_path).isSymLink());
    QCOMPARE(QFileInfo(m_path).symLinkTarget(), target);
    QVERIFY(read().contains("\"x\""));
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(target) & 0x0077, QFile::Permissions());
#endif
}

void TestServerStore::definitionAsItStands()
{
    write("\xEF\xBB\xBF{\"mcpServers\": {\"a\": {\"command\": \"1\", /* why */ \"n\": 1.0,}}}");
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QCOMPARE(store.definition(u"a"_s).toByteArray(), "{\"command\": \"1\", /* why */ \"n\": 1.0,}");
    QVERIFY(store.definition(u"b"_s).isAbsent());
}

void TestServerStore::defaultPath()
{
    qputenv("XDG_CONFIG_HOME", m_dir->path().toUtf8());
    qunsetenv("MCP_CATALOG_PATH");
#ifdef Q_OS_LINUX
    QCOMPARE(ServerStore::defaultPath(), m_dir->filePath(u"mcp-orchestrator/servers.json"_s));
#endif
    qputenv("MCP_CATALOG_PATH", "/somewhere/else.json");
    QCOMPARE(ServerStore::defaultPath(), u"/somewhere/else.json"_s);
    qunsetenv("MCP_CATALOG_PATH");
}

QTEST_GUILESS_MAIN(TestServerStore)
#include "tst_serverstore.moc"
