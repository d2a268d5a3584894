// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <set>
#include <string>
#include <vector>

namespace Fake {

/// What the client wants to hear of: resources/subscribe and subscriptions/listen, and the
/// notifications that follow, with the faults of all of them.
class Subscriptions
{
public:
    Subscriptions(const Options &options, Replies &replies, Timers &timers)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
    {}

    void subscribe(const Message &request);
    void unsubscribe(const Message &request);
    void listen(const Message &request);
    void cancel(const std::string &id);
    /// Tells of a changed list (@p what: tools, prompts, resources) or, for "updated", of @p uri;
    /// @p cause is the request that did it. False if nobody is to hear of it.
    bool announce(const Message &cause, const std::string &what, const std::string &uri = {});

private:
    struct Listen
    {
        std::string id; ///< raw
        std::string filter;
    };

    std::string accepted(const std::string &filter) const;
    void acknowledge(const Listen &listen);
    void endSoon(const Message &request);
    static bool wants(const Listen &listen, const std::string &what, const std::string &uri);
    std::string subscriptionMeta(const std::string &id) const;

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
    std::vector<Listen> m_listens;
    std::set<std::string> m_uris; ///< of legacy subscriptions
};

} // namespace Fake
