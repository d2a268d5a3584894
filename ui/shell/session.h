// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"
#include "shell/windowstate.h"

#include <QtCore/qobject.h>

class QWidget;

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class Actions;
class LayoutKeeper;
class WatchKeeper;

/// Brings the window back as it was (place, borders, selection, open pages with their arguments)
/// and keeps a WindowState up to date with every change from then on.
class Session : public QObject
{
    Q_OBJECT

public:
    /// @p path is the state's file; the pages belong to the list of servers of @p orchestrator.
    Session(const QString &path, Mcp::Orchestrator *orchestrator, const Panels &panels,
            const Actions &actions, QWidget *window);

    /// Once, when everything is in place. The server to select, empty the first time.
    QString restore();
    void touch() { m_state->touch(); }
    void flush() { m_state->flush(); }
    void resetLayout();

    /// In each list what was selected last among that of @p server.
    void selectLast(const QString &server);

private:
    void watch();
    WindowContent content() const;

    Panels m_panels;
    const Actions &m_actions;
    QWidget *m_window;
    WindowState *m_state;
    LayoutKeeper *m_layout;
    WatchKeeper *m_watches;
    QHash<QString, QHash<QString, QString>> m_selected; ///< by list, then by server
};

} // namespace McpUi
