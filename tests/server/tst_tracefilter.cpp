// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracefilter.h"
#include "server/tracelog.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// The filter of the trace as people type it.
class TestTraceFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void completions_data();
    void completions();

private:
    /// Letters for the entries of m_log: which of them pass.
    QString passing(const TraceFilter &filter) const;

    TraceLog m_log;
};

void TestTraceFilter::initTestCase()
{
    const auto add = [this](TraceEntry::Direction direction, const QByteArray &text) {
        m_log.addMessage(direction, Message::fromPayload(text), Framing::Newline);
    };
    const auto out = TraceEntry::Direction::Sent;
    const auto in = TraceEntry::Direction::Received;
    add(out, R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"Echo"}})"); // a
    add(in, R"({"jsonrpc":"2.0","id":1,"result":{"content":[],"isError":true}})");          // b
    add(out, R"({"jsonrpc":"2.0","id":2,"method":"resources/read","params":{"uri":"file:///A"}})");
    add(in, R"({"jsonrpc":"2.0","id":2,"error":{"code":-32002,"message":"not here"}})"); // d
    add(out, R"({"jsonrpc":"2.0","id":3,"method":"tools/list"})");                       // e
    add(in, R"({"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":")"
                    + QByteArray(3000, 'x') + "\"}}"); // f
    m_log.addFrame(TraceEntry::Kind::Noise,
                   { Frame::Kind::Noise, Framing::Newline, "hello world", {} },
                   u"text that is no message"_s);            // g
    m_log.addEvent(u"process started"_s);                    // h
    add(out, R"({"jsonrpc":"2.0","id":4,"method":"ping"})"); // i
    QTest::qSleep(30);
    add(in, R"({"jsonrpc":"2.0","id":4,"result":{}})"); // j, after 30 ms
}

QString TestTraceFilter::passing(const TraceFilter &filter) const
{
    QString letters;
    for (int i = 0; i < m_log.count(); ++i) {
        if (filter.matches(m_log.at(i), u"Files"_s))
            letters += QChar(u'a' + i);
    }
    return letters;
}

void TestTraceFilter::matches_data()
{
    QTest::addColumn<QString>("passing");
    const auto row = [](const char *text, const char *passing) {
        QTest::newRow(text) << QString::fromLatin1(passing);
    };
    row("", "abcdefghij");
    row("   ", "abcdefghij");
    row("world", "g");
    row("WORLD hello", "g");
    row("\"hello world\"", "g");
    row("\"world hello\"", "");
    row("file:///a", "c");        // no key, a URI
    row("\"uri\":\"file:\"", ""); // quoted: a word
    row("\"status:ok\"", "");
    row("-\"hello world\" kind:noise", "");
    row("10:30", "");
    row("C:\\x", "");
    row("-", "d");
    row("method:tools", "abe");
    row("METHOD:Tools/Call", "ab");
    row("-method:tools kind:request", "ci");
    row("status:error", "bd");
    row("status:ok", "j");
    row("status:answered", "aci");
    row("status:pending", "e");
    row("kind:response", "bdj");
    row("kind:notification", "f");
    row("kind:noise", "g");
    row("kind:step", "h");
    row("dir:out", "acei");
    row("dir:in", "bdfgj");
    row("-dir:in", "aceh"
                   "i");
    row("server:file", "abcdefghij");
    row("server:other", "");
    row("target:echo", "a");
    row("target:info", "f");
    row("id:2", "cd");
    row("conversation:3", "cd");
    row("conversation:999", "");
    row("rule:only", "g");
    row("-rule:only kind:noise", "");
    row("duration:>20ms", "ij");
    row("duration:20000us kind:response", "j");
    row("duration:<0.02s kind:response", "bd");
    row("size:>2kb", "f");
    row("size:<=30b", "g");
    row("size:11", "abcdefgij");
    row("size:=11", "g");
    row("text:notifications/message", "f");
    row("text:started", "h");
    row("method:tools/call status:error size:>10 dir:in server:files", "b");
}

void TestTraceFilter::matches()
{
    QFETCH(const QString, passing);
    const auto filter = TraceFilter::parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(filter, qPrintable(filter.error().message));
    QCOMPARE(this->passing(*filter), passing);
}

void TestTraceFilter::refuses_data()
{
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *text, const QString &problem) {
        QTest::newRow(text) << problem;
    };
    row("\"open", u"A quote is not closed."_s);
    row("status:bad", u"“status” is one of ok, error, pending, answered, cancelled, unanswered, "
                      "input_required, task; not “bad”."_s);
    row("mehtod:x", u"“mehtod:” is no condition; is it “method:”? Text with a colon goes in "
                    "quotes."_s);
    row("zzzzzz:x", u"“zzzzzz:” is no condition; there are method, status, kind, dir, server, "
                    "target, id, conversation, rule, duration, size, text. Text with a colon goes "
                    "in quotes."_s);
    row("dir:up method: Satus:ok", u"“dir” is one of in, out; not “up”.\nBehind “method:” a value "
                                   "is missing.\n“Satus:” is no condition; is it “status:”? Text "
                                   "with a colon goes in quotes."_s);
    row("dir:up", u"“dir” is one of in, out; not “up”."_s);
    row("method:", u"Behind “method:” a value is missing."_s);
    row("duration:fast", u"“duration:fast” has no duration such as >500ms, <=2s or 1min."_s);
    row("duration:>5mb", u"“duration:>5mb” has no duration such as >500ms, <=2s or 1min."_s);
    row("size:>1ms", u"“size:>1ms” has no size such as >1mb, <=20kb or 300b."_s);
    row("conversation:x", u"“conversation:x” has no number of a conversation such as 17."_s);
    row("size:-5", u"“size:-5” has no size such as >1mb, <=20kb or 300b."_s);
    row("size:1e300mb", u"“size:1e300mb” has no size such as >1mb, <=20kb or 300b."_s);
    row("size:nan", u"“size:nan” has no size such as >1mb, <=20kb or 300b."_s);
}

void TestTraceFilter::refuses()
{
    QFETCH(const QString, problem);
    const auto filter = TraceFilter::parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!filter);
    QCOMPARE(filter.error().message, problem);
}

void TestTraceFilter::completions_data()
{
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) {
        QTest::newRow(text) << found;
    };
    row("s", { u"status:"_s, u"server:"_s, u"size:"_s });
    row("x status:e", { u"status:error"_s });
    row("-dir:", { u"-dir:in"_s, u"-dir:out"_s });
    row("method:resources", { u"method:resources/read"_s, u"method:resources/list"_s });
    row("nothing:", {});
    row("zzz", {});
    row("rule:progress", { u"rule:progress-token"_s, u"rule:progress-increases"_s });
}

void TestTraceFilter::completions()
{
    QFETCH(const QStringList, found);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(TraceFilter::completions(text, text.size()), found);
    QCOMPARE(TraceFilter::completions(text + u" more"_s, text.size()), found);
}

QTEST_GUILESS_MAIN(TestTraceFilter)
#include "tst_tracefilter.moc"
