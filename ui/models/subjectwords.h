// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

namespace McpUi {

/// How the window speaks about the subjects of a kind.
struct SubjectWords
{
    QString one;  ///< "tool"
    QString many; ///< "tools"
    QString list; ///< "Tools", the title of their list
    QString call; ///< the button that calls it
    QString callAnyway;
    QString startAndCall;
    QString about;     ///< "About this tool"
    QString vanished;  ///< %1 is its name: it is not in the list
    QString arguments; ///< what it is called with: "Arguments"
    QString noArguments;
    QString unknownArguments;    ///< before the server was asked
    QString undeclaredArguments; ///< the server does not say
    QString noResult;            ///< where the result will be
    QString noOther;             ///< there is nothing to compare the result with
    /// Has it no arguments at all, so that opening it is reason enough to ask the server?
    bool isCalledOnOpening = false;

    static const SubjectWords &of(Mcp::CallSubject::Kind kind);
};

} // namespace McpUi
