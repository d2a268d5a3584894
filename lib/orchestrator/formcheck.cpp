// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/formcheck.h"

#include "protocol/elicitation.h"
#include "schema/schemavalidator.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

QStringList FormCheck::misfits(const RawJson &params, const RawJson &answer)
{
    const Elicitation asked(params);
    if (asked.mode() != Elicitation::Mode::Form || !asked.requestedSchema().isObject()
        || answer.value("action").toString() != "accept"_L1)
        return {};
    const RawJson content = answer.value("content");
    const SchemaValidator validator{ SchemaDocument(asked.requestedSchema()) };
    SchemaOutcome outcome = validator.check(content.isAbsent() ? RawJson::fromText("{}") : content);
    if (outcome.gaveUp) // nothing is known about the rest
        outcome.problems.removeLast();
    QStringList misfits;
    for (const SchemaProblem &problem : std::as_const(outcome.problems)) {
        misfits.append(u"content%1: %2"_s.arg(problem.pointer.toString(), problem.message));
        if (misfits.size() == mostMisfits)
            break;
    }
    return misfits;
}

} // namespace Mcp
