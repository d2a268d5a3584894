// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/client.h"

#include "client/session.h"
#include "server/server.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

RawJson toolCallParams(const QString &name, const RawJson &arguments)
{
    JsonObjectWriter params;
    params.add(u"name", name);
    if (arguments.isAbsent())
        params.addRaw(u"arguments", "{}");
    else
        params.add(u"arguments", arguments);
    return params.toRawJson();
}

} // namespace

Client::Client(Server *server, QObject *parent)
    : QObject(parent)
    , m_session(Session::of(server))
{
    connect(m_session, &Session::opened, this, &Client::initialized);
    connect(m_session, &Session::lost, this, &Client::disconnected);
    connect(m_session, &Session::notificationReceived, this, &Client::notificationReceived);
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

Call *Client::listTools()
{
    const auto known = connection();
    if (known && !known->declares("tools")) {
        server()->addWarning(u"It does not declare the capability \"tools\"; it was asked "
                             "for its tools all the same."_s);
    }
    return list(u"tools/list"_s, u"tools"_s);
}

Call *Client::callTool(const QString &name, const RawJson &arguments, const CallOptions &options)
{
    return request(u"tools/call"_s, toolCallParams(name, arguments), options);
}

Message Client::toolCallMessage(const QString &name, const RawJson &arguments,
                                const CallOptions &options) const
{
    return server() ? m_session->preview(u"tools/call"_s, toolCallParams(name, arguments), options)
                    : Message();
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

bool Client::notify(const QString &method, const RawJson &params)
{
    return m_session && m_session->notify(method, params);
}

} // namespace Mcp
