// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/handshakeplan.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

using Opener = HandshakeAttempt::Opener;

Q_DECLARE_METATYPE(Mcp::HandshakeHints)

namespace {

/// "D-n-1000": discover, newline, patience; '+' in front: in a new process, '?' hinted.
QString shortForm(const HandshakeAttempt &attempt)
{
    return u"%1%2%3-%4-%5"_s.arg(attempt.newProcess ? u"+"_s : QString(),
                                 attempt.hinted ? u"?"_s : QString(),
                                 attempt.opener == Opener::Discover ? u"D"_s : u"I"_s,
                                 attempt.framing == Framing::Newline ? u"n"_s : u"c"_s,
                                 QString::number(attempt.patienceMs));
}

/// What is tried when nothing ever answers.
QStringList silentCourse(HandshakePlan plan)
{
    QStringList course{ shortForm(plan.current()) };
    while (plan.afterSilence())
        course.append(shortForm(plan.current()));
    return course;
}

HandshakePlan autoPlan() { return HandshakePlan(FramingSetting::Auto, EraSetting::Auto); }

} // namespace

class TestHandshakePlan : public QObject
{
    Q_OBJECT

private slots:
    void silence_data()
    {
        QTest::addColumn<int>("framing");
        QTest::addColumn<int>("era");
        QTest::addColumn<HandshakeHints>("hints");
        QTest::addColumn<QString>("course");
        using F = FramingSetting;
        using E = EraSetting;
        const auto row = [](const char *name, F framing, E era, HandshakeHints hints,
                            const QString &course) {
            QTest::newRow(name) << int(framing) << int(era) << hints << course;
        };
        row("auto", F::Auto, E::Auto, {}, u"D-n-1000 I-n-2500 +I-c-2500 +I-n-0"_s);
        row("auto framing, legacy", F::Auto, E::Legacy, {}, u"I-n-2500 +I-c-2500 +I-n-0"_s);
        row("auto framing, modern", F::Auto, E::Modern, {}, u"D-n-2500 +D-c-2500 +D-n-0"_s);
        row("newline", F::Newline, E::Auto, {}, u"D-n-1000 I-n-0"_s);
        row("newline, legacy", F::Newline, E::Legacy, {}, u"I-n-0"_s);
        row("newline, modern", F::Newline, E::Modern, {}, u"D-n-0"_s);
        row("headers", F::ContentLength, E::Auto, {}, u"D-c-1000 I-c-0"_s);
        row("headers, modern", F::ContentLength, E::Modern, {}, u"D-c-0"_s);

        const QString all = u" +D-n-1000 I-n-2500 +I-c-2500 +I-n-0"_s;
        row("hint headers legacy", F::Auto, E::Auto, { Framing::ContentLength, Era::Legacy },
            u"?I-c-2500"_s + all);
        row("hint newline modern", F::Auto, E::Auto, { Framing::Newline, Era::Modern },
            u"?D-n-2500"_s + all);
        row("hint headers", F::Auto, E::Auto, { Framing::ContentLength, {} },
            u"?D-c-1000 ?I-c-2500"_s + all);
        row("hint legacy", F::Auto, E::Auto, { {}, Era::Legacy }, u"?I-n-2500"_s + all);
        row("the setting beats a framing hint", F::Newline, E::Auto,
            { Framing::ContentLength, Era::Legacy }, u"?I-n-2500 +D-n-1000 I-n-0"_s);
        row("the setting beats an era hint", F::Auto, E::Legacy,
            { Framing::ContentLength, Era::Modern }, u"?I-c-2500 +I-n-2500 +I-c-2500 +I-n-0"_s);
        row("hints without use", F::Newline, E::Legacy, { Framing::ContentLength, Era::Modern },
            u"I-n-0"_s);
    }
    void silence()
    {
        QFETCH(int, framing);
        QFETCH(int, era);
        QFETCH(HandshakeHints, hints);
        const HandshakePlan plan(FramingSetting(framing), EraSetting(era), hints);
        QTEST(silentCourse(plan).join(u' '), "course");
    }

    void aProvenFramingEndsTheEscalation()
    {
        HandshakePlan plan = autoPlan();
        plan.proveFraming();
        QCOMPARE(silentCourse(plan).join(u' '), u"D-n-1000 I-n-0"_s);
        plan.afterSilence();
        QVERIFY(!plan.afterSilence());
        QVERIFY(!plan.afterProcessEnd(true));
    }

    void provenWhileInitializing()
    {
        HandshakePlan plan = autoPlan();
        QVERIFY(plan.afterSilence());
        plan.proveFraming();
        QCOMPARE(silentCourse(plan).join(u' '), u"I-n-0"_s);
    }

    void provenInHeaders()
    {
        HandshakePlan plan = autoPlan();
        plan.afterSilence();
        plan.afterSilence();
        plan.proveFraming();
        QCOMPARE(toString(plan.current().framing), toString(Framing::ContentLength));
        QVERIFY(!plan.afterSilence());
    }

    void aHintThatIsHalfRightKeepsTheFraming()
    {
        HandshakePlan plan(FramingSetting::Auto, EraSetting::Auto,
                           { Framing::ContentLength, Era::Modern });
        plan.proveFraming(); // say, a log message in headers, and then nothing
        QCOMPARE(silentCourse(plan).join(u' '), u"?D-c-2500 +D-c-1000 I-c-0"_s);
    }

    // protocol.md 2.4: a server that exits on the probe is started once more, without it.
    void exitOnTheProbe()
    {
        for (const bool wasRead : { false, true }) {
            HandshakePlan plan = autoPlan();
            QVERIFY(plan.afterProcessEnd(wasRead));
            QCOMPARE(shortForm(plan.current()), u"+I-n-2500"_s);
        }
        HandshakePlan fixed(FramingSetting::Newline, EraSetting::Auto);
        QVERIFY(fixed.afterProcessEnd(true));
        QCOMPARE(shortForm(fixed.current()), u"+I-n-0"_s);
        QVERIFY(!fixed.afterProcessEnd(true));
    }

    void exitOnInitialize()
    {
        HandshakePlan unread = autoPlan();
        unread.afterSilence();
        QVERIFY(!unread.afterProcessEnd(false)); // it cannot start: another framing will not help

        HandshakePlan read = autoPlan();
        read.afterSilence();
        QVERIFY(read.afterProcessEnd(true));
        QCOMPARE(shortForm(read.current()), u"+I-c-2500"_s);
        QVERIFY(!read.afterProcessEnd(true)); // both framings have ended it
    }

    void exitOnHeadersAfterSilenceOnNewline()
    {
        HandshakePlan plan = autoPlan();
        plan.afterSilence();
        plan.afterSilence();
        QVERIFY(plan.afterProcessEnd(true));
        QCOMPARE(shortForm(plan.current()), u"+I-n-0"_s);
        QVERIFY(!plan.afterProcessEnd(true));
    }

    void exitDuringAHintedAttempt()
    {
        HandshakePlan plan(FramingSetting::Auto, EraSetting::Auto,
                           { Framing::ContentLength, Era::Legacy });
        QVERIFY(plan.afterProcessEnd(true));
        QCOMPARE(shortForm(plan.current()), u"+D-n-1000"_s);
    }

    void exitOfAModernOnlyServer()
    {
        HandshakePlan plan(FramingSetting::Newline, EraSetting::Modern);
        QVERIFY(!plan.afterProcessEnd(true));
    }

    void legacyVerdict()
    {
        HandshakePlan plan = autoPlan();
        plan.proveFraming();
        plan.continueLegacy();
        QCOMPARE(silentCourse(plan).join(u' '), u"I-n-0"_s);
    }

    void refusedAfterTheProbe()
    {
        HandshakePlan plan = autoPlan();
        plan.proveFraming();
        plan.continueLegacy();
        QVERIFY(plan.afterRefusal(true, true));
        QCOMPARE(silentCourse(plan).join(u' '), u"+I-n-0"_s);
        QVERIFY(!plan.afterRefusal(false, true)); // once
    }

    void refusedWithoutTheProbe()
    {
        // The probe was never answered: a modern server behind a relay may have missed it.
        HandshakePlan plan = autoPlan();
        plan.afterSilence();
        plan.afterSilence();
        plan.proveFraming();
        QVERIFY(plan.afterRefusal(false, false));
        QCOMPARE(silentCourse(plan).join(u' '), u"D-c-1000"_s);
        QVERIFY(!plan.afterRefusal(false, false));

        HandshakePlan pinned(FramingSetting::Auto, EraSetting::Legacy);
        pinned.proveFraming();
        QVERIFY(!pinned.afterRefusal(false, false));
    }

    void refusedHint()
    {
        HandshakePlan plan(FramingSetting::Auto, EraSetting::Auto,
                           { Framing::Newline, Era::Legacy });
        plan.proveFraming();
        QVERIFY(plan.afterRefusal(false, false));
        QCOMPARE(silentCourse(plan).join(u' '), u"+D-n-1000 I-n-0"_s);
    }

    void describesItself()
    {
        QCOMPARE(autoPlan().current().describe(), u"server/discover in newline framing"_s);
        QCOMPARE(HandshakePlan(FramingSetting::ContentLength, EraSetting::Legacy)
                         .current()
                         .describe(),
                 u"initialize in Content-Length framing"_s);
    }
};

QTEST_GUILESS_MAIN(TestHandshakePlan)
#include "tst_handshakeplan.moc"
