// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/outputcheck.h"

#include "client/call.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "schema/schemavalidator.h"
#include "server/server.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int kPatienceMs = 50;
constexpr qsizetype kShown = 200; ///< characters

/// What is wrong; empty where nothing is, or where that is not known.
QString fault(const RawJson &result, const RawJson &schema)
{
    const ToolResult view(result);
    if (view.isError() || !view.value("content"_L1).isArray())
        return {}; // what is no result at all is a rule of its own
    const RawJson structured = view.structuredContent();
    if (structured.isAbsent())
        return u"no structured content"_s;
    if (structured.size() > maxCheckedOutput)
        return {};
    SchemaValidator validator{ SchemaDocument(schema) };
    validator.setTimeLimit(kPatienceMs);
    const SchemaOutcome outcome = validator.check(structured);
    const bool isKnown = outcome.problems.size() > (outcome.gaveUp ? 1 : 0);
    if (!isKnown)
        return {};
    const SchemaProblem &first = outcome.problems.constFirst();
    return (first.pointer.isRoot() ? u"the whole"_s : first.pointer.toString()) + u' '
           + first.message;
}

} // namespace

void checkOutput(Call *call, const Tool &tool, Server *server)
{
    const RawJson schema = tool.outputSchema();
    if (!schema.isObject() || schema.size() > maxCheckedOutput)
        return;
    QObject::connect(call, &Call::finished, server, [call, server, schema, name = tool.name()] {
        const auto outcome = call->outcome();
        const QString wrong = outcome ? fault(*outcome, schema) : QString();
        if (!wrong.isEmpty())
            server->addWarning(u"“%1” breaks its output schema: %2"_s.arg(name.left(kShown),
                                                                          wrong.left(kShown)),
                               Rule::OutputSchema);
    });
}

} // namespace Mcp
