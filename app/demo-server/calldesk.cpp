// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "calldesk.h"

#include "errorcode.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

CallDesk::CallDesk(const Responder &responder, Asking *asking, QObject *parent)
    : QObject(parent)
    , m_responder(responder)
    , m_asking(asking)
{}

bool CallDesk::restore(Exchange *exchange)
{
    const Request &request = exchange->request();
    if (!request.modern)
        return true;
    const std::optional<RequestState::Answers> known = m_state.open(request);
    if (!known) {
        m_responder.sendError(request,
                              { ErrorCode::invalidParams,
                                u"requestState was not made by this server for this request"_s,
                                {} });
        return false;
    }
    for (auto answer = known->cbegin(); answer != known->cend(); ++answer)
        exchange->remember(answer.key(), answer.value());
    return true;
}

void CallDesk::serve(Exchange *exchange)
{
    exchange->setParent(this);
    if (!restore(exchange)) {
        delete exchange;
        return;
    }
    const Request request = exchange->request();
    m_exchanges.insert(request.id, exchange);
    connect(exchange, &Exchange::answered, this, [this, request](const Mcp::RawJson &result) {
        m_responder.sendResult(request, result);
    });
    connect(exchange, &Exchange::refused, this,
            [this, request](const Refusal &refusal) { m_responder.sendError(request, refusal); });
    connect(exchange, &Exchange::asked, this,
            [this, exchange](const QList<Question> &questions) { ask(exchange, questions); });
    connect(exchange, &Exchange::finished, this, [this, exchange] {
        m_exchanges.remove(exchange->request().id);
        exchange->deleteLater();
    });
    exchange->run();
}

void CallDesk::ask(Exchange *exchange, const QList<Question> &questions)
{
    const Request &request = exchange->request();
    if (!request.modern)
        return m_asking->ask(exchange, questions);
    QStringList keys;
    for (const Question &question : questions)
        keys.append(question.key);
    Mcp::JsonObjectWriter result;
    if (!questions.isEmpty())
        result.add(u"inputRequests", Question::inputRequests(questions));
    result.add(u"requestState", m_state.seal(request, keys, exchange->answers()));
    m_responder.sendResult(request, result.toRawJson(), u"input_required");
    exchange->end();
}

bool CallDesk::cancel(const Mcp::MessageId &id)
{
    Exchange *const exchange = m_exchanges.take(id);
    if (!exchange)
        return false;
    m_asking->drop(exchange, u"The call that asked was cancelled"_s);
    delete exchange;
    return true;
}

} // namespace McpDemo
