// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demoserver.h"

#include "resources.h"
#include "toolcall.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr int parseError = -32700;
constexpr int invalidRequest = -32600;
constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;
constexpr int resourceNotFound = -32002; ///< up to 2025-11-25; since then invalidParams

constexpr int minute = 60000;

} // namespace

DemoServer::DemoServer(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_channel(options.framing)
    , m_responder(&m_channel)
    , m_gate(options.era)
{
    connect(&m_channel, &Channel::received, this, &DemoServer::receive);
    connect(&m_channel, &Channel::closed, this, &DemoServer::finished);
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
        return StandardStreams::writeError("Ignored an answer: this server asks nothing.\n");
    case Mcp::Message::Kind::Invalid:
        break;
    }
    StandardStreams::writeError("Not a message: " + message.problem().toUtf8() + '\n');
    const bool isJson = !Mcp::JsonText::check(message.payload()).has_value();
    m_channel.send(Mcp::Message::errorResponse(message.id(), isJson ? invalidRequest : parseError,
                                               message.problem()));
}

void DemoServer::receiveBatch(const Mcp::Message &message)
{
    if (!m_gate.takesBatches()) {
        m_channel.send(Mcp::Message::errorResponse(
                {}, invalidRequest, u"Arrays of messages exist in revision 2025-03-26 only"));
        return;
    }
    // Answers go out one by one: sending arrays is optional (2025-03-26, basic/index).
    const QList<Mcp::Message> messages = message.batch();
    for (const Mcp::Message &part : messages)
        receive(part);
}

DemoServer::Handler DemoServer::handlerFor(const Request &request)
{
    struct Entry
    {
        QLatin1String method;
        Handler handler = nullptr;
        enum { Both, LegacyOnly, ModernOnly } era = Both;
    };
    static constexpr Entry table[] = {
        { "initialize"_L1, &DemoServer::initialize, Entry::LegacyOnly },
        { "ping"_L1, &DemoServer::ping, Entry::LegacyOnly },
        { "logging/setLevel"_L1, &DemoServer::setLevel, Entry::LegacyOnly },
        { "server/discover"_L1, &DemoServer::discover, Entry::ModernOnly },
        { "subscriptions/listen"_L1, &DemoServer::listen, Entry::ModernOnly },
        { "tools/list"_L1, &DemoServer::listTools, Entry::Both },
        { "tools/call"_L1, &DemoServer::callTool, Entry::Both },
        { "resources/list"_L1, &DemoServer::listResources, Entry::Both },
        { "resources/templates/list"_L1, &DemoServer::listResourceTemplates, Entry::Both },
        { "resources/read"_L1, &DemoServer::readResource, Entry::Both },
    };
    for (const Entry &entry : table) {
        if (request.method == entry.method
            && entry.era != (request.modern ? Entry::LegacyOnly : Entry::ModernOnly))
            return entry.handler;
    }
    return nullptr;
}

void DemoServer::receiveRequest(const Mcp::Message &message)
{
    const Request request = Request::fromMessage(message, m_level, m_options.era != Era::Legacy);
    if (!request.id.isValid())
        m_responder.sendError(request, { invalidRequest, u"An id is a text or an integer"_s, {} });
    else if (m_calls.contains(request.id))
        m_responder.sendError(request, { invalidRequest, u"This id is still in use"_s, {} });
    else if (const std::optional<Refusal> refusal = m_gate.refusal(request))
        m_responder.sendError(request, *refusal);
    else if (const Handler handler = handlerFor(request))
        (this->*handler)(request);
    else
        m_responder.sendError(
                request, { methodNotFound, u"Method not found: %1"_s.arg(request.method), {} });
}

void DemoServer::receiveNotification(const Mcp::Message &message)
{
    if (message.method() == "notifications/cancelled"_L1)
        cancel(message.params());
}

void DemoServer::initialize(const Request &request)
{
    m_responder.sendResult(request, m_gate.initialize(request));
}

void DemoServer::discover(const Request &request)
{
    m_responder.sendCacheable(request, m_gate.discover(), minute);
}

void DemoServer::ping(const Request &request) { m_responder.sendResult(request, {}); }

void DemoServer::setLevel(const Request &request)
{
    const QString name = request.params.value("level").toString();
    const std::optional<LogLevel> level = logLevelFromName(name);
    if (!level) {
        m_responder.sendError(request,
                              { invalidParams, u"No log level is called \"%1\""_s.arg(name), {} });
        return;
    }
    m_level = *level;
    m_responder.sendResult(request, {});
}

void DemoServer::listTools(const Request &request)
{
    if (!refusedCursor(request))
        m_responder.sendCacheable(request, m_toolbox.list(), minute);
}

void DemoServer::callTool(const Request &request)
{
    const QString name = request.params.value("name").toString();
    const ToolFunction tool = Toolbox::find(name);
    const Mcp::RawJson arguments = request.params.value("arguments");
    if (!tool) {
        m_responder.sendError(request, { invalidParams, u"Unknown tool: \"%1\""_s.arg(name), {} });
        return;
    }
    if (!arguments.isAbsent() && !arguments.isObject()) {
        m_responder.sendError(request, { invalidParams, u"arguments has to be an object"_s, {} });
        return;
    }
    auto *call = new ToolCall(request, m_responder, this);
    m_calls.insert(request.id, call);
    connect(call, &ToolCall::finished, this, [this, call] {
        m_calls.remove(call->request().id);
        call->deleteLater();
    });
    tool(*call);
}

void DemoServer::cancel(const Mcp::RawJson &params)
{
    const Mcp::MessageId id = Mcp::MessageId::fromRaw(params.value("requestId"));
    ToolCall *call = m_calls.take(id);
    if (!call)
        return;
    // A cancelled request gets no answer (2025-11-25, basic/utilities/cancellation).
    delete call;
    StandardStreams::writeError("Request " + id.raw() + " was cancelled: "
                                + params.value("reason").toString(u"no reason given"_s).toUtf8()
                                + '\n');
}

bool DemoServer::refusedCursor(const Request &request)
{
    if (!request.params.contains("cursor"))
        return false;
    m_responder.sendError(request,
                          { invalidParams, u"Unknown cursor: this list has one page"_s, {} });
    return true;
}

void DemoServer::listResources(const Request &request)
{
    if (!refusedCursor(request))
        m_responder.sendCacheable(request, Resources::list(), minute);
}

void DemoServer::listResourceTemplates(const Request &request)
{
    if (!refusedCursor(request))
        m_responder.sendCacheable(request, Mcp::RawJson::fromText(R"({"resourceTemplates":[]})"),
                                  minute);
}

void DemoServer::readResource(const Request &request)
{
    const QString uri = request.params.value("uri").toString();
    const Mcp::RawJson contents = Resources::contents(uri);
    if (contents.isAbsent()) {
        m_responder.sendError(request, { request.modern ? invalidParams : resourceNotFound,
                                         u"No resource has the URI \"%1\""_s.arg(uri),
                                         {} });
        return;
    }
    Mcp::JsonObjectWriter result;
    result.add(u"contents", Mcp::JsonArrayWriter().add(contents).toRawJson());
    m_responder.sendCacheable(request, result.toRawJson(), minute);
}

void DemoServer::listen(const Request &request)
{
    // Nothing here ever changes, so of what was asked for nothing is granted
    // (2026-07-28, basic/patterns/subscriptions). The request stays open until it is cancelled.
    Mcp::JsonObjectWriter meta;
    meta.addRaw(u"io.modelcontextprotocol/subscriptionId", request.id.raw());
    Mcp::JsonObjectWriter params;
    params.add(u"_meta", meta.toRawJson()).addRaw(u"notifications", "{}");
    m_responder.notify(u"notifications/subscriptions/acknowledged", params.toRawJson());
}

} // namespace McpDemo
