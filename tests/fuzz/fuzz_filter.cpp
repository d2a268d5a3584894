// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// A filter for traces as people type it: what it takes it applies, what it proposes it takes, and
// a "-" in front of a condition turns it around.

#include "target.h"

#include "server/tracecodec.h"
#include "server/tracefilter.h"

#include <algorithm>

using namespace Mcp;

namespace {

constexpr qsizetype maxProposals = 100;
const QString server = QStringLiteral("server");

/// One of each kind that a filter can tell apart.
const QList<TraceEntry> &entries()
{
    static const QList<TraceEntry> all =
            TraceCodec::read(
                    R"({"time":"2026-11-26T11:04:53.351Z","serial":1,"kind":"event","note":"started"}
{"time":"2026-11-26T11:04:53.352Z","serial":2,"kind":"message","direction":"sent","framing":"newline","size":64,"pair":3,"conversation":2,"message":{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo"}}}
{"time":"2026-11-26T11:04:53.353Z","serial":3,"kind":"message","direction":"received","framing":"newline","size":70,"pair":2,"conversation":2,"durationUs":900,"method":"tools/call","message":{"jsonrpc":"2.0","id":1,"result":{"content":[],"isError":true}}}
{"time":"2026-11-26T11:04:53.354Z","serial":4,"kind":"message","direction":"received","framing":"newline","size":60,"message":{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info"}}}
)")
                    .entries;
    return all;
}

bool isOneWord(const QString &text)
{
    return !text.isEmpty() && !text.startsWith(u'-') && !text.contains(u'"')
           && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

void checkNegation(const QString &word, const TraceFilter &filter)
{
    const auto negated = TraceFilter::parse(u'-' + word);
    fuzzCheck(bool(negated), "what it takes it does not take turned around");
    for (const TraceEntry &entry : entries())
        fuzzCheck(filter.matches(entry, server) != negated->matches(entry, server),
                  "turned around it means the same");
}

void checkProposals(const QString &text, qsizetype cursor)
{
    const QStringList proposals = TraceFilter::completions(text, cursor);
    fuzzCheck(proposals.size() <= maxProposals, "too many proposals");
    for (const QString &proposal : proposals)
        fuzzCheck(proposal.endsWith(u':') || TraceFilter::parse(proposal), "a proposal is refused");
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    fuzzCheck(entries().size() == 4, "the entries cannot be read");
    const QString text = QString::fromUtf8(input);
    const auto filter = TraceFilter::parse(text);
    if (!filter) {
        fuzzCheck(!filter.error().message.isEmpty(), "an error without a word");
    } else {
        for (const TraceEntry &entry : entries())
            (void)filter->matches(entry, server);
        if (isOneWord(text))
            checkNegation(text, *filter);
    }
    for (qsizetype cursor = 0; cursor <= std::min<qsizetype>(text.size(), 64); ++cursor)
        checkProposals(text, cursor);
    checkProposals(text, text.size());
}
