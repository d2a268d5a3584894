// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/specschema.h"

#include <QtCore/qfile.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

RawJson schemaOf(Revision revision)
{
    const QString folder = qEnvironmentVariable(
            "MCP_SPEC_DIR", QStringLiteral(PROJECT_SOURCE_DIR "/../shared/spec"));
    QFile file(folder + u'/' + toString(revision) + "/schema.json"_L1);
    return file.open(QIODevice::ReadOnly) ? RawJson::fromText(file.readAll()) : RawJson();
}

RawJson bytesOf(const Message &message)
{
    return RawJson(message.payload(), { 0, message.payload().size() });
}

} // namespace

SpecSchema::SpecSchema(Revision revision)
    : m_document(schemaOf(revision))
    , m_validator(m_document)
{
    m_validator.setTimeLimit(60'000);
    m_definitions = m_document.root().value("$defs");
    if (m_definitions.isAbsent())
        m_definitions = m_document.root().value("definitions");
    const QList<RawJsonMember> members = m_definitions.members();
    for (const RawJsonMember &member : members) {
        const QString method =
                member.value.value("properties").value("method").value("const").toString();
        // Of 2026-07-28's CancelledNotification there is a copy called ClientNotification.
        if (!method.isEmpty() && !member.key.startsWith("Client"_L1))
            m_byMethod.insert(method, member.key);
    }
}

RawJson SpecSchema::definition(const QString &name) const { return m_definitions.value(name); }

bool SpecSchema::has(const QString &name) const { return !definition(name).isAbsent(); }

QSet<QString> SpecSchema::methodsOf(const QString &unionName) const
{
    QSet<QString> methods;
    const QList<RawJson> parts = definition(unionName).value("anyOf").elements();
    for (const RawJson &part : parts) {
        const QString name = part.value("$ref").toString().section(u'/', -1);
        methods.insert(m_byMethod.key(name));
    }
    if (parts.isEmpty())
        methods.insert(definition(unionName)
                               .value("properties")
                               .value("method")
                               .value("const")
                               .toString());
    return methods;
}

QStringList SpecSchema::problems(const QString &name, const RawJson &value) const
{
    const RawJson schema = definition(name);
    if (schema.isAbsent())
        return { u"there is no definition %1"_s.arg(name) };
    QStringList problems;
    const QList<SchemaProblem> found = m_validator.validate(value, schema);
    for (const SchemaProblem &problem : found)
        problems.append(u"%1 at \"%2\": %3: %4"_s.arg(
                name, problem.pointer.toString(), problem.message,
                QString::fromUtf8(value.view().first(qMin<qsizetype>(500, value.view().size())))));
    return problems;
}

/// By the first of @p names that the revision has: some were renamed.
QStringList SpecSchema::firstKnown(const QStringList &names, const RawJson &value) const
{
    for (const QString &name : names) {
        if (has(name))
            return problems(name, value);
    }
    return { u"none of %1 is defined"_s.arg(names.join(u", ")) };
}

QString SpecSchema::resultDefinition(const QString &method, const RawJson &result) const
{
    if (result.value("resultType").toString() == "input_required"_L1)
        return u"InputRequiredResult"_s;
    if (result.value("resultType").toString() == "task"_L1)
        return u"Result"_s; // of the extension
    if (method == "tools/call"_L1 && result.contains("task"))
        return u"CreateTaskResult"_s;
    const QString request = m_byMethod.value(method);
    const QString name = request.chopped(request.isEmpty() ? 0 : 7) + "Result"_L1;
    return has(name) ? name : u"Result"_s;
}

QStringList SpecSchema::problems(const TraceEntry &entry, const TraceLog &trace) const
{
    const Message &message = entry.message;
    const RawJson bytes = bytesOf(message);
    switch (message.kind()) {
    case Message::Kind::Request:
    case Message::Kind::Notification: {
        const bool isRequest = message.kind() == Message::Kind::Request;
        const QString envelope = isRequest ? u"JSONRPCRequest"_s : u"JSONRPCNotification"_s;
        QStringList all = problems(envelope, bytes);
        if (m_byMethod.contains(message.method()))
            all += problems(m_byMethod.value(message.method()), bytes);
        return all;
    }
    case Message::Kind::Response: {
        QStringList all = firstKnown({ u"JSONRPCResultResponse"_s, u"JSONRPCResponse"_s }, bytes);
        const TraceEntry *const request = trace.find(entry.pair);
        if (!request)
            return all << u"answers nothing"_s;
        const QString name = resultDefinition(request->method, message.result());
        return all + problems(name, message.result());
    }
    case Message::Kind::ErrorResponse:
        return firstKnown({ u"JSONRPCErrorResponse"_s, u"JSONRPCError"_s }, bytes);
    default:
        return { u"is no message"_s };
    }
}

} // namespace McpTest
