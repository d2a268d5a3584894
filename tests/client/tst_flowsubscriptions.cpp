// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"
#include "client/subscriptions.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

using State = Subscriptions::State;

const QString readme = u"test:///readme.md"_s;
const QString data = u"test:///data.bin"_s;
const QString updated = u"notifications/resources/updated"_s;

QByteArray update(const QString &uri)
{
    return R"({"what":"updated","uri":")" + uri.toUtf8() + "\"}";
}

} // namespace

/// What a real process tells unasked, in both eras, well and badly.
class TestFlowSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void updates_data() { bothEras(); }
    void updates();
    void listChanges_data();
    void listChanges();
    void refused_data() { bothEras(); }
    void refused();
    void smallerSubset();
    void neverAcknowledged();
    void ends_data();
    void ends();
    void dies();
    void violations_data();
    void violations();
    void restarted_data() { bothEras(); }
    void restarted();
};

void TestFlowSubscriptions::updates()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    QCOMPARE(firstText(rig.call(u"announce"_s, update(readme))), u"nobody wants to hear of it"_s);
    subscriptions->watch(readme);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QCOMPARE(firstText(rig.call(u"announce"_s, update(readme))), u"told"_s);
    QCOMPARE(firstText(rig.call(u"announce"_s, update(data))), u"nobody wants to hear of it"_s);
    // What lies below it counts as well.
    QCOMPARE(firstText(rig.call(u"announce"_s, update(readme + "/part"_L1))), u"told"_s);
    QTRY_COMPARE(rig.told(updated).size(), 2);
    QCOMPARE(rig.told(updated).at(0).params().value("uri").toString(), readme);
    subscriptions->watch(data); // in the modern era: another subscription takes over
    QTRY_COMPARE(subscriptions->state(data), State::Active);
    QCOMPARE(firstText(rig.call(u"announce"_s, update(data))), u"told"_s);
    subscriptions->unwatch(readme);
    subscriptions->unwatch(data);
    QTRY_COMPARE(firstText(rig.call(u"announce"_s, update(data))), u"nobody wants to hear of it"_s);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowSubscriptions::listChanges_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("what");
    for (const char *era : { "legacy", "modern" }) {
        for (const char *what : { "tools", "prompts", "resources" })
            QTest::addRow("%s %s", what, era)
                    << QString::fromLatin1(era) << QString::fromLatin1(what);
    }
}

void TestFlowSubscriptions::listChanges()
{
    QFETCH(const QString, era);
    QFETCH(const QString, what);
    FlowRig rig(era);
    const QByteArray announce = R"({"what":")" + what.toUtf8() + "\"}";
    const QString method = u"notifications/%1/list_changed"_s.arg(what);
    if (era == "modern"_L1) { // only where it was asked for
        QVERIFY(rig.call(u"announce"_s, announce).outcome);
        QVERIFY(rig.told(method).isEmpty());
        rig.client.subscriptions()->setListChanges(true);
        QTRY_COMPARE(rig.client.subscriptions()->listState(), State::Active);
    }
    QCOMPARE(firstText(rig.call(u"announce"_s, announce)), u"told"_s);
    QTRY_COMPARE(rig.told(method).size(), 1);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowSubscriptions::refused()
{
    QFETCH(const QString, era);
    FlowRig rig(era, { u"refuse-subscribe"_s });
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    QTRY_COMPARE(subscriptions->state(readme), State::Refused);
    QCOMPARE(subscriptions->error(readme).code, era == "legacy"_L1 ? -32002 : -32601);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 42: what was not accepted is said; it breaks no rule.
void TestFlowSubscriptions::smallerSubset()
{
    FlowRig rig(u"modern"_s, { u"listen=subset"_s });
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    subscriptions->watch(data);
    subscriptions->setListChanges(true);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QCOMPARE(subscriptions->state(data), State::Refused);
    QCOMPARE(subscriptions->listState(), State::Refused);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowSubscriptions::neverAcknowledged()
{
    FlowRig rig(u"modern"_s, { u"listen=no-ack"_s });
    rig.client.subscriptions()->watch(readme);
    QTRY_VERIFY(rig.sentMethods().contains(u"subscriptions/listen"_s));
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.client.subscriptions()->state(readme), State::Asked);
    rig.client.subscriptions()->unwatch(readme);
    QTRY_VERIFY(rig.sentMethods().contains(u"notifications/cancelled"_s));
}

void TestFlowSubscriptions::ends_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<State>("state");
    QTest::newRow("Checklist 43: answered") << u"end-answer"_s << State::Ended;
    QTest::newRow("Checklist 43: cancelled") << u"end-cancelled"_s << State::Ended;
    QTest::newRow("Checklist 43: both") << u"end-both"_s << State::Ended;
    QTest::newRow("Checklist 43: error") << u"end-error"_s << State::Refused;
}

void TestFlowSubscriptions::ends()
{
    QFETCH(const QString, kind);
    QFETCH(const State, state);
    FlowRig rig(u"modern"_s, { u"listen="_s + kind });
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QTRY_COMPARE(subscriptions->state(readme), state);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    subscriptions->restart();
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 20, 43: the process ends; a new one is asked again.
void TestFlowSubscriptions::dies()
{
    FlowRig rig(u"modern"_s, { u"listen=end-exit"_s });
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QTRY_COMPARE(subscriptions->state(readme), State::Off);
    QTRY_COMPARE(rig.server.state(), Server::State::Failed);
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QCOMPARE(rig.sentMethods().count(u"subscriptions/listen"_s), 2);
}

void TestFlowSubscriptions::violations_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("wantsLists");
    const auto row = [](const char *name, const QString &scenario, const QString &word,
                        bool wantsLists) {
        QTest::addRow("Checklist 42: %s", name) << scenario << word << wantsLists;
    };
    row("change first", u"listen=late-ack"_s, u"before its subscription was acknowledged"_s, true);
    row("acknowledged twice", u"listen=twice"_s, u"a second time"_s, true);
    row("more than asked for", u"listen=superset"_s,
        u"accepts toolsListChanged, which was not asked for"_s, false);
    row("acknowledged by a string", u"listen=other-id"_s, u"an id of another type"_s, true);
    row("change without id", u"announce=none"_s, u"without the id of a subscription"_s, true);
    row("change of nobody's", u"announce=other"_s, u"never made"_s, true);
    row("change by a string", u"announce=string"_s, u"an id of another type"_s, true);
    row("change nobody asked for", u"announce=unasked"_s, u"tells of what was not asked for"_s,
        false);
}

void TestFlowSubscriptions::violations()
{
    QFETCH(const QString, scenario);
    QFETCH(const QString, word);
    QFETCH(const bool, wantsLists);
    FlowRig rig(u"modern"_s, { scenario });
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    subscriptions->setListChanges(wantsLists);
    QTRY_COMPARE(subscriptions->state(readme), State::Active); // read leniently all the same
    QVERIFY(rig.call(u"announce"_s, R"({"what":"prompts"})").outcome);
    QTRY_VERIFY2(rig.isReported(word), qPrintable(rig.warnings()));
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
}

/// Checklist 20.
void TestFlowSubscriptions::restarted()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(readme);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    rig.call(u"exit"_s);
    QTRY_COMPARE(subscriptions->state(readme), State::Off);
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    QTRY_COMPARE(subscriptions->state(readme), State::Active);
    QCOMPARE(firstText(rig.call(u"announce"_s, update(readme))), u"told"_s);
    QCOMPARE(rig.complaints(), QString());
}

QTEST_GUILESS_MAIN(TestFlowSubscriptions)
#include "tst_flowsubscriptions.moc"
