// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "views/resourcerequest.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::RawJson;

namespace {

const QByteArray linkResult =
        R"({"content":[{"type":"resource_link","name":"n","uri":"demo://x",)"
        R"("icons":[{"src":"https://example.com/i.png","mimeType":"image/png","sizes":["48x48"]}],)"
        R"("_meta":{"rank":1.0}}]})";

} // namespace

/// Links that are read in place. The test answers in the server's stead.
class TestLinkBlocks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fields();
    void nothingTurnsAround();
    void readOnAClick();
    void progressAndCancel();
    void errors();
    void nothingInIt();
    void largeContents();
    void replacedWhileReading();

private:
    std::unique_ptr<ResultHarness> m_ui;
    QPointer<ResourceRequest> m_request; ///< the last one
    int m_requests = 0;
};

void TestLinkBlocks::init()
{
    m_ui = std::make_unique<ResultHarness>();
    m_request = nullptr;
    m_requests = 0;
    connect(&m_ui->view, &ResultView::readRequested, this, [this](ResourceRequest *request) {
        m_request = request;
        ++m_requests;
    });
    m_ui->show(linkResult);
}

void TestLinkBlocks::fields()
{
    QCOMPARE(m_ui->text("block1.icons.field"), u"https://example.com/i.png · image/png · 48x48"_s);
    QCOMPARE(m_ui->text("block1._meta.field"), u"{\"rank\":1.0}"_s);
}

/// Nor does what the server says while it is read, or why it cannot be.
void TestLinkBlocks::nothingTurnsAround()
{
    m_ui->show(QByteArray(linkResult).replace("rank", "a\xe2\x80\xae"));
    QCOMPARE(m_ui->text("block1._meta.field"), u"{\"a\\u202e\":1.0}"_s);
    m_ui->click("block1.read");
    m_request->report(u"a\nb\u202ec"_s + QString(100'000, u'x'));
    QVERIFY(m_ui->text("block1.state").startsWith(u"Reading… a b\\u202ecxx"_s));
    QVERIFY(m_ui->text("block1.state").size() < 600);
    Mcp::Error error;
    error.kind = Mcp::Error::Kind::Remote;
    error.message = u"a\u202eb"_s + QString(100'000, u'x');
    m_request->settle(error);
    QVERIFY(m_ui->text("block1.state").contains(u"a\\u202ebxx"_s));
    QVERIFY(m_ui->text("block1.state").size() < 600);
}

void TestLinkBlocks::readOnAClick()
{
    QTest::qWait(20);
    QCOMPARE(m_requests, 0); // nothing without a click
    m_ui->click("block1.read");
    QCOMPARE(m_requests, 1);
    QCOMPARE(m_request->uri(), u"demo://x"_s);
    QCOMPARE(m_ui->text("block1.state"), u"Reading…"_s);
    QVERIFY(!m_ui->find<QAbstractButton>("block1.read")->isEnabled());
    m_request->settle(RawJson::fromText(
            R"({"contents":[{"uri":"demo://x/1","mimeType":"text/plain","text":"words"},
                {"uri":"demo://x/2","mimeType":"text/csv","text":"a,b\n1,2"},
                {"uri":"demo://x/3","blob":"AAEC"}]})"));
    QCOMPARE(m_ui->text("block1.state"), u"Read from the server, 3 contents:"_s);
    QCOMPARE(m_ui->text("block1.1.pane.text"), u"words"_s);
    QVERIFY(m_ui->find<QTableView>("block1.2.pane.table"));
    QCOMPARE(m_ui->text("block1.3.state"), u"3 B of binary data"_s);
    m_ui->click("block1.read"); // again
    QCOMPARE(m_requests, 2);
    m_request->settle(RawJson::fromText(
            R"({"contents":[{"uri":"demo://x","mimeType":"text/plain","text":"newer"}]})"));
    QCOMPARE(m_ui->text("block1.1.pane.text"), u"newer"_s);
    QVERIFY(!m_ui->find("block1.2"));
}

void TestLinkBlocks::progressAndCancel()
{
    m_ui->click("block1.read");
    QSignalSpy cancelled(m_request, &ResourceRequest::cancelled);
    m_request->report(u"3 of 5"_s);
    QCOMPARE(m_ui->text("block1.state"), u"Reading… 3 of 5"_s);
    const QPointer<ResourceRequest> first = m_request;
    m_ui->click("block1.cancel");
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(m_ui->text("block1.state"), u"Reading was cancelled."_s);
    QVERIFY(!m_ui->find("block1.cancel"));
    QTRY_VERIFY(!first);
    m_ui->click("block1.read"); // may be tried again
    QCOMPARE(m_requests, 2);
}

void TestLinkBlocks::errors()
{
    m_ui->click("block1.read");
    m_request->settle(
            Mcp::Error::remote(RawJson::fromText(R"({"code":-32002,"message":"no such thing"})")));
    QCOMPARE(m_ui->text("block1.state"), u"✗ JSON-RPC error -32002: no such thing"_s);
    QVERIFY(m_ui->find<QAbstractButton>("block1.read")->isEnabled());
}

void TestLinkBlocks::nothingInIt()
{
    for (const char *answer : { "{}", "{\"contents\":[]}", "7" }) {
        m_ui->click("block1.read");
        m_request->settle(RawJson::fromText(answer));
        QCOMPARE(m_ui->text("block1.state"), u"✗ The server answered without any contents."_s);
    }
}

void TestLinkBlocks::largeContents()
{
    m_ui->click("block1.read");
    m_request->settle(
            RawJson::fromText(R"({"contents":[{"uri":"a:b","mimeType":"text/plain","text":")"
                              + QByteArray("long ").repeated(1'000'000) + "\"}]}"));
    QTRY_VERIFY(m_ui->text("block1.1.pane.text").startsWith(u"long long"_s));
}

void TestLinkBlocks::replacedWhileReading()
{
    m_ui->click("block1.read");
    QSignalSpy destroyed(m_request, &QObject::destroyed);
    m_ui->show(linkResult);
    QCOMPARE(destroyed.size(), 1); // by which the call is cancelled
}

QTEST_MAIN(TestLinkBlocks)
#include "tst_linkblocks.moc"
