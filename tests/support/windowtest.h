// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/patience.h"
#include "support/testprocess.h"
#include "support/windowharness.h"

#include <QtTest/qtest.h>

namespace McpTest {

/// What tests of the window have in common: a window each, and the fake server as "fake".
class WindowTest : public QObject
{
protected:
    void makeHarness() { m_harness = std::make_unique<WindowHarness>(); }

    /// The widget of that name; the test ends when there is none, nor one after a while.
    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        T *widget = nullptr;
        (void)QTest::qWaitFor([&] { return (widget = m_harness->find<T>(name)) != nullptr; },
                              kWaitMs);
        if (!widget)
            qFatal("no widget %s", qPrintable(name));
        return widget;
    }

    /// Opens the window with the fake server started and its tools listed.
    void startFake(const QStringList &arguments = {})
    {
        m_harness->addServer(QStringLiteral("fake"), fakeServerPath(), arguments);
        m_harness->open();
        QVERIFY(m_harness->startAndList(QStringLiteral("fake")));
    }

    std::unique_ptr<WindowHarness> m_harness;
};

} // namespace McpTest
