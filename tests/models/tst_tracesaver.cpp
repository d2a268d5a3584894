// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracerequest.h"
#include "models/tracesaver.h"
#include "orchestrator/tracemask.h"
#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracespill.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::Message;
using Mcp::RawJson;
using Mcp::TraceEntry;
using Mcp::TraceLog;

namespace {

const QByteArray secretSchema =
        R"({"type":"object","properties":{"pin":{"type":"string","writeOnly":true}}})";

Message request(const QByteArray &params)
{
    return Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":)"
                                + params + '}');
}

} // namespace

/// A trace on its way into a file, without secrets, and a request on its way out of one.
class TestTraceSaver : public QObject
{
    Q_OBJECT

private slots:
    void savesWhatIsOnDiskToo();
    void savesWhatItHadAtTheStart();
    void masksSecrets();
    void placesThatCannotBeWritten();
    void requestsWithoutOurMembers_data();
    void requestsWithoutOurMembers();

private:
    /// The sentence that it ended with.
    QString save(TraceLog &log, std::optional<Mcp::TraceMask> mask = {})
    {
        auto *const saver = new TraceSaver(&log, path(), std::move(mask), this);
        QSignalSpy finished(saver, &TraceSaver::finished);
        saver->start();
        return finished.wait(20'000) ? finished.first().first().toString() : QString();
    }
    QString path() const { return m_folder.path() + u"/trace.jsonl"_s; }
    Mcp::TraceCodec::File saved() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? Mcp::TraceCodec::read(file.readAll())
                                              : Mcp::TraceCodec::File();
    }
    static void add(TraceLog &log, const Message &message)
    {
        log.addMessage(TraceEntry::Direction::Sent, message, Mcp::Framing::Newline);
    }

    QTemporaryDir m_folder;
};

void TestTraceSaver::savesWhatIsOnDiskToo()
{
    TraceLog log(100'000);
    log.setSpill(std::make_unique<Mcp::TraceSpill>(m_folder.path() + u"/spill"_s));
    constexpr int count = 5000;
    for (int i = 0; i < count; ++i)
        add(log, request("{\"name\":\"t\",\"n\":" + QByteArray::number(i) + '}'));
    QVERIFY(log.spilledCount() > 1000);
    QVERIFY2(save(log).contains(u"5,000 entries"_s), "how many");
    const Mcp::TraceCodec::File file = saved();
    QCOMPARE(file.badLines, 0);
    QCOMPARE(file.entries.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(file.entries.at(i).message.params().value("n").toInteger(), qint64(i));
    QCOMPARE(QFile::permissions(path()) & 0x0077, QFile::Permissions());
}

/// Entries that come meanwhile push older ones to the disk: none is lost or there twice.
void TestTraceSaver::savesWhatItHadAtTheStart()
{
    TraceLog log(200'000);
    log.setSpill(std::make_unique<Mcp::TraceSpill>(m_folder.path() + u"/spill"_s));
    int n = 0;
    const auto addOne = [&log, &n] {
        add(log, request("{\"name\":\"t\",\"n\":" + QByteArray::number(n++) + '}'));
    };
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        addOne();
    QTimer flood;
    connect(&flood, &QTimer::timeout, this, [&addOne] {
        for (int i = 0; i < 50; ++i)
            addOne();
    });
    flood.start(0);
    QVERIFY(!save(log).isEmpty());
    flood.stop();
    const Mcp::TraceCodec::File file = saved();
    QCOMPARE(file.entries.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(file.entries.at(i).message.params().value("n").toInteger(), qint64(i));
}

void TestTraceSaver::masksSecrets()
{
    Mcp::ServerSpec spec;
    spec.launch.environment = { { u"API_TOKEN"_s, u"s3cr3t\"x"_s },
                                { u"LEVEL"_s, u"debugging"_s } };
    const Mcp::Tool login(
            RawJson::fromText(R"({"name":"login","inputSchema":)" + secretSchema + '}'));
    TraceLog log;
    add(log, request(R"({"name":"login","arguments":{"pin":"1234","user":"eve","x":1.0}})"));
    add(log, request(R"({"name":"other","arguments":{"pin":"1234","password":"open"}})"));
    add(log,
        request(R"({"name":"t","_meta":{"progressToken":"p1","authToken":"abc","note":"n"}})"));
    log.addMessage(TraceEntry::Direction::Received,
                   Message::fromPayload(
                           R"({"jsonrpc":"2.0","id":1,"result":{"env":"s3cr3t\"x debugging"}})"),
                   Mcp::Framing::Newline);
    const Mcp::Tool other(RawJson::fromText(R"({"name":"other"})"));
    const QString sentence = save(log, Mcp::TraceMask(spec, { login, other }));
    QVERIFY2(sentence.contains(u"masked"_s), qPrintable(sentence));
    const QList<TraceEntry> entries = saved().entries;
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries[0].message.params().value("arguments").toByteArray(),
             R"({"pin":"•••","user":"eve","x":1.0})"_ba);
    QCOMPARE(entries[1].message.params().value("arguments").toByteArray(),
             R"({"pin":"1234","password":"•••"})"_ba);
    QCOMPARE(entries[2].message.params().value("_meta").toByteArray(),
             R"({"progressToken":"p1","authToken":"•••","note":"n"})"_ba);
    QCOMPARE(entries[3].message.result().value("env").toString(), u"••• debugging"_s);
    QCOMPARE(entries[3].pair, 3); // the rest of it is as it was
    QVERIFY(!save(log).contains(u"masked"_s));
    QVERIFY(saved().entries[0].payload().contains("1234"));
}

void TestTraceSaver::placesThatCannotBeWritten()
{
    TraceLog log;
    log.addEvent(u"x"_s);
    auto *const saver =
            new TraceSaver(&log, m_folder.path() + u"/no/folder/t"_s, std::nullopt, this);
    QSignalSpy finished(saver, &TraceSaver::finished);
    saver->start();
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.first().first().toString().startsWith(u"Not saved"_s));
    QVERIFY(!finished.first().at(1).toBool());
}

void TestTraceSaver::requestsWithoutOurMembers_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("none") << R"({"name":"a","x":1.0})"_ba
                          << R"({"name":"a","x":1.0})"_ba;
    QTest::newRow("token") << R"({"name":"a","_meta":{"progressToken":1}})"_ba
                           << R"({"name":"a"})"_ba;
    QTest::newRow("own meta") << R"({"_meta":{"progressToken":1,"mine":1.50},"name":"a"})"_ba
                              << R"({"_meta":{"mine":1.50},"name":"a"})"_ba;
    QTest::newRow("modern")
            << R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
               R"("io.modelcontextprotocol/clientCapabilities":{}}})"_ba
            << QByteArray();
}

void TestTraceSaver::requestsWithoutOurMembers()
{
    QFETCH(const QByteArray, params);
    QFETCH(const QByteArray, kept);
    TraceLog log;
    add(log, request(params));
    log.addMessage(TraceEntry::Direction::Received, request(params), Mcp::Framing::Newline);
    const auto sent = TraceRequest::of(log.at(0));
    QVERIFY(sent);
    QCOMPARE(sent->method, u"tools/call"_s);
    QVERIFY(!sent->isNotification);
    QCOMPARE(sent->params.toByteArray(), kept);
    QVERIFY(!TraceRequest::of(log.at(1))); // the server's own
}

QTEST_GUILESS_MAIN(TestTraceSaver)
#include "tst_tracesaver.moc"
