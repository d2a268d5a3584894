// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/tracecommands.h"

#include "dialogs/prompter.h"
#include "models/format.h"
#include "models/tracesaver.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "orchestrator/tracemask.h"
#include "server/tracelog.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/fileopener.h"
#include "shell/navigation.h"
#include "shell/saving.h"
#include "shell/sidetabs.h"
#include "shell/tracewindow.h"
#include "views/infopanel.h"
#include "views/messagespanel.h"
#include "views/notificationspanel.h"
#include "views/requestcomposer.h"
#include "views/serverspanel.h"

#include <QtCore/qfileinfo.h>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Nobody was asked about this file, so it replaces none, nor one of @p taken, which are not there
/// yet.
QString freePath(const QString &folder, const QString &name, QStringList *taken)
{
    const QString start = folder + u'/' + name;
    QString path = start + u".jsonl"_s;
    for (int number = 2; QFileInfo::exists(path) || taken->contains(path); ++number)
        path = u"%1-%2.jsonl"_s.arg(start).arg(number);
    taken->append(path);
    return path;
}

} // namespace

TraceCommands::TraceCommands(Mcp::Orchestrator *orchestrator, Prompter *prompter,
                             const Panels &panels, const Actions &actions, QWidget *window)
    : QObject(window)
    , m_orchestrator(orchestrator)
    , m_prompter(prompter)
    , m_panels(panels)
    , m_window(window)
{
    connectPanels();
    connectActions(actions);
    connect(orchestrator, &Mcp::Orchestrator::serverAdded, this, &TraceCommands::follow);
    for (const QString &name : orchestrator->serverNames())
        follow(name);
}

void TraceCommands::setHelpers(Saving *saving, FileOpener *opener, Navigation *navigation)
{
    m_saving = saving;
    m_opener = opener;
    m_navigation = navigation;
}

void TraceCommands::connectPanels()
{
    MessagesPanel *const messages = m_panels.bottom->messagesPanel();
    connect(messages, &MessagesPanel::composeRequested, this, &TraceCommands::compose);
    connect(messages, &MessagesPanel::repeatRequested, this, &TraceCommands::repeat);
    connect(messages, &MessagesPanel::told, this, &TraceCommands::told);
    connect(m_panels.bottom->notificationsPanel(), &NotificationsPanel::told, this,
            &TraceCommands::told);
    connect(m_panels.side->info(), &InfoPanel::entryRequested, this,
            [this, messages](quint64 serial) {
                if (const auto *server =
                            m_orchestrator->server(m_panels.servers->currentServer())) {
                    if (m_navigation)
                        m_navigation->showBottom(messages);
                    messages->reveal(server->trace(), serial);
                }
            });
}

void TraceCommands::connectActions(const Actions &actions)
{
    connect(actions[Actions::OpenTrace], &QAction::triggered, this, &TraceCommands::open);
    connect(actions[Actions::SaveTrace], &QAction::triggered, this,
            [this] { save(m_panels.servers->currentServer(), false); });
    connect(actions[Actions::SaveWholeTrace], &QAction::triggered, this,
            [this] { save(m_panels.servers->currentServer(), true); });
    connect(actions[Actions::SaveAllTraces], &QAction::triggered, this, &TraceCommands::saveAll);
    connect(actions[Actions::ComposeRequest], &QAction::triggered, this,
            [this] { compose(m_panels.servers->currentServer(), {}); });
}

/// A disk that is full is worth a sentence.
void TraceCommands::follow(const QString &server)
{
    connect(m_orchestrator->server(server)->trace(), &Mcp::TraceLog::spillFailed, this,
            &TraceCommands::told);
}

void TraceCommands::save(const QString &server, bool withSecrets)
{
    if (!m_orchestrator->server(server))
        return emit told(tr("No server is selected."));
    const QString name = formatFileName(server) + u"-trace.jsonl"_s;
    const auto ask = [this, server, name, withSecrets] {
        m_prompter->askSavePath(tr("Save the trace of %1").arg(server), name, this,
                                [this, server, withSecrets](const QString &path) {
                                    if (!path.isEmpty())
                                        write(server, path, withSecrets);
                                });
    };
    if (!withSecrets)
        return ask();
    m_prompter->confirm({ tr("Save with secrets?"),
                          tr("Passwords, keys and tokens that crossed the wire will stand in the "
                             "file as they are. Save trace… masks them."),
                          tr("Save with secrets") },
                        this, [ask](bool agreed) {
                            if (agreed)
                                ask();
                        });
}

void TraceCommands::saveAll()
{
    m_prompter->askFolder(
            tr("Save the traces of all servers to a folder"), this, [this](const QString &folder) {
                if (folder.isEmpty())
                    return;
                QStringList taken;
                const QStringList names = m_orchestrator->serverNames();
                for (const QString &name : names) {
                    if (m_orchestrator->server(name)->trace()->count() == 0)
                        continue;
                    write(name, freePath(folder, formatFileName(name) + u"-trace"_s, &taken),
                          false);
                }
                if (taken.isEmpty())
                    emit told(tr("No server has any messages."));
            });
}

void TraceCommands::write(const QString &server, const QString &path, bool withSecrets)
{
    const Mcp::Server *const known = m_orchestrator->server(server);
    if (!known)
        return;
    std::optional<Mcp::TraceMask> mask;
    if (!withSecrets) {
        const Mcp::ToolCatalog *const tools = m_orchestrator->tools(server);
        mask.emplace(known->spec(), tools ? tools->tools() : QList<Mcp::Tool>());
    }
    auto *const saver = new TraceSaver(known->trace(), path, std::move(mask), this);
    connect(saver, &TraceSaver::finished, this, &TraceCommands::told);
    saver->start();
}

void TraceCommands::open()
{
    m_prompter->askOpenPath(tr("Open a trace"), this, [this](const QString &path) {
        if (!path.isEmpty())
            show(path);
    });
}

void TraceCommands::show(const QString &path)
{
    auto *const window = new TraceWindow(path, m_window);
    window->setWindowFlag(Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (m_saving)
        m_saving->serve(window->panel());
    connect(window, &TraceWindow::loaded, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            emit told(problem);
    });
    window->show();
    window->activateWindow();
}

void TraceCommands::compose(const QString &server, const TraceRequest &request)
{
    auto *const composer = new RequestComposer(m_orchestrator, m_window);
    composer->setWindowFlag(Qt::Window);
    composer->setAttribute(Qt::WA_DeleteOnClose);
    if (m_saving)
        m_saving->serve(composer->result());
    if (m_opener)
        m_opener->serve(composer->result());
    composer->setRequest(server, request);
    composer->show();
    composer->activateWindow();
}

void TraceCommands::repeat(const QString &server, const TraceRequest &request)
{
    Mcp::Client *const client = m_orchestrator->defaultClient(server);
    if (!client || !client->isInitialized())
        return emit told(tr("Not sent: %1 is not connected.").arg(server));
    m_panels.bottom->messagesPanel()->setFollowing(true);
    if (request.isNotification) {
        const bool isSent = client->notify(request.method, request.params);
        return emit told(isSent ? tr("Sent %1 again.").arg(request.method)
                                : tr("Not sent: the server does not read its input."));
    }
    Mcp::Call *const call = client->request(request.method, request.params);
    emit told(tr("Sent %1 again …").arg(request.method));
    connect(call, &Mcp::Call::finished, this, [this, call] {
        const Mcp::Error error = call->outcome().error();
        const QString took = formatDuration(call->elapsed() * 1000);
        emit told(error ? tr("%1 again: %2").arg(call->method(), error.describe())
                        : tr("%1 again: answered in %2").arg(call->method(), took));
    });
}

} // namespace McpUi
