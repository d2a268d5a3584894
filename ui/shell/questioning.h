// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"

#include <QtCore/qobject.h>

class QWidget;

namespace Mcp {
class InputRequest;
class Orchestrator;
} // namespace Mcp

namespace McpUi {

class Actions;
class FileOpener;
class NoticeBar;
class PageTabs;
class Prompter;
class QuestionView;
class QuestionsPanel;
class Saving;
class VisitQuestion;

/*!
 * What the window does when a server asks: a bar says so, a key or a click leads to the panel of
 * questions, which takes the place of the pages until one goes back. Nothing comes up by itself.
 * From here on all that servers may ask is declared to them.
 */
class Questioning : public QObject
{
    Q_OBJECT

public:
    /// Bar and panel become children of @p window, to be placed there. All must outlive it.
    Questioning(Mcp::Orchestrator *orchestrator, const Actions &actions, const Panels &panels,
                Prompter *prompter, QWidget *window);

    /// Who saves and opens what a server's request contains. Both outlive it.
    void serve(Saving *saving, FileOpener *opener);
    QWidget *bar() const;
    QWidget *panel() const;
    /// Is the panel to be in place of the pages?
    bool isShown() const { return m_shown; }

    /// Goes to @p request, or to the first question; nothing happens when there is none.
    void show(Mcp::InputRequest *request = nullptr);
    void hide();

signals:
    void shownChanged(bool shown);
    /// For the status line.
    void told(const QString &sentence);

private:
    void connectQuestions();
    void connectWork(const Panels &panels);
    void showOwn();
    void onViewAdded(QuestionView *view);
    void openAddress(VisitQuestion *view);
    void reallyOpen(VisitQuestion *view);
    void refresh();
    bool isOnPage() const;

    Mcp::Orchestrator *m_orchestrator;
    const Actions &m_actions;
    Prompter *m_prompter;
    QWidget *m_window;
    NoticeBar *m_bar;
    QuestionsPanel *m_panel;
    Saving *m_saving = nullptr;
    FileOpener *m_opener = nullptr;
    PageTabs *m_pages = nullptr;
    bool m_shown = false;
};

} // namespace McpUi
