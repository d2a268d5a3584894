// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "calldesk.h"
#include "channel.h"
#include "completions.h"
#include "eragate.h"
#include "livestate.h"
#include "promptbook.h"
#include "resourceshelf.h"
#include "subscriptionset.h"
#include "taskdesk.h"
#include "toolbox.h"

#include <span>

namespace McpDemo {

/*!
 * The server: takes each message to the part that serves its method. Lives in the main thread, owns
 * the channel and the parts; everything it sends goes through the Responder.
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
    using Handler = void (*)(DemoServer &, const Request &);
    struct Entry
    {
        QLatin1String method;
        Handler handler = nullptr;
    };

    void receive(const Mcp::Message &message);
    void receiveBatch(const Mcp::Message &message);
    void receiveRequest(const Mcp::Message &message);
    void receiveNotification(const Mcp::Message &message);
    static std::span<const Entry> methodsOfBothEras();
    static std::span<const Entry> legacyMethods();
    static std::span<const Entry> modernMethods();
    static Handler handlerFor(const Request &request);
    std::optional<Refusal> refusal(const Request &request) const;

    void initialize(const Request &request);
    void discover(const Request &request);
    void listTools(const Request &request);
    void setLevel(const Request &request);
    void callTool(const Request &request);
    void getPrompt(const Request &request);
    void cancel(const Mcp::RawJson &params);

    Options m_options;
    Channel m_channel;
    Responder m_responder;
    EraGate m_gate;
    LiveState m_live;
    Toolbox m_toolbox;
    Promptbook m_prompts;
    ResourceShelf m_resources;
    Completions m_completions;
    Asking m_asking;
    CallDesk m_calls;
    TaskDesk m_tasks;
    SubscriptionSet m_subscriptions;
};

} // namespace McpDemo
