// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/background.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qcoreevent.h>

#include <cstdio>
#include <cstdlib>

namespace McpUi {

namespace {

/// What ends by itself within it need not be cut off.
constexpr int kLastMoment = 100; // ms

/// Fonts and pictures end with the application, and what uses them must have ended before.
void waitForRendering()
{
    renderingPool()->clear();
    renderingPool()->waitForDone();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // unwanted values
}

} // namespace

QThreadPool *renderingPool()
{
    static QThreadPool pool;
    static const bool waitsAtTheEnd = [] {
        qAddPostRoutine(&waitForRendering);
        return true;
    }();
    Q_UNUSED(waitsAtTheEnd)
    return &pool;
}

void leaveRendering(int exitCode)
{
    QThreadPool::globalInstance()->waitForDone();
    renderingPool()->clear();
    if (renderingPool()->waitForDone(kLastMoment))
        return;
    std::fflush(nullptr);
    std::_Exit(exitCode);
}

} // namespace McpUi
