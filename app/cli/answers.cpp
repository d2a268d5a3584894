// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "answers.h"

#include "output.h"

#include "client/inputrequest.h"
#include "orchestrator/formcheck.h"
#include "protocol/elicitation.h"
#include "protocol/sampling.h"
#include "json/jsontext.h"

#include <QtCore/qfile.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;
using Mcp::InputRequest;
using Mcp::RawJson;

namespace McpCli {

namespace {

constexpr qsizetype shownOfQuestion = 200;
constexpr int userRejected = -1; ///< 2025-11-25, client/sampling

/// What is asked, in short.
QString words(const InputRequest &request)
{
    if (request.kind() != InputRequest::Kind::Sampling)
        return request.params().value("message").textStart(shownOfQuestion);
    const Mcp::SamplingRequest asked(request.params());
    const QList<Mcp::SamplingMessage> messages = asked.messages();
    QStringList said;
    if (!messages.isEmpty()) {
        for (const Mcp::Content &block : messages.constLast().content)
            said.append(block.type() == Mcp::Content::Type::Text
                                ? u"“%1”"_s.arg(block.rawText().textStart(shownOfQuestion))
                                : block.typeName().left(shownOfQuestion));
    }
    QString text = u"a model was to answer %1"_s.arg(
            said.isEmpty() ? u"nothing"_s : said.join(u", "_s).left(2 * shownOfQuestion));
    if (messages.size() > 1)
        text += u", the last of %1 messages"_s.arg(messages.size());
    if (const auto most = asked.maxTokens())
        text += u", in %1 tokens at most"_s.arg(*most);
    return text;
}

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
        m_answers.insert(member.key, { answers, 0 });
    }
    m_path = path;
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
    if (found == m_answers.end() || found->answers.isEmpty())
        return {};
    found->used = std::min(found->used + 1, found->answers.size());
    return found->answers.at(found->used - 1);
}

/// 2025-11-25, client/elicitation: what does not fit the form must not be sent.
Error Answers::mismatch(const RawJson &answer, const InputRequest &request) const
{
    if (request.kind() != InputRequest::Kind::Elicitation)
        return {};
    const QStringList misfits = Mcp::FormCheck::misfits(request.params(), answer);
    if (misfits.isEmpty())
        return {};
    return Error::usage(
            u"--answer %1: answer %2 to %3 does not fit the form that the server sent (“%4”). To "
            "be changed there:\n  %5"_s.arg(
                    m_path, QString::number(m_answers.value(request.method()).used),
                    request.method(), Mcp::Elicitation(request.params()).message(shownOfQuestion),
                    misfits.join("\n  "_L1)));
}

Error Answers::answer(InputRequest *request)
{
    const QString method = request->method();
    if (request->kind() == InputRequest::Kind::Roots && !m_roots.isEmpty()) {
        request->answer(Mcp::Root::listResult(m_roots));
        return {};
    }
    if (const RawJson answer = next(method); !answer.isAbsent()) {
        if (const Error error = mismatch(answer, *request))
            return error;
        request->answer(answer);
        return {};
    }
    const QString question = words(*request);
    Output::noteToStderr(u"%1 was declined%2; --answer FILE can answer it"_s.arg(
            method, question.isEmpty() ? QString() : u": "_s + question));
    if (request->kind() == InputRequest::Kind::Elicitation)
        request->answer(Mcp::Elicitation::declined());
    else
        request->refuse(userRejected, u"The user declined the request"_s);
    return {};
}

} // namespace McpCli
