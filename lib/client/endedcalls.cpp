// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/endedcalls.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr size_t maxEnded = 10'000; ///< the oldest are forgotten

} // namespace

void EndedCalls::add(const MessageId &id, const QString &note, const Late &late)
{
    m_ended.insert(id, { note, late });
    m_order.push_back(id);
    if (m_order.size() > maxEnded) {
        m_ended.remove(m_order.front());
        m_order.pop_front();
    }
}

QString EndedCalls::take(const Message &answer)
{
    m_logging.remove(answer.id());
    const auto found = m_ended.find(answer.id());
    if (found == m_ended.end())
        return {};
    const QString note = found->note;
    const Late late = std::exchange(found->late, nullptr); // once
    const QString more = late ? late(answer) : QString();
    return more.isEmpty() ? note : u"%1: %2"_s.arg(note, more);
}

void EndedCalls::addToken(const MessageId &token)
{
    if (m_tokens.contains(token))
        return;
    m_tokens.insert(token);
    m_tokenOrder.push_back(token);
    if (m_tokenOrder.size() > maxEnded) {
        m_tokens.remove(m_tokenOrder.front());
        m_tokenOrder.pop_front();
    }
}

void EndedCalls::onAnswered(const MessageId &id)
{
    if (m_logging.isEmpty())
        return;
    const qint64 number = id.toInteger().value_or(0);
    m_logging.removeIf([number](const auto &logging) { return logging.value() <= number; });
}

} // namespace Mcp
