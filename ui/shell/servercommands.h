// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "dialogs/prompter.h"
#include "wire/error.h"

#include <QtCore/qobject.h>

class QWidget;

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class ServerDialog;

/*!
 * What a person does with servers, as the actions and panels ask for it: start with consent, stop,
 * add, edit … The one place of the window that gives such orders to the Orchestrator and its store.
 */
class ServerCommands : public QObject
{
    Q_OBJECT

public:
    /// Dialogs are shown for @p window. All must outlive this object.
    ServerCommands(Mcp::Orchestrator *orchestrator, Prompter *prompter, QWidget *window);

    void add();
    void edit(const QString &name);
    void duplicate(const QString &name);
    void remove(const QString &name);
    /// Makes a server of this run one of the file.
    void keep(const QString &name);
    void copyCommand(const QString &name);
    void showConfiguration(const QString &name);

    /// Asks for consent where nobody has agreed to the command yet.
    void start(const QString &name);
    void stop(const QString &name);
    void restart(const QString &name);
    /// Asks the login shell for its PATH, adds its folders to the server's and starts it again.
    void startWithLoginShellPath(const QString &name);

signals:
    /// Worth selecting: it was just added.
    void added(const QString &name);
    /// It will not run: consent was refused, it could not be tried, or it is being stopped.
    void notStarted(const QString &name);
    /// Something for the status bar.
    void told(const QString &message);

private:
    void withConsent(const QString &name, const std::function<void()> &action);
    void takeAdded(const ServerDialog &dialog);
    void takeEdited(const QString &name, const ServerDialog &dialog);
    void agreeToTyped(const Mcp::ServerSpec &spec, const Mcp::ServerSpec &before);
    void addLoginShellPath(const QString &name);
    QStringList takenNames(const QString &except = {}) const;
    bool report(const QString &title, const Mcp::Error &error);

    Mcp::Orchestrator *m_orchestrator;
    Prompter *m_prompter;
    QWidget *m_window;
};

} // namespace McpUi
