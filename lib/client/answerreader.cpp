// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/answerreader.h"

#include "client/call.h"
#include "client/violation.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "wire/errorcode.h"
#include "json/jsontext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Larger results are not checked for well-formed JSON here: that takes time, and whoever shows
/// them does it off this thread.
constexpr qsizetype maxCheckedBytes = 4 * 1024 * 1024;

RawJson bytesOf(const Message &message)
{
    return RawJson(message.payload(), { 0, message.payload().size() });
}

/// Those of @p wanted that @p capabilities do not declare, as a whole or a part.
QStringList undeclared(QStringList wanted, const ClientCapabilities &capabilities)
{
    const QStringList declared = ClientCapabilities::namesIn(capabilities.toJson(Era::Modern));
    wanted.removeIf([&declared](const QString &name) {
        return std::any_of(declared.begin(), declared.end(), [&name](const QString &each) {
            return each == name || each.startsWith(name + u'.');
        });
    });
    return wanted;
}

} // namespace

Result<Reading> AnswerReader::read(Call *call, const QString &method, const Result<Message> &answer)
{
    if (!answer)
        return answer.error();
    switch (answer->kind()) {
    case Message::Kind::ErrorResponse:
        return refused(call, Error::remote(answer->error()));
    case Message::Kind::Response:
        return readResult(call, method, *answer);
    default:
        return Error::protocol(
                u"The answer to %1 cannot be read: %2."_s.arg(method, answer->problem()),
                bytesOf(*answer));
    }
}

/// 2026-07-28, basic/index: what the server needs is in the error; whoever sees it alone cannot
/// know what to do about it. Servers exist that refuse although it was declared.
Error AnswerReader::refused(Call *call, const Error &error)
{
    if (!call || error.code != ErrorCode::missingCapability
        || m_dialect.revision() < Revision::V2026_07_28)
        return error;
    const QStringList wanted =
            ClientCapabilities::namesIn(error.data.value("requiredCapabilities"));
    const QStringList missing = undeclared(wanted, m_dialect.capabilities());
    if (!missing.isEmpty())
        call->addWarning(
                u"The server wants the client to declare %1, which is not declared to it. "
                "What is declared is a setting of each server."_s.arg(missing.join(u", "_s)));
    else if (!wanted.isEmpty())
        call->addWarning(
                u"The server wants the client to declare %1, which is declared to it."_s.arg(
                        wanted.join(u", "_s)));
    return error;
}

/// 2026-07-28, basic/index: error, then resultType, then the body. A result with faults is
/// delivered with warnings, never dropped.
Result<Reading> AnswerReader::readResult(Call *call, const QString &method, const Message &answer)
{
    QList<Violation> violations;
    if (call && !answer.problem().isEmpty()) // the server's badge tells it already
        call->addWarning(u"The answer to %1 breaks a rule: %2."_s.arg(method, answer.problem()));
    checkSyntax(method, answer, violations);
    checkDeclared(method, answer);
    const Result<Reading> reading = m_dialect.read(method, answer.result(), &violations);
    for (const Violation &violation : std::as_const(violations)) {
        reportViolation(m_server, answer, violation.rule, violation.text);
        if (call)
            call->addWarning(violation.text);
    }
    if (!reading) // what cannot be gone on with
        reportViolation(m_server, answer, Rule::ResultType, reading.error().message);
    return reading;
}

void AnswerReader::checkSyntax(const QString &method, const Message &answer,
                               QList<Violation> &violations)
{
    if (answer.result().size() > maxCheckedBytes)
        return;
    const auto problem = JsonText::check(answer.result().view());
    if (!problem)
        return;
    violations.append({ Rule::WellFormed,
                        u"The result of %1 is not well-formed JSON: %2 (byte %3)."_s.arg(
                                method, problem->message, QString::number(problem->offset)) });
}

/// Whoever has a list to give has to say so at the start (2025-11-25, basic/lifecycle).
void AnswerReader::checkDeclared(const QString &method, const Message &answer)
{
    static const QStringList lists{ u"tools/list"_s, u"resources/list"_s, u"prompts/list"_s };
    const auto &connection = m_server->connection();
    if (!connection || !lists.contains(method))
        return;
    const QString capability = method.section(u'/', 0, 0);
    if (!connection->declares(capability.toUtf8()))
        m_server->trace()->addViolation(
                answer, Rule::DeclaredCapability,
                u"answers %1 without having declared \"%2\""_s.arg(method, capability));
}

} // namespace Mcp
