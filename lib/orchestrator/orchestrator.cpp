// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/orchestrator.h"

#include "orchestrator/answerpolicy.h"
#include "orchestrator/callrecorder.h"
#include "orchestrator/history.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/learnedstore.h"
#include "orchestrator/loginshellpath.h"
#include "orchestrator/managedserver.h"
#include "orchestrator/outputcheck.h"
#include "orchestrator/questions.h"
#include "orchestrator/serverlist.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/subjectkind.h"
#include "orchestrator/taskkeeper.h"
#include "orchestrator/taskstore.h"
#include "orchestrator/toolcatalog.h"
#include "server/tracelog.h"
#include "server/tracespill.h"

#include <QtCore/qstandardpaths.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

Error noServer(const QString &name)
{
    return Error::usage(u"There is no server called “%1”."_s.arg(name));
}

Error noClient(const QString &name)
{
    return Error::usage(u"There is no client called “%1”; create it first."_s.arg(name));
}

} // namespace

OrchestratorPaths OrchestratorPaths::standard()
{
    return { ServerStore::defaultPath(),
             QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                     + u"/mcp-orchestrator"_s,
             false };
}

Orchestrator::Orchestrator(QObject *parent)
    : Orchestrator(OrchestratorPaths(), parent)
{}

Orchestrator::Orchestrator(const OrchestratorPaths &paths, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
{
    const auto file = [&](const QString &name) {
        return paths.data.isEmpty() ? QString() : paths.data + u'/' + name;
    };
    m_policy = std::make_unique<LaunchPolicy>(file(u"approvals.json"_s));
    m_answerPolicy = std::make_unique<AnswerPolicy>(file(u"answers.json"_s));
    m_learned = std::make_unique<LearnedStore>(file(u"learned.json"_s));
    m_loginShellPath = std::make_unique<LoginShellPath>(file(u"path.json"_s));
    m_servers = std::make_unique<ServerList>(m_learned.get(), m_policy.get());
    connect(m_servers.get(), &ServerList::added, this, [this](const QString &name) {
        keepOlderMessages(name);
        emit serverAdded(name);
    });
    connect(m_servers.get(), &ServerList::renamed, this, &Orchestrator::serverRenamed);
    connect(this, &Orchestrator::serverRenamed, this,
            [this](const QString &from, const QString &to) { tasks()->rename(from, to); });
    connect(m_servers.get(), &ServerList::orderChanged, this, &Orchestrator::serverOrderChanged);
    connect(m_servers.get(), &ServerList::allStopped, this, &Orchestrator::allStopped);
    connect(m_servers.get(), &ServerList::removed, this,
            [this](const QString &name, ManagedServer *managed) {
                m_clients.removeIf([managed](QHash<QString, Client *>::iterator it) {
                    return it.value()->parent() == managed;
                });
                emit serverRemoved(name);
            });
    if (paths.servers.isEmpty())
        return;
    m_store = std::make_unique<ServerStore>(paths.servers,
                                            paths.serversReadOnly ? ServerStore::Access::ReadOnly
                                                                  : ServerStore::Access::ReadWrite);
    if (const Error error = m_store->load())
        m_problems.append(error.message);
    connect(m_store.get(), &ServerStore::renamed, m_servers.get(), &ServerList::rename);
    const auto sync = [this] { m_servers->sync(m_store->servers()); };
    connect(m_store.get(), &ServerStore::changed, this, sync);
    sync();
}

Orchestrator::~Orchestrator()
{
    // Servers first, while everything they use is still there.
    m_clients.clear();
    m_servers->disconnect(this);
    m_servers.reset();
}

Error Orchestrator::startServer(const QString &name, const QString &command,
                                const QStringList &arguments)
{
    const ManagedServer *const known = m_servers->find(name);
    if (!known) {
        ServerSpec spec;
        spec.name = name;
        spec.launch.command = command;
        spec.launch.arguments = arguments;
        if (const Error error = addServer(spec))
            return error;
    } else if (const LaunchSpec &launch = known->server()->spec().launch;
               launch.command != command || launch.arguments != arguments) {
        return Error::usage(
                u"The name “%1” is taken by another server: %2"_s.arg(name, launch.commandLine()));
    }
    return startServer(name);
}

Error Orchestrator::startServer(const QString &name)
{
    ManagedServer *const managed = m_servers->find(name);
    return managed ? managed->start() : noServer(name);
}

Error Orchestrator::stopServer(const QString &name)
{
    ManagedServer *const managed = m_servers->find(name);
    if (!managed)
        return noServer(name);
    managed->stop();
    return {};
}

void Orchestrator::stopAllServers() { m_servers->stopAll(); }

Error Orchestrator::createClient(const QString &name, const QString &serverName)
{
    ManagedServer *const managed = m_servers->find(serverName);
    if (!managed)
        return noServer(serverName);
    if (m_clients.contains(name))
        return Error::usage(u"There is a client called “%1” already."_s.arg(name));
    m_clients.insert(name, new Client(managed->server(), managed));
    return {};
}

Call *Orchestrator::initializeClient(const QString &name)
{
    Client *const known = client(name);
    if (!known)
        return failedCall(u"initialize"_s, noClient(name));
    for (ManagedServer *managed : m_servers->servers()) {
        if (managed->server() == known->server())
            return managed->connectClient(known);
    }
    return known->initialize();
}

Call *Orchestrator::listTools(const QString &clientName)
{
    Client *const known = client(clientName);
    return known ? known->listTools() : failedCall(u"tools/list"_s, noClient(clientName));
}

Call *Orchestrator::callTool(const QString &clientName, const QString &toolName,
                             const RawJson &arguments, const CallOptions &options)
{
    Client *const known = client(clientName);
    return known ? known->callTool(toolName, arguments, options)
                 : failedCall(u"tools/call"_s, noClient(clientName));
}

Error Orchestrator::addServer(const ServerSpec &spec)
{
    if (spec.name.isEmpty())
        return Error::usage(u"A server needs a name."_s);
    if (m_servers->find(spec.name))
        return Error::usage(u"There is a server called “%1” already."_s.arg(spec.name));
    m_servers->add(spec, true);
    return {};
}

Error Orchestrator::removeServer(const QString &name)
{
    ManagedServer *const managed = m_servers->find(name);
    if (!managed)
        return noServer(name);
    if (!managed->isAdHoc())
        return m_store->remove(name); // and syncWithStore() does the rest
    m_servers->remove(managed);
    return {};
}

Error Orchestrator::updateServer(const QString &name, const ServerSpec &spec)
{
    ManagedServer *const managed = m_servers->find(name);
    if (!managed)
        return noServer(name);
    if (!managed->isAdHoc())
        return m_store->update(name, spec);
    if (spec.name != name)
        return Error::usage(u"“%1” is there for this run only and keeps its name."_s.arg(name));
    managed->setSpec(spec, m_policy->isApproved(spec));
    return {};
}

QStringList Orchestrator::serverNames() const { return m_servers->names(); }

Server *Orchestrator::server(const QString &name) const
{
    const ManagedServer *const managed = m_servers->find(name);
    return managed ? managed->server() : nullptr;
}

bool Orchestrator::isAdHoc(const QString &name) const
{
    const ManagedServer *const managed = m_servers->find(name);
    return managed && managed->isAdHoc();
}

bool Orchestrator::hasRunningServers() const { return m_servers->hasActive(); }

Client *Orchestrator::client(const QString &name) const { return m_clients.value(name); }

Call *Orchestrator::open(const QString &serverName)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->open() : failedCall(u"initialize"_s, noServer(serverName));
}

Error Orchestrator::restartServer(const QString &name)
{
    ManagedServer *const managed = m_servers->find(name);
    return managed ? managed->restart() : noServer(name);
}

Client *Orchestrator::defaultClient(const QString &serverName)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->defaultClient() : nullptr;
}

ToolCatalog *Orchestrator::tools(const QString &serverName)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->tools() : nullptr;
}

ResourceCatalog *Orchestrator::resources(const QString &serverName, Resource::Kind kind)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->resources(kind) : nullptr;
}

PromptCatalog *Orchestrator::prompts(const QString &serverName)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->prompts() : nullptr;
}

Call *Orchestrator::callServerTool(const QString &serverName, const QString &toolName,
                                   const RawJson &arguments, const CallOptions &options)
{
    return callSubject(serverName, toolName, arguments, options);
}

Call *Orchestrator::callSubject(const QString &serverName, const CallSubject &subject,
                                const RawJson &arguments, const CallOptions &options,
                                Recorded recorded)
{
    ManagedServer *const managed = m_servers->find(serverName);
    if (!managed)
        return failedCall(u"tools/call"_s, noServer(serverName));
    Call *const call = SubjectKind::of(subject.kind)
                               .call(managed->defaultClient(), subject.name, arguments, options);
    if (recorded == Recorded::Yes)
        recordCall(this, call, serverName, subject, arguments);
    if (subject.kind == CallSubject::Kind::Tool) {
        (new TaskKeeper(tasks(), managed->defaultClient()))->follow(call, subject.name);
        checkOutput(call, managed->tools()->find(subject.name).value_or(Tool()), managed->server());
    }
    return call;
}

TaskStore *Orchestrator::tasks()
{
    if (!m_tasks) {
        m_tasks = std::make_unique<TaskStore>(
                m_paths.data.isEmpty() ? QString() : m_paths.data + u"/tasks.json"_s);
        if (!m_tasks->problem().isEmpty())
            m_problems.append(m_tasks->problem());
    }
    return m_tasks.get();
}

Call *Orchestrator::followTask(const QString &serverName, const QString &taskId)
{
    ManagedServer *const managed = m_servers->find(serverName);
    if (!managed)
        return failedCall(u"tasks/get"_s, noServer(serverName));
    Call *const call = managed->defaultClient()->followTask(taskId);
    (new TaskKeeper(tasks(), managed->defaultClient()))->followKnown(call, taskId);
    return call;
}

Call *Orchestrator::cancelTask(const QString &serverName, const QString &taskId)
{
    ManagedServer *const managed = m_servers->find(serverName);
    if (!managed)
        return failedCall(u"tasks/cancel"_s, noServer(serverName));
    return (new TaskKeeper(tasks(), managed->defaultClient()))->cancel(taskId);
}

/// What a trace has no room for goes to disk, for this run.
void Orchestrator::keepOlderMessages(const QString &serverName)
{
    const Server *const added = server(serverName);
    if (added && !m_paths.data.isEmpty())
        added->trace()->setSpill(std::make_unique<TraceSpill>(m_paths.data + u"/traces"_s,
                                                              added->spec().traceDiskBytes));
}

Call *Orchestrator::setLogLevel(const QString &serverName, const QString &level)
{
    ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->setLogLevel(level) : nullptr;
}

QString Orchestrator::logLevel(const QString &serverName) const
{
    const ManagedServer *const managed = m_servers->find(serverName);
    return managed ? managed->logLevel() : QString();
}

void Orchestrator::setAnswered(const ClientCapabilities &capabilities)
{
    m_servers->setAnswered(capabilities);
}

void Orchestrator::setRefreshOnListChanged(bool enabled)
{
    m_servers->setRefreshOnListChanged(enabled);
}

History *Orchestrator::history()
{
    if (!m_history) {
        m_history = std::make_unique<History>(
                m_paths.data.isEmpty() ? QString() : m_paths.data + u"/history.jsonl"_s);
        if (const Error error = m_history->load())
            m_problems.append(error.message);
    }
    return m_history.get();
}

Questions *Orchestrator::questions()
{
    if (!m_questions)
        m_questions = std::make_unique<Questions>(this, m_servers.get(), m_answerPolicy.get());
    return m_questions.get();
}

QStringList Orchestrator::problems() const
{
    QStringList problems = m_problems;
    for (const QString &problem :
         { m_policy->problem(), m_answerPolicy->problem(), m_learned->problem() }) {
        if (!problem.isEmpty())
            problems.append(problem);
    }
    return problems;
}

Call *Orchestrator::failedCall(const QString &method, const Error &error)
{
    auto *const call = new Call(method, this);
    call->settle(error);
    return call;
}

} // namespace Mcp
