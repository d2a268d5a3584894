// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/callrecorder.h"

#include "client/call.h"
#include "orchestrator/catalog.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/secrets.h"
#include "orchestrator/subjectkind.h"

#include <QtCore/qdatetime.h>

namespace Mcp {

namespace {

HistoryEntry::Outcome outcomeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Remote:
        return HistoryEntry::Outcome::RemoteError;
    case Error::Kind::Cancelled:
        return HistoryEntry::Outcome::Cancelled;
    default:
        return HistoryEntry::Outcome::Failed;
    }
}

} // namespace

void recordCall(Orchestrator *orchestrator, Call *call, const QString &serverName,
                const CallSubject &subject, const RawJson &arguments)
{
    HistoryEntry entry;
    entry.time = QDateTime::currentMSecsSinceEpoch();
    entry.server = serverName;
    entry.subject = subject;
    const SubjectKind &kind = SubjectKind::of(subject.kind);
    const Catalog *const catalog = kind.catalog(*orchestrator, serverName);
    const RawJson known = catalog ? catalog->definition(subject.name) : RawJson();
    entry.arguments = withoutSecrets(arguments, kind.schema(subject.name, known));
    QObject::connect(call, &Call::finished, orchestrator, [orchestrator, call, entry]() mutable {
        const auto outcome = call->outcome();
        entry.durationMs = call->elapsed();
        if (outcome) {
            entry.resultSize = outcome->size();
            entry.result = orchestrator->history()->kept(outcome->view());
            if (outcome->value("isError").toBool()) // no list of all members: they may be millions
                entry.outcome = HistoryEntry::Outcome::ToolError;
        } else {
            entry.outcome = outcomeOf(outcome.error());
            entry.message = outcome.error().describe();
        }
        orchestrator->history()->add(entry);
    });
}

} // namespace Mcp
