// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtGui/qaction.h>

#include <array>

namespace McpUi {

/// Everything the window can do, one row each: name, text, key, icon. Menus, tool bar, context menu
/// and the page of keys take them from here. What an action does is connected by the window.
class Actions : public QObject
{
    Q_OBJECT

public:
    enum Id {
        AddServer,
        OpenTrace,
        SaveTrace,
        SaveWholeTrace,
        SaveAllTraces,
        EditServer,
        DuplicateServer,
        RemoveServer,
        KeepServer,
        CopyCommand,
        ShowConfiguration,
        StartServer,
        StopServer,
        RestartServer,
        StopAllServers,
        RefreshTools,
        Call,
        CancelCall,
        ToggleJson,
        ToggleDetails,
        ToggleWatch,
        CopyAsRequest,
        CopyAsCommand,
        ComposeRequest,
        ClosePage,
        NextPage,
        PreviousPage,
        Find,
        FocusServers,
        FocusTools,
        FocusPage,
        FocusBottom,
        ShowQuestions,
        ShowTools,
        ShowResources,
        ShowPrompts,
        ShowInfo,
        ShowStderr,
        ShowMessages,
        ShowHistory,
        ShowNotifications,
        ShowTasks,
        ToggleBottom,
        SchemeSystem,
        SchemeLight,
        SchemeDark,
        ResetLayout,
        Keys,
        About,
        Quit,
        Count,
    };

    explicit Actions(QObject *parent = nullptr);

    QAction *operator[](Id id) const { return m_actions[size_t(id)]; }
    QList<QAction *> all() const { return { m_actions.begin(), m_actions.end() }; }

private:
    std::array<QAction *, Count> m_actions{};
};

} // namespace McpUi
