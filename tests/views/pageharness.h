// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/offeringpeer.h"
#include "support/patience.h"

#include "orchestrator/orchestrator.h"
#include "views/callpage.h"

#include <QtTest/qtest.h>

#include <memory>

namespace McpTest {

/// A page on an OfferingPeer called "s", as an owner of both sees it.
class PageHarness : public QObject
{
protected:
    using Kind = Mcp::CallSubject::Kind;

    void makeServer()
    {
        m_page.reset();
        m_orchestrator.reset();
        m_peer = std::make_unique<OfferingPeer>();
        m_orchestrator = std::make_unique<Mcp::Orchestrator>();
        Mcp::ServerSpec spec;
        spec.name = QStringLiteral("s");
        spec.launch.command = QStringLiteral("scripted");
        QVERIFY(!m_orchestrator->addServer(spec));
        server()->setTransportFactory(m_peer->factory());
    }
    void dropAll()
    {
        m_page.reset();
        m_orchestrator.reset();
        m_peer.reset();
    }
    Mcp::Server *server() const { return m_orchestrator->server(QStringLiteral("s")); }
    void connectServer()
    {
        m_orchestrator->open(QStringLiteral("s"));
        QTRY_COMPARE(server()->state(), Mcp::Server::State::Ready);
    }
    void show(Kind kind, const QString &name)
    {
        m_page = std::make_unique<McpUi::CallPage>(m_orchestrator.get(), QStringLiteral("s"),
                                                   Mcp::CallSubject(kind, name));
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        T *found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = m_page->findChild<T *>(name)) != nullptr; },
                              kWaitMs);
        if (!found)
            qFatal("no widget %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<OfferingPeer> m_peer;
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
    std::unique_ptr<McpUi::CallPage> m_page;
};

} // namespace McpTest
