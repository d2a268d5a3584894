// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pageparts.h"

#include "orchestrator/callsubject.h"
#include "protocol/completion.h"
#include "views/argumentcompleter.h"
#include "views/callpage.h"
#include "views/taskoption.h"
#include "views/uripreview.h"
#include "views/watchbar.h"

namespace McpUi {

using Kind = Mcp::CallSubject::Kind;

PageParts PageParts::of(Mcp::Orchestrator *orchestrator, CallPage *page)
{
    PageParts parts;
    const Mcp::CallSubject &subject = page->subject();
    switch (subject.kind) {
    case Kind::Tool:
        parts.task = new TaskOption(orchestrator, page);
        break;
    case Kind::Prompt:
        new ArgumentCompleter({ Mcp::CompletionReference::Kind::Prompt, subject.name },
                              orchestrator, page);
        break;
    case Kind::ResourceTemplate:
        new ArgumentCompleter({ Mcp::CompletionReference::Kind::ResourceTemplate, subject.name },
                              orchestrator, page);
        parts.preview = new UriPreview(page);
        [[fallthrough]];
    case Kind::Resource:
        parts.watch = new WatchBar(orchestrator, page);
        break;
    }
    return parts;
}

} // namespace McpUi
