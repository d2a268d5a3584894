// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/opening.h"

#include "models/serverdraft.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "shell/mainwindow.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "views/callpage.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Kind = Mcp::CallSubject::Kind;

QString Opening::prepare(OpeningRequest &request, Mcp::Orchestrator *orchestrator)
{
    if (!request.command.isEmpty()) {
        Mcp::ServerSpec spec;
        spec.launch.command = request.command.first();
        spec.launch.arguments = request.command.mid(1);
        spec.name = uniqueServerName(request.server.isEmpty() ? suggestedServerName(spec.launch)
                                                              : request.server,
                                     orchestrator->serverNames());
        orchestrator->launchPolicy().approve(spec); // typed on our own command line
        if (const Mcp::Error error = orchestrator->addServer(spec))
            return error.message;
        request.server = spec.name;
    }
    const QStringList names = orchestrator->serverNames();
    if (request.server.isEmpty() && request.subject && names.size() == 1)
        request.server = names.first();
    if (request.server.isEmpty())
        return request.subject ? tr("--tool, --resource and --prompt need --server: there is more "
                                    "than one.")
                               : QString();
    if (!names.contains(request.server))
        return tr("There is no server called “%1”. Known: %2.")
                .arg(request.server, names.isEmpty() ? tr("none") : names.join(u", "_s));
    return {};
}

Opening::Opening(const OpeningRequest &request, Mcp::Orchestrator *orchestrator, MainWindow *window)
    : QObject(window)
    , m_request(request)
    , m_orchestrator(orchestrator)
    , m_window(window)
{}

void Opening::start()
{
    if (m_request.server.isEmpty())
        return deleteLater();
    m_window->selectServer(m_request.server);
    CallPage *const page = m_request.subject ? openPage() : nullptr;
    const Kind kind = m_request.subject ? m_request.subject->kind : Kind::Tool;
    const bool isCalled = page && (m_request.call || kind == Kind::Resource);
    const bool waitsForList = isCalled && kind == Kind::Tool; // its schema checks the arguments
    if (waitsForList)
        connect(m_orchestrator->tools(m_request.server), &Mcp::ToolCatalog::changed, this,
                &Opening::callWhenListed);
    else if (isCalled)
        page->call(); // it has the server started and waits for it
    if (!page || !page->isRunning())
        m_window->commands()->start(m_request.server);
    if (!waitsForList)
        deleteLater();
}

CallPage *Opening::openPage()
{
    PageTabs *const pages = m_window->pages();
    return m_request.arguments
                   ? pages->openWith(m_request.server, *m_request.subject, *m_request.arguments)
                   : pages->open(m_request.server, *m_request.subject);
}

void Opening::callWhenListed()
{
    const Mcp::ToolCatalog *catalog = m_orchestrator->tools(m_request.server);
    // A server that cannot list its tools may still be able to call one.
    const bool isKnown = catalog->isListed() || catalog->error() || catalog->isSkipped();
    if (catalog->isLoading() || !isKnown)
        return;
    disconnect(catalog, nullptr, this, nullptr);
    if (CallPage *page = m_window->pages()->find(m_request.server, *m_request.subject))
        page->call();
    deleteLater();
}

} // namespace McpUi
