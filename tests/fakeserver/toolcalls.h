// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "catalogue.h"
#include "features.h"
#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <map>
#include <string>

namespace Fake {

/// Serves tools/call; knows the calls in flight, so that they can be cancelled.
class ToolCalls
{
public:
    ToolCalls(const Options &options, Replies &replies, Timers &timers, Catalogue &catalogue,
              Features &features)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
        , m_catalogue(catalogue)
        , m_features(features)
    {}

    void call(const Message &request);
    void cancel(const Message &notification);

private:
    bool applyFaults(const Message &request);
    void run(const Message &request, const std::string &tool, std::string_view arguments);
    void runSlow(const Message &request, std::string_view arguments);
    void step(const Message &request, long long done, long long steps, long long pause);
    void runNotify(const Message &request, std::string_view arguments);
    void runAsk(const Message &request, std::string_view arguments);
    void runAnnounce(const Message &request, std::string_view arguments);
    void runWork(const Message &request, bool mustBeTask, long long ms);
    void runLog(const Message &request, std::string_view arguments);
    void runNeedsVisit(const Message &request, std::string_view arguments);
    void runExit(std::string_view arguments);
    void runStderr(const Message &request, std::string_view arguments);
    void answerText(const Message &request, std::string_view text, const std::string &more = {});
    void answer(const Message &request, const std::string &members);
    std::string spoiled(const Message &request) const;

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
    Catalogue &m_catalogue;
    Features &m_features;
    std::map<std::string, Message> m_inFlight; ///< by raw id
    long long m_calls = 0;
    bool m_sentToUrl = false;
    bool m_visitAsked = false;
};

} // namespace Fake
