// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/offeringpeer.h"
#include "orchestrator/resourcecatalog.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "support/windowtest.h"

#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtabwidget.h>

namespace McpTest {

/// The window, and the server "s" with two resources, a template and a prompt.
class OfferingWindow : public WindowTest
{
protected:
    void makeOffers()
    {
        m_peer = std::make_unique<OfferingPeer>();
        const auto offer = [this](const char *method, const QByteArray &result) {
            m_peer->results.insert(QString::fromLatin1(method), result);
        };
        offer("resources/list", R"({"resources":[{"uri":"demo://a","name":"a"},)"
                                R"({"uri":"demo://b","name":"b"}]})");
        offer("resources/templates/list",
              R"({"resourceTemplates":[{"uriTemplate":"db://{t}","name":"rows"}]})");
        offer("prompts/list", R"({"prompts":[{"name":"greet","arguments":[{"name":"who"}]}]})");
        offer("resources/read", R"({"contents":[{"uri":"demo://b","text":"the text of b"}]})");
        offer("prompts/get",
              R"({"messages":[{"role":"user","content":{"type":"text","text":"Hello"}}]})");
        makeHarness();
        m_harness->addServer(QStringLiteral("s"), QStringLiteral("scripted"));
    }
    void dropOffers()
    {
        m_harness.reset();
        m_peer.reset();
    }

    void start()
    {
        m_harness->window().selectServer(QStringLiteral("s"));
        m_harness->window().commands()->start(QStringLiteral("s"));
        QVERIFY(m_harness->waitForState(QStringLiteral("s"), Mcp::Server::State::Ready));
    }
    /// Opens the window with the peer as the process of "s".
    void open()
    {
        m_harness->open();
        m_harness->orchestrator()
                .server(QStringLiteral("s"))
                ->setTransportFactory(m_peer->factory());
    }
    Mcp::ResourceCatalog *listed() const
    {
        return m_harness->orchestrator().resources(QStringLiteral("s"),
                                                   Mcp::Resource::Kind::Resource);
    }
    McpUi::CallPage *page() const { return m_harness->window().pages()->currentPage(); }
    QString tab(int index) const
    {
        return find<QTabWidget>(QStringLiteral("sideTabs"))->tabText(index);
    }
    /// What stands in place of a panel's list.
    QString empty(const QString &panel) const
    {
        return find(panel)->findChild<QLabel *>(QStringLiteral("emptyTitle"))->text();
    }
    void clickEmpty(const QString &panel) const
    {
        QTest::mouseClick(find(panel)->findChild<QAbstractButton *>(QStringLiteral("emptyButton")),
                          Qt::LeftButton);
    }

    std::unique_ptr<OfferingPeer> m_peer;
};

} // namespace McpTest
