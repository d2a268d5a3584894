// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/keysdialog.h"

#include <QtGui/qaction.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            rows.append({ action->shortcut().toString(QKeySequence::NativeText),
                          action->text().remove(u'&').remove(u'…') });
    }
    rows.append({ tr("Enter"), tr("On a server: start it; on a tool: open it; on a call in the "
                                  "history: open it again") });
    rows.append(
            { tr("Ctrl+F, F3, Shift+F3"),
              tr("In a result: find in the tree or the raw JSON, next match, previous match") });
    rows.append({ tr("Ctrl+G"), tr("In a result as tree or raw JSON: go to a JSON pointer") });
    rows.append(
            { tr("−, +, *"), tr("In raw JSON: fold, unfold, unfold all; in a tree: close, open, "
                                "open all below") });
    rows.append({ tr("Esc"), tr("In a filter: clear it") });
    rows.append({ tr("Ctrl+Del, Ctrl+0"), tr("In a field of the form: leave it out, make it null; "
                                             "Backspace in a blank text: the empty text") });
    rows.append(
            { tr("Alt+Return"), tr("In a field of the form: what is sent, default, examples") });
    rows.append({ tr("Alt+Up, Alt+Down"), tr("In a row of the form: move it") });
    rows.append({ tr("Return, Ctrl+D"), tr("In a row of the form: add one below, duplicate it") });
    rows.append({ tr("Ctrl+Shift+V, Ctrl+Shift+Del"),
                  tr("In a row of the form: paste JSON below, remove it") });
    rows.append({ tr("F4"), tr("In a date or path of the form: pick it") });
    rows.append({ tr("Ctrl+F"), tr("In the JSON of the arguments: find; F3 goes on") });
    rows.append({ tr("Ctrl+Shift+F"), tr("In the JSON of the arguments: format") });
    rows.append({ tr("F8"), tr("In the JSON of the arguments: to the next problem") });
    rows.append({ tr("Ctrl+] Ctrl+["), tr("In the JSON of the arguments: indent, less") });

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    const int half = (int(rows.size()) + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i < half ? 0 : 3;
        auto *key = new QLabel(rows.at(i).first, this);
        QFont bold = key->font();
        bold.setBold(true);
        key->setFont(bold);
        auto *what = new QLabel(rows.at(i).second, this);
        what->setWordWrap(true);
        grid->addWidget(key, i % half, column, Qt::AlignTop);
        grid->addWidget(what, i % half, column + 1, Qt::AlignTop);
    }
    grid->setColumnMinimumWidth(2, 18);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(660, sizeHint().height());
}

} // namespace McpUi
