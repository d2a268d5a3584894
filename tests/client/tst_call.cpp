// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/call.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestCall : public QObject
{
    Q_OBJECT

private slots:
    void settlesOnceFromTheEventLoopAndGoes()
    {
        QPointer<Call> call = new Call(u"tools/call"_s, nullptr);
        QSignalSpy finished(call, &Call::finished);
        QCOMPARE(call->method(), u"tools/call"_s);
        QVERIFY(!call->isFinished());
        QCOMPARE(call->outcome().error().kind, Error::Kind::None);
        call->settle(RawJson::fromText("1"));
        call->settle(RawJson::fromText("2"));
        call->settle(Error::timeout(u"late"_s));
        QVERIFY(call->isFinished());
        QCOMPARE(finished.count(), 0);
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        QVERIFY(call);
        QCOMPARE(call->outcome().value().toByteArray(), "1"_ba);
        QTRY_VERIFY(!call);
        QCOMPARE(finished.count(), 1);
    }

    void cancelSettlesAtOnceAndTellsTheServerOnce()
    {
        Call *const call = new Call(u"x"_s, nullptr);
        QSignalSpy finished(call, &Call::finished);
        QStringList told;
        call->setCanceller([&](const QString &reason) {
            QVERIFY(call->isFinished());
            told.append(reason);
        });
        call->cancel(u"why"_s);
        call->cancel(u"again"_s);
        QVERIFY(call->isFinished());
        QCOMPARE(call->outcome().error().kind, Error::Kind::Cancelled);
        QCOMPARE(told, QStringList{ u"why"_s });
        QVERIFY(finished.wait());
    }

    void cancelAfterTheEndDoesNothing()
    {
        auto *const call = new Call(u"x"_s, nullptr);
        int told = 0;
        call->setCanceller([&](const QString &) { ++told; });
        QSignalSpy finished(call, &Call::finished);
        call->settle(RawJson::fromText("1"));
        call->cancel();
        QVERIFY(finished.wait());
        QCOMPARE(told, 0);
        QVERIFY(call->outcome());
    }

    void deletedInFlightTellsTheServer()
    {
        int told = 0;
        auto *const call = new Call(u"x"_s, nullptr);
        call->setCanceller([&](const QString &) { ++told; });
        delete call;
        QCOMPARE(told, 1);
    }

    void aSlotMayDeleteTheOwner()
    {
        auto *const owner = new QObject;
        auto *const call = new Call(u"x"_s, owner);
        const QPointer<QObject> guard(owner);
        connect(call, &Call::finished, this, [owner] { delete owner; });
        call->settle(RawJson::fromText("1"));
        QTRY_VERIFY(!guard);
    }

    void progressAndTime()
    {
        auto *const call = new Call(u"x"_s, nullptr);
        QSignalSpy progressed(call, &Call::progressed);
        QVERIFY(!call->progress());
        call->report({ 1, 2, u"half"_s });
        QCOMPARE(progressed.count(), 1);
        QCOMPARE(call->progress()->message, u"half"_s);
        QTRY_VERIFY(call->elapsed() > 5);
        QSignalSpy finished(call, &Call::finished);
        call->settle(Error::timeout(u"t"_s));
        const qint64 taken = call->elapsed();
        QVERIFY(finished.wait());
        QCOMPARE(call->elapsed(), taken);
        call->report({ 2, 2, {} }); // after the end: nobody is told
        QCOMPARE(progressed.count(), 1);
    }

    void warningsDoNotRepeat()
    {
        Call call(u"x"_s, nullptr);
        call.addWarning(u"a"_s);
        call.addWarning(u"b"_s);
        call.addWarning(u"a"_s);
        QCOMPARE(call.warnings(), (QStringList{ u"a"_s, u"b"_s }));
    }
};

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
