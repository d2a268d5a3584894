// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/message.h"

#include <QtCore/qhash.h>
#include <QtCore/qset.h>

#include <deque>
#include <functional>

namespace Mcp {

/*!
 * What is remembered of requests that nobody waits for any more, for the case that the server still
 * sends something of them: an answer, progress, log messages. Bounded. Owned by PendingCalls.
 */
class EndedCalls
{
public:
    /// Called with an answer that came after all; gives what to say of it, empty for nothing.
    using Late = std::function<QString(const Message &answer)>;

    /// @p note is what to say of an answer; empty: nothing is odd about one. Those that were
    /// answered need not be added.
    void add(const MessageId &id, const QString &note, const Late &late = {});
    bool contains(const MessageId &id) const { return m_ended.contains(id); }
    /// What to say of an answer that came late; it is one that contains() its id.
    QString take(const Message &answer);

    /// A token of the user's own, of a request that is over.
    void addToken(const MessageId &token);
    bool knowsToken(const MessageId &token) const { return m_tokens.contains(token); }

    /// It asked for log messages, and @p next is the id of the request that comes after its
    /// cancellation: until that is answered the server may not have read that it was cancelled.
    void addLogging(const MessageId &id, qint64 next) { m_logging.insert(id, next); }
    void onAnswered(const MessageId &id);
    bool mayLog() const { return !m_logging.isEmpty(); }
    void forgetLogging() { m_logging.clear(); } ///< another process

private:
    struct Ended
    {
        QString note;
        Late late;
    };

    QHash<MessageId, Ended> m_ended;
    std::deque<MessageId> m_order;
    QSet<MessageId> m_tokens;
    std::deque<MessageId> m_tokenOrder;
    QHash<MessageId, qint64> m_logging;
};

} // namespace Mcp
