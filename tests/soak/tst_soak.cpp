// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/history.h"
#include "soak/soakuser.h"
#include "support/guibeat.h"
#include "support/testprocess.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif
// What the GUI thread itself may work between two events; other programs' turns do not count.
// Without the optimiser, or with checks at every access, all takes some ten times as long.
#ifdef NDEBUG
constexpr int kLongestStepMs = 250;
#else
constexpr int kLongestStepMs = 2500;
#endif
constexpr double kMostGrowthMb = 32;

Mcp::ServerSpec server(const QString &name, const QStringList &arguments)
{
    Mcp::ServerSpec spec;
    spec.name = name;
    spec.launch.command = fakeServerPath();
    spec.launch.arguments = arguments;
    spec.timeouts = { 5000, 1500, 3000 };
    spec.traceBytes = 1'000'000;
    spec.stderrLines = 1000;
    return spec;
}

QList<Mcp::ServerSpec> servers(unsigned seed)
{
    const auto chaos = [seed](int which) { return u"chaos=%1"_s.arg(seed * 10 + which); };
    QList<Mcp::ServerSpec> all = {
        server(u"calm"_s, { u"--scenario"_s, u"unicode-tools"_s }),
        server(u"legacy"_s, { u"--era"_s, u"legacy"_s, u"--scenario"_s, chaos(1), u"--scenario"_s,
                              u"tools=300"_s }),
        server(u"modern"_s, { u"--era"_s, u"modern"_s, u"--scenario"_s, chaos(2) }),
        server(u"headers"_s,
               { u"--framing"_s, u"both-read-headers-write"_s, u"--scenario"_s, chaos(3) }),
    };
    all[2].autoRestart = true;
    return all;
}

double residentMb()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    return statusMb("VmRSS:");
}

} // namespace

/// Anything at any time, against servers that do the same. `MCP_SOAK_SECONDS` (15 unless told) says
/// for how long, `MCP_SOAK_SEED` which things; the seed of a run is printed.
class TestSoak : public QObject
{
    Q_OBJECT

private slots:
    void anythingAtAnyTime();
};

void TestSoak::anythingAtAnyTime()
{
    const int seconds = qMax(3, qEnvironmentVariable("MCP_SOAK_SECONDS", u"15"_s).toInt());
    const unsigned seed = qEnvironmentVariable("MCP_SOAK_SEED", u"1"_s).toUInt();
    // Not qInfo(): what Qt warns of uses up the number of messages that are shown.
    std::printf("seed %u, %d s\n", seed, seconds);
    WindowHarness harness;
    harness.open();
    SoakUser user(harness, servers(seed), seed);
    GuiBeat beat;
    qint64 longest = 0;
    QByteArray worst;
    double begin = 0;
    double end = 0;
    // Caches fill in the first part; what grows in the others is growth.
    for (int part = 0; part < 3; ++part) {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < seconds * 1000 / 3) {
            QByteArray what;
            const GuiStep step = beat.step([&] { what = user.act(); }, [] { return true; }, 3);
            if (step.longestWork > longest) {
                longest = step.longestWork;
                worst = what;
            }
        }
        QVERIFY(user.settle());
        harness.orchestrator().history()->clear();
        QTest::qWait(200); // what was closed is deleted by the event loop
        end = residentMb();
        begin = part == 0 ? end : begin;
    }
    std::printf("%d calls; longest step %lld ms (%s); memory %.0f MB, then %.0f MB\n", user.calls(),
                longest, worst.constData(), begin, end);
    std::fflush(stdout);
    QVERIFY(user.calls() > seconds);
    QVERIFY2(longest <= kLongestStepMs, worst.constData());
    if (!kIsSanitized)
        QVERIFY2(end - begin <= kMostGrowthMb, QByteArray::number(end - begin).constData());
}

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT",
            "7200000"); // its own watchdog would end it after five minutes
    QApplication app(argc, argv);
    TestSoak test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_soak.moc"
