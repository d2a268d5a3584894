// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/outcomewords.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

OutcomeWords OutcomeWords::of(const ResultDigest &digest)
{
    using Tones::Tone;
    if (digest.isError) {
        return { u"✗"_s, u"Tool error"_s,
                 u"The tool ran and reports that it failed; its content says why."_s, Tone::Error };
    }
    if (!digest.isComplete) {
        const QString what = digest.kind == Mcp::CallSubject::Kind::Tool     ? u"tool result"_s
                             : digest.kind == Mcp::CallSubject::Kind::Prompt ? u"prompt"_s
                                                                             : u"resource"_s;
        return { u"⚠"_s, u"Not a valid %1"_s.arg(what),
                 u"The server answered, but not with what a %1 must have."_s.arg(what),
                 Tone::Warning };
    }
    return { u"✓"_s, u"Success"_s, {}, Tone::Success };
}

OutcomeWords OutcomeWords::of(const Mcp::Error &error)
{
    using Tones::Tone;
    const QString cross = u"✗"_s;
    switch (error.kind) {
    case Mcp::Error::Kind::Remote:
        return { cross, u"JSON-RPC error %1"_s.arg(error.code),
                 u"The server refused the request with an error instead of a result."_s,
                 Tone::Error };
    case Mcp::Error::Kind::Protocol:
        return { cross, u"Protocol error"_s, u"An answer came, but it could not be read."_s,
                 Tone::Error };
    case Mcp::Error::Kind::Transport:
        return { cross, u"Connection lost"_s,
                 u"No answer came, because the connection to the server ended."_s, Tone::Error };
    case Mcp::Error::Kind::Timeout:
        return { u"◷"_s, u"Timed out"_s, u"The server did not answer in time."_s, Tone::Warning };
    case Mcp::Error::Kind::Cancelled:
        return { u"–"_s, u"Cancelled"_s, u"The call was ended before an answer came."_s,
                 Tone::Dim };
    case Mcp::Error::Kind::Usage:
        return { cross, u"Not sent"_s, u"The call could not be made."_s, Tone::Error };
    case Mcp::Error::Kind::None:
        break;
    }
    return { {}, u"No result yet"_s, {}, Tone::Dim };
}

} // namespace McpUi
