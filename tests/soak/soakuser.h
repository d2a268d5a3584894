// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/windowharness.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <random>

class QWidget;

namespace McpTest {

/*!
 * Somebody who does anything at any time with the real window: opens tools, calls, cancels, starts
 * and stops servers, presses whatever button or key there is, scrolls, resizes. The same seed does
 * the same things, as far as the servers do. Nothing leaves the window: addresses go nowhere, and
 * dialogs and menus are closed again.
 */
class SoakUser : public QObject
{
    Q_OBJECT

public:
    /// @p servers are kept in the list: one that was removed comes back.
    SoakUser(WindowHarness &harness, QList<Mcp::ServerSpec> servers, unsigned seed);
    ~SoakUser() override;

    /// One thing; returns what it was.
    QByteArray act();
    /// Stops every server and closes every page; false if something is still running after a while.
    bool settle();
    int calls() const { return m_calls; }

private:
    QByteArray visitTool();
    QByteArray call();
    QByteArray changeServers();
    QByteArray pressButton();
    QByteArray pressKey();
    QByteArray scroll();
    QByteArray filterTools();
    QByteArray showPanel();
    void click(QWidget *widget, QPoint place);
    void closePopups();
    void keepServers();
    QString anyServer();
    int draw(int below); ///< 0 to below - 1
    template <typename T>
    T *anyVisible();

    WindowHarness &m_harness;
    QList<Mcp::ServerSpec> m_servers;
    std::mt19937 m_random;
    QTimer m_popups;
    int m_calls = 0;

private slots:
    void goNowhere(const QUrl &) {}
};

} // namespace McpTest
