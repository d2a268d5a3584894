// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/questionview.h"

#include "forms/elidinglabel.h"
#include "forms/linkbutton.h"
#include "forms/lowstack.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "protocol/elicitation.h"
#include "views/fittedscrollarea.h"
#include "views/formquestion.h"
#include "views/noticebar.h"
#include "views/payloadview.h"
#include "views/rootsquestion.h"
#include "views/samplingquestion.h"
#include "views/textpane.h"
#include "views/visitquestion.h"
#include "views/warningstrip.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMessageLines = 6;
constexpr int kFewLines = 2;     ///< of a message in a low window
constexpr double kMessage = 0.2; ///< of the height at most

/// Which call that is, for people.
QString callWords(const Mcp::Call &call)
{
    return call.target().isEmpty() ? call.method() : displayLine(call.target(), 80);
}

} // namespace

QuestionView *QuestionView::make(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                                 QWidget *parent)
{
    switch (request->kind()) {
    case Mcp::InputRequest::Kind::Roots:
        return new RootsQuestion(orchestrator, request, parent);
    case Mcp::InputRequest::Kind::Sampling:
        return new SamplingQuestion(orchestrator, request, parent);
    case Mcp::InputRequest::Kind::Elicitation:
        break;
    }
    if (Mcp::Elicitation(request->params()).mode() == Mcp::Elicitation::Mode::Url)
        return new VisitQuestion(orchestrator, request, parent);
    return new FormQuestion(orchestrator, request, parent);
}

QuestionView::QuestionView(Mcp::Orchestrator *orchestrator, Mcp::InputRequest *request,
                           QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_request(request)
    , m_title(new WrappedLabel(this))
    , m_subtitle(new ElidingLabel({}, this))
    , m_problems(new WarningStrip(this))
    , m_message(new TextPane(u"questionMessage"_s, tr("What the server says"), this))
    , m_head(new QVBoxLayout)
    , m_stack(new LowStack(this))
    , m_buttons(new QHBoxLayout)
    , m_asReceived(new LinkButton(tr("As received"), this))
    , m_notice(new NoticeBar(this))
    , m_cancelWords(tr("cancels it"))
{
    setObjectName(u"question"_s);
    m_title->setObjectName(u"questionTitle"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.2); // as the title of a page, whose place it takes
    m_title->setFont(bold);
    m_subtitle->setObjectName(u"questionSubtitle"_s);
    Tones::apply(m_subtitle, Tones::Tone::Dim);
    m_subtitle->setText(request->method()
                        + (request->call()
                                   ? tr(" · the call that asks (%1) waits for the answer")
                                             .arg(callWords(*request->call()))
                                   : tr(" · a call of this server may wait for the answer")));
    m_problems->setObjectName(u"questionProblems"_s);
    m_problems->hide();
    m_message->hide();
    m_notice->setObjectName(u"questionNotice"_s);
    m_asReceived->setObjectName(u"questionAsReceived"_s);
    m_asReceived->setAccessibleName(tr("Show the question exactly as received"));
    m_asReceived->setCheckable(true);
    m_asReceived->setTone(Tones::Tone::Key);
    connect(m_asReceived, &QAbstractButton::toggled, this, &QuestionView::showReceived);
    layOut();
}

void QuestionView::layOut()
{
    auto *title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(m_asReceived, 0, Qt::AlignTop);
    auto *head = new QWidget;
    head->setLayout(m_head);
    m_head->setContentsMargins({});
    m_head->setSpacing(6);
    m_head->addLayout(title);
    m_head->addWidget(m_subtitle);
    m_head->addWidget(m_problems);
    m_head->addWidget(m_message);
    auto *scroll = new FittedScrollArea(head, this); // for a server that says too much
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(scroll);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_notice);
    layout->addLayout(m_buttons);
    m_buttons->addStretch(1);
}

QString QuestionView::server() const
{
    return displayLine(m_orchestrator->questions()->serverOf(m_request), 80);
}

void QuestionView::setTitle(const QString &what)
{
    m_title->setText(server() + u' ' + what);
    setAccessibleName(m_title->text());
}

void QuestionView::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void QuestionView::setProblems(const QStringList &problems)
{
    m_problems->setWarnings(problems);
    m_problems->setVisible(!problems.isEmpty());
}

void QuestionView::addToHead(QWidget *widget) { m_head->addWidget(widget); }

void QuestionView::setBody(QWidget *body) { m_stack->insertWidget(0, body); }

void QuestionView::setScrolledBody(QWidget *body)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    setBody(scroll);
}

QPushButton *QuestionView::addButton(const QString &name, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setToolTip(help);
    m_buttons->insertWidget(m_buttons->count() - 1, button); // before the stretch
    return button;
}

void QuestionView::showReceived(bool shown)
{
    if (shown && !m_received && m_request) {
        m_received = new PayloadView(u"questionReceived"_s, this);
        m_received->setPayload(tr("As received"), m_request->params().toByteArray());
        m_stack->addWidget(m_received);
    }
    m_asReceived->setText(shown ? tr("Back to the answer") : tr("As received"));
    m_stack->setCurrentIndex(shown && m_received ? m_stack->indexOf(m_received) : 0);
}

void QuestionView::setCancelWords(const QString &words, bool endsMore)
{
    m_cancelWords = words;
    m_endsMore = endsMore;
}

void QuestionView::showEvent(QShowEvent *event)
{
    if (!m_untouched)
        m_untouched = filledIn();
    QWidget::showEvent(event);
}

void QuestionView::resizeEvent(QResizeEvent *event)
{
    fitMessage();
    QWidget::resizeEvent(event);
}

/// A long one scrolls; in a low window the room is for the answer.
void QuestionView::fitMessage()
{
    const int lines = int(height() * kMessage) / fontMetrics().lineSpacing();
    m_message->setMaximumLines(qBound(kFewLines, lines, kMessageLines));
}

/// Nothing that was typed goes by one key.
void QuestionView::escape()
{
    const QByteArray filled = filledIn();
    const bool loses = filled != m_untouched;
    if ((!loses && !m_endsMore) || m_warnedOf == filled)
        return cancel();
    m_warnedOf = filled;
    m_notice->setNotice(
            Tones::Tone::Warning,
            (loses ? tr("What you have filled in would be lost. ") : QString())
                    + tr("Escape once more %1; Ctrl+3 leaves it open.").arg(m_cancelWords));
}

void QuestionView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        submit();
    else if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Escape)
        escape();
    else
        QWidget::keyPressEvent(event);
}

} // namespace McpUi
