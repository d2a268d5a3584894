// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"
#include "shell/windowstate.h"

#include <QtCore/qobject.h>

class QWidget;

namespace McpUi {

class Actions;
class LayoutKeeper;

/// Brings the window back as it was (place, borders, selection, open pages with their arguments)
/// and keeps a WindowState up to date with every change from then on.
class Session : public QObject
{
    Q_OBJECT

public:
    /// @p path is the state's file, @p list names the list of servers that the pages belong to.
    Session(const QString &path, const QString &list, const Panels &panels, const Actions &actions,
            QWidget *window);

    /// Once, when everything is in place. The server to select, empty the first time.
    QString restore();
    void touch() { m_state->touch(); }
    void flush() { m_state->flush(); }
    void resetLayout();

    /// The tool that was selected last among those of @p server.
    QString lastTool(const QString &server) const { return m_lastTools.value(server); }
    void setLastTool(const QString &server, const QString &tool);

private:
    void watch();
    WindowContent content() const;

    Panels m_panels;
    const Actions &m_actions;
    QWidget *m_window;
    WindowState *m_state;
    LayoutKeeper *m_layout;
    QHash<QString, QString> m_lastTools;
};

} // namespace McpUi
