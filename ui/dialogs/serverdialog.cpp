// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/serverdialog.h"

#include "dialogs/answeroptions.h"
#include "dialogs/connectionoptions.h"
#include "dialogs/environmenteditor.h"
#include "forms/tones.h"
#include "models/format.h"
#include "models/serverdraft.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qtimer.h>
#include <QtGui/qscreen.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ServerDialog::ServerDialog(Purpose purpose, const QStringList &takenNames, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_taken(takenNames)
    , m_fields(new QScrollArea(this))
    , m_form(new QFormLayout)
    , m_command(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_commandProblem(problemLabel(u"commandProblem"_s))
    , m_name(new QLineEdit(this))
    , m_nameProblem(problemLabel(u"nameProblem"_s))
    , m_environment(new EnvironmentEditor(this))
    , m_environmentProblem(problemLabel(u"environmentProblem"_s))
    , m_folder(new QLineEdit(this))
    , m_folderProblem(problemLabel(u"folderProblem"_s))
    , m_more(new QToolButton(this))
    , m_options(new ConnectionOptions(this))
    , m_moreAnswers(new QToolButton(this))
    , m_answers(new AnswerOptions(this))
{
    setObjectName(u"serverDialog"_s);
    const bool adding = purpose == Purpose::Add;
    setWindowTitle(adding ? tr("Add a server") : tr("Edit the server"));
    buildFields();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(adding ? tr("Add") : tr("Save"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"serverAcceptButton"_s);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_fields->setObjectName(u"serverFields"_s);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setFocusPolicy(Qt::NoFocus);
    m_fields->setWidgetResizable(true);
    auto *fields = new QWidget;
    fields->setLayout(m_form);
    m_fields->setWidget(fields);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_fields, 1);
    layout->addWidget(buttons);
    resize(640, m_form->sizeHint().height() + 2 * buttons->sizeHint().height());
    onCommandChanged();
    m_command->setFocus();
}

/// As far as the screen is high enough; they scroll on one that is small or magnified.
void ServerDialog::showAllFields()
{
    const int hidden = m_fields->verticalScrollBar()->maximum();
    const QRect room = screen()->availableGeometry();
    resize(width(), qMax(height(), qMin(height() + hidden, room.height() * 9 / 10)));
    if (const int below = frameGeometry().bottom() - room.bottom(); below > 0)
        move(x(), qMax(room.top(), y() - below));
}

void ServerDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    QTimer::singleShot(0, this, &ServerDialog::showAllFields); // once they are laid out
}

void ServerDialog::buildFields()
{
    m_command->setObjectName(u"commandEdit"_s);
    m_command->setAccessibleName(tr("Command line, or JSON server definitions"));
    m_command->setFont(Tones::fixedFont());
    m_command->setPlaceholderText(u"npx -y @modelcontextprotocol/server-everything"_s);
    m_command->setTabChangesFocus(true);
    m_command->setFixedHeight(4 * QFontMetrics(m_command->font()).lineSpacing() + 12);
    m_hint->setObjectName(u"commandHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    Tones::apply(m_hint, Tones::Tone::Dim);
    addRow(tr("&Command"), m_command, m_commandProblem);
    m_form->insertRow(1, QString(), m_hint);

    m_name->setObjectName(u"nameEdit"_s);
    m_name->setAccessibleName(tr("Name"));
    addRow(tr("&Name"), m_name, m_nameProblem);
    addRow(tr("&Environment"), m_environment, m_environmentProblem);
    buildFolderRow();

    addFold(m_more, u"moreButton"_s, tr("More options"), m_options);
    addFold(m_moreAnswers, u"moreAnswersButton"_s, tr("What it may ask"), m_answers);

    connect(m_command, &QPlainTextEdit::textChanged, this, &ServerDialog::onCommandChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameEdited = true; });
    connect(m_name, &QLineEdit::textChanged, this, &ServerDialog::validate);
    connect(m_environment, &EnvironmentEditor::changed, this, &ServerDialog::validate);
    connect(m_folder, &QLineEdit::textChanged, this, &ServerDialog::validate);
    connect(m_answers, &AnswerOptions::changed, this, &ServerDialog::validate);
}

/// A button that shows and hides @p options below it.
void ServerDialog::addFold(QToolButton *button, const QString &name, const QString &text,
                           QWidget *options)
{
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setArrowType(Qt::RightArrow);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    options->hide();
    m_form->addRow(QString(), button);
    m_form->addRow(QString(), options);
    connect(button, &QToolButton::toggled, this, [this, button, options](bool on) {
        options->setVisible(on);
        button->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        if (on)
            QTimer::singleShot(0, this, &ServerDialog::showAllFields);
    });
}

/// Also with a folder that was typed and not added yet.
void ServerDialog::accept()
{
    if (m_several.isEmpty() && !m_answers->takeTyped()) {
        m_moreAnswers->setChecked(true);
        return;
    }
    QDialog::accept();
}

void ServerDialog::buildFolderRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_folder->setObjectName(u"folderEdit"_s);
    m_folder->setAccessibleName(tr("Working folder"));
    m_folder->setPlaceholderText(tr("the folder this program was started in"));
    auto *browse = new QPushButton(tr("&Browse…"), row);
    browse->setObjectName(u"folderBrowseButton"_s);
    browse->setAutoDefault(false);
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    addRow(tr("F&older"), row, m_folderProblem);
    static_cast<QLabel *>(m_form->labelForField(row))->setBuddy(m_folder);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Working folder"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
        dialog->open();
    });
}

void ServerDialog::addRow(const QString &caption, QWidget *field, QLabel *problem)
{
    m_form->addRow(caption, field);
    m_form->addRow(QString(), problem);
}

QLabel *ServerDialog::problemLabel(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    Tones::apply(label, Tones::Tone::Error);
    label->hide();
    return label;
}

void ServerDialog::setProblem(QLabel *label, const QString &text)
{
    label->setText(text.isEmpty() ? QString() : u"✖ "_s + text);
    label->setVisible(!text.isEmpty());
}

void ServerDialog::setSpec(const Mcp::ServerSpec &spec)
{
    m_base = spec;
    m_nameEdited = true;
    m_name->setText(spec.name);
    m_environment->setVariables(spec.launch.environment);
    m_folder->setText(spec.launch.workingDirectory);
    m_options->load(spec);
    m_answers->load(spec);
    m_command->setPlainText(spec.launch.commandLine());
    m_more->setChecked(ConnectionOptions::isCustom(spec));
    m_moreAnswers->setChecked(AnswerOptions::isCustom(spec));
}

void ServerDialog::onCommandChanged()
{
    const ServerDraft draft = ServerDraft::fromText(m_command->toPlainText());
    m_several.clear();
    setProblem(m_commandProblem, draft.problem);
    if (draft.pasted && draft.servers.size() > 1 && m_purpose == Purpose::Add)
        showSeveral(draft);
    else if (!draft.servers.isEmpty())
        showOne(draft);
    else
        m_hint->setText(
                tr("As you would type it in a terminal, or paste the JSON (mcpServers) that "
                   "another program uses."));
    const bool fields = m_several.isEmpty();
    for (QWidget *field :
         std::initializer_list<QWidget *>{ m_name, m_environment, m_more, m_options, m_moreAnswers,
                                           m_answers, m_folder->parentWidget() })
        field->setEnabled(fields);
    validate();
}

void ServerDialog::showSeveral(const ServerDraft &draft)
{
    m_several = withUniqueNames(draft.servers);
    m_pasted = true;
    QStringList names;
    for (const Mcp::ServerSpec &spec : std::as_const(m_several))
        names += spec.name;
    m_hint->setText(tr("%1 servers: %2.").arg(m_several.size()).arg(names.join(u", "_s)) + u' '
                    + draft.leftOut.join(u' '));
}

void ServerDialog::showOne(const ServerDraft &draft)
{
    const Mcp::ServerSpec &spec = draft.servers.first();
    if (draft.pasted) {
        // One definition fills the fields; what was pasted gives way to the command it holds.
        m_pasted = true;
        Mcp::ServerSpec filled = spec;
        filled.name =
                m_purpose == Purpose::Edit ? m_name->text() : uniqueServerName(spec.name, m_taken);
        setSpec(filled);
        QStringList hints = { tr("Read from JSON.") };
        if (draft.servers.size() > 1)
            hints = { tr("Read from JSON: “%1”, the first of %2 servers. To have them all, add "
                         "them instead.")
                              .arg(displayLine(spec.name, 60))
                              .arg(draft.servers.size()) };
        m_hint->setText((hints + draft.leftOut).join(u' '));
        return;
    }
    if (!spec.launch.environment.isEmpty())
        m_hint->setText(tr("Variables in front of the command are added to the environment."));
    else if (!m_pasted)
        m_hint->setText(
                tr("Runs “%1” with %2.")
                        .arg(spec.launch.command, formatCount(spec.launch.arguments.size(),
                                                              tr("argument"), tr("arguments"))));
    if (!m_nameEdited && m_purpose == Purpose::Add)
        m_name->setText(uniqueServerName(suggestedServerName(spec.launch), m_taken));
}

QList<Mcp::ServerSpec> ServerDialog::withUniqueNames(QList<Mcp::ServerSpec> specs) const
{
    QStringList taken = m_taken;
    for (Mcp::ServerSpec &spec : specs) {
        spec.name = uniqueServerName(spec.name, taken);
        taken += spec.name;
    }
    return specs;
}

void ServerDialog::validate()
{
    const bool several = !m_several.isEmpty();
    const bool empty = m_command->toPlainText().trimmed().isEmpty();
    const QString folder = m_folder->text().trimmed();
    const QString name = empty || several ? QString() : serverNameProblem(m_name->text(), m_taken);
    const QString environment = several ? QString() : m_environment->problem();
    const bool isVariable = folder.contains(u"${"_s);
    const QString noFolder = folder.isEmpty() || isVariable || QFileInfo(folder).isDir()
                                     ? QString()
                                     : tr("There is no such folder.");
    setProblem(m_nameProblem, name);
    setProblem(m_environmentProblem, environment);
    setProblem(m_folderProblem, noFolder);
    const bool good = !empty && m_commandProblem->text().isEmpty() && name.isEmpty()
                      && environment.isEmpty() && noFolder.isEmpty()
                      && (several || m_answers->problem().isEmpty());
    m_accept->setEnabled(good);
    if (m_purpose == Purpose::Add)
        m_accept->setText(several ? tr("Add %1 servers").arg(m_several.size()) : tr("Add"));
}

QList<Mcp::ServerSpec> ServerDialog::servers() const
{
    if (!m_several.isEmpty())
        return m_several;
    const ServerDraft draft = ServerDraft::fromText(m_command->toPlainText());
    if (draft.servers.size() != 1)
        return {};
    Mcp::ServerSpec spec = m_base;
    m_options->store(spec);
    m_answers->store(spec);
    spec.name = m_name->text().trimmed();
    spec.launch.command = draft.servers.first().launch.command;
    spec.launch.arguments = draft.servers.first().launch.arguments;
    spec.launch.environment = m_environment->variables() + draft.servers.first().launch.environment;
    spec.launch.workingDirectory = m_folder->text().trimmed();
    return { spec };
}

} // namespace McpUi
