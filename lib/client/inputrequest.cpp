// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/inputrequest.h"

#include "client/toolbalance.h"
#include "protocol/clientcapabilities.h"
#include "wire/errorcode.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr std::array<std::pair<QLatin1StringView, InputRequest::Kind>, 3> methods{ {
        { "elicitation/create"_L1, InputRequest::Kind::Elicitation },
        { "sampling/createMessage"_L1, InputRequest::Kind::Sampling },
        { "roots/list"_L1, InputRequest::Kind::Roots },
} };

Error remote(int code, const QString &message)
{
    Error error;
    error.kind = Error::Kind::Remote;
    error.code = code;
    error.message = message;
    return error;
}

} // namespace

InputRequest::InputRequest(Kind kind, const RawJson &params, Call *call, Reply reply,
                           QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_params(params)
    , m_call(call)
    , m_reply(std::move(reply))
{}

QString InputRequest::methodOf(Kind kind)
{
    for (const auto &[name, known] : methods) {
        if (known == kind)
            return name;
    }
    return {};
}

std::optional<InputRequest::Kind> InputRequest::kindOf(const QString &method)
{
    for (const auto &[name, kind] : methods) {
        if (name == method)
            return kind;
    }
    return std::nullopt;
}

Error InputRequest::objection(Kind kind, const RawJson &params,
                              const ClientCapabilities &capabilities)
{
    const auto notOffered = [kind] {
        return remote(ErrorCode::methodNotFound,
                      u"Method not found: this client does not offer %1"_s.arg(methodOf(kind)));
    };
    if (params.size() > maxBytes)
        return remote(ErrorCode::invalidParams,
                      u"Invalid params: %1 with more than %2 bytes is not taken"_s.arg(
                              methodOf(kind), QString::number(maxBytes)));
    switch (kind) {
    case Kind::Roots:
        return capabilities.roots ? Error() : notOffered();
    case Kind::Sampling:
        if (!capabilities.sampling)
            return notOffered();
        // 2025-11-25, schema CreateMessageRequest: an error if it comes without sampling.tools
        if (!capabilities.samplingTools
            && (params.contains("tools") || params.contains("toolChoice")))
            return remote(ErrorCode::invalidParams,
                          u"Invalid params: this client does not offer sampling with tools"_s);
        if (const QString why = toolImbalance(params.value("messages")); !why.isEmpty())
            return remote(ErrorCode::invalidParams, u"Invalid params: %1"_s.arg(why));
        return {};
    case Kind::Elicitation: {
        if (!capabilities.elicitation())
            return notOffered();
        const RawJson mode = params.value("mode"); // 2025-11-25, client/elicitation: absent is form
        const bool isUrl = mode.toString() == "url"_L1;
        const bool isForm = mode.isAbsent() || mode.toString() == "form"_L1;
        if ((isUrl && capabilities.elicitationUrl) || (isForm && capabilities.elicitationForm))
            return {};
        return remote(ErrorCode::invalidParams,
                      u"Invalid params: this client does not offer elicitation in mode %1"_s.arg(
                              isForm ? u"form"_s : mode.textStart(100)));
    }
    }
    return {};
}

void InputRequest::answer(const RawJson &result) { end(result); }

void InputRequest::refuse(int code, const QString &message) { end(remote(code, message)); }

void InputRequest::end(const Result<RawJson> &answer)
{
    const Reply reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    deleteLater();
    const QPointer<InputRequest> self(this);
    reply(answer);
    if (self)
        emit answered();
}

void InputRequest::withdraw(const QString &reason)
{
    if (!std::exchange(m_reply, nullptr))
        return;
    deleteLater();
    emit withdrawn(reason);
}

} // namespace Mcp
