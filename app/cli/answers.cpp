// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "answers.h"

#include "output.h"

#include "client/inputrequest.h"
#include "json/jsontext.h"

#include <QtCore/qfile.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;
using Mcp::InputRequest;
using Mcp::RawJson;

namespace McpCli {

namespace {

constexpr qsizetype shownOfQuestion = 200;
constexpr int userRejected = -1; ///< 2025-11-25, client/sampling

} // namespace

Error Answers::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::usage(u"--answer %1 cannot be read: %2."_s.arg(path, file.errorString()));
    const QByteArray text = file.readAll();
    if (const auto problem = Mcp::JsonText::check(text))
        return Error::usage(u"--answer %1 is not JSON: line %2, column %3: %4."_s.arg(path)
                                    .arg(problem->line)
                                    .arg(problem->column)
                                    .arg(problem->message));
    const RawJson object = RawJson::fromText(text);
    if (!object.isObject())
        return Error::usage(u"--answer %1 must be an object of answers by method, such as "
                            "{\"elicitation/create\": [{\"action\": \"decline\"}]}."_s.arg(path));
    for (const Mcp::RawJsonMember &member : object.members()) {
        if (!InputRequest::kindOf(member.key))
            return Error::usage(u"--answer %1: no server asks “%2”; there are elicitation/create, "
                                "sampling/createMessage and roots/list."_s.arg(path, member.key));
        const QList<RawJson> answers =
                member.value.isArray() ? member.value.elements() : QList<RawJson>{ member.value };
        for (const RawJson &answer : answers) {
            if (!answer.isObject())
                return Error::usage(
                        u"--answer %1: an answer to %2 is not an object."_s.arg(path, member.key));
        }
        m_answers.insert(member.key, answers);
    }
    return {};
}

Mcp::ClientCapabilities Answers::capabilities() const
{
    Mcp::ClientCapabilities capabilities = Mcp::ClientCapabilities::all();
    capabilities.roots = !m_roots.isEmpty()
                         || m_answers.contains(InputRequest::methodOf(InputRequest::Kind::Roots));
    return capabilities;
}

RawJson Answers::next(const QString &method)
{
    const auto found = m_answers.find(method);
    if (found == m_answers.end() || found->isEmpty())
        return {};
    return found->size() > 1 ? found->takeFirst() : found->constFirst();
}

void Answers::answer(InputRequest *request)
{
    const QString method = request->method();
    if (request->kind() == InputRequest::Kind::Roots && !m_roots.isEmpty())
        return request->answer(Mcp::Root::listResult(m_roots));
    if (const RawJson answer = next(method); !answer.isAbsent())
        return request->answer(answer);
    const QString question = request->params().value("message").textStart(shownOfQuestion);
    Output::noteToStderr(u"%1 was declined%2; --answer FILE can answer it"_s.arg(
            method, question.isEmpty() ? QString() : u": "_s + question));
    if (request->kind() == InputRequest::Kind::Elicitation)
        request->answer(RawJson::fromText(R"({"action":"decline"})"));
    else
        request->refuse(userRejected, u"The user declined the request"_s);
}

} // namespace McpCli
