// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/messageid.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>

namespace Mcp {

/*!
 * A question from the server (elicitation, sampling, roots), whichever era it came in. Raised once
 * on the server's session; answered exactly once. Until a kind of question is supported its
 * capability is not declared and it is answered with -32601 without being raised.
 */
class InputRequest : public QObject
{
    Q_OBJECT

public:
    InputRequest(const QString &method, const RawJson &params, QObject *parent);

    QString method() const { return m_method; }
    RawJson params() const { return m_params; }
    bool isAnswered() const { return m_answered; }

    void answer(const RawJson &result);
    void refuse(int code, const QString &message);

signals:
    void answered(const Mcp::RawJson &result);
    void refused(int code, const QString &message);
    /// The question is void: the call was cancelled or the server has gone.
    void withdrawn();

private:
    QString m_method;
    RawJson m_params;
    bool m_answered = false;
};

} // namespace Mcp
