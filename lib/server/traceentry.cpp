// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/traceentry.h"

namespace Mcp {

QString TraceEntry::target() const
{
    if (kind != Kind::Message || message.method().isEmpty())
        return {};
    const RawJson params = message.params();
    for (const QByteArrayView key : { "name", "uri", "taskId", "level", "requestId" }) {
        const RawJson value = params.value(key);
        if (value.isString())
            return value.textStart(Message::maxNameLength);
        if (value.isNumber())
            return QString::fromUtf8(value.view().first(qMin<qsizetype>(value.size(), 40)));
    }
    return {};
}

} // namespace Mcp
