// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/dialogprompter.h"

#include "dialogs/consentdialog.h"

#include <QtCore/qdir.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qpushbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

void DialogPrompter::confirm(const Question &question, QObject *context, Answer answer)
{
    auto *box = new QMessageBox(QMessageBox::Question, question.title, question.text,
                                QMessageBox::Cancel, m_window);
    box->setObjectName(u"confirmDialog"_s);
    box->setTextFormat(Qt::PlainText);
    QPushButton *agree = box->addButton(question.action, QMessageBox::AcceptRole);
    agree->setObjectName(u"confirmButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QDialog::finished, context, [box, agree, answer = std::move(answer)] {
        answer(box->clickedButton() == agree);
    });
    box->open();
}

void DialogPrompter::askConsent(const Mcp::ServerSpec &spec, QObject *context, Answer answer)
{
    auto *dialog = new ConsentDialog(spec, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, context, [answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted);
    });
    dialog->open();
}

void DialogPrompter::askSavePath(const QString &title, const QString &proposedName,
                                 QObject *context, PathAnswer answer)
{
    auto *dialog = new QFileDialog(m_window, title, QDir::homePath());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposedName);
    QObject::connect(dialog, &QDialog::finished, context,
                     [dialog, answer = std::move(answer)](int result) {
                         const QStringList files = dialog->selectedFiles();
                         answer(result == QDialog::Accepted ? files.value(0) : QString());
                     });
    dialog->open();
}

void DialogPrompter::askOpenPath(const QString &title, QObject *context, PathAnswer answer)
{
    auto *dialog = new QFileDialog(m_window, title, QDir::homePath());
    dialog->setObjectName(u"openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QDialog::finished, context,
                     [dialog, answer = std::move(answer)](int result) {
                         const QStringList files = dialog->selectedFiles();
                         answer(result == QDialog::Accepted ? files.value(0) : QString());
                     });
    dialog->open();
}

void DialogPrompter::askFolder(const QString &title, QObject *context, PathAnswer answer)
{
    auto *dialog = new QFileDialog(m_window, title, QDir::homePath());
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QDialog::finished, context,
                     [dialog, answer = std::move(answer)](int result) {
                         const QStringList folders = dialog->selectedFiles();
                         answer(result == QDialog::Accepted ? folders.value(0) : QString());
                     });
    dialog->open();
}

void DialogPrompter::inform(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, m_window);
    box->setObjectName(u"informDialog"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace McpUi
