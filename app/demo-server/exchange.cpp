// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "exchange.h"

#include "errorcode.h"

namespace McpDemo {

Exchange::Exchange(const Request &request, const Responder &responder, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_responder(responder)
{}

void Exchange::resume()
{
    emit resumed();
    work();
}

void Exchange::ask(const QList<Question> &questions)
{
    for (const Question &question : questions) {
        const QString obstacle = question.obstacle(m_request);
        if (obstacle.isEmpty())
            continue;
        if (!m_request.modern)
            return giveUp(obstacle);
        // 2026-07-28, basic/index: it says what it lacks, so that it can be declared.
        Mcp::JsonObjectWriter data;
        data.add(u"requiredCapabilities", Question::lacking(questions, m_request));
        return refuse({ ErrorCode::missingCapability, obstacle, data.toRawJson() });
    }
    emit asked(questions);
}

void Exchange::finishWith(const Mcp::RawJson &result)
{
    emit answered(result);
    emit finished();
}

void Exchange::refuse(const Refusal &refusal)
{
    emit refused(refusal);
    emit finished();
}

void Exchange::notify(QStringView method, const Mcp::RawJson &params)
{
    if (m_meta.isAbsent())
        return m_responder.notify(method, params);
    Mcp::JsonObjectWriter writer;
    writer.addMembers(params).add(u"_meta", m_meta);
    m_responder.notify(method, writer.toRawJson());
}

void Exchange::silence()
{
    m_request.progressToken = {};
    m_request.logLevel = std::nullopt;
}

} // namespace McpDemo
