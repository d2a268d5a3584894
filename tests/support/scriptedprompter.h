// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "dialogs/prompter.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

namespace McpTest {

/// Answers the window's questions as the test says, from the event loop like a person, and keeps
/// what was asked. A test that was not told what to answer agrees to nothing.
class ScriptedPrompter : public McpUi::Prompter
{
public:
    bool agree = false;
    QString savePath;
    QString openPath;
    QString folder;

    QList<Question> questions;
    QList<Mcp::ServerSpec> consents;
    QStringList proposedNames; ///< of files to save
    QStringList informed;      ///< "title: text"

    void confirm(const Question &question, QObject *context, Answer answer) override
    {
        questions.append(question);
        QTimer::singleShot(0, context,
                           [answer = std::move(answer), agreed = agree] { answer(agreed); });
    }

    void askConsent(const Mcp::ServerSpec &spec, QObject *context, Answer answer) override
    {
        consents.append(spec);
        QTimer::singleShot(0, context,
                           [answer = std::move(answer), agreed = agree] { answer(agreed); });
    }

    void askSavePath(const QString &, const QString &proposedName, QObject *context,
                     PathAnswer answer) override
    {
        proposedNames.append(proposedName);
        QTimer::singleShot(0, context,
                           [answer = std::move(answer), path = savePath] { answer(path); });
    }

    void askOpenPath(const QString &, QObject *context, PathAnswer answer) override
    {
        QTimer::singleShot(0, context,
                           [answer = std::move(answer), path = openPath] { answer(path); });
    }

    void askFolder(const QString &, QObject *context, PathAnswer answer) override
    {
        QTimer::singleShot(0, context,
                           [answer = std::move(answer), path = folder] { answer(path); });
    }

    void inform(const QString &title, const QString &text) override
    {
        informed.append(title + QStringLiteral(": ") + text);
    }
};

} // namespace McpTest
