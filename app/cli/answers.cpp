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

/// 2025-11-25, client/elicitation: one of three actions, and content with the consent to a form
/// alone, which it must fit.
QStringList elicitationMisfits(const RawJson &params, const RawJson &answer)
{
    static const QStringList actions{ u"accept"_s, u"decline"_s, u"cancel"_s };
    if (!actions.contains(answer.value("action").toString()))
        return { u"action: must be \"accept\", \"decline\" or \"cancel\""_s };
    if (Mcp::Elicitation(params).mode() == Mcp::Elicitation::Mode::Url
        && !answer.value("content").isAbsent())
        return { u"content: there is none when an address is to be visited"_s };
    return Mcp::FormCheck::misfits(params, answer);
}

QStringList samplingMisfits(const RawJson &answer)
{
    const QString missing = Mcp::SamplingAnswer::missingMember(answer);
    if (missing.isEmpty())
        return {};
    return { u"%1: missing, or not of its type. An answer looks like {\"role\": \"assistant\", "
             "\"model\": \"by hand\", \"content\": {\"type\": \"text\", \"text\": \"…\"}}"_s.arg(
                     missing) };
}

QStringList rootsMisfits(const RawJson &answer)
{
    const RawJson roots = answer.value("roots");
    const QList<RawJson> list = roots.elements();
    const auto isRoot = [](const RawJson &root) { return root.value("uri").isString(); };
    if (roots.isArray() && std::all_of(list.begin(), list.end(), isRoot))
        return {};
    return {
        u"roots: must be a list such as [{\"uri\": \"file:///srv/data\"}]; --roots DIR makes it"_s
    };
}

QStringList misfitsOf(const InputRequest &request, const RawJson &answer)
{
    switch (request.kind()) {
    case InputRequest::Kind::Elicitation:
        return elicitationMisfits(request.params(), answer);
    case InputRequest::Kind::Sampling:
        return samplingMisfits(answer);
    case InputRequest::Kind::Roots:
        return rootsMisfits(answer);
    }
    return {};
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

Error Answers::mismatch(const RawJson &answer, const InputRequest &request) const
{
    const QStringList misfits = misfitsOf(request, answer);
    if (misfits.isEmpty())
        return {};
    const QString question = words(request);
    return Error::usage(
            u"--answer %1: answer %2 to %3 does not fit what the server asks%4. To be changed "
            "there:\n  %5"_s.arg(m_path, QString::number(m_answers.value(request.method()).used),
                                 request.method(),
                                 question.isEmpty() ? QString() : u" (%1)"_s.arg(question),
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
