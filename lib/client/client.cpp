// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/client.h"

#include "client/dialect.h"
#include "client/session.h"
#include "client/taskcancelling.h"
#include "protocol/completion.h"
#include "server/server.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

Client::Client(Server *server, QObject *parent)
    : QObject(parent)
    , m_session(Session::of(server))
{
    connect(m_session, &Session::opened, this, &Client::initialized);
    connect(m_session, &Session::lost, this, &Client::disconnected);
    connect(m_session, &Session::notificationReceived, this, &Client::notificationReceived);
    connect(m_session, &Session::inputRequested, this, &Client::inputRequested);
}

Client::~Client()
{
    // Here and not in ~QObject, so that calls in flight still find a client that is one.
    const auto calls = findChildren<Call *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
}

Server *Client::server() const { return m_session ? m_session->server() : nullptr; }

qint64 Client::nextRequestId() { return server() ? server()->nextRequestId() : 0; }

bool Client::isInitialized() const { return m_session && m_session->isOpen(); }

std::optional<ConnectionInfo> Client::connection() const
{
    return m_session ? m_session->connection() : std::nullopt;
}

Call *Client::failedCall(const QString &method, const Error &error)
{
    auto *const call = new Call(method, this);
    call->settle(error);
    return call;
}

Error Client::obstacle(const QString &method) const
{
    if (!server())
        return Error::transport(u"The server was removed."_s);
    if (!m_session->isOpen())
        return Error::usage(u"The server is not connected: initialize first."_s);
    return m_session->refusal(method);
}

Call *Client::initialize(const HandshakeHints &hints)
{
    if (!server())
        return failedCall(u"initialize"_s, Error::transport(u"The server was removed."_s));
    auto *const call = new Call(u"initialize"_s, this);
    m_session->open(call, hints);
    return call;
}

/// What is not declared is asked for all the same: many servers forget to say what they can do.
void Client::warnIfUndeclared(const QString &capability, const QString &what)
{
    const auto known = connection();
    if (known && !known->declares(capability.toUtf8())) {
        server()->addWarning(u"It does not declare the capability \"%1\"; it was asked "
                             "for its %2 all the same."_s.arg(capability, what));
    }
}

ClientCapabilities Client::declared() const
{
    return m_session ? m_session->capabilities() : ClientCapabilities();
}

Call *Client::listTools()
{
    warnIfUndeclared(u"tools"_s, u"tools"_s);
    return list(u"tools/list"_s, u"tools"_s);
}

Call *Client::listResources()
{
    warnIfUndeclared(u"resources"_s, u"resources"_s);
    return list(u"resources/list"_s, u"resources"_s);
}

Call *Client::listResourceTemplates()
{
    warnIfUndeclared(u"resources"_s, u"resources"_s);
    return list(u"resources/templates/list"_s, u"resourceTemplates"_s);
}

Call *Client::readResource(const QString &uri, const CallOptions &options)
{
    Call *const call =
            request(u"resources/read"_s, JsonObjectWriter().add(u"uri", uri).toRawJson(), options);
    call->setTarget(uri);
    return call;
}

Call *Client::listPrompts()
{
    warnIfUndeclared(u"prompts"_s, u"prompts"_s);
    return list(u"prompts/list"_s, u"prompts"_s);
}

Call *Client::getPrompt(const QString &name, const RawJson &arguments, const CallOptions &options)
{
    JsonObjectWriter params;
    params.add(u"name", name).add(u"arguments", arguments);
    Call *const call = request(u"prompts/get"_s, params.toRawJson(), options);
    call->setTarget(name);
    return call;
}

Call *Client::complete(const CompletionReference &reference, const QString &name,
                       const QString &value, const RawJson &others)
{
    const auto known = connection();
    const bool hasContext = !known || known->revision >= Revision::V2025_06_18;
    return request(u"completion/complete"_s,
                   reference.params(name, value, hasContext ? others : RawJson()));
}

Call *Client::setLogLevel(const QString &level)
{
    const QString method = u"logging/setLevel"_s;
    if (!isInitialized())
        return failedCall(method, obstacle(method));
    if (!m_session->dialect().keepLogLevel(level))
        return request(method, JsonObjectWriter().add(u"level", level).toRawJson());
    auto *const call = new Call(method, this);
    call->settle(JsonObjectWriter().toRawJson());
    return call;
}

RawJson Client::toolCallParams(const QString &name, const RawJson &arguments,
                               const CallOptions &options) const
{
    JsonObjectWriter params;
    params.add(u"name", name);
    if (arguments.isAbsent())
        params.addRaw(u"arguments", "{}");
    else
        params.add(u"arguments", arguments);
    if (options.taskTtl && takesTasks())
        params.add(u"task", m_session->dialect().taskRequest(*options.taskTtl));
    return params.toRawJson();
}

/// 2025-11-25, basic/utilities/tasks: without the capability the member "task" must not be sent.
bool Client::takesTasks() const
{
    const auto known = connection();
    return known
           && known->capabilities()
                      .value("tasks")
                      .value("requests")
                      .value("tools")
                      .contains("call");
}

Call *Client::callTool(const QString &name, const RawJson &arguments, const CallOptions &options)
{
    const QString method = u"tools/call"_s;
    Call *const call = request(method, toolCallParams(name, arguments, options), options);
    call->setTarget(name);
    if (options.taskTtl && isInitialized() && !takesTasks()
        && !m_session->dialect().taskRequest(*options.taskTtl).isAbsent())
        call->addWarning(u"The server does not declare that it makes tasks of tool calls, so this "
                         "one went out as an ordinary call."_s);
    return call;
}

Message Client::toolCallMessage(const QString &name, const RawJson &arguments,
                                const CallOptions &options) const
{
    if (!server())
        return {};
    return m_session->preview(u"tools/call"_s, toolCallParams(name, arguments, options), options);
}

Message Client::requestMessage(const QString &method, const RawJson &params) const
{
    return server() ? m_session->preview(method, params, {}) : Message();
}

Call *Client::followTask(const QString &id)
{
    const QString method = u"tasks/get"_s;
    if (const Error error = obstacle(method))
        return failedCall(method, error);
    auto *const call = new Call(method, this);
    m_session->follow(call, Task(JsonObjectWriter().add(u"taskId", id).toRawJson()), {});
    return call;
}

Call *Client::cancelTask(const QString &id)
{
    const QString method = u"tasks/cancel"_s;
    if (const Error error = obstacle(method))
        return failedCall(method, error);
    if (const QString why = TaskCancelling(m_session).obstacle(); !why.isEmpty())
        return failedCall(method, Error::usage(why));
    return request(method, JsonObjectWriter().add(u"taskId", id).toRawJson());
}

Call *Client::ping()
{
    const QString method = u"ping"_s;
    if (const Error error = obstacle(method))
        return failedCall(method, error);
    return request(method);
}

Call *Client::request(const QString &method, const RawJson &params, const CallOptions &options)
{
    const Error error = obstacle(method);
    if (error && !isInitialized())
        return failedCall(method, error);
    auto *const call = new Call(method, this);
    if (error) // asked for by name: the server's reaction is worth seeing
        call->addWarning(error.message);
    m_session->send(call, method, params, options);
    return call;
}

Call *Client::list(const QString &method, const QString &member, const CallOptions &options)
{
    if (const Error error = obstacle(method))
        return failedCall(method, error);
    auto *const call = new Call(method, this);
    m_session->sendList(call, member, options);
    return call;
}

QList<InputRequest *> Client::inputRequests() const
{
    return m_session ? m_session->inputRequests() : QList<InputRequest *>();
}

Subscriptions *Client::subscriptions() const
{
    return m_session ? m_session->subscriptions() : nullptr;
}

bool Client::notify(const QString &method, const RawJson &params)
{
    return m_session && m_session->notify(method, params);
}

} // namespace Mcp
