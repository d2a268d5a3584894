// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/traceentry.h"

#include <algorithm>

namespace Mcp {

namespace {

/// What an entry takes besides its bytes, as measured: itself, the buffers of its id and method,
/// what the allocator adds, its place in the hashes.
constexpr qint64 overhead = sizeof(TraceEntry) + 128;
constexpr qint64 usualNames = 256;

} // namespace

void TraceEntry::readTarget()
{
    if (kind != Kind::Message || message.method().isEmpty())
        return;
    // The params may have megabytes: one pass over them.
    const QList<RawJson> values =
            message.params().values({ "name", "uri", "taskId", "level", "requestId" });
    for (const RawJson &value : values) {
        if (value.isString())
            target = value.textStart(Message::maxNameLength);
        else if (value.isNumber())
            target = QString::fromUtf8(value.view().first(qMin<qsizetype>(value.size(), 40)));
        else
            continue;
        return;
    }
}

qint64 TraceEntry::cost() const
{
    const auto held = [](const QByteArray &a) { return std::max(a.size(), a.capacity()); };
    const QByteArray &whole = message.payload();
    // Of what is no valid message one buffer is kept under two names.
    const qint64 others = whole.constData() == bytes.constData() ? 0 : held(bytes);
    // Names of the usual length are part of the overhead.
    const qint64 names = message.id().raw().size()
                         + qint64(sizeof(QChar)) * (message.method().size() + target.size());
    return overhead + held(whole) + others + qint64(sizeof(QChar)) * note.size()
           + (names > usualNames ? names : 0);
}

} // namespace Mcp
