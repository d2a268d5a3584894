// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"

#include <QtCore/qeventloop.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

struct Open : OpenRig
{
    Call *echo() { return client.callTool(u"echo"_s, json(R"({"a":1})")); }
};

} // namespace

/// What slots of Call::finished() may do, whatever is under way below them, and how long a call
/// lives.
class TestCallEnds : public QObject
{
    Q_OBJECT

private slots:
    void finishedIsNeverInsideTheRequest()
    {
        Open rig;
        QVERIFY(rig.isOpen);
        bool inside = true;
        bool finished = false;
        connect(rig.echo(), &Call::finished, this, [&] {
            QVERIFY(!inside);
            finished = true;
        });
        inside = false;
        QTRY_VERIFY(finished);
    }

    /// The answer is still being taken from the pipe, and writes are collected until it is.
    void aSlotMayWaitForTheNextCall()
    {
        Open rig;
        QVERIFY(rig.isOpen);
        int finished = 0;
        connect(rig.echo(), &Call::finished, this, [&] {
            QEventLoop loop;
            Call *const inner = rig.echo();
            connect(inner, &Call::finished, &loop, &QEventLoop::quit);
            loop.exec();
            QVERIFY(inner->outcome()); // waited for in a loop of its own, used behind it
            ++finished;
        });
        QTRY_COMPARE(finished, 1);
        // The same without a loop of its own.
        connect(rig.echo(), &Call::finished, this, [&] {
            const QPointer<Call> inner = rig.echo();
            while (inner && !inner->isFinished())
                QCoreApplication::processEvents();
            ++finished;
        });
        QTRY_COMPARE(finished, 2);
    }

    /// Refused for a limit, inside a slot of finished(): whoever asks can still listen.
    void aRefusedCallEndsBehindTheRequest()
    {
        ServerSpec spec;
        spec.limits.pendingRequests = 1;
        OpenRig rig({}, u"legacy"_s, spec);
        QVERIFY(rig.isOpen);
        QString refusal;
        connect(rig.client.callTool(u"echo"_s, json("{}")), &Call::finished, this, [&] {
            rig.client.callTool(u"slow"_s, json(R"({"ms":60000})"));
            Call *const refused = rig.client.callTool(u"echo"_s, json("{}"));
            connect(refused, &Call::finished, this,
                    [&, refused] { refusal = refused->outcome().error().message; });
        });
        QTRY_VERIFY2(refusal.contains("limit pendingRequests"_L1), qPrintable(refusal));
    }

    void aSlotMayCallOnAndOn()
    {
        Open rig;
        QVERIFY(rig.isOpen);
        int finished = 0;
        std::function<void()> next = [&] {
            connect(rig.echo(), &Call::finished, this, [&] {
                if (++finished < 500)
                    next();
            });
        };
        next();
        QTRY_COMPARE(finished, 500);
    }

    void aSlotMayDeleteAnything_data()
    {
        QTest::addColumn<QString>("victim");
        for (const char *victim : { "call", "client", "server", "stop", "restart" })
            QTest::newRow(victim) << QString::fromLatin1(victim);
    }
    void aSlotMayDeleteAnything()
    {
        QFETCH(const QString, victim);
        auto *server = new Server(FakeRig::specFor({}, { u"--era"_s, u"legacy"_s }, {}), this);
        auto *client = new Client(server, this);
        QVERIFY(waitFor(client->initialize()).outcome);
        const QPointer<Server> alive(server);
        QPointer<Call> call = client->callTool(u"echo"_s, json("{}"));
        // Others are under way, and their answers come in the same piece.
        for (int i = 0; i < 20; ++i)
            client->callTool(u"echo"_s, json("{}"));
        bool finished = false;
        connect(call, &Call::finished, this, [&] {
            finished = true;
            if (victim == "call"_L1)
                delete call;
            else if (victim == "client"_L1)
                delete client;
            else if (victim == "server"_L1)
                delete server;
            else if (victim == "stop"_L1)
                server->stop();
            else
                server->restart();
        });
        QTRY_VERIFY(finished);
        QTRY_VERIFY(!call);
        delete alive;
    }

    void aCallIsDeletedWhenNobodyUsesIt()
    {
        Open rig;
        QVERIFY(rig.isOpen);
        QPointer<Call> call = rig.echo();
        QEventLoop outer;
        connect(call, &Call::finished, &outer, &QEventLoop::quit);
        outer.exec();
        QVERIFY(call && call->outcome()); // who waits in a loop has it behind the loop
        QTRY_VERIFY(!call);

        call = rig.echo();
        bool inner = false;
        connect(call, &Call::finished, this, [&] {
            QEventLoop loop; // inside its own signal
            connect(rig.echo(), &Call::finished, &loop, &QEventLoop::quit);
            loop.exec();
            inner = !call.isNull();
        });
        QTRY_VERIFY(!call);
        QVERIFY(inner);
    }
};

QTEST_GUILESS_MAIN(TestCallEnds)
#include "tst_callends.moc"
