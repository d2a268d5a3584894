// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server.h"
#include "json.h"
#include "process.h"

#include <cstdlib>
#include <vector>

namespace Fake {

Server::Server(const Options &options)
    : m_options(options)
    , m_input(options.framing)
    , m_output(options)
    , m_replies(options, m_output)
    , m_handshake(options, m_replies, m_timers)
    , m_pages(options, m_replies)
    , m_catalogue(options, m_pages)
    , m_features(options, m_replies, m_timers, m_pages)
    , m_toolCalls(options, m_replies, m_timers, m_catalogue, m_features)
    , m_chaos(unsigned(options.number("chaos", 1)), m_replies, m_output, m_timers, m_catalogue)
{}

int Server::run()
{
    if (m_options.has("silent"))
        m_output.mute();
    m_handshake.sayHello();
    if (m_options.has("chaos"))
        m_chaos.begin();
    for (;;) {
        const auto state = Process::readInput(m_input.buffer(), m_timers.untilNext());
        while (const auto text = m_input.next())
            payload(*text);
        m_timers.runDue();
        if (state == Process::ReadState::End)
            return endOfInput();
    }
}

int Server::endOfInput()
{
    if (m_options.has("slow-start") && !m_input.buffer().empty())
        rejectPayload(m_input.buffer());
    const bool livesOn = m_options.has("ignore-eof") || m_options.has("close-stdin");
    while (livesOn && !m_timers.isEmpty()) {
        Process::sleepMs(m_timers.untilNext());
        m_timers.runDue();
    }
    if (livesOn)
        Process::sleepForever();
    return 0;
}

void Server::payload(const std::string &text)
{
    if (Json::isValid(text)) {
        const std::vector<std::string_view> batch = Json::elements(text);
        for (const std::string_view element : batch)
            handle(Message::fromText(element));
        if (batch.empty())
            handle(Message::fromText(text));
    } else if (!text.empty() || m_options.has("slow-start")) {
        rejectPayload(text);
    }
}

/// A newline server meets bytes that are no message: it tells, and goes on as most servers do.
void Server::rejectPayload(const std::string &text)
{
    Process::say("not a message: " + text.substr(0, 200));
    if (m_options.has("slow-start"))
        std::exit(3);
}

void Server::handle(const Message &message)
{
    if (Json::member(message.raw, "jsonrpc") != R"("2.0")") {
        rejectPayload(message.raw);
    } else if (message.isRequest()) {
        request(message);
    } else if (message.isNotification()) {
        notification(message);
    } else if (!m_handshake.takeAnswer(message) && !m_features.takeAnswer(message)) {
        Process::say("protocol: an answer to nothing: " + message.raw.substr(0, 200));
    }
}

void Server::request(const Message &request)
{
    if (request.method == "server/discover")
        return m_handshake.discover(request);
    if (request.method == "initialize")
        return m_handshake.initialize(request);
    if (!m_handshake.admits(request))
        return;
    if (request.method == "ping" && !request.isModern()) {
        m_replies.rawResult(request, "{}");
    } else if (m_features.serve(request)) {
        return;
    } else if (request.method == "tools/list") {
        m_catalogue.list(request);
    } else if (request.method == "tools/call" && m_options.has("chaos")) {
        m_chaos.call(request);
    } else if (request.method == "tools/call") {
        m_toolCalls.call(request);
        if (m_options.has("list-changed-on-call"))
            m_features.announce(request, "tools", {});
    } else if (!m_options.has("ignore-unknown")) {
        m_replies.error(request, -32601, "Method not found: " + request.method);
    }
}

void Server::notification(const Message &notification)
{
    if (notification.method == "notifications/initialized") {
        m_handshake.initialized(notification);
    } else if (notification.method == "notifications/cancelled") {
        m_toolCalls.cancel(notification);
        m_features.cancel(std::string(Json::member(notification.params, "requestId")));
    }
}

} // namespace Fake
