// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/consentdialog.h"

#include "forms/tones.h"
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
    setWindowTitle(tr("Start %1?").arg(spec.name));
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

QString ConsentDialog::describe(const Mcp::ServerSpec &spec)
{
    const Mcp::LaunchSpec &launch = spec.launch;
    QStringList lines = { tr("Program"), u"    "_s + launch.command };
    if (!launch.arguments.isEmpty())
        lines += tr("Arguments, one a line");
    for (const QString &argument : launch.arguments)
        lines += u"    "_s + argument;
    if (!launch.environment.isEmpty())
        lines += tr("Environment variables");
    for (const Mcp::EnvironmentVariable &variable : launch.environment)
        lines += u"    %1=%2"_s.arg(variable.name, variable.value);
    lines += tr("Folder");
    lines += u"    "_s
             + (launch.workingDirectory.isEmpty() ? tr("(the one this program was started in)")
                                                  : launch.workingDirectory);
    return lines.join(u'\n');
}

} // namespace McpUi
