// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/configurationdialog.h"

#include "forms/tones.h"
#include "orchestrator/secrets.h"
#include "orchestrator/serverdefinition.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ConfigurationDialog::ConfigurationDialog(const Mcp::ServerSpec &spec,
                                         const Mcp::RawJson &definition, const QString &path,
                                         QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"configurationDialog"_s);
    setWindowTitle(tr("Configuration of %1").arg(spec.name));
    auto *where = new QLabel(path.isEmpty() ? tr("For this run only; in a file it would read:")
                                            : tr("In %1:").arg(path),
                             this);
    where->setTextFormat(Qt::PlainText);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    where->setWordWrap(true);
    const Mcp::RawJson shown = definition.isAbsent()
                                       ? Mcp::RawJson::fromText(Mcp::serverSpecToJson(spec))
                                       : definition;
    auto *text = new QPlainTextEdit(QString::fromUtf8(masked(shown)), this);
    text->setObjectName(u"configurationText"_s);
    text->setAccessibleName(tr("Definition as JSON"));
    text->setReadOnly(true);
    text->setFont(Tones::fixedFont());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"configurationCopyButton"_s);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(where);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(620, 380);
}

QByteArray ConfigurationDialog::masked(const Mcp::RawJson &definition)
{
    const auto plain = Mcp::RawJson::fromText(Mcp::JsonText::blankComments(definition.view()));
    Mcp::JsonObjectWriter shown;
    for (const Mcp::RawJsonMember &member : plain.members()) {
        if (!member.value.isObject() || (member.key != "env"_L1 && member.key != "headers"_L1)) {
            shown.add(member.key, member.value);
            continue;
        }
        Mcp::JsonObjectWriter variables;
        for (const Mcp::RawJsonMember &variable : member.value.members()) {
            if (Mcp::looksSecret(variable.key))
                variables.add(variable.key, QStringView(Mcp::secretMask()));
            else
                variables.add(variable.key, variable.value);
        }
        shown.add(member.key, variables.toRawJson());
    }
    return Mcp::JsonText::pretty(shown.toByteArray());
}

} // namespace McpUi
