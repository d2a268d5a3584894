// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/answerreader.h"

#include "client/call.h"
#include "client/violation.h"
#include "json/jsontext.h"

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

} // namespace

Result<Reading> AnswerReader::read(Call *call, const QString &method, const Result<Message> &answer)
{
    if (!answer)
        return answer.error();
    switch (answer->kind()) {
    case Message::Kind::ErrorResponse:
        return Error::remote(answer->error());
    case Message::Kind::Response:
        return readResult(call, method, *answer);
    default:
        return Error::protocol(
                u"The answer to %1 cannot be read: %2."_s.arg(method, answer->problem()),
                bytesOf(*answer));
    }
}

/// 2026-07-28, basic/index: error, then resultType, then the body. A result with faults is
/// delivered with warnings, never dropped.
Result<Reading> AnswerReader::readResult(Call *call, const QString &method, const Message &answer)
{
    QStringList warnings;
    if (call && !answer.problem().isEmpty()) // the server's badge tells it already
        call->addWarning(u"The answer to %1 breaks a rule: %2."_s.arg(method, answer.problem()));
    checkSyntax(method, answer, warnings);
    const Result<Reading> reading = m_dialect.read(method, answer.result(), &warnings);
    for (const QString &warning : std::as_const(warnings)) {
        reportViolation(m_server, answer, warning);
        if (call)
            call->addWarning(warning);
    }
    if (!reading) // what cannot be gone on with
        reportViolation(m_server, answer, reading.error().message);
    return reading;
}

void AnswerReader::checkSyntax(const QString &method, const Message &answer, QStringList &warnings)
{
    if (answer.result().size() > maxCheckedBytes)
        return;
    const auto problem = JsonText::check(answer.result().view());
    if (!problem)
        return;
    warnings.append(u"The result of %1 is not well-formed JSON: %2 (byte %3)."_s.arg(
            method, problem->message, QString::number(problem->offset)));
}

} // namespace Mcp
