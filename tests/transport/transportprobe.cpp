// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qtimer.h>

namespace McpTest {

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 20'000; // machines that build something else meanwhile

/// Like QTest::qWaitFor(), which sleeps between two looks and so would measure itself where
/// megabytes come in pieces of a pipe's size.
template <typename Condition>
bool waitFor(Condition condition)
{
    QTimer wake;
    wake.start(50);
    const QDeadlineTimer deadline(patienceMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace

TransportProbe::TransportProbe(const LaunchSpec &spec)
    : transport(spec)
{
    record();
}

TransportProbe::TransportProbe(const QString &script)
    : TransportProbe(shell(script))
{}

LaunchSpec TransportProbe::shell(const QString &script)
{
    LaunchSpec spec;
    spec.command = u"/bin/sh"_s;
    spec.arguments = { u"-c"_s, script };
    return spec;
}

StopTimes TransportProbe::quick()
{
    return { .afterInputClosed = 200,
             .afterTerminate = 200,
             .afterTerminateNow = 200,
             .afterPipeClosed = 100,
             .afterLeader = 200 };
}

void TransportProbe::record()
{
    transport.setStopTimes(quick());
    connect(&transport, &Transport::started, this, [this] { ++starts; });
    connect(&transport, &Transport::frameReceived, this,
            [this](const Frame &frame) { frames.append(frame); });
    connect(&transport, &Transport::diagnosticsReceived, this,
            [this](const QByteArray &chunk) { diagnostics += chunk; });
    connect(&transport, &Transport::closed, this,
            [this](const CloseReason &reason) { ends.append(reason); });
}

bool TransportProbe::waitForStart()
{
    return waitFor([this] { return starts > 0; });
}

bool TransportProbe::waitForFrames(qsizetype count)
{
    return waitFor([this, count] { return frames.size() >= count; });
}

bool TransportProbe::waitForDiagnostics(const QByteArray &text)
{
    return waitFor([this, text] { return diagnostics.contains(text); });
}

bool TransportProbe::waitForEnd(qsizetype times)
{
    return waitFor([this, times] { return ends.size() >= times; });
}

qint64 TransportProbe::number(const QByteArray &word) const
{
    const qsizetype at = diagnostics.indexOf(word);
    return at < 0 ? 0 : diagnostics.sliced(at + word.size()).trimmed().split('\n')[0].toLongLong();
}

} // namespace McpTest
