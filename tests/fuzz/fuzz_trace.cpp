// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Traces from files: whatever is read is written and read again as the same.

#include "target.h"

#include "server/tracecodec.h"
#include "server/tracefilter.h"

using namespace Mcp;

void fuzzOne(QByteArrayView input)
{
    const TraceCodec::File file = TraceCodec::read(input);
    QByteArray written;
    for (const TraceEntry &entry : file.entries) {
        written += TraceCodec::line(entry);
        (void)entry.cost();
    }
    const TraceCodec::File again = TraceCodec::read(written);
    fuzzCheck(again.badLines == 0, "what was written cannot be read");
    fuzzCheck(again.entries.size() == file.entries.size(), "entries were lost");
    for (qsizetype i = 0; i < file.entries.size(); ++i) {
        const TraceEntry &a = file.entries[i];
        const TraceEntry &b = again.entries[i];
        fuzzCheck(a.payload() == b.payload(), "bytes were changed");
        fuzzCheck(a.time == b.time && a.pair == b.pair && a.rule == b.rule, "facts were changed");
        fuzzCheck(a.message.kind() == b.message.kind(), "a message became another kind");
    }
    const auto filter =
            TraceFilter::parse(QString::fromUtf8(input.first(qMin<qsizetype>(input.size(), 200))));
    for (const TraceEntry &entry : file.entries)
        (void)(filter && filter->matches(entry, QStringLiteral("server")));
}
