// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/inputrequest.h"

namespace Mcp {

InputRequest::InputRequest(const QString &method, const RawJson &params, QObject *parent)
    : QObject(parent)
    , m_method(method)
    , m_params(params)
{}

void InputRequest::answer(const RawJson &result)
{
    if (m_answered)
        return;
    m_answered = true;
    emit answered(result);
}

void InputRequest::refuse(int code, const QString &message)
{
    if (m_answered)
        return;
    m_answered = true;
    emit refused(code, message);
}

} // namespace Mcp
