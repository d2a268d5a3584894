// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/moderndialect.h"

#include "protocol/caching.h"
#include "json/jsonwriter.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

ModernDialect::ModernDialect(Revision revision, const ClientCapabilities &capabilities)
    : Dialect(revision, capabilities)
{
    ModernDialect::keepLogLevel({});
}

bool ModernDialect::keepLogLevel(const QString &level)
{
    // 2026-07-28, basic/index: the first two are a must in every request, clientInfo a should.
    JsonObjectWriter meta;
    meta.add(u"io.modelcontextprotocol/protocolVersion", toString(revision()));
    meta.add(u"io.modelcontextprotocol/clientCapabilities", capabilities().toJson(Era::Modern));
    meta.add(u"io.modelcontextprotocol/clientInfo", clientInfo());
    if (!level.isEmpty())
        meta.add(u"io.modelcontextprotocol/logLevel", level);
    m_meta = meta.toRawJson();
    return true;
}

Message ModernDialect::opener(const MessageId &id) const
{
    return Message::request(id, u"server/discover", decorate({}, {}, {}));
}

RawJson ModernDialect::decorate(const RawJson &params, const RawJson &meta,
                                const MessageId &progressToken) const
{
    return withMeta(params, m_meta, meta, progressToken);
}

Result<Reading> ModernDialect::read(const QString &method, const RawJson &result,
                                    QList<Violation> *violations) const
{
    // All in one pass: a list may be large.
    const QList<RawJson> members = result.values({ "resultType", "ttlMs", "cacheScope" });
    const RawJson &type = members.at(0);
    const auto noteCaching = [&] {
        if (!result.isObject() || !Caching::isRequiredFor(method))
            return;
        for (const QString &problem : Caching::problems(method, members.at(1), members.at(2)))
            violations->append({ Rule::Caching, problem });
    };
    if (type.isAbsent()) {
        // 2026-07-28, basic/index: read as complete. It is a fault of the server all the same.
        violations->append(
                result.isObject()
                        ? Violation{ Rule::ResultType,
                                     u"The result of %1 has no resultType."_s.arg(method) }
                        : Violation{ Rule::ResultObject,
                                     u"The result of %1 is not an object."_s.arg(method) });
        noteCaching();
        return Reading{ Reading::Kind::Complete, result };
    }
    const QString name = type.toString();
    if (name == "complete"_L1) {
        noteCaching();
        return Reading{ Reading::Kind::Complete, result };
    }
    if (name == "input_required"_L1) {
        static const QStringList allowed{ u"tools/call"_s, u"prompts/get"_s, u"resources/read"_s };
        if (allowed.contains(method))
            return Reading{ Reading::Kind::InputRequired, result };
        return Error::protocol(u"The server answered %1 with \"input_required\", which only "
                               "tools/call, prompts/get and resources/read allow."_s.arg(method),
                               result);
    }
    if (name == "task"_L1 && method == "tasks/get"_L1) // as the examples of SEP-2663 have it
        return Reading{ Reading::Kind::Complete, result };
    if (name == "task"_L1 && method == "tools/call"_L1 && capabilities().tasks)
        return Reading{ Reading::Kind::Task, result };
    if (name == "task"_L1 && method == "tools/call"_L1) {
        return Error::protocol(u"The server answered %1 with a task though we did not declare "
                               "that we follow tasks."_s.arg(method),
                               result);
    }
    // 2026-07-28, basic/index: an unknown resultType makes the response invalid.
    return Error::protocol(
            u"The result of %1 cannot be used: its resultType is %2, which means nothing here."_s
                    .arg(method, QString::fromUtf8(type.view())),
            result);
}

bool ModernDialect::mayBecomeTask(const QString &method, const RawJson &) const
{
    return method == "tools/call"_L1 && capabilities().tasks;
}

/// SEP-2663: completed has the result, which may be a tool error; failed is a JSON-RPC error only.
std::optional<Result<RawJson>> ModernDialect::taskOutcome(const Task &task) const
{
    switch (task.status()) {
    case Task::Status::Completed:
        if (const RawJson result = task.raw().value("result"); !result.isAbsent())
            return result;
        return Error::protocol(u"The task is completed, but its state has no result."_s,
                               task.raw());
    case Task::Status::Failed:
        return Error::remote(task.raw().value("error"));
    case Task::Status::Cancelled:
        return Error::cancelled(u"The server has cancelled the task."_s);
    default:
        return std::nullopt;
    }
}

Error ModernDialect::refusal(const QString &method) const
{
    static const QStringList legacyOnly{ u"initialize"_s, u"ping"_s, u"logging/setLevel"_s,
                                         u"resources/subscribe"_s, u"resources/unsubscribe"_s };
    if (!legacyOnly.contains(method))
        return {};
    return Error::usage(u"%1 does not exist in revision %2, which this server speaks."_s.arg(
            method, toString(revision())));
}

bool ModernDialect::wantsLogs(const RawJson &params) const
{
    constexpr auto key = "io.modelcontextprotocol/logLevel";
    // Hardly any does, and params may be large.
    return params.view().contains(key) && params.value("_meta").contains(key);
}

std::optional<Message> ModernDialect::answerTo(const Message &) const { return std::nullopt; }

} // namespace Mcp
