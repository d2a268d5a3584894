// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include <QtTest/qtest.h>

namespace McpTest {

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 20'000; // machines that build something else meanwhile

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
    return QTest::qWaitFor([this] { return starts > 0; }, patienceMs);
}

bool TransportProbe::waitForFrames(qsizetype count)
{
    return QTest::qWaitFor([this, count] { return frames.size() >= count; }, patienceMs);
}

bool TransportProbe::waitForDiagnostics(const QByteArray &text)
{
    return QTest::qWaitFor([this, text] { return diagnostics.contains(text); }, patienceMs);
}

bool TransportProbe::waitForEnd(qsizetype times)
{
    return QTest::qWaitFor([this, times] { return ends.size() >= times; }, patienceMs);
}

qint64 TransportProbe::number(const QByteArray &word) const
{
    const qsizetype at = diagnostics.indexOf(word);
    return at < 0 ? 0 : diagnostics.sliced(at + word.size()).trimmed().split('\n')[0].toLongLong();
}

} // namespace McpTest
