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
    setWindowTitle(tr("About %1").arg(u"" MCP_APP_NAME ""_s));
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
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setOpenExternalLinks(true);
    // Who publishes it says who they are (packaging/identity.cmake), in letters that HTML may have
    // a use for.
    const QString html = u"<h3>%1 %2</h3><p>%3</p><p>%4<br>%5</p>"
                         u"<p><a href=\"%6\">%6</a></p><p>© 2026 %7<br>%8</p>"_s;
    text->setText(html.arg(
            (u"" MCP_APP_NAME ""_s).toHtmlEscaped(), version,
            (u"" MCP_APP_SUMMARY ""_s).toHtmlEscaped(),
            tr("Speaks MCP %1").arg(revisions.join(u", "_s)),
            tr("Qt %1 (built with %2)")
                    .arg(QString::fromLatin1(qVersion()), QString::fromLatin1(QT_VERSION_STR)),
            (u"" MCP_HOMEPAGE ""_s).toHtmlEscaped(), (u"" MCP_AUTHORS ""_s).toHtmlEscaped(),
            tr("MIT License")));
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
