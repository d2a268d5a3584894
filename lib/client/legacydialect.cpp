// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/legacydialect.h"

#include "wire/errorcode.h"
#include "json/jsonwriter.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

Message LegacyDialect::opener(const MessageId &id) const
{
    JsonObjectWriter params;
    params.add(u"protocolVersion", toString(revision()));
    params.add(u"capabilities", capabilities().toJson(Era::Legacy));
    params.add(u"clientInfo", clientInfo());
    return Message::request(id, u"initialize", params.toRawJson());
}

std::optional<Message> LegacyDialect::confirmation() const
{
    return Message::notification(u"notifications/initialized");
}

RawJson LegacyDialect::decorate(const RawJson &params, const RawJson &meta,
                                const MessageId &progressToken) const
{
    return withMeta(params, {}, meta, progressToken);
}

Result<Reading> LegacyDialect::read(const QString &method, const RawJson &result,
                                    QList<Violation> *violations) const
{
    if (!result.isObject())
        violations->append(
                { Rule::ResultObject, u"The result of %1 is not an object."_s.arg(method) });
    // 2025-11-25, basic/utilities/tasks: the answer to a request with "task"
    if (method == "tools/call"_L1 && taskOf(result).isValid() && !result.contains("content"))
        return Reading{ Reading::Kind::Task, result };
    return Reading{ Reading::Kind::Complete, result };
}

RawJson LegacyDialect::taskRequest(qint64 ttl) const
{
    if (revision() < Revision::V2025_11_25)
        return {};
    JsonObjectWriter task;
    if (ttl > 0)
        task.add(u"ttl", ttl);
    return task.toRawJson();
}

bool LegacyDialect::mayBecomeTask(const QString &method, const RawJson &params) const
{
    // Hardly any does, and params may be large.
    return revision() >= Revision::V2025_11_25 && method == "tools/call"_L1
           && params.view().contains("\"task\"") && params.contains("task");
}

bool LegacyDialect::cancelsTasks(const RawJson &capabilities) const
{
    return capabilities.value("tasks").contains("cancel");
}

std::optional<Result<RawJson>> LegacyDialect::taskOutcome(const Task &) const
{
    return std::nullopt;
}

bool LegacyDialect::asksByTaskResult(const Task &task) const
{
    return task.status() == Task::Status::InputRequired;
}

Error LegacyDialect::refusal(const QString &method) const
{
    static const QStringList modernOnly{ u"server/discover"_s, u"subscriptions/listen"_s };
    if (!modernOnly.contains(method))
        return {};
    return Error::usage(u"%1 does not exist in revision %2, which this server speaks; it came with "
                        "2026-07-28."_s.arg(method, toString(revision())));
}

std::optional<Message> LegacyDialect::answerTo(const Message &request) const
{
    if (request.method() == "ping"_L1) // 2025-11-25, basic/utilities/ping: promptly, with {}
        return Message::response(request.id(), JsonObjectWriter().toRawJson());
    return Message::errorResponse(
            request.id(), ErrorCode::methodNotFound,
            u"Method not found: this client does not offer %1"_s.arg(request.method()));
}

} // namespace Mcp
