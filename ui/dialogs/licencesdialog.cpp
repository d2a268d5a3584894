// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/licencesdialog.h"

#include <QtCore/qfile.h>
#include <QtGui/qfontdatabase.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qtabwidget.h>
#include <QtWidgets/qtextbrowser.h>

using namespace Qt::Literals::StringLiterals;

// Outside of any namespace, as the macro wants it.
static void initLicences() { Q_INIT_RESOURCE(resources); }

namespace McpUi {

namespace {

struct Text
{
    const char *file;
    const char *title;
};

constexpr Text texts[] = {
    { "LICENSE", QT_TRANSLATE_NOOP("McpUi::LicencesDialog", "MIT") },
    { "NOTICES.md", QT_TRANSLATE_NOOP("McpUi::LicencesDialog", "What it uses") },
    { "LGPL-3.0.txt", "LGPL 3" },
    { "GPL-3.0.txt", "GPL 3" },
};

} // namespace

LicencesDialog::LicencesDialog(QWidget *parent)
    : QDialog(parent)
{
    initLicences();
    setObjectName(u"licencesDialog"_s);
    setWindowTitle(tr("Licences"));
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"licencesTabs"_s);
    for (const Text &text : texts) {
        QFile file(u":/licences/"_s + QLatin1StringView(text.file));
        const QString words =
                file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        auto *view = new QTextBrowser(tabs);
        view->setObjectName(u"licence:"_s + QLatin1StringView(text.file));
        view->setAccessibleName(tr(text.title));
        view->setOpenLinks(false);
        if (file.fileName().endsWith(".md"_L1)) {
            view->setMarkdown(words);
        } else {
            view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
            view->setPlainText(words);
        }
        tabs->addTab(view, tr(text.title));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    resize(720, 520);
}

} // namespace McpUi
