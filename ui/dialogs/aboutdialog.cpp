// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/aboutdialog.h"

#include "dialogs/licencesdialog.h"
#include "protocol/revision.h"

#include <QtCore/qcoreapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About MCP Orchestrator"));
    QStringList revisions;
    for (const Mcp::Era era : { Mcp::Era::Legacy, Mcp::Era::Modern }) {
        for (const Mcp::Revision revision : Mcp::supportedRevisions(era))
            revisions += Mcp::toString(revision);
    }
    const QString set = QCoreApplication::applicationVersion(); // with the commit, by main()
    const QString version = set.isEmpty() ? u"" MCP_VERSION ""_s : set;
    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(u":/icons/mcp-orchestrator.svg"_s).pixmap(64, 64));
    icon->setAlignment(Qt::AlignTop);
    auto *text = new QLabel(this);
    text->setObjectName(u"aboutText"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setText(tr("<h3>MCP Orchestrator %1</h3>"
                     "<p>Explore MCP servers by hand.</p>"
                     "<p>Speaks MCP %2<br>Qt %3 (built with %4)</p>"
                     "<p>© 2026 The MCP Orchestrator authors<br>MIT License</p>")
                          .arg(version, revisions.join(u", "_s), QString::fromLatin1(qVersion()),
                               QString::fromLatin1(QT_VERSION_STR)));
    text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(icon);
    row->addWidget(text, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *const licences = buttons->addButton(tr("&Licences…"), QDialogButtonBox::HelpRole);
    licences->setObjectName(u"licencesButton"_s);
    licences->setAutoDefault(false);
    connect(licences, &QPushButton::clicked, this, [this] {
        auto *dialog = new LicencesDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
    resize(460, 240);
}

} // namespace McpUi
