// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demoserver.h"

#include "errorcode.h"
#include "paging.h"
#include "promptcall.h"
#include "toolcall.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr int minute = 60000;
constexpr qsizetype toolsPageSize = 20;

} // namespace

DemoServer::DemoServer(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_channel(options.framing)
    , m_responder(&m_channel)
    , m_gate(options.era, options.newest)
    , m_toolbox(&m_live)
    , m_prompts(m_responder, &m_live)
    , m_resources(m_responder, &m_live)
    , m_completions(m_responder)
    , m_asking(m_responder)
    , m_calls(m_responder, &m_asking)
    , m_tasks(m_responder, &m_asking)
    , m_subscriptions(m_responder, &m_live)
{
    connect(&m_channel, &Channel::received, this, &DemoServer::receive);
    connect(&m_channel, &Channel::closed, this, &DemoServer::finished);
    connect(&m_tasks, &TaskDesk::changed, &m_subscriptions, &SubscriptionSet::tellTask);
}

void DemoServer::start()
{
    if (!m_options.quiet)
        StandardStreams::writeError("MCP demo server " MCP_VERSION " is ready.\n");
    m_channel.open();
}

void DemoServer::receive(const Mcp::Message &message)
{
    switch (message.kind()) {
    case Mcp::Message::Kind::Request:
        return receiveRequest(message);
    case Mcp::Message::Kind::Notification:
        return receiveNotification(message);
    case Mcp::Message::Kind::Batch:
        return receiveBatch(message);
    case Mcp::Message::Kind::Response:
    case Mcp::Message::Kind::ErrorResponse:
        if (!m_asking.take(message))
            StandardStreams::writeError("Ignored an answer: nothing was asked with the id "
                                        + message.id().raw() + ".\n");
        return;
    case Mcp::Message::Kind::Invalid:
        break;
    }
    StandardStreams::writeError("Not a message: " + message.problem().toUtf8() + '\n');
    const bool isJson = !Mcp::JsonText::check(message.payload()).has_value();
    m_channel.send(Mcp::Message::errorResponse(
            message.id(), isJson ? ErrorCode::invalidRequest : ErrorCode::parseError,
            message.problem()));
}

void DemoServer::receiveBatch(const Mcp::Message &message)
{
    if (!m_gate.takesBatches()) {
        m_channel.send(Mcp::Message::errorResponse(
                {}, ErrorCode::invalidRequest,
                u"Arrays of messages exist in revision 2025-03-26 only"));
        return;
    }
    // Answers go out one by one: sending arrays is optional (2025-03-26, basic/index).
    const QList<Mcp::Message> messages = message.batch();
    for (const Mcp::Message &part : messages)
        receive(part);
}

std::span<const DemoServer::Entry> DemoServer::methodsOfBothEras()
{
    using Server = DemoServer &;
    using Asked = const Request &;
    static constexpr Entry table[] = {
        { "tools/list"_L1, [](Server s, Asked r) { s.listTools(r); } },
        { "tools/call"_L1, [](Server s, Asked r) { s.callTool(r); } },
        { "resources/list"_L1, [](Server s, Asked r) { s.m_resources.list(r); } },
        { "resources/templates/list"_L1,
          [](Server s, Asked r) { s.m_resources.listTemplates(r); } },
        { "resources/read"_L1, [](Server s, Asked r) { s.m_resources.read(r); } },
        { "prompts/list"_L1, [](Server s, Asked r) { s.m_prompts.list(r); } },
        { "prompts/get"_L1, [](Server s, Asked r) { s.getPrompt(r); } },
        { "completion/complete"_L1, [](Server s, Asked r) { s.m_completions.complete(r); } },
        { "tasks/get"_L1, [](Server s, Asked r) { s.m_tasks.get(r); } },
        { "tasks/cancel"_L1, [](Server s, Asked r) { s.m_tasks.cancel(r); } },
    };
    return table;
}

std::span<const DemoServer::Entry> DemoServer::legacyMethods()
{
    using Server = DemoServer &;
    using Asked = const Request &;
    static constexpr Entry table[] = {
        { "initialize"_L1, [](Server s, Asked r) { s.initialize(r); } },
        { "ping"_L1, [](Server s, Asked r) { s.m_responder.sendResult(r, {}); } },
        { "logging/setLevel"_L1, [](Server s, Asked r) { s.setLevel(r); } },
        { "resources/subscribe"_L1, [](Server s, Asked r) { s.m_subscriptions.subscribe(r); } },
        { "resources/unsubscribe"_L1, [](Server s, Asked r) { s.m_subscriptions.unsubscribe(r); } },
        { "tasks/result"_L1, [](Server s, Asked r) { s.m_tasks.result(r); } },
        { "tasks/list"_L1, [](Server s, Asked r) { s.m_tasks.list(r); } },
    };
    return table;
}

std::span<const DemoServer::Entry> DemoServer::modernMethods()
{
    using Server = DemoServer &;
    using Asked = const Request &;
    static constexpr Entry table[] = {
        { "server/discover"_L1, [](Server s, Asked r) { s.discover(r); } },
        { "subscriptions/listen"_L1, [](Server s, Asked r) { s.m_subscriptions.listen(r); } },
        { "tasks/update"_L1, [](Server s, Asked r) { s.m_tasks.update(r); } },
    };
    return table;
}

DemoServer::Handler DemoServer::handlerFor(const Request &request)
{
    for (const std::span<const Entry> table :
         { methodsOfBothEras(), request.modern ? modernMethods() : legacyMethods() }) {
        for (const Entry &entry : table) {
            if (request.method == entry.method)
                return entry.handler;
        }
    }
    return nullptr;
}

std::optional<Refusal> DemoServer::refusal(const Request &request) const
{
    if (!request.id.isValid())
        return Refusal{ ErrorCode::invalidRequest, u"An id is a text or an integer"_s, {} };
    if (m_calls.contains(request.id) || m_tasks.isWaiting(request.id)
        || m_subscriptions.contains(request.id))
        return Refusal{ ErrorCode::invalidRequest, u"This id is still in use"_s, {} };
    if (const std::optional<Refusal> early = m_gate.refusal(request))
        return early;
    if (!handlerFor(request))
        return Refusal{ ErrorCode::methodNotFound,
                        u"Method not found: %1"_s.arg(request.method),
                        {} };
    if (request.method.startsWith("tasks/"_L1))
        return TaskDesk::refusal(request);
    return std::nullopt;
}

void DemoServer::receiveRequest(const Mcp::Message &message)
{
    const Request request =
            Request::fromMessage(message, m_gate.session(), m_options.era != Era::Legacy);
    if (const std::optional<Refusal> refused = refusal(request))
        m_responder.sendError(request, *refused);
    else
        handlerFor(request)(*this, request);
}

void DemoServer::receiveNotification(const Mcp::Message &message)
{
    if (message.method() == "notifications/cancelled"_L1)
        cancel(message.params());
    else if (message.method() == "notifications/roots/list_changed"_L1)
        StandardStreams::writeError("The client's roots have changed; ask-roots shows them.\n");
}

void DemoServer::initialize(const Request &request)
{
    m_responder.sendResult(request, m_gate.initialize(request));
    m_subscriptions.openLegacy();
}

void DemoServer::discover(const Request &request)
{
    m_responder.sendCacheable(request, m_gate.discover(), minute);
}

void DemoServer::listTools(const Request &request)
{
    Paging::answer(m_responder, request, u"tools", m_toolbox.list(request.revision), toolsPageSize);
}

void DemoServer::setLevel(const Request &request)
{
    const QString name = request.params.value("level").toString();
    const std::optional<LogLevel> level = logLevelFromName(name);
    if (!level) {
        m_responder.sendError(
                request,
                { ErrorCode::invalidParams, u"No log level is called \"%1\""_s.arg(name), {} });
        return;
    }
    m_gate.setLogLevel(*level);
    m_responder.sendResult(request, {});
}

void DemoServer::callTool(const Request &request)
{
    const auto refuse = [&](int code, const QString &message) {
        m_responder.sendError(request, { code, message, {} });
    };
    const QString name = request.params.value("name").toString();
    const std::optional<Tool> tool = m_toolbox.find(name, request.revision);
    const Mcp::RawJson arguments = request.params.value("arguments");
    if (!tool)
        return refuse(ErrorCode::invalidParams, u"Unknown tool: \"%1\""_s.arg(name));
    if (!arguments.isAbsent() && !arguments.isObject())
        return refuse(ErrorCode::invalidParams, u"arguments has to be an object"_s);
    // Up to 2025-11-25 the client says whether it is to be a task, then the server does.
    const bool asked =
            request.revision == Revision::november2025 && request.params.value("task").isObject();
    if (asked && tool->taskSupport == Tool::TaskSupport::Forbidden)
        return refuse(ErrorCode::methodNotFound, u"\"%1\" cannot run as a task"_s.arg(name));
    const bool required = tool->taskSupport == Tool::TaskSupport::Required;
    if (required && !request.modern && !asked)
        return refuse(ErrorCode::methodNotFound, u"\"%1\" runs as a task only"_s.arg(name));
    if (const std::optional<Refusal> refused = TaskDesk::refusal(request); required && refused) {
        m_responder.sendError(request, *refused);
        return;
    }
    auto *call = new ToolCall(request, m_responder, &m_live, tool->function, nullptr);
    if (asked || (request.modern && tool->becomesTask && request.declaresTasks()))
        m_tasks.start(call);
    else
        m_calls.serve(call);
}

void DemoServer::getPrompt(const Request &request)
{
    if (PromptCall *call = m_prompts.get(request))
        m_calls.serve(call);
}

void DemoServer::cancel(const Mcp::RawJson &params)
{
    const Mcp::MessageId id = Mcp::MessageId::fromRaw(params.value("requestId"));
    if (!m_calls.cancel(id) && !m_tasks.stopWaiting(id) && !m_subscriptions.cancel(id))
        return;
    StandardStreams::writeError("Request " + id.raw() + " was cancelled: "
                                + params.value("reason").toString(u"no reason given"_s).toUtf8()
                                + '\n');
}

} // namespace McpDemo
