// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "subscriptions.h"
#include "json.h"
#include "process.h"

#include <algorithm>
#include <cstdlib>

namespace Fake {

namespace {

constexpr const char *listMembers[] = { "toolsListChanged", "promptsListChanged",
                                        "resourcesListChanged" };

std::string methodFor(const std::string &what)
{
    return what == "updated" ? "notifications/resources/updated"
                             : "notifications/" + what + "/list_changed";
}

bool isBelow(const std::string &uri, const std::string &watched)
{
    return uri == watched || uri.starts_with(watched + '/');
}

} // namespace

// ---- Legacy ----

void Subscriptions::subscribe(const Message &request)
{
    if (m_options.has("refuse-subscribe"))
        return m_replies.error(request, -32002, "Resource not found");
    m_uris.insert(Json::text(Json::member(request.params, "uri")));
    m_replies.result(request, {});
}

void Subscriptions::unsubscribe(const Message &request)
{
    const std::string uri = Json::text(Json::member(request.params, "uri"));
    if (m_uris.erase(uri) == 0)
        Process::say("protocol: resources/unsubscribe of what is not subscribed: " + uri);
    m_replies.result(request, {});
}

// ---- Modern ----

void Subscriptions::listen(const Message &request)
{
    if (m_options.has("refuse-subscribe"))
        return m_replies.error(request, -32601, "Method not found: subscriptions/listen");
    const std::string filter(Json::member(request.params, "notifications"));
    if (filter.empty() || filter.front() != '{')
        return m_replies.error(request, -32602, "params.notifications is missing");
    m_listens.push_back({ request.id, filter });
    const std::string kind = m_options.argument("listen");
    if (kind == "no-ack")
        return;
    if (kind == "late-ack")
        m_replies.notification(methodFor("tools"), '{' + subscriptionMeta(request.id) + '}');
    acknowledge(m_listens.back());
    if (kind == "twice")
        acknowledge(m_listens.back());
    if (kind.starts_with("end-"))
        m_timers.after(50, [this, request] { endSoon(request); });
}

/// What a server may leave out it leaves out; what it must not add it adds.
std::string Subscriptions::accepted(const std::string &filter) const
{
    const std::string kind = m_options.argument("listen");
    std::string members;
    const auto add = [&members](const std::string &member) {
        members += (members.empty() ? "" : ",") + member;
    };
    for (const std::string member : listMembers) {
        const bool asked = Json::isTrue(Json::member(filter, member));
        if (kind == "superset" || (asked && kind != "subset"))
            add(Json::quote(member) + ":true");
    }
    std::string uris;
    for (const std::string_view uri :
         Json::elements(Json::member(filter, "resourceSubscriptions"))) {
        if (kind != "subset" || uris.empty())
            uris += (uris.empty() ? "" : ",") + std::string(uri);
    }
    if (!uris.empty())
        add(R"("resourceSubscriptions":[)" + uris + ']');
    return '{' + members + '}';
}

void Subscriptions::acknowledge(const Listen &listen)
{
    const bool quoted = m_options.argument("listen") == "other-id";
    m_replies.notification("notifications/subscriptions/acknowledged",
                           R"({"_meta":{"io.modelcontextprotocol/subscriptionId":)"
                                   + (quoted ? Json::quote(listen.id) : listen.id)
                                   + R"(},"notifications":)" + accepted(listen.filter) + '}');
}

void Subscriptions::endSoon(const Message &request)
{
    const std::string kind = m_options.argument("listen");
    if (kind == "end-exit") {
        Process::say("fatal: the subscription was too much");
        std::exit(4);
    }
    if (kind == "end-cancelled" || kind == "end-both")
        m_replies.notification("notifications/cancelled",
                               R"({"requestId":)" + request.id + R"(,"reason":"shutting down"})");
    if (kind == "end-answer" || kind == "end-both")
        m_replies.rawResult(request, R"({"resultType":"complete","_meta":)"
                                     R"({"io.modelcontextprotocol/subscriptionId":)"
                                             + request.id + "}}");
    if (kind == "end-error")
        m_replies.error(request, -32603, "the source of changes went away");
    cancel(request.id);
}

void Subscriptions::cancel(const std::string &id)
{
    std::erase_if(m_listens, [&id](const Listen &listen) { return listen.id == id; });
}

bool Subscriptions::wants(const Listen &listen, const std::string &what, const std::string &uri)
{
    if (what != "updated")
        return Json::isTrue(Json::member(listen.filter, what + "ListChanged"));
    const auto uris = Json::elements(Json::member(listen.filter, "resourceSubscriptions"));
    return std::any_of(uris.begin(), uris.end(), [&uri](std::string_view watched) {
        return isBelow(uri, Json::text(watched));
    });
}

std::string Subscriptions::subscriptionMeta(const std::string &id) const
{
    const std::string kind = m_options.argument("announce");
    if (kind == "none")
        return {};
    const std::string named = kind == "other"    ? "987654321"
                              : kind == "string" ? Json::quote(id)
                                                 : id;
    return R"("_meta":{"io.modelcontextprotocol/subscriptionId":)" + named + '}';
}

bool Subscriptions::announce(const Message &cause, const std::string &what, const std::string &uri)
{
    const std::string body = what == "updated" ? R"("uri":)" + Json::quote(uri) : std::string();
    const auto params = [&body](const std::string &meta) {
        return '{' + meta + (meta.empty() || body.empty() ? "" : ",") + body + '}';
    };
    const bool isUnasked = m_options.argument("announce") == "unasked";
    bool isHeard = false;
    if (!cause.isModern()) {
        isHeard = what != "updated" || isUnasked
                  || std::any_of(m_uris.begin(), m_uris.end(), [&uri](const std::string &watched) {
                         return isBelow(uri, watched);
                     });
        if (isHeard)
            m_replies.notification(methodFor(what), body.empty() ? std::string() : params({}));
        return isHeard;
    }
    for (const Listen &listen : m_listens) {
        if (isUnasked || wants(listen, what, uri)) {
            isHeard = true;
            m_replies.notification(methodFor(what), params(subscriptionMeta(listen.id)));
        }
    }
    return isHeard;
}

} // namespace Fake
