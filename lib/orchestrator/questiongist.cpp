// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/questiongist.h"

namespace Mcp {

QuestionGist QuestionGist::of(InputRequest::Kind kind, const RawJson &params)
{
    QuestionGist gist;
    gist.kind = kind;
    if (kind != InputRequest::Kind::Elicitation)
        return gist;
    const QList<RawJson> values = params.values({ "mode", "message", "url", "elicitationId" });
    gist.mode = Elicitation::modeOf(values[0]);
    gist.message = values[1].textStart(maxText);
    gist.url = values[2].textStart(maxUrl + 1);
    if (gist.url.size() > maxUrl)
        gist.url.clear();
    gist.id = values[3].textStart(maxText);
    return gist;
}

} // namespace Mcp
