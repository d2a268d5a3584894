// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/failurepane.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/fittedscrollarea.h"
#include "views/icons.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {

constexpr int stderrLinesShown = 6;
constexpr int kMaxChars = 4000; ///< of a field

QLabel *plainLabel(QWidget *parent, const QString &name)
{
    auto *label = new WrappedLabel(parent);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// In a low window the buttons stay in reach.
QWidget *scrolling(QWidget *content)
{
    auto *area = new FittedScrollArea(content);
    area->setObjectName(u"failureDetails"_s);
    area->setAccessibleName(FailurePane::tr("Details"));
    return area;
}

QString endingText(const Mcp::ServerFailure &failure)
{
    if (failure.exitCode)
        return FailurePane::tr("exit code %1").arg(*failure.exitCode);
    if (failure.signal)
        return FailurePane::tr("signal %1").arg(*failure.signal);
    return {};
}

} // namespace

FailurePane::FailurePane(QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(this, u"failureTitle"_s))
    , m_reason(plainLabel(this, u"failureReason"_s))
    , m_command(plainLabel(this, u"failureCommand"_s))
    , m_ending(plainLabel(this, u"failureEnding"_s))
    , m_advice(plainLabel(this, u"failureAdvice"_s))
    , m_stderr(new QPlainTextEdit(this))
    , m_stderrTitle(new QLabel(tr("Last lines of stderr"), this))
{
    setObjectName(u"failurePane"_s);
    setAccessibleName(tr("Why the server has failed"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    buildLayout();
    applyTone();
    hide();
}

void FailurePane::buildLayout()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    const QFont fixed = Tones::fixedFont();
    m_command->setFont(fixed);
    m_stderr->setFont(fixed);
    m_stderr->setObjectName(u"failureStderr"_s);
    m_stderr->setAccessibleName(tr("Last lines of stderr"));
    m_stderr->setReadOnly(true);
    m_stderr->setLineWrapMode(QPlainTextEdit::NoWrap);

    auto *content = new QWidget(this);
    auto *details = new QVBoxLayout(content);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(5);
    auto *fields = new QGridLayout;
    fields->setColumnStretch(1, 1);
    fields->setHorizontalSpacing(10);
    fields->setVerticalSpacing(3);
    details->addLayout(fields);
    details->addWidget(m_stderrTitle);
    details->addWidget(m_stderr);
    const std::pair<QString, QLabel *> rows[] = { { tr("Why"), m_reason },
                                                  { tr("Command"), m_command },
                                                  { tr("Ended with"), m_ending },
                                                  { tr("What to try"), m_advice } };
    int row = 0;
    for (const auto &[caption, label] : rows) {
        auto *title = new QLabel(caption, this);
        Tones::apply(title, Tones::Tone::Dim);
        title->setObjectName(label->objectName() + u"Caption"_s);
        fields->addWidget(title, row, 0, Qt::AlignTop);
        fields->addWidget(label, row++, 1);
    }

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    addButton(top, u"failureHideButton"_s, tr("Hide"), &FailurePane::putAway);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    const auto asks = [this](void (FailurePane::*signal)(const QString &)) {
        return [this, signal] { emit(this->*signal)(m_server ? m_server->name() : QString()); };
    };
    addButton(buttons, u"failureStartButton"_s, tr("Start again"),
              asks(&FailurePane::startRequested));
    m_shellPath = addButton(buttons, u"failureShellPathButton"_s, tr("Use the login shell's PATH"),
                            asks(&FailurePane::loginShellPathRequested));
    addButton(buttons, u"failureEditButton"_s, tr("Edit…"), asks(&FailurePane::editRequested));
    m_allStderr = addButton(buttons, u"failureStderrButton"_s, tr("All of stderr"),
                            asks(&FailurePane::stderrRequested));
    addButton(buttons, u"failureCopyButton"_s, tr("Copy"), &FailurePane::copy);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 8, 8);
    layout->setSpacing(5);
    layout->addLayout(top);
    layout->addWidget(scrolling(content));
    layout->addLayout(buttons);
}

template <typename Slot>
QToolButton *FailurePane::addButton(QBoxLayout *row, const QString &name, const QString &text,
                                    Slot slot)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QToolButton::clicked, this, slot);
    return button;
}

void FailurePane::putAway()
{
    if (m_server)
        m_hiddenFor = m_server->failure().describe();
    hide();
}

void FailurePane::setServer(Mcp::Server *server)
{
    if (server == m_server)
        return refresh();
    if (m_server)
        disconnect(m_server, nullptr, this, nullptr);
    m_server = server;
    m_hiddenFor.clear();
    if (m_server) {
        connect(m_server, &Mcp::Server::stateChanged, this, &FailurePane::refresh);
        connect(m_server, &QObject::destroyed, this, &FailurePane::refresh);
    }
    refresh();
}

void FailurePane::refresh()
{
    if (!m_server || m_server->state() != Mcp::Server::State::Failed) {
        m_hiddenFor.clear();
        return hide();
    }
    const Mcp::ServerFailure &failure = m_server->failure();
    if (!m_hiddenFor.isEmpty() && m_hiddenFor == failure.describe())
        return;
    showFailure(failure);
    show();
}

void FailurePane::showFailure(const Mcp::ServerFailure &failure)
{
    const QString name = m_server->name();
    m_title->setText(failure.step.isEmpty() ? tr("✖ %1 has failed").arg(name)
                                            : tr("✖ %1 has failed: %2").arg(name, failure.step));
    showField(m_reason, failure.error.describe());
    showField(m_command, failure.commandLine);
    showField(m_ending, endingText(failure));
    showField(m_advice, failure.advice);
    // From a desktop menu, the folders of nvm, uv and the like are often missing.
    const Mcp::LaunchSpec &launch = m_server->spec().launch;
    m_shellPath->setVisible(!launch.command.contains(u'/') && !Mcp::resolveProgram(launch));
    QStringList lines;
    for (const QString &line : failure.stderrTail)
        lines += displayLine(line);
    m_stderr->setPlainText(lines.join(u'\n'));
    m_stderr->moveCursor(QTextCursor::End);
    const int shown = qBound(1, int(lines.size()), stderrLinesShown);
    m_stderr->setFixedHeight(m_stderr->fontMetrics().lineSpacing() * (shown + 1) + 10);
    m_stderr->setVisible(!lines.isEmpty());
    m_stderrTitle->setVisible(!lines.isEmpty());
    m_allStderr->setVisible(!lines.isEmpty());
}

void FailurePane::showField(QLabel *label, const QString &text)
{
    label->setText(displayLine(text, kMaxChars));
    label->setVisible(!text.isEmpty());
    findChild<QLabel *>(label->objectName() + u"Caption"_s)->setVisible(!text.isEmpty());
}

void FailurePane::copy() const
{
    if (m_server)
        QGuiApplication::clipboard()->setText(m_server->failure().describe());
}

void FailurePane::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
}

void FailurePane::applyTone()
{
    QPalette colors;
    colors.setColor(QPalette::Window, Tones::background(Tone::Error, QApplication::palette()));
    setPalette(colors);
}

} // namespace McpUi
