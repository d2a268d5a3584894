// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/actions.h"

#include "views/icons.h"

#include <QtGui/qactiongroup.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

struct Row
{
    Actions::Id id;
    const char16_t *name;
    const char *text;
    const char *key;  ///< portable text, empty for none
    const char *icon; ///< empty for none
    const char *tip;  ///< status tip, empty for none
};

// The keys leave what text fields need alone; Ctrl+digit walks the panels from left to bottom.
const Row rows[] = {
    { Actions::AddServer, u"addServerAction", QT_TR_NOOP("&Add server…"), "Ctrl+N", "add",
      QT_TR_NOOP("Add a server by the command that starts it") },
    { Actions::OpenTrace, u"openTraceAction", QT_TR_NOOP("&Open trace…"), "Ctrl+O", "",
      QT_TR_NOOP("Show the messages that were saved in a file") },
    { Actions::SaveTrace, u"saveTraceAction", QT_TR_NOOP("&Save trace…"), "Ctrl+Shift+S", "",
      QT_TR_NOOP("Save every message of the selected server as lines of JSON, secrets masked") },
    { Actions::SaveWholeTrace, u"saveWholeTraceAction", QT_TR_NOOP("Save trace &with secrets…"), "",
      "", QT_TR_NOOP("Save every message of the selected server exactly as it crossed the wire") },
    { Actions::SaveAllTraces, u"saveAllTracesAction", QT_TR_NOOP("Save the traces of a&ll…"), "",
      "", QT_TR_NOOP("Save every message of each server, a file for each, secrets masked") },
    { Actions::EditServer, u"editServerAction", QT_TR_NOOP("&Edit…"), "F2", "",
      QT_TR_NOOP("Change the selected server") },
    { Actions::DuplicateServer, u"duplicateServerAction", QT_TR_NOOP("&Duplicate…"), "", "",
      QT_TR_NOOP("Add another server like the selected one") },
    { Actions::RemoveServer, u"removeServerAction", QT_TR_NOOP("Re&move…"), "", "",
      QT_TR_NOOP("Take the selected server off the list") },
    { Actions::KeepServer, u"keepServerAction", QT_TR_NOOP("&Keep in the list"), "", "",
      QT_TR_NOOP("The selected server is there for this run only: keep it for good") },
    { Actions::CopyCommand, u"copyCommandAction", QT_TR_NOOP("&Copy command"), "", "",
      QT_TR_NOOP("Copy the command line of the selected server") },
    { Actions::ShowConfiguration, u"showConfigurationAction", QT_TR_NOOP("Show con&figuration"), "",
      "", QT_TR_NOOP("Show the selected server as it stands in the file") },
    { Actions::StartServer, u"startServerAction", QT_TR_NOOP("&Start"), "F9", "start",
      QT_TR_NOOP("Start the selected server and list its tools") },
    { Actions::StopServer, u"stopServerAction", QT_TR_NOOP("S&top"), "Shift+F9", "stop",
      QT_TR_NOOP("Stop the selected server") },
    { Actions::RestartServer, u"restartServerAction", QT_TR_NOOP("&Restart"), "Ctrl+F9", "restart",
      QT_TR_NOOP("Stop the selected server and start it again") },
    { Actions::StopAllServers, u"stopAllServersAction", QT_TR_NOOP("Stop a&ll"), "", "",
      QT_TR_NOOP("Stop every server") },
    { Actions::RefreshTools, u"refreshToolsAction", QT_TR_NOOP("Re&fresh the list"), "F5",
      "refresh",
      QT_TR_NOOP("Ask the selected server again for the tools, resources or prompts shown") },
    { Actions::Call, u"callAction", QT_TR_NOOP("&Call"), "Ctrl+Return", "",
      QT_TR_NOOP("Call the tool of the open page, get its prompt, read its resource") },
    { Actions::CancelCall, u"cancelCallAction", QT_TR_NOOP("Ca&ncel the call"), "Ctrl+.", "",
      QT_TR_NOOP("Cancel the call of the open page") },
    { Actions::ToggleJson, u"toggleJsonAction", QT_TR_NOOP("Form or &JSON"), "Ctrl+J", "",
      QT_TR_NOOP("Switch the arguments between form and JSON") },
    { Actions::ToggleDetails, u"toggleDetailsAction", QT_TR_NOOP("&About the open page"), "Ctrl+I",
      "",
      QT_TR_NOOP("Show the description, schemas and definition of what the page is about, or its "
                 "call again") },
    { Actions::ToggleWatch, u"toggleWatchAction", QT_TR_NOOP("&Watch the resource"), "Ctrl+Shift+W",
      "",
      QT_TR_NOOP("Have the server tell when the resource of the open page changes, or no more") },
    { Actions::CopyAsRequest, u"copyAsRequestAction", QT_TR_NOOP("Copy as JSON-&RPC request"), "",
      "", QT_TR_NOOP("Copy the message that Call would send") },
    { Actions::CopyAsCommand, u"copyAsCommandAction", QT_TR_NOOP("Copy as command &line"), "", "",
      QT_TR_NOOP("Copy the command line of mcp-orchestrator-cli that makes the call") },
    { Actions::ComposeRequest, u"composeRequestAction", QT_TR_NOOP("Re&quest by hand…"),
      "Ctrl+Shift+R", "",
      QT_TR_NOOP("Write any request or notification to the selected server by hand") },
    { Actions::ClosePage, u"closePageAction", QT_TR_NOOP("Close pa&ge"), "Ctrl+W", "",
      QT_TR_NOOP("Close the open page; its last arguments come back when it is opened again") },
    { Actions::NextPage, u"nextPageAction", QT_TR_NOOP("Ne&xt page"), "Ctrl+Tab", "", "" },
    { Actions::PreviousPage, u"previousPageAction", QT_TR_NOOP("&Previous page"), "Ctrl+Shift+Tab",
      "", "" },
    { Actions::Find, u"findAction", QT_TR_NOOP("&Filter"), "Ctrl+F", "",
      QT_TR_NOOP("Go to the filter of the panel you are in") },
    { Actions::FocusServers, u"focusServersAction", QT_TR_NOOP("Go to &servers"), "Ctrl+1", "",
      "" },
    { Actions::FocusTools, u"focusToolsAction", QT_TR_NOOP("Go to &tools, resources or prompts"),
      "Ctrl+2", "", "" },
    { Actions::FocusPage, u"focusPageAction", QT_TR_NOOP("Go to the &page"), "Ctrl+3", "", "" },
    { Actions::FocusBottom, u"focusBottomAction", QT_TR_NOOP("Go to the &log"), "Ctrl+4", "", "" },
    { Actions::ShowQuestions, u"showQuestionsAction", QT_TR_NOOP("Go to the &questions"), "Ctrl+5",
      "", QT_TR_NOOP("Answer what the servers ask") },
    { Actions::ShowTools, u"showToolsAction", QT_TR_NOOP("T&ools"), "Alt+1", "", "" },
    { Actions::ShowResources, u"showResourcesAction", QT_TR_NOOP("&Resources"), "Alt+2", "", "" },
    { Actions::ShowPrompts, u"showPromptsAction", QT_TR_NOOP("Prom&pts"), "Alt+3", "", "" },
    { Actions::ShowInfo, u"showInfoAction", QT_TR_NOOP("&Info"), "Alt+4", "", "" },
    { Actions::ShowStderr, u"showStderrAction", QT_TR_NOOP("Std&err"), "Alt+5", "", "" },
    { Actions::ShowMessages, u"showMessagesAction", QT_TR_NOOP("&Messages"), "Alt+6", "", "" },
    { Actions::ShowHistory, u"showHistoryAction", QT_TR_NOOP("&History"), "Alt+7", "", "" },
    { Actions::ShowNotifications, u"showNotificationsAction", QT_TR_NOOP("&Notifications"), "Alt+8",
      "", "" },
    { Actions::ShowTasks, u"showTasksAction", QT_TR_NOOP("Tas&ks"), "Alt+9", "", "" },
    { Actions::ToggleBottom, u"toggleBottomAction", QT_TR_NOOP("Show the &bottom panels"), "Ctrl+B",
      "", "" },
    { Actions::SchemeSystem, u"schemeSystemAction", QT_TR_NOOP("&System"), "", "", "" },
    { Actions::SchemeLight, u"schemeLightAction", QT_TR_NOOP("&Light"), "", "", "" },
    { Actions::SchemeDark, u"schemeDarkAction", QT_TR_NOOP("&Dark"), "", "", "" },
    { Actions::ResetLayout, u"resetLayoutAction", QT_TR_NOOP("&Reset layout"), "", "",
      QT_TR_NOOP("Put all borders and panels back to where they were at first") },
    { Actions::Keys, u"keysAction", QT_TR_NOOP("&Keys"), "F1", "", QT_TR_NOOP("List all keys") },
    { Actions::About, u"aboutAction", QT_TR_NOOP("&About"), "", "", "" },
    { Actions::Quit, u"quitAction", QT_TR_NOOP("&Quit"), "Ctrl+Q", "", "" },
};

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    static_assert(std::size(rows) == Count);
    for (const Row &row : rows) {
        auto *action = new QAction(tr(row.text), this);
        action->setObjectName(QString::fromUtf16(row.name));
        action->setShortcut(QKeySequence(QString::fromLatin1(row.key), QKeySequence::PortableText));
        if (*row.icon)
            action->setIcon(icon(QString::fromLatin1(row.icon)));
        const QString tip = *row.tip ? tr(row.tip) : QString(action->text()).remove(u'&');
        action->setStatusTip(tip);
        action->setToolTip(*row.key ? u"%1 (%2)"_s.arg(
                                   tip, action->shortcut().toString(QKeySequence::NativeText))
                                    : tip);
        m_actions[size_t(row.id)] = action;
    }
    auto *schemes = new QActionGroup(this);
    for (const Id id : { SchemeSystem, SchemeLight, SchemeDark }) {
        m_actions[size_t(id)]->setCheckable(true);
        schemes->addAction(m_actions[size_t(id)]);
    }
    m_actions[ToggleBottom]->setCheckable(true);
    m_actions[ToggleBottom]->setChecked(true);
    m_actions[Quit]->setMenuRole(QAction::QuitRole);
    m_actions[About]->setMenuRole(QAction::AboutRole);
}

} // namespace McpUi
