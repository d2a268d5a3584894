// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "protocol/notifications.h"
#include "protocol/task.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace McpUi {

class ElidingLabel;
class LinkButton;

/// The Call and Cancel buttons of a call page and, while a call runs, how far it is and how long it
/// has been going.
class CallControls : public QWidget
{
    Q_OBJECT

public:
    explicit CallControls(QWidget *parent = nullptr);

    /// What the button says for these subjects.
    void setSubjectKind(Mcp::CallSubject::Kind kind);
    enum class Label { Call, CallAnyway, StartAndCall };
    void setLabel(Label label);
    /// Something that says how the next call is made, behind the buttons.
    void addOption(QWidget *option);
    void addBelow(QWidget *option); ///< a row of its own
    /// A sentence about the Call button, besides its key; empty: none.
    void setCallHint(const QString &hint);
    /// How much is wrong with the arguments, beside the button; @p quiet while nobody has touched
    /// them. A click asks to be shown.
    void setProblemCount(qsizetype count, bool quiet);

    /// What is being waited for, e.g. "waiting for the server"; empty for the call itself.
    void start(const QString &phase);
    void setPhase(const QString &phase);
    void report(const Mcp::Progress &progress);
    void showTask(const Mcp::Task &task); ///< that the server has made of it
    /// The call waits for the user: the bar stands still and these words are shown; empty: it does
    /// not, or no more.
    void setHeld(const QString &words);
    void stop();
    bool isActive() const { return m_active; }

signals:
    void callRequested();
    void cancelRequested();
    void problemsRequested();

private:
    void updateText();
    void showBusy(); ///< how far it is, nobody knows

    QHBoxLayout *m_buttons;
    QPushButton *m_call;
    QPushButton *m_cancel;
    LinkButton *m_problems;
    QProgressBar *m_bar;
    ElidingLabel *m_text;
    ElidingLabel *m_task; ///< that the server has made of the call
    QTimer m_tick;
    QElapsedTimer m_elapsed;
    QString m_phase;
    QString m_held;
    Mcp::CallSubject::Kind m_kind = Mcp::CallSubject::Kind::Tool;
    Label m_label = Label::Call;
    bool m_active = false;
};

} // namespace McpUi
