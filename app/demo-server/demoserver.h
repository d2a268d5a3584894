// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "channel.h"
#include "eragate.h"
#include "toolbox.h"

#include <QtCore/qhash.h>

namespace McpDemo {

class ToolCall;

/*!
 * The server: takes each message to the function that serves its method. Lives in the main thread,
 * owns the channel and the calls in flight; everything it sends goes through the Responder.
 */
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const Options &options, QObject *parent = nullptr);

    void start();

signals:
    /// The client closed our input; nothing more will come.
    void finished();

private:
    using Handler = void (DemoServer::*)(const Request &);

    void receive(const Mcp::Message &message);
    void receiveBatch(const Mcp::Message &message);
    void receiveRequest(const Mcp::Message &message);
    void receiveNotification(const Mcp::Message &message);
    static Handler handlerFor(const Request &request);

    void initialize(const Request &request);
    void discover(const Request &request);
    void ping(const Request &request);
    void setLevel(const Request &request);
    void listTools(const Request &request);
    void callTool(const Request &request);
    void listResources(const Request &request);
    void listResourceTemplates(const Request &request);
    void readResource(const Request &request);
    void listen(const Request &request);
    void cancel(const Mcp::RawJson &params);
    /// True if @p request asks for a page that does not exist; then it was refused.
    bool refusedCursor(const Request &request);

    Options m_options;
    Channel m_channel;
    Responder m_responder;
    EraGate m_gate;
    Toolbox m_toolbox;
    LogLevel m_level = LogLevel::Debug; ///< all, until logging/setLevel says otherwise
    QHash<Mcp::MessageId, ToolCall *> m_calls;
};

} // namespace McpDemo
