// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace Fake {

/// Asks the client a question before a request is answered: by a request of the server's own, or in
/// rounds where the client is modern. With the faults of both; strict about how it is answered.
class Questions
{
public:
    /// Called once with what was answered: the whole answer of a legacy client, the inputResponses
    /// of a modern one.
    using Done = std::function<void(const std::string &answer)>;

    Questions(const Options &options, Replies &replies, Timers &timers)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
    {}

    /// Asks on behalf of @p request, which @p done answers.
    void ask(const Message &request, const std::string &method, const std::string &params,
             Done done);
    /// The answer to a question; false if it is not one.
    bool takeAnswer(const Message &answer);
    /// The client has cancelled request @p id: its questions are taken back.
    void drop(const std::string &id);
    /// Answers any request with input_required: allowed to some only.
    void require(const Message &request, const std::string &method, const std::string &params);

private:
    struct Asked
    {
        Message request;
        Done done;
        int open = 1; ///< answers that are waited for
    };
    /// What was said last in a conversation in rounds.
    struct Round
    {
        int number = 0;
        std::string state; ///< raw, empty if there was none
        std::vector<std::string> keys;
        std::string requestId;
    };

    std::string send(const std::string &method, const std::string &params);
    void takeBack(const std::string &id, const std::string &reason);
    void nextRound(const Message &request, const std::string &method, const std::string &params,
                   const Done &done);
    std::string problem(const Message &request, const Round &round) const;
    bool isDeclared(const Message &request, const std::string &method) const;
    std::string questions(Round &round, const std::string &method, const std::string &params);
    std::string nextState(const Round &round) const;
    int lastRound() const;
    std::string kind() const;

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
    std::map<std::string, Asked> m_asked;  ///< by the raw id of the question
    std::map<std::string, Round> m_rounds; ///< by what was asked for
    int m_lastId = 0;
};

} // namespace Fake
