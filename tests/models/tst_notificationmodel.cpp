// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/notificationmodel.h"
#include "orchestrator/orchestrator.h"
#include "support/worktimer.h"

#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::Message;
using Mcp::RawJson;
using McpTest::printed;

/// What servers told unasked, bounded.
class TestNotificationModel : public QObject
{
    Q_OBJECT

private slots:
    void texts();
    void loggersCannotHide();
    void largeOnesAreReadOnce();
    void oneServerOrAll();
    void eachServerHasItsOwnPlaces();
    void levels();
    void renamed();
    void boundedByNumber();
    void boundedByBytes();
    void clearing();
    void listensToServers();

private:
    static Message log(const QByteArray &params);
};

Message TestNotificationModel::log(const QByteArray &params)
{
    return Message::notification(u"notifications/message", RawJson::fromText(params));
}

void TestNotificationModel::texts()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    model.append(u"s"_s, log(R"({"level":"warning","logger":"db","data":"disk full"})"));
    model.append(u"s"_s, log(R"({"level":"error","data":{"code":1.0}})"));
    model.append(u"s"_s, Message::notification(u"notifications/tools/list_changed"));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(printed(model, { NotificationModel::Server, NotificationModel::Method,
                              NotificationModel::Level, NotificationModel::Logger,
                              NotificationModel::Data }),
             (QStringList{ u"s | notifications/message | warning | db | disk full"_s,
                           u"s | notifications/message | error |  | {\"code\":1.0}"_s,
                           u"s | notifications/tools/list_changed |  |  | "_s }));
    QVERIFY(!model.index(0, 0).data(NotificationModel::SevereRole).toBool());
    QVERIFY(model.index(1, 0).data(NotificationModel::SevereRole).toBool());
}

/// What a server names its logger is as much its own text as the message.
void TestNotificationModel::loggersCannotHide()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    model.append(u"s"_s, log(R"({"level":"info","logger":"a\nb\u202ec","data":"d"})"));
    model.append(u"s"_s, log("{\"level\":\"info\",\"logger\":\"" + QByteArray(1'000'000, 'x')
                             + "\",\"data\":\"d\"}"));
    QTRY_COMPARE(model.rowCount(), 2);
    const auto text = [&model](int row) {
        return model.index(row, NotificationModel::Logger).data().toString();
    };
    QCOMPARE(text(0), u"a b\\u202ec"_s);
    QVERIFY(text(1).size() < 300);
}

/// A line is painted and filtered again and again; it is 2,000 characters whatever came.
void TestNotificationModel::largeOnesAreReadOnce()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    model.append(u"s"_s,
                 log("{\"logger\":\"db\",\"data\":\"" + QByteArray(R"(\n\u0041)").repeated(500'000)
                     + R"(","level":"error"})"));
    QTRY_COMPARE(model.rowCount(), 1);
    McpTest::WorkTimer timer;
    timer.start();
    for (int look = 0; look < 300; ++look) {
        QCOMPARE(model.index(0, NotificationModel::Data).data().toString(),
                 u" A"_s.repeated(1000) + u'…');
        QVERIFY(model.index(0, 0).data(NotificationModel::SevereRole).toBool());
    }
    QVERIFY2(timer.elapsed() < 4000, QByteArray::number(timer.elapsed()).constData());
}

void TestNotificationModel::oneServerOrAll()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    model.append(u"a"_s, log(R"({"data":"one"})"));
    model.append(u"b"_s, log(R"({"data":"two"})"));
    model.setServer(u"b"_s);
    QCOMPARE(printed(model, { NotificationModel::Data }), QStringList{ u"two"_s });
    model.setServer({});
    QCOMPARE(model.rowCount(), 2);
}

/// A chatty server does not push out what a quiet one has said.
void TestNotificationModel::eachServerHasItsOwnPlaces()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    model.append(u"quiet"_s, log(R"({"data":"one"})"));
    constexpr int flood = NotificationModel::maxCount + 100;
    for (int i = 0; i < flood; ++i) {
        model.append(u"chatty"_s, log("{\"data\":" + QByteArray::number(i) + '}'));
        if (i % 1000 == 0)
            QCoreApplication::processEvents();
    }
    model.append(u"quiet"_s, log(R"({"data":"two"})"));
    QTRY_COMPARE(model.rowCount(), NotificationModel::maxCount + 2);
    QCOMPARE(model.index(0, NotificationModel::Data).data().toString(), u"one"_s);
    QCOMPARE(model.index(1, NotificationModel::Data).data().toString(), u"100"_s);
    QCOMPARE(model.droppedCount(), 100);
    model.setServer(u"quiet"_s);
    QCOMPARE(printed(model, { NotificationModel::Data }), QStringList({ u"one"_s, u"two"_s }));
    QCOMPARE(model.droppedCount(), 0);
    model.clear(); // of this one
    QTRY_COMPARE(model.rowCount(), 0);
    model.setServer({});
    QTRY_COMPARE(model.rowCount(), NotificationModel::maxCount);
}

void TestNotificationModel::levels()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    for (const QByteArray &level : { "debug"_ba, "info"_ba, "warning"_ba, "alert"_ba, "loud"_ba })
        model.append(u"s"_s, log("{\"level\":\"" + level + "\",\"data\":\"" + level + "\"}"));
    model.append(u"s"_s, Message::notification(u"notifications/tools/list_changed"));
    const auto shown = [&](const QString &minimum) {
        model.setMinimumLevel(minimum);
        return printed(model, { NotificationModel::Level }).join(u',');
    };
    QTRY_COMPARE(model.rowCount(), 6);
    QCOMPARE(shown(u"warning"_s), u"warning,alert"_s);
    QCOMPARE(shown(u"debug"_s), u"debug,info,warning,alert"_s);
    model.setFilter(u"info"_s);
    QCOMPARE(shown(u"debug"_s), u"info"_s);
    model.setFilter({});
    QCOMPARE(shown({}), u"debug,info,warning,alert,loud,"_s);
}

void TestNotificationModel::renamed()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    model.append(u"a"_s, log(R"({"data":"one"})"));
    model.setServer(u"a"_s);
    emit orchestrator.serverRenamed(u"a"_s, u"b"_s);
    model.append(u"b"_s, log(R"({"data":"two"})"));
    QCOMPARE(model.server(), u"b"_s);
    QTRY_COMPARE(printed(model, { NotificationModel::Server, NotificationModel::Data }),
                 QStringList({ u"b | one"_s, u"b | two"_s }));
}

void TestNotificationModel::boundedByNumber()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    for (int i = 0; i < NotificationModel::maxCount + 7; ++i)
        model.append(u"s"_s, log("{\"data\":" + QByteArray::number(i) + '}'));
    QTRY_COMPARE(printed(model, { NotificationModel::Data }).value(0), u"7"_s);
    QTRY_COMPARE(model.rowCount(), NotificationModel::maxCount);
    QCOMPARE(model.droppedCount(), 7);
}

void TestNotificationModel::boundedByBytes()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QByteArray big = "{\"data\":\"" + QByteArray(3'000'000, 'x') + "\"}";
    for (int i = 0; i < 20; ++i)
        model.append(u"s"_s, log(big));
    QTRY_COMPARE(model.rowCount(), int(NotificationModel::maxBytes / 3'000'000));
}

void TestNotificationModel::clearing()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    model.append(u"s"_s, log(R"({"data":"one"})"));
    QTRY_COMPARE(model.rowCount(), 1);
    model.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    model.append(u"s"_s, log(R"({"data":"two"})"));
    QTRY_COMPARE(printed(model, { NotificationModel::Data }), QStringList{ u"two"_s });
}

void TestNotificationModel::listensToServers()
{
    Mcp::Orchestrator orchestrator;
    NotificationModel model(&orchestrator);
    Mcp::ServerSpec spec;
    spec.name = u"fake"_s;
    spec.launch.command = QStringLiteral(FAKE_SERVER);
    spec.launch.arguments = { u"--scenario"_s, u"early-requests=initialized"_s };
    spec.era = Mcp::EraSetting::Legacy;
    QVERIFY(!orchestrator.addServer(spec));
    orchestrator.open(u"fake"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
            printed(model, { NotificationModel::Server, NotificationModel::Method })
                    .contains(u"fake | notifications/tools/list_changed"_s),
            10'000);
}

QTEST_GUILESS_MAIN(TestNotificationModel)
#include "tst_notificationmodel.moc"
