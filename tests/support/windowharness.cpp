// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowharness.h"

#include "orchestrator/launchpolicy.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/toolcatalog.h"
#include "shell/servercommands.h"
#include "support/patience.h"

#include <QtCore/qfile.h>
#include <QtGui/qaction.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

WindowHarness::WindowHarness() = default;

WindowHarness::~WindowHarness() { close(); }

QString WindowHarness::serversPath() const
{
    return m_home.configPath(u"mcp-orchestrator/servers.json"_s);
}

QString WindowHarness::statePath() const
{
    return m_home.dataPath(u"mcp-orchestrator/window.json"_s);
}

void WindowHarness::open()
{
    m_settings = std::make_unique<Mcp::Settings>(Mcp::Settings::defaultPath());
    m_orchestrator = std::make_unique<Mcp::Orchestrator>(Mcp::OrchestratorPaths::standard());
    m_window = std::make_unique<McpUi::MainWindow>(m_orchestrator.get(), m_settings.get(),
                                                   statePath(), &m_prompter);
    if (!QFile::exists(statePath()))
        m_window->resize(1280, 820); // whatever the screen: the same room for each test
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

void WindowHarness::close()
{
    if (m_window && m_window->isVisible()) { // else the test has closed it
        bool done = false;
        QObject::connect(m_window.get(), &McpUi::MainWindow::done, m_window.get(),
                         [&done] { done = true; });
        m_prompter.agree = true; // calls that a test has left running end here
        m_window->close();
        (void)QTest::qWaitFor([&done] { return done; }, kWaitMs);
    }
    m_window.reset();
    m_orchestrator.reset();
    m_settings.reset();
}

void WindowHarness::addServer(const QString &name, const QString &command,
                              const QStringList &arguments)
{
    Mcp::ServerSpec spec;
    spec.name = name;
    spec.launch.command = command;
    spec.launch.arguments = arguments;
    if (m_orchestrator) {
        m_orchestrator->launchPolicy().approve(spec);
        (void)m_orchestrator->store()->add(spec);
        return;
    }
    Mcp::Orchestrator writer(Mcp::OrchestratorPaths::standard());
    writer.launchPolicy().approve(spec);
    (void)writer.store()->add(spec);
}

bool WindowHarness::waitForState(const QString &name, Mcp::Server::State state)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    return server && QTest::qWaitFor([&] { return server->state() == state; }, kWaitMs);
}

bool WindowHarness::startAndList(const QString &name)
{
    m_window->selectServer(name);
    m_window->commands()->start(name);
    return waitForState(name, Mcp::Server::State::Ready)
           && QTest::qWaitFor([&] { return m_orchestrator->tools(name)->isListed(); }, kWaitMs);
}

QWidget *WindowHarness::findWidget(const QString &objectName) const
{
    const QWidgetList all = QApplication::allWidgets();
    QWidget *hidden = nullptr;
    for (QWidget *widget : all) {
        if (widget->objectName() != objectName)
            continue;
        if (widget->isVisible())
            return widget;
        hidden = widget;
    }
    return hidden;
}

void WindowHarness::key(const QString &sequence)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus ? focus : m_window.get(),
                       QKeySequence(sequence, QKeySequence::PortableText));
}

void WindowHarness::trigger(const QString &actionName)
{
    auto *action = m_window->findChild<QAction *>(actionName);
    if (!action || !action->isEnabled())
        QFAIL(qPrintable(actionName));
    action->trigger();
}

} // namespace McpTest
