// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/askingrig.h"

namespace McpTest {

inline QByteArray modernTask(const QByteArray &status, const QByteArray &more = {})
{
    return R"("taskId":"t1","status":")" + status + R"(","ttlMs":60000,"pollIntervalMs":100)"
           + more;
}

inline QByteArray legacyTask(const QByteArray &status)
{
    return R"({"taskId":"t1","status":")" + status
           + R"(","createdAt":"2026-11-26T00:00:00Z","ttl":null,"pollInterval":100})";
}

/// A peer that makes a task of each tools/call and answers tasks/get with one state after the
/// other, the last one again and again.
struct TaskRig : Asking
{
    explicit TaskRig(Mcp::Era era, const QByteArrayList &states, const Mcp::ServerSpec &spec = {})
        : Asking(era, Mcp::ClientCapabilities::all(), spec)
        , m_states(states)
    {
        reply = [this, era](const ScriptedPeer::Sent &sent) {
            using namespace Qt::Literals::StringLiterals;
            const QString method = sent.message.method();
            if (method == "tools/call"_L1 && era == Mcp::Era::Modern)
                peer.answer(sent, R"({"resultType":"task",)" + modernTask("working") + '}');
            else if (method == "tools/call"_L1)
                peer.answer(sent, R"({"task":)" + legacyTask("working") + '}');
            else if (method == "tasks/get"_L1)
                peer.answer(sent, next());
            else if (method == "tasks/result"_L1)
                resultAsked = sent;
            else if (method == "tasks/cancel"_L1 || method == "tasks/update"_L1)
                peer.answer(sent, R"({"resultType":"complete"})");
        };
    }

    QByteArray next() { return m_states.size() > 1 ? m_states.takeFirst() : m_states.constFirst(); }
    qsizetype count(const QString &method) const { return peer.log().filter(method).size(); }

    std::optional<ScriptedPeer::Sent> resultAsked;

private:
    QByteArrayList m_states;
};

inline QByteArray modernState(const QByteArray &status, const QByteArray &more = {})
{
    return R"({"resultType":"complete",)" + modernTask(status, more) + '}';
}

} // namespace McpTest
