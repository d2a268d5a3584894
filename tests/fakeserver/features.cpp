// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "features.h"
#include "json.h"

namespace Fake {

Features::Features(const Options &options, Replies &replies, Timers &timers, Pages &pages)
    : questions(options, replies, timers)
    , subscriptions(options, replies, timers)
    , logging(options, replies)
    , tasks(options, replies, timers)
    , m_options(options)
    , m_resources(options, replies, pages, questions)
    , m_prompts(options, replies, pages, questions)
    , m_completions(options, replies, timers)
{}

bool Features::serve(const Message &request)
{
    logging.disturb(request);
    if (request.method.ends_with("/list") && request.isModern()) {
        if (m_options.argument("mrtr") == "on-list") {
            questions.require(request, "roots/list", "{}");
            return true;
        }
        if (m_options.argument("task") == "on-list") {
            tasks.answerWithTask(request);
            return true;
        }
    }
    if (request.method == "logging/setLevel" && !request.isModern())
        logging.setLevel(request);
    else if (request.method == "subscriptions/listen" && request.isModern())
        subscriptions.listen(request);
    else
        return m_options.has("everything") && serveEverything(request);
    return true;
}

bool Features::serveEverything(const Message &request)
{
    const std::string &method = request.method;
    if (method == "resources/list")
        m_resources.list(request);
    else if (method == "resources/templates/list")
        m_resources.listTemplates(request);
    else if (method == "resources/read")
        m_resources.read(request);
    else if (method == "resources/subscribe" && !request.isModern())
        subscriptions.subscribe(request);
    else if (method == "resources/unsubscribe" && !request.isModern())
        subscriptions.unsubscribe(request);
    else if (method == "prompts/list")
        m_prompts.list(request);
    else if (method == "prompts/get")
        m_prompts.get(request);
    else if (method == "completion/complete")
        m_completions.complete(request);
    else
        return tasks.serve(request);
    return true;
}

void Features::cancel(const std::string &id)
{
    questions.drop(id);
    subscriptions.cancel(id);
}

bool Features::announce(const Message &cause, const std::string &what, const std::string &uri)
{
    if (what == "resources")
        m_resources.grow();
    else if (what == "prompts")
        m_prompts.grow();
    return subscriptions.announce(cause, what, uri);
}

} // namespace Fake
