// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/menus.h"

#include "shell/actions.h"

#include <QtWidgets/qmenu.h>
#include <QtWidgets/qmenubar.h>
#include <QtWidgets/qtoolbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Count stands for a separator.
void fill(QMenu *menu, const Actions &actions, std::initializer_list<Actions::Id> ids)
{
    for (const Actions::Id id : ids) {
        if (id == Actions::Count)
            menu->addSeparator();
        else
            menu->addAction(actions[id]);
    }
}

QMenu *addMenu(QMenuBar *bar, const QString &name, const QString &title)
{
    QMenu *menu = bar->addMenu(title);
    menu->setObjectName(name);
    return menu;
}

} // namespace

void fillMenuBar(QMenuBar *bar, const Actions &actions)
{
    using A = Actions;
    fill(addMenu(bar, u"fileMenu"_s, A::tr("&File")), actions,
         { A::AddServer, A::Count, A::OpenTrace, A::SaveTrace, A::SaveWholeTrace, A::SaveAllTraces,
           A::Count, A::Quit });
    fill(addMenu(bar, u"serverMenu"_s, A::tr("&Server")), actions,
         { A::StartServer, A::StopServer, A::RestartServer, A::StopAllServers, A::Count,
           A::RefreshTools, A::Count, A::EditServer, A::DuplicateServer, A::RemoveServer,
           A::KeepServer, A::Count, A::CopyCommand, A::ShowConfiguration });
    fill(addMenu(bar, u"callMenu"_s, A::tr("&Call")), actions,
         { A::Call, A::CancelCall, A::ToggleJson, A::ToggleDetails, A::ToggleWatch, A::Count,
           A::CopyAsRequest, A::CopyAsCommand, A::Count, A::ComposeRequest, A::Count, A::NextPage,
           A::PreviousPage, A::ClosePage });
    QMenu *view = addMenu(bar, u"viewMenu"_s, A::tr("&View"));
    fill(view, actions, { A::Find,       A::Count,         A::FocusServers,  A::FocusTools,
                          A::FocusPage,  A::FocusBottom,   A::ShowQuestions, A::Count,
                          A::ShowTools,  A::ShowResources, A::ShowPrompts,   A::ShowInfo,
                          A::ShowStderr, A::ShowMessages,  A::ShowHistory,   A::ShowNotifications,
                          A::ShowTasks,  A::Count,         A::ToggleBottom,  A::ResetLayout,
                          A::Count });
    QMenu *scheme = view->addMenu(A::tr("&Colours"));
    scheme->setObjectName(u"schemeMenu"_s);
    fill(scheme, actions, { A::SchemeSystem, A::SchemeLight, A::SchemeDark });
    fill(addMenu(bar, u"helpMenu"_s, A::tr("&Help")), actions, { A::Keys, A::Count, A::About });
}

void fillToolBar(QToolBar *bar, const Actions &actions)
{
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(actions[Actions::AddServer]);
    bar->addSeparator();
    bar->addAction(actions[Actions::StartServer]);
    bar->addAction(actions[Actions::StopServer]);
    bar->addAction(actions[Actions::RestartServer]);
}

} // namespace McpUi
