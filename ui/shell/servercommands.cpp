// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/servercommands.h"

#include "dialogs/configurationdialog.h"
#include "dialogs/serverdialog.h"
#include "models/serverdraft.h"
#include "orchestrator/answerpolicy.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/loginshellpath.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qwidget.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Does the new definition differ in what a process gets when it starts?
bool takesEffectLater(const Mcp::ServerSpec &from, const Mcp::ServerSpec &to)
{
    return to.launch != from.launch || to.framing != from.framing || to.era != from.era
           || to.asciiOnlyHeaders != from.asciiOnlyHeaders || to.withheld != from.withheld
           || to.limits.frameBytes != from.limits.frameBytes
           || to.limits.headerBytes != from.limits.headerBytes
           || to.limits.unreadBytes != from.limits.unreadBytes;
}

} // namespace

ServerCommands::ServerCommands(Mcp::Orchestrator *orchestrator, Prompter *prompter, QWidget *window)
    : QObject(window)
    , m_orchestrator(orchestrator)
    , m_prompter(prompter)
    , m_window(window)
{}

bool ServerCommands::report(const QString &title, const Mcp::Error &error)
{
    if (error)
        m_prompter->inform(title, error.message);
    return bool(error);
}

QStringList ServerCommands::takenNames(const QString &except) const
{
    QStringList names = m_orchestrator->serverNames();
    names.removeOne(except);
    return names;
}

void ServerCommands::withConsent(const QString &name, const std::function<void()> &action)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    const Mcp::ServerSpec spec = server->spec();
    if (m_orchestrator->launchPolicy().isApproved(spec))
        return action();
    m_prompter->askConsent(spec, this, [this, spec, action](bool agreed) {
        if (!agreed) {
            emit notStarted(spec.name);
            return emit told(tr("%1 was not started.").arg(spec.name));
        }
        // What was agreed to is what was shown, even if the file has changed meanwhile.
        m_orchestrator->launchPolicy().approve(spec);
        const Mcp::Server *now = m_orchestrator->server(spec.name);
        if (now && m_orchestrator->launchPolicy().isApproved(now->spec()))
            return action();
        emit notStarted(spec.name);
        emit told(tr("%1 was not started: its definition has changed meanwhile.").arg(spec.name));
    });
}

void ServerCommands::start(const QString &name)
{
    withConsent(name, [this, name] {
        Mcp::Call *call = m_orchestrator->open(name);
        connect(call, &Mcp::Call::finished, this, [this, call, name] {
            const Mcp::Error error = call->outcome().error();
            // Other failures are the server's and shown with it.
            if (error.kind != Mcp::Error::Kind::Usage)
                return;
            emit notStarted(name);
            report(tr("%1 was not started").arg(name), error);
        });
    });
}

void ServerCommands::stop(const QString &name)
{
    emit notStarted(name);
    report(tr("Not stopped"), m_orchestrator->stopServer(name));
}

void ServerCommands::restart(const QString &name)
{
    withConsent(name,
                [this, name] { report(tr("Not restarted"), m_orchestrator->restartServer(name)); });
}

void ServerCommands::add()
{
    auto *dialog = new ServerDialog(ServerDialog::Purpose::Add, takenNames(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { takeAdded(*dialog); });
    dialog->open();
}

void ServerCommands::duplicate(const QString &name)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    auto *dialog = new ServerDialog(ServerDialog::Purpose::Add, takenNames(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Mcp::ServerSpec spec = server->spec();
    spec.name = uniqueServerName(spec.name, takenNames());
    dialog->setSpec(spec);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { takeAdded(*dialog); });
    dialog->open();
}

void ServerCommands::takeAdded(const ServerDialog &dialog)
{
    const QList<Mcp::ServerSpec> specs = dialog.servers();
    QString last;
    for (const Mcp::ServerSpec &spec : specs) {
        // What was typed here needs no further question; what was pasted is shown before it starts.
        if (!dialog.isPasted())
            agreeToTyped(spec, {});
        Mcp::ServerStore *store = m_orchestrator->store();
        if (report(tr("Not added"), store ? store->add(spec) : m_orchestrator->addServer(spec)))
            continue;
        last = spec.name;
    }
    if (last.isEmpty())
        return;
    emit added(last);
    if (specs.size() == 1)
        start(last);
    else
        emit told(tr("%n server(s) added.", nullptr, int(specs.size())));
}

/// What was entered here, and is another than in @p before, needs no further question.
void ServerCommands::agreeToTyped(const Mcp::ServerSpec &spec, const Mcp::ServerSpec &before)
{
    if (spec.launch != before.launch)
        m_orchestrator->launchPolicy().approve(spec);
    if (spec.roots != before.roots)
        m_orchestrator->answerPolicy().letKnowRoots(spec);
    if (spec.responder != before.responder
        && spec.responder.kind == Mcp::SamplingResponder::Kind::Command)
        m_orchestrator->answerPolicy().letRespond(spec);
}

void ServerCommands::edit(const QString &name)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    auto *dialog = new ServerDialog(ServerDialog::Purpose::Edit, takenNames(name), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSpec(server->spec());
    connect(dialog, &QDialog::accepted, this, [this, dialog, name] { takeEdited(name, *dialog); });
    dialog->open();
}

void ServerCommands::takeEdited(const QString &name, const ServerDialog &dialog)
{
    const QList<Mcp::ServerSpec> specs = dialog.servers();
    const Mcp::Server *server = m_orchestrator->server(name);
    if (specs.size() != 1 || !server)
        return;
    const Mcp::ServerSpec &spec = specs.first();
    const bool later = takesEffectLater(server->spec(), spec);
    if (!dialog.isPasted())
        agreeToTyped(spec, server->spec());
    if (report(tr("Not saved"), m_orchestrator->updateServer(name, spec)))
        return;
    emit added(spec.name);
    if (server->isRunning() && later)
        emit told(tr("%1 runs as before until it is restarted.").arg(spec.name));
}

void ServerCommands::remove(const QString &name)
{
    if (!m_orchestrator->server(name))
        return;
    const bool adHoc = m_orchestrator->isAdHoc(name);
    const QString text = adHoc ? tr("%1 is stopped and taken off the list.").arg(name)
                               : tr("%1 is stopped and removed from %2.")
                                         .arg(name, m_orchestrator->store()->path());
    m_prompter->confirm({ tr("Remove %1?").arg(name), text, tr("Remove") }, this,
                        [this, name](bool agreed) {
                            if (agreed)
                                report(tr("Not removed"), m_orchestrator->removeServer(name));
                        });
}

void ServerCommands::keep(const QString &name)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server || !m_orchestrator->store() || !m_orchestrator->isAdHoc(name))
        return;
    if (!report(tr("Not kept"), m_orchestrator->store()->add(server->spec())))
        emit told(tr("%1 is in the list for good now.").arg(name));
}

void ServerCommands::copyCommand(const QString &name)
{
    if (const Mcp::Server *server = m_orchestrator->server(name)) {
        QGuiApplication::clipboard()->setText(server->spec().launch.commandLine());
        emit told(tr("The command line of %1 was copied.").arg(name));
    }
}

void ServerCommands::showConfiguration(const QString &name)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    const Mcp::ServerStore *store = m_orchestrator->store();
    const bool inFile = store && !m_orchestrator->isAdHoc(name);
    auto *dialog = new ConfigurationDialog(server->spec(),
                                           inFile ? store->definition(name) : Mcp::RawJson(),
                                           inFile ? store->path() : QString(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ServerCommands::startWithLoginShellPath(const QString &name)
{
    Mcp::LoginShellPath *path = m_orchestrator->loginShellPath();
    if (!path->folders().isEmpty())
        return addLoginShellPath(name);
    emit told(tr("Asking your login shell for its PATH…"));
    connect(
            path, &Mcp::LoginShellPath::finished, this,
            [this, name](const Mcp::Error &error) {
                if (!report(tr("The login shell did not tell its PATH"), error))
                    addLoginShellPath(name);
            },
            Qt::SingleShotConnection);
    path->ask();
}

void ServerCommands::addLoginShellPath(const QString &name)
{
    const Mcp::Server *server = m_orchestrator->server(name);
    if (!server)
        return;
    const QStringList missing = m_orchestrator->loginShellPath()->missingFolders();
    if (missing.isEmpty())
        return m_prompter->inform(tr("The same PATH"),
                                  tr("Your login shell searches the same folders as this program: "
                                     "give the whole path of the program instead."));
    Mcp::ServerSpec spec = server->spec();
    for (const QString &folder : missing) {
        if (!spec.launch.extraPath.contains(folder))
            spec.launch.extraPath.append(folder);
    }
    const bool approved = m_orchestrator->launchPolicy().isApproved(server->spec());
    if (approved)
        m_orchestrator->launchPolicy().approve(spec);
    if (!report(tr("Not changed"), m_orchestrator->updateServer(name, spec)))
        start(name);
}

} // namespace McpUi
