// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callcontrols.h"

#include "forms/elidinglabel.h"
#include "forms/linkbutton.h"
#include "models/format.h"
#include "models/subjectwords.h"
#include "models/taskwords.h"

#include <QtCore/qlocale.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>

#include <cmath>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTickMs = 100;
constexpr int kBarSteps = 1000;
constexpr int kLeastBar = 24; ///< pixels wide

} // namespace

CallControls::CallControls(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QHBoxLayout)
    , m_call(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_problems(new LinkButton({}, this))
    , m_bar(new QProgressBar(this))
    , m_text(new ElidingLabel({}, this))
    , m_task(new ElidingLabel({}, this))
{
    m_call->setObjectName(u"callButton"_s);
    m_call->setDefault(true);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setToolTip(tr("Gives up waiting and tells the server (Escape)"));
    m_cancel->setEnabled(false);
    m_problems->setObjectName(u"problemCount"_s);
    m_problems->setToolTip(tr("Show what is wrong, and go to it"));
    m_problems->hide();
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress of the call"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setMinimumWidth(kLeastBar); // a call must not move what is beside its page
    m_bar->hide();
    m_text->setObjectName(u"progressText"_s);
    m_text->hide();
    m_task->setObjectName(u"taskText"_s);
    m_task->hide();
    Tones::apply(m_task, Tones::Tone::Dim);

    m_buttons->addWidget(m_call);
    m_buttons->addWidget(m_cancel);
    m_buttons->addSpacing(6);
    m_buttons->addWidget(m_problems);
    m_buttons->addWidget(m_bar, 1);
    m_buttons->addStretch(0);
    auto *texts = new QHBoxLayout; // no higher than an option below the buttons, which goes for it
    texts->setSpacing(12);
    texts->addWidget(m_text, 1);
    texts->addWidget(m_task, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(m_buttons);
    layout->addLayout(texts);
    setLabel(Label::Call);
    setCallHint({});

    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &CallControls::updateText);
    connect(m_call, &QPushButton::clicked, this, &CallControls::callRequested);
    connect(m_cancel, &QPushButton::clicked, this, &CallControls::cancelRequested);
    connect(m_problems, &QAbstractButton::clicked, this, &CallControls::problemsRequested);
}

void CallControls::addOption(QWidget *option)
{
    const int place = m_buttons->indexOf(m_cancel) + 1;
    m_buttons->insertSpacing(place, 6);
    m_buttons->insertWidget(place + 1, option);
}

void CallControls::addBelow(QWidget *option)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, option);
}

void CallControls::setCallHint(const QString &hint)
{
    const QString key = tr("Ctrl+Return");
    m_call->setToolTip(hint.isEmpty() ? key : key + u'\n' + hint);
}

void CallControls::setProblemCount(qsizetype count, bool quiet)
{
    m_problems->setTone(quiet ? Tones::Tone::Dim : Tones::Tone::Warning);
    m_problems->setText(formatCount(count, tr("problem"), tr("problems")));
    m_problems->setAccessibleName(m_problems->text());
    m_problems->setVisible(count > 0);
}

void CallControls::setSubjectKind(Mcp::CallSubject::Kind kind)
{
    m_kind = kind;
    setLabel(m_label);
}

void CallControls::setLabel(Label label)
{
    const SubjectWords &words = SubjectWords::of(m_kind);
    m_label = label;
    switch (label) {
    case Label::Call:
        m_call->setText(words.call);
        break;
    case Label::CallAnyway:
        m_call->setText(words.callAnyway);
        break;
    case Label::StartAndCall:
        m_call->setText(words.startAndCall);
        break;
    }
}

void CallControls::start(const QString &phase)
{
    m_active = true;
    m_phase = phase;
    m_elapsed.start();
    m_call->setEnabled(false);
    m_cancel->setEnabled(true);
    showBusy();
    m_bar->show();
    m_text->show();
    m_tick.start();
    updateText();
}

void CallControls::setPhase(const QString &phase)
{
    m_phase = phase;
    m_elapsed.start();
    updateText();
}

void CallControls::report(const Mcp::Progress &progress)
{
    // A server may report anything, also beyond its own total or below zero.
    if (progress.total && *progress.total > 0 && std::isfinite(progress.progress)) {
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(int(std::clamp(progress.progress / *progress.total, 0.0, 1.0) * kBarSteps));
    } else {
        showBusy();
    }
    m_phase = progress.describe();
    updateText();
}

void CallControls::setHeld(const QString &words)
{
    m_held = words;
    if (m_bar->maximum() != kBarSteps) // what a server has reported stays
        showBusy();
    updateText();
}

void CallControls::showBusy()
{
    m_bar->setRange(0, m_held.isEmpty() ? 0 : 1);
    m_bar->setValue(0);
}

void CallControls::showTask(const Mcp::Task &task)
{
    m_task->setText(TaskWords::line(task));
    m_task->setVisible(m_active);
}

void CallControls::stop()
{
    m_active = false;
    m_tick.stop();
    m_call->setEnabled(true);
    m_cancel->setEnabled(false);
    m_bar->hide();
    m_text->hide();
    m_task->hide();
}

void CallControls::updateText()
{
    const QString seconds = QLocale().toString(double(m_elapsed.elapsed()) / 1000.0, 'f', 1);
    const QString time = tr("%1 s").arg(seconds);
    QString phase = m_held.isEmpty() ? m_phase : m_held;
    phase.replace(u'\n', u' ');
    m_text->setText(phase.isEmpty() ? time : time + u" · "_s + phase);
}

} // namespace McpUi
