// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace Mcp {
class Call;
class InputRequest;
class Orchestrator;
} // namespace Mcp

namespace McpUi {

class EmptyState;
class QuestionView;

/*!
 * All questions that wait for the user: a list, where there are several, and the one that is being
 * answered. After an answer it waits a moment for what the same call asks next. What was filled in
 * stays while another one is looked at. Never comes up by itself: the window shows it when the user
 * asks for it. GUI thread.
 */
class QuestionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);
    ~QuestionsPanel() override;

    /// Shows @p request, with the focus where its answer begins; null: the first one.
    void showQuestion(Mcp::InputRequest *request);
    QuestionView *current() const;

signals:
    /// A view was made; its own signals are to be connected.
    void viewAdded(McpUi::QuestionView *view);
    void told(const QString &sentence);
    /// Back to the work; also when there is no question left.
    void backRequested();

protected:
    /// From the panel itself on to the answer.
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    bool asksOn(const Mcp::InputRequest *request) const;
    void focusNextStep();
    void updateTitle();
    void fitList();
    void remove(Mcp::InputRequest *request);
    void onEnded(Mcp::InputRequest *request, const QString &server, const QString &reason);
    void waitForMore();
    void goBack();
    QuestionView *viewOf(Mcp::InputRequest *request);
    Mcp::InputRequest *selected() const;
    void showRow(int row);

    Mcp::Orchestrator *m_orchestrator;
    QLabel *m_title;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QHash<Mcp::InputRequest *, QuestionView *> m_views; ///< those that were looked at
    QList<QPointer<Mcp::InputRequest>> m_shown;         ///< as the rows of the list
    QPointer<Mcp::Call> m_call;                         ///< that was just answered and may ask more
    QString m_asker;       ///< who was just answered here; empty: nobody
    EmptyState *m_waiting; ///< for its next question
    QTimer m_patience;
    bool m_refocus = false; ///< the one that is over had the focus
};

} // namespace McpUi
