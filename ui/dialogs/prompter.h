// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

#include <functional>

class QObject;

namespace McpUi {

/*!
 * Asks the person. Everything is asked without waiting: the answer comes through a callback, from
 * the event loop, unless @p context is gone by then. Dialogs implement it for the window, tests
 * script it, so that no test ever hangs in a modal dialog.
 */
class Prompter
{
public:
    struct Question
    {
        QString title;
        QString text;
        QString action; ///< what the agreeing button says: "Remove", "Quit"
    };
    using Answer = std::function<void(bool agreed)>;
    using PathAnswer = std::function<void(const QString &path)>; ///< empty: none chosen

    virtual ~Prompter() = default;

    virtual void confirm(const Question &question, QObject *context, Answer answer) = 0;
    /// Shows the exact command, arguments, environment and folder before a definition that nobody
    /// typed here is started for the first time.
    virtual void askConsent(const Mcp::ServerSpec &spec, QObject *context, Answer answer) = 0;
    virtual void askSavePath(const QString &title, const QString &proposedName, QObject *context,
                             PathAnswer answer) = 0;
    /// An existing file to read.
    virtual void askOpenPath(const QString &title, QObject *context, PathAnswer answer) = 0;
    /// An existing folder to write to.
    virtual void askFolder(const QString &title, QObject *context, PathAnswer answer) = 0;
    /// Something went wrong or must be known; nothing is asked.
    virtual void inform(const QString &title, const QString &text) = 0;
};

} // namespace McpUi
