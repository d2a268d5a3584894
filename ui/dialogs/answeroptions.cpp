// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/answeroptions.h"

#include "forms/folderlist.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "orchestrator/serverdefinition.h"
#include "transport/commandline.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::SamplingResponder::Kind;

namespace McpUi {

namespace {

/// What a switch says, by the name that the capability has in the file.
struct SwitchText
{
    QLatin1StringView name;
    const char *text = "";
    const char *help = "";
};

constexpr SwitchText switchTexts[] = {
    { QLatin1StringView("roots"), QT_TR_NOOP("which folders it may use"), QT_TR_NOOP("roots") },
    { QLatin1StringView("sampling"), QT_TR_NOOP("what a model would answer"),
      QT_TR_NOOP("sampling") },
    { QLatin1StringView("samplingTools"), QT_TR_NOOP("… that may use tools"),
      QT_TR_NOOP("sampling.tools, since 2025-11-25") },
    { QLatin1StringView("elicitationForm"), QT_TR_NOOP("to fill in a form"),
      QT_TR_NOOP("elicitation.form") },
    { QLatin1StringView("elicitationUrl"), QT_TR_NOOP("to visit an address"),
      QT_TR_NOOP("elicitation.url, since 2025-11-25") },
    { QLatin1StringView("tasks"), QT_TR_NOOP("to wait for a task"),
      QT_TR_NOOP("The tasks extension of 2026-07-28") },
};
static_assert(std::size(switchTexts) == Mcp::capabilitySwitches.size());

} // namespace

AnswerOptions::AnswerOptions(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addSwitches(form); // Tab goes in the order that they are made
    m_folders = new FolderList(this);
    m_responder = new QComboBox(this);
    m_text = new QPlainTextEdit(this);
    m_command = new QLineEdit(this);
    m_note = new WrappedLabel(this);
    m_problem = new WrappedLabel(this);
    form->addRow(tr("&Its folders"), m_folders);
    static_cast<QLabel *>(form->labelForField(m_folders))->setBuddy(m_folders);
    addResponder(form);
    connect(m_folders, &FolderList::changed, this, &AnswerOptions::changed);
    load({});
}

void AnswerOptions::addSwitches(QFormLayout *form)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    for (size_t i = 0; i < m_switches.size(); ++i) {
        auto *each = new QCheckBox(tr(switchTexts[i].text), box);
        each->setObjectName(u"may:"_s + switchTexts[i].name);
        each->setAccessibleName(tr("It may ask: %1").arg(each->text()));
        each->setToolTip(tr("%1. Declared to the server at its next start; what is off is refused "
                            "as the specification says.")
                                 .arg(tr(switchTexts[i].help)));
        connect(each, &QCheckBox::toggled, this, &AnswerOptions::changed);
        layout->addWidget(each);
        m_switches[i] = each;
    }
    auto *const sampling = box->findChild<QCheckBox *>(u"may:sampling"_s);
    auto *const tools = box->findChild<QCheckBox *>(u"may:samplingTools"_s);
    connect(sampling, &QCheckBox::toggled, tools, &QWidget::setEnabled);
    form->addRow(tr("It may ask"), box);
}

void AnswerOptions::addResponder(QFormLayout *form)
{
    m_responder->setObjectName(u"responderChoice"_s);
    m_responder->setAccessibleName(tr("Who answers its sampling requests"));
    m_responder->setFocusPolicy(Qt::StrongFocus);
    m_responder->installEventFilter(this);
    m_responder->addItem(tr("me, each time"), int(Kind::Off));
    m_responder->addItem(tr("always the same text"), int(Kind::Text));
    m_responder->addItem(tr("an echo of the last message"), int(Kind::Echo));
    m_responder->addItem(tr("a program"), int(Kind::Command));
    m_text->setObjectName(u"responderText"_s);
    m_text->setAccessibleName(tr("The text that is always answered"));
    m_text->setPlaceholderText(tr("The text that is always answered"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(3 * fontMetrics().lineSpacing() + 12);
    m_command->setObjectName(u"responderCommand"_s);
    m_command->setAccessibleName(tr("Command line of the program that answers"));
    m_command->setPlaceholderText(u"/path/to/program --option"_s);
    m_command->setFont(Tones::fixedFont());
    m_note->setObjectName(u"responderNote"_s);
    Tones::apply(m_note, Tones::Tone::Dim);
    m_problem->setObjectName(u"responderProblem"_s);
    Tones::apply(m_problem, Tones::Tone::Error);
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    for (QWidget *each :
         std::initializer_list<QWidget *>{ m_responder, m_text, m_command, m_problem, m_note })
        layout->addWidget(each);
    form->addRow(tr("Sam&pling answered by"), box);
    static_cast<QLabel *>(form->labelForField(box))->setBuddy(m_responder);
    connect(m_responder, &QComboBox::currentIndexChanged, this, &AnswerOptions::updateResponder);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerOptions::changed);
    connect(m_command, &QLineEdit::textChanged, this, &AnswerOptions::updateResponder);
}

Kind AnswerOptions::kind() const { return Kind(m_responder->currentData().toInt()); }

void AnswerOptions::updateResponder()
{
    m_text->setVisible(kind() == Kind::Text);
    m_command->setVisible(kind() == Kind::Command);
    m_note->setVisible(kind() != Kind::Off);
    m_note->setText(kind() == Kind::Command
                            ? tr("It gets the request as JSON on its standard input and writes the "
                                 "answer, JSON or plain text, on its standard output. It runs with "
                                 "your rights, without a shell.")
                            : tr("Answered without you; the list of servers says so."));
    const QString wrong = problem();
    m_problem->setText(wrong.isEmpty() ? QString() : u"✖ "_s + wrong);
    m_problem->setVisible(!wrong.isEmpty());
    emit changed();
}

QString AnswerOptions::problem() const
{
    if (kind() != Kind::Command)
        return {};
    const auto words = Mcp::splitCommandLine(m_command->text());
    if (!words)
        return words.error().message;
    return words->isEmpty() ? tr("A program is needed.") : QString();
}

bool AnswerOptions::takeTyped() { return m_folders->takeTyped(); }

void AnswerOptions::load(const Mcp::ServerSpec &spec)
{
    for (size_t i = 0; i < m_switches.size(); ++i)
        m_switches[i]->setChecked(!(spec.withheld.*Mcp::capabilitySwitches[i].member));
    m_folders->setRoots(spec.roots);
    const Mcp::SamplingResponder &responder = spec.responder;
    m_text->setPlainText(responder.text);
    Mcp::LaunchSpec launch;
    launch.command = responder.command;
    launch.arguments = responder.arguments;
    m_command->setText(responder.command.isEmpty() ? QString() : launch.commandLine());
    m_responder->setCurrentIndex(m_responder->findData(int(responder.kind)));
    updateResponder();
}

void AnswerOptions::store(Mcp::ServerSpec &spec) const
{
    for (size_t i = 0; i < m_switches.size(); ++i)
        spec.withheld.*Mcp::capabilitySwitches[i].member = !m_switches[i]->isChecked();
    spec.roots = m_folders->roots();
    spec.responder.kind = kind();
    spec.responder.text = m_text->toPlainText();
    const QStringList words = Mcp::splitCommandLine(m_command->text()).valueOr({});
    spec.responder.command = words.value(0);
    spec.responder.arguments = words.mid(1);
}

bool AnswerOptions::isCustom(const Mcp::ServerSpec &spec)
{
    const Mcp::ServerSpec usual;
    return spec.withheld != usual.withheld || !spec.roots.isEmpty()
           || spec.responder != usual.responder;
}

/// The wheel scrolls the dialog; it must not change a value on its way.
bool AnswerOptions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace McpUi
