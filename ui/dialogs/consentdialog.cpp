// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/consentdialog.h"

#include "forms/tones.h"
#include "models/format.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ConsentDialog::ConsentDialog(const Mcp::ServerSpec &spec, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"consentDialog"_s);
    setWindowTitle(tr("Start %1?").arg(displayLine(spec.name, 60)));
    auto *intro = new QLabel(tr("You did not type this definition here: it was pasted, or another "
                                "program wrote it into the list. Starting it runs this program "
                                "with your rights:"),
                             this);
    intro->setWordWrap(true);
    auto *text = new QPlainTextEdit(describe(spec), this);
    text->setObjectName(u"consentText"_s);
    text->setAccessibleName(tr("What will be run"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(Tones::fixedFont());
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto *note = new QLabel(tr("You are asked again when the command, its arguments, variables or "
                               "folder change."),
                            this);
    note->setWordWrap(true);
    Tones::apply(note, Tones::Tone::Dim);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *start = buttons->addButton(tr("Start it"), QDialogButtonBox::AcceptRole);
    start->setObjectName(u"consentStartButton"_s);
    start->setAutoDefault(false);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"consentCancelButton"_s);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(text, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    resize(620, 380);
}

/// Everything in quotes: neither a line break nor an invisible character can pretend to be another
/// argument or hide one.
QString ConsentDialog::describe(const Mcp::ServerSpec &spec)
{
    const Mcp::LaunchSpec &launch = spec.launch;
    const auto entry = [](const QString &text) { return u"    "_s + formatQuoted(text); };
    QStringList lines = { tr("Program"), entry(launch.command) };
    if (!launch.arguments.isEmpty())
        lines += tr("Arguments, one a line");
    for (const QString &argument : launch.arguments)
        lines += entry(argument);
    if (!launch.environment.isEmpty())
        lines += tr("Environment variables");
    for (const Mcp::EnvironmentVariable &variable : launch.environment)
        lines += entry(variable.name) + u" = "_s + formatQuoted(variable.value);
    lines += tr("Folder");
    lines += launch.workingDirectory.isEmpty()
                     ? u"    "_s + tr("(the one this program was started in)")
                     : entry(launch.workingDirectory);
    return lines.join(u'\n');
}

} // namespace McpUi
