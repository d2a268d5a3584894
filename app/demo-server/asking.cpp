// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "asking.h"

#include "wire/message.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

Mcp::RawJson withMeta(const Mcp::RawJson &params, const Mcp::RawJson &meta)
{
    if (meta.isAbsent())
        return params;
    return Mcp::JsonObjectWriter().addMembers(params).add(u"_meta", meta).toRawJson();
}

} // namespace

Asking::Asking(const Responder &responder, QObject *parent)
    : QObject(parent)
    , m_responder(responder)
{}

void Asking::ask(Exchange *exchange, const QList<Question> &questions)
{
    // Texts, so that nobody takes them for ids of the client.
    for (const Question &question : questions) {
        const auto id =
                Mcp::MessageId::fromRaw(Mcp::RawJson::fromString(u"ask-%1"_s.arg(++m_lastId)));
        m_open.insert(id, { exchange, question.key, question.method() });
        m_responder.ask(id, question.method(), withMeta(question.params, exchange->meta()));
    }
    if (questions.isEmpty())
        QMetaObject::invokeMethod(exchange, &Exchange::resume, Qt::QueuedConnection);
}

bool Asking::take(const Mcp::Message &answer)
{
    if (!m_open.contains(answer.id()))
        return false;
    const Open open = m_open.take(answer.id());
    if (!open.exchange)
        return true;
    if (answer.kind() == Mcp::Message::Kind::ErrorResponse) {
        drop(open.exchange, u"Another question of this call was refused"_s);
        open.exchange->giveUp(u"The client refused %1: %2"_s.arg(
                open.method, QString::fromUtf8(answer.error().view())));
        return true;
    }
    open.exchange->remember(open.key, answer.result());
    if (!isWaiting(open.exchange))
        open.exchange->resume();
    return true;
}

bool Asking::isWaiting(const Exchange *exchange) const
{
    return std::any_of(m_open.cbegin(), m_open.cend(),
                       [exchange](const Open &open) { return open.exchange == exchange; });
}

void Asking::drop(const Exchange *exchange, const QString &reason)
{
    for (auto open = m_open.begin(); open != m_open.end();) {
        if (open->exchange != exchange) {
            ++open;
            continue;
        }
        Mcp::JsonObjectWriter params;
        params.addRaw(u"requestId", open.key().raw()).add(u"reason", reason);
        m_responder.notify(u"notifications/cancelled", params.toRawJson());
        open = m_open.erase(open);
    }
}

} // namespace McpDemo
