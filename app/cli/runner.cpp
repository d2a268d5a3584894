// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "runner.h"

#include "output.h"
#include "serverchoice.h"

#include "client/dialect.h"
#include "protocol/notifications.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "server/violationlog.h"
#include "wire/errorcode.h"
#include "json/jsonwriter.h"

#include <QtCore/qfileinfo.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using Mcp::Call;
using Mcp::RawJson;

namespace McpCli {

namespace {

const QString clientName = u"cli"_s;

/// What --method initialize prints: the same four members in both eras, each as received.
RawJson connectionSummary(const Mcp::ConnectionInfo &connection)
{
    const RawJson version = connection.result.value("protocolVersion");
    return Mcp::JsonObjectWriter()
            .add(u"serverInfo", connection.serverInfo())
            .add(u"protocolVersion",
                 version.isAbsent() ? RawJson::fromString(Mcp::toString(connection.revision))
                                    : version)
            .add(u"capabilities", connection.capabilities())
            .add(u"instructions", connection.result.value("instructions"))
            .toRawJson();
}

} // namespace

Runner::Runner(const Options &options, const Request &request, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_request(request)
    , m_traceFile(options.traceFile)
    , m_serverStderr(options.standardError)
{}

Runner::~Runner() = default;

void Runner::start()
{
    if (const Failure failure = prepare())
        return finish(failure);
    m_call = m_orchestrator->initializeClient(clientName);
    connect(m_call, &Call::finished, this, [this, call = m_call.data()] { onConnected(*call); });
}

Failure Runner::prepare()
{
    const ServerChoice choice = chooseServer(m_options);
    if (choice.failure)
        return choice.failure;
    if (const Mcp::Error error = m_serverStderr.open())
        return Failure::usage(error.message);
    if (!m_options.traceFile.isEmpty()) {
        if (const Mcp::Error error = m_traceFile.open())
            return Failure::usage(error.message);
    }
    if (const Failure failure = prepareAnswers())
        return failure;
    // Only what was learned about servers is shared with the window; nothing goes into its list.
    m_orchestrator = std::make_unique<Mcp::Orchestrator>(
            Mcp::OrchestratorPaths{ {}, Mcp::OrchestratorPaths::standard().data, false });
    connect(m_orchestrator.get(), &Mcp::Orchestrator::allStopped, this, &Runner::onStopped);
    m_orchestrator->setAnswered(m_answers.capabilities());
    Mcp::Error error = m_orchestrator->addServer(choice.spec);
    if (!error)
        error = m_orchestrator->createClient(clientName, choice.spec.name);
    if (error)
        return Failure::usage(error.message);
    const Mcp::Server *const server = m_orchestrator->server(choice.spec.name);
    m_serverStderr.follow(server->stderrLog());
    if (!m_options.traceFile.isEmpty())
        m_traceFile.follow(server->trace());
    connect(m_orchestrator->client(clientName), &Mcp::Client::notificationReceived, this,
            &Runner::onNotification);
    connect(m_orchestrator->client(clientName), &Mcp::Client::inputRequested, this,
            [this](Mcp::InputRequest *request) {
                if (const Mcp::Error why = m_answers.answer(request); why && !m_finishing)
                    giveUp(Failure::usage(why.message), u"the answer does not fit"_s);
            });
    return {};
}

Failure Runner::prepareAnswers()
{
    if (!m_options.answerFile.isEmpty()) {
        if (const Mcp::Error error = m_answers.load(m_options.answerFile))
            return Failure::usage(error.message);
    }
    QList<Mcp::Root> roots;
    for (const QString &typed : m_options.roots) {
        const auto root = typed.startsWith("file:"_L1)
                                  ? Mcp::Root::fromUri(typed)
                                  : Mcp::Root::fromPath(QFileInfo(typed).absoluteFilePath());
        if (!root)
            return Failure::usage(u"--roots: "_s + root.error().message);
        roots.append(*root);
    }
    m_answers.setRoots(roots);
    return {};
}

void Runner::onConnected(const Call &call)
{
    const auto outcome = call.outcome();
    const auto connection = m_orchestrator->client(clientName)->connection();
    if (!outcome || !connection) {
        Failure failure = Failure::connecting(outcome.error());
        if (m_options.era.value_or(Mcp::EraSetting::Auto) != Mcp::EraSetting::Auto)
            failure.addHint(u"--era auto tries both eras."_s);
        return finish(failure);
    }
    if (m_request.method == "initialize"_L1) {
        print(connectionSummary(*connection));
        return finish();
    }
    askForLogs(*connection);
}

/// A legacy server keeps the level (2025-11-25, server/utilities/logging), a modern one is told it
/// with each request.
void Runner::askForLogs(const Mcp::ConnectionInfo &connection)
{
    if (m_request.logLevel.isEmpty())
        return sendRequest(connection);
    if (!connection.declares("logging")) {
        const bool isPartOfRequests =
                Mcp::Dialect::create(connection.revision)->keepLogLevel(m_request.logLevel);
        Output::noteToStderr(
                u"warning: the server does not declare that it has log messages (logging), so %1"_s
                        .arg(isPartOfRequests ? u"none may come for --log-level"_s
                                              : u"--log-level does nothing"_s));
        if (!isPartOfRequests) // 2025-11-25, basic/lifecycle: only what was negotiated
            return sendRequest(connection);
    }
    m_call = m_orchestrator->client(clientName)->setLogLevel(m_request.logLevel);
    connect(m_call, &Call::finished, this, [this, connection, call = m_call.data()] {
        if (m_finishing)
            return;
        if (const Mcp::Error error = call->outcome().error())
            Output::noteToStderr(u"warning: --log-level: "_s
                                 + Failure::request(call->method(), error).message);
        sendRequest(connection);
    });
}

/// What does not exist yet in its revision is left out.
RawJson Runner::params(const Mcp::ConnectionInfo &connection) const
{
    // 2025-06-18, server/utilities/completion
    if (m_request.method != "completion/complete"_L1 || !m_request.params.contains("context")
        || connection.revision >= Mcp::Revision::V2025_06_18)
        return m_request.params;
    Output::noteToStderr(
            u"warning: --prompt-args are not sent: revision %1, which the server "
            "speaks, has no context of a completion yet"_s.arg(Mcp::toString(connection.revision)));
    Mcp::JsonObjectWriter params;
    for (const Mcp::RawJsonMember &member : m_request.params.members()) {
        if (member.key != "context"_L1)
            params.add(member.key, member.value);
    }
    return params.toRawJson();
}

void Runner::sendRequest(const Mcp::ConnectionInfo &connection)
{
    const auto dialect = Mcp::Dialect::create(connection.revision);
    if (const Mcp::Error error = dialect->refusal(m_request.method)) {
        Failure failure = Failure::usage(error.message);
        failure.code = u"not_in_this_era"_s;
        return finish(failure);
    }
    Mcp::CallOptions options;
    options.meta = m_request.meta;
    Mcp::Client *const client = m_orchestrator->client(clientName);
    if (m_options.asTask)
        options.taskTtl = 0; // as long as the server likes
    if (!m_request.listMember.isEmpty())
        m_call = client->list(m_request.method, m_request.listMember, options);
    else if (m_request.method == "tools/call"_L1)
        m_call = client->callTool(m_options.toolName, m_request.params.value("arguments"), options);
    else
        m_call = client->request(m_request.method, params(connection), options);
    connect(m_call, &Call::finished, this, [this, call = m_call.data()] { onAnswered(*call); });
    connect(m_call, &Call::progressed, this, [](const Mcp::Progress &progress) {
        Output::noteToStderr(u"progress: "_s + progress.describe());
    });
    connect(m_call, &Call::taskChanged, this, &Runner::onTask);
}

/// A line for each state that says something new: it is asked for again and again.
void Runner::onTask(const Mcp::Task &task)
{
    QString line = u"task %1: %2"_s.arg(task.id(), task.statusName());
    if (const QString &message = task.statusMessage(); !message.isEmpty())
        line += u", "_s + message;
    if (std::exchange(m_taskLine, line) != line)
        Output::noteToStderr(line);
}

void Runner::onAnswered(const Call &call)
{
    m_warned = call.warnings();
    for (const QString &warning : std::as_const(m_warned))
        Output::noteToStderr(u"warning: "_s + warning);
    const bool isToolCall = m_request.method == "tools/call"_L1;
    const auto outcome = call.outcome();
    if (!outcome && isToolCall && outcome.error().kind == Mcp::Error::Kind::Remote)
        return askWhetherToolExists(outcome.error());
    if (!outcome) {
        Failure failure = Failure::request(m_request.method, outcome.error());
        failure.addHint(hint(outcome.error()));
        return finish(failure);
    }
    print(*outcome);
    if (isToolCall && Mcp::ToolResult(*outcome).isError())
        return finish(Failure::toolIsError(m_options.toolName));
    finish();
}

/// The server decides what exists: only after it refused the call its list is looked at, to tell a
/// misspelt name from a tool that failed.
void Runner::askWhetherToolExists(const Mcp::Error &error)
{
    if (m_finishing)
        return;
    m_call = m_orchestrator->client(clientName)->list(u"tools/list"_s, u"tools"_s);
    connect(m_call, &Call::finished, this, [this, error, call = m_call.data()] {
        const auto list = call->outcome();
        const QList<Mcp::Tool> tools =
                list ? Mcp::ToolList::fromResult(*list).tools : QList<Mcp::Tool>();
        const auto tool = std::find_if(tools.begin(), tools.end(), [this](const Mcp::Tool &known) {
            return known.name() == m_options.toolName;
        });
        if (list && tool == tools.end())
            return finish(Failure::toolNotFound(m_options.toolName, error));
        Failure failure = Failure::request(m_request.method, error);
        failure.addHint(tool != tools.end() ? taskHint(*tool) : QString());
        failure.addHint(hint(error));
        finish(failure);
    });
}

/// Which of our options would help.
QString Runner::hint(const Mcp::Error &error) const
{
    if (error.kind == Mcp::Error::Kind::Timeout)
        return u"Here that is --request-timeout MS."_s;
    const bool wantsMore = error.kind == Mcp::Error::Kind::Remote
                           && error.code == Mcp::ErrorCode::missingCapability;
    if (wantsMore && error.data.value("requiredCapabilities").contains("roots")
        && !m_answers.capabilities().roots)
        return u"Roots are declared with --roots DIR."_s;
    return {};
}

/// What the server did against the specification; --trace has it with the messages.
void Runner::noteHealth() const
{
    constexpr qsizetype most = 10;
    const auto *client = m_orchestrator->client(clientName);
    const auto items =
            client ? client->server()->health()->items() : QList<Mcp::ViolationLog::Item>();
    for (const Mcp::ViolationLog::Item &item : items.first(qMin(most, items.size()))) {
        if (m_warned.contains(item.note))
            continue;
        const Mcp::RuleText rule = Mcp::RuleText::of(item.rule);
        const QString times = item.count > 1 ? u" (%1 times)"_s.arg(item.count) : QString();
        Output::noteToStderr(u"breaks a rule: %1%2: %3 (%4)"_s.arg(
                rule.title, times, item.note.left(300), rule.reference()));
    }
    if (items.size() > most)
        Output::noteToStderr(u"breaks a rule: %1 more"_s.arg(items.size() - most));
}

/// 2025-11-25, basic/utilities/tasks: the wrong choice is an error that does not say which one.
QString Runner::taskHint(const Mcp::Tool &tool) const
{
    using Support = Mcp::Tool::TaskSupport;
    const auto connection = m_orchestrator->client(clientName)->connection();
    if (!connection || connection->revision != Mcp::Revision::V2025_11_25)
        return {};
    if (tool.taskSupport() == Support::Required && !m_options.asTask)
        return u"The tool runs as a task only (execution.taskSupport): add --task."_s;
    if (tool.taskSupport() == Support::Forbidden && m_options.asTask)
        return u"The tool does not run as a task (execution.taskSupport): leave out --task."_s;
    return {};
}

void Runner::onNotification(const Mcp::Message &message)
{
    if (message.method() == "notifications/message"_L1)
        Output::noteToStderr(u"log: "_s + Mcp::LogMessage::fromParams(message.params()).describe());
}

void Runner::print(const RawJson &result)
{
    m_traceFile.flush(); // nobody may be reading what is printed
    if (m_finishing || Output::toStdout(Output::format(result, m_options.format)))
        return;
    finish(Failure::nobodyReads());
}

void Runner::interrupt(int signal)
{
    const bool again = m_failure.code == "interrupted"_L1;
    m_failure = Failure::interrupted(signal);
    m_finishing = true;
    if (again || !m_orchestrator) {
        m_orchestrator.reset(); // ends every process at once
        return onStopped();
    }
    giveUp(m_failure, u"interrupted"_s);
}

/// Ends the call that is under way, too.
void Runner::giveUp(const Failure &failure, const QString &reason)
{
    m_failure = failure;
    m_finishing = true;
    if (m_call)
        m_call->cancel(reason);
    m_orchestrator->stopAllServers();
}

void Runner::finish(const Failure &failure)
{
    if (m_finishing)
        return;
    m_finishing = true;
    m_failure = failure;
    if (m_orchestrator)
        m_orchestrator->stopAllServers();
    else
        QMetaObject::invokeMethod(this, &Runner::onStopped, Qt::QueuedConnection);
}

void Runner::onStopped()
{
    if (m_orchestrator)
        noteHealth();
    if (m_failure)
        Output::failure(m_failure);
    emit finished(m_failure ? m_failure.exitCode : int(ExitCode::Success));
}

} // namespace McpCli
