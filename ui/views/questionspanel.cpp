// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/questionspanel.h"

#include "client/call.h"
#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "models/format.h"
#include "models/questionwords.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "views/emptystate.h"
#include "views/questionview.h"

#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qradiobutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qtoolbutton.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMaxWords = 300; ///< characters of a row; it cuts them where it ends
/// How long it waits for more. Which call a legacy server asks in is not known, so nor is its end.
constexpr int kMostPatienceMs = 3000;
constexpr int kPatienceMs = 400;
constexpr int kMostRows = 5; ///< of the list, in sight at one time

/// Can be typed into, or chosen from, without anything being sent or opened by it.
bool isInput(const QWidget *widget)
{
    const bool isButton = qobject_cast<const QAbstractButton *>(widget)
                          && !qobject_cast<const QCheckBox *>(widget)
                          && !qobject_cast<const QRadioButton *>(widget);
    return !isButton && !qobject_cast<const QScrollArea *>(widget);
}

} // namespace

QuestionsPanel::QuestionsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_title(new ElidingLabel({}, this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_waiting(new EmptyState(this))
{
    setObjectName(u"questionsPanel"_s);
    setAccessibleName(tr("Questions of the servers"));
    Tones::apply(m_title, Tones::Tone::Dim);
    auto *back = new QToolButton(this);
    back->setObjectName(u"questionsBack"_s);
    back->setText(tr("← Back to the page"));
    back->setAccessibleName(tr("Back to the page"));
    back->setToolTip(tr("Leave the question open and go on working (Ctrl+3)"));
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &QuestionsPanel::backRequested);
    m_list->setObjectName(u"questionsList"_s);
    m_list->setAccessibleName(tr("Open questions"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is too long is cut
    connect(m_list, &QListWidget::currentRowChanged, this, &QuestionsPanel::showRow);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (QuestionView *view = current())
            view->focusInput();
    });

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 0);
    head->addWidget(m_title, 1);
    head->addWidget(back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addWidget(m_stack, 1);

    m_stack->addWidget(m_waiting);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &QuestionsPanel::goBack);
    Mcp::Questions *questions = orchestrator->questions();
    connect(questions, &Mcp::Questions::changed, this, &QuestionsPanel::refresh);
    connect(questions, &Mcp::Questions::ended, this, &QuestionsPanel::onEnded);
    refresh();
}

QuestionsPanel::~QuestionsPanel() = default;

QuestionView *QuestionsPanel::current() const
{
    return qobject_cast<QuestionView *>(m_stack->currentWidget());
}

Mcp::InputRequest *QuestionsPanel::selected() const { return m_shown.value(m_list->currentRow()); }

void QuestionsPanel::showQuestion(Mcp::InputRequest *request)
{
    refresh(); // what came or went a moment ago is told once a turn
    const qsizetype row = request ? m_shown.indexOf(request) : m_list->currentRow();
    m_list->setCurrentRow(int(qMax<qsizetype>(0, row)));
    showRow(m_list->currentRow());
    if (QuestionView *view = current())
        view->focusInput();
}

/// Keeps the selected one; its row may be another.
void QuestionsPanel::refresh()
{
    const Mcp::Questions *questions = m_orchestrator->questions();
    Mcp::InputRequest *const kept = selected();
    const QList<Mcp::InputRequest *> open = questions->open();
    m_shown = { open.begin(), open.end() };
    // One that went without a word (its connection was deleted) has a view no more.
    const QList<Mcp::InputRequest *> viewed = m_views.keys();
    for (Mcp::InputRequest *request : viewed) {
        if (!m_shown.contains(request))
            remove(request);
    }
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Mcp::InputRequest *request : std::as_const(m_shown)) {
            const QString text = QuestionWords::asker(request, questions->serverOf(request)) + u' '
                                 + QuestionWords::line(questions->gistOf(request), kMaxWords);
            auto *row = new QListWidgetItem(text, m_list);
            row->setToolTip(formatToolTip(text));
        }
        m_list->setCurrentRow(int(qMax<qsizetype>(0, m_shown.indexOf(kept))));
    }
    fitList();
    updateTitle();
    if (m_shown.isEmpty())
        return waitForMore();
    const bool isNext = asksOn(selected());
    m_patience.stop();
    if (!isVisible())
        return;
    showRow(m_list->currentRow());
    const bool refocus = std::exchange(m_refocus, false);
    if (isNext && (refocus || hasFocus()))
        return focusNextStep();
    // Not to a field or button of another one: what is being typed was meant for the one that
    // went, and a server decides when that is.
    if (refocus)
        (m_list->isHidden() ? static_cast<QWidget *>(this) : m_list)
                ->setFocus(Qt::OtherFocusReason);
    updateTitle();
}

/// Is that what whoever was just answered here asks next?
bool QuestionsPanel::asksOn(const Mcp::InputRequest *request) const
{
    if (!request || m_asker.isEmpty())
        return false;
    if (m_call && m_call == request->call())
        return true;
    const QString server = m_orchestrator->questions()->serverOf(request);
    return m_patience.isActive() && QuestionWords::asker(request, server) == m_asker;
}

/// One goes on typing; but a key that came too late presses no button.
void QuestionsPanel::focusNextStep()
{
    QuestionView *view = current();
    view->focusInput();
    const QWidget *focus = QApplication::focusWidget();
    if (!view->isAncestorOf(focus) || !isInput(focus))
        setFocus(Qt::OtherFocusReason);
    updateTitle();
}

void QuestionsPanel::updateTitle()
{
    const QString count = formatCount(m_shown.size(), tr("question waits for an answer"),
                                      tr("questions wait for an answer"));
    m_title->setText(m_shown.isEmpty()         ? tr("No question waits for an answer")
                     : hasFocus() && current() ? count + tr(" · Tab or Ctrl+5 goes to the answer")
                                               : count);
}

bool QuestionsPanel::focusNextPrevChild(bool next)
{
    if (!next || !hasFocus() || !current())
        return QWidget::focusNextPrevChild(next);
    current()->focusInput();
    return !hasFocus() || QWidget::focusNextPrevChild(next);
}

void QuestionsPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    updateTitle();
}

void QuestionsPanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    updateTitle();
}

/// Whoever answers a wizard stays where its next step comes.
void QuestionsPanel::waitForMore()
{
    const bool asksMore = !m_call || !m_call->isFinished();
    if (m_asker.isEmpty() || !isVisible() || !asksMore)
        return goBack();
    m_waiting->setMessage(tr("Answered"), tr("If %1 asks more, it comes here.").arg(m_asker));
    m_stack->setCurrentWidget(m_waiting);
    if (std::exchange(m_refocus, false))
        setFocus(Qt::OtherFocusReason);
    if (m_call)
        connect(m_call, &Mcp::Call::finished, this, &QuestionsPanel::goBack, Qt::UniqueConnection);
    m_patience.start(m_call ? kMostPatienceMs : kPatienceMs);
}

/// Unless there is a question by now.
void QuestionsPanel::goBack()
{
    if (!m_shown.isEmpty())
        return;
    m_patience.stop();
    m_asker.clear();
    emit backRequested();
}

void QuestionsPanel::onEnded(Mcp::InputRequest *request, const QString &server,
                             const QString &reason)
{
    m_call = request->call();
    m_asker = reason.isEmpty() ? QuestionWords::asker(request, server) : QString();
    remove(request);
}

/// A row each; of many some, the rest scrolls: the room is for the answer.
void QuestionsPanel::fitList()
{
    m_list->setVisible(m_shown.size() > 1);
    if (m_shown.isEmpty())
        return;
    const int rows = int(qMin<qsizetype>(m_shown.size(), kMostRows));
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
}

void QuestionsPanel::remove(Mcp::InputRequest *request)
{
    QuestionView *view = m_views.take(request);
    if (!view)
        return;
    m_refocus = isVisible() && view->isAncestorOf(QApplication::focusWidget());
    if (m_refocus) // or it would go to whatever is next in the window
        setFocus(Qt::OtherFocusReason);
    m_stack->removeWidget(view);
    view->deleteLater(); // it may be the one that has just answered
}

QuestionView *QuestionsPanel::viewOf(Mcp::InputRequest *request)
{
    if (QuestionView *known = m_views.value(request))
        return known;
    QuestionView *view = QuestionView::make(m_orchestrator, request, m_stack);
    m_views.insert(request, view);
    m_stack->addWidget(view);
    connect(view, &QuestionView::told, this, &QuestionsPanel::told);
    emit viewAdded(view);
    return view;
}

void QuestionsPanel::showRow(int row)
{
    if (Mcp::InputRequest *request = m_shown.value(row))
        m_stack->setCurrentWidget(viewOf(request));
}

} // namespace McpUi
