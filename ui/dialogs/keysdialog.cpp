// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/keysdialog.h"

#include <QtGui/qaction.h>
#include <QtGui/qscreen.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qscrollarea.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

using Row = std::pair<QString, QString>; ///< a key, and what it does

QList<Row> rowsFor(const QList<QAction *> &actions)
{
    QList<Row> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            rows.append({ action->shortcut().toString(QKeySequence::NativeText),
                          action->text().remove(u'&').remove(u'…') });
    }
    rows.append({ KeysDialog::tr("Enter"),
                  KeysDialog::tr("On a server: start it; on a tool: open it; on a call in the "
                                 "history: open it again; on a task: open its result") });
    rows.append({ KeysDialog::tr("Ctrl+F, F3, Shift+F3"),
                  KeysDialog::tr("In a result: find in the tree or the raw JSON, next match, "
                                 "previous match") });
    rows.append({ KeysDialog::tr("Ctrl+G"),
                  KeysDialog::tr("In a result as tree or raw JSON: go to a JSON pointer") });
    rows.append({ KeysDialog::tr("−, +, *"),
                  KeysDialog::tr("In raw JSON: fold, unfold, unfold all; in a tree: close, open, "
                                 "open all below") });
    rows.append({ KeysDialog::tr("Ctrl+R, Ctrl+E"),
                  KeysDialog::tr("On a message: repeat its request, edit and send it") });
    rows.append({ KeysDialog::tr("Ctrl+G, Ctrl+Shift+C"),
                  KeysDialog::tr("On a message: show its conversation, copy it as JSON") });
    rows.append({ KeysDialog::tr("Down"),
                  KeysDialog::tr("In the filter of the messages: how it may go on") });
    rows.append({ KeysDialog::tr("Esc, Ctrl+W"),
                  KeysDialog::tr("In the window of a trace or a request by hand: close it; Esc "
                                 "cancels first what runs") });
    rows.append({ KeysDialog::tr("Ctrl+R, Ctrl+Del, Del"),
                  KeysDialog::tr("On a task: follow it again, cancel it, forget it") });
    rows.append({ KeysDialog::tr("Esc"), KeysDialog::tr("In a filter: clear it") });
    rows.append({ KeysDialog::tr("Ctrl+Return, Esc"),
                  KeysDialog::tr("In a question of a server: send the answer; cancel it (twice if "
                                 "something would be lost). Ctrl+3 leaves it open") });
    rows.append({ KeysDialog::tr("Ctrl+Del, Ctrl+0"),
                  KeysDialog::tr("In a field of the form: leave it out, make it null; "
                                 "Backspace in a blank text: the empty text") });
    rows.append({ KeysDialog::tr("Alt+Return"),
                  KeysDialog::tr("In a field of the form: what is sent, default, examples") });
    rows.append({ KeysDialog::tr("Alt+Up, Alt+Down"),
                  KeysDialog::tr("In a row of the form: move it") });
    rows.append({ KeysDialog::tr("Return, Ctrl+D"),
                  KeysDialog::tr("In a row of the form: add one below, duplicate it") });
    rows.append({ KeysDialog::tr("Ctrl+Shift+V, Ctrl+Shift+Del"),
                  KeysDialog::tr("In a row of the form: paste JSON below, remove it") });
    rows.append({ KeysDialog::tr("F4"), KeysDialog::tr("In a date or path of the form: pick it") });
    rows.append({ KeysDialog::tr("Ctrl+F"),
                  KeysDialog::tr("In the JSON of the arguments: find; F3 goes on") });
    rows.append({ KeysDialog::tr("Ctrl+Shift+F"),
                  KeysDialog::tr("In the JSON of the arguments: format") });
    rows.append({ KeysDialog::tr("F8"),
                  KeysDialog::tr("In the JSON of the arguments: to the next problem") });
    rows.append({ KeysDialog::tr("Ctrl+] Ctrl+["),
                  KeysDialog::tr("In the JSON of the arguments: indent, less") });
    return rows;
}

/// A small or magnified screen has not room for all of it.
QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setObjectName(u"keysArea"_s);
    area->setAccessibleName(KeysDialog::tr("Keys"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    const QList<Row> rows = rowsFor(actions);
    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    const int half = (int(rows.size()) + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i < half ? 0 : 3;
        auto *key = new QLabel(rows.at(i).first, list);
        QFont bold = key->font();
        bold.setBold(true);
        key->setFont(bold);
        auto *what = new QLabel(rows.at(i).second, list);
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
    layout->addWidget(scrolling(list), 1);
    layout->addWidget(buttons);
    const QMargins margins = layout->contentsMargins();
    const int width = fontMetrics().averageCharWidth() * 120;
    const QSize wanted(width + margins.left() + margins.right(),
                       grid->heightForWidth(width) + layout->spacing()
                               + buttons->sizeHint().height() + margins.top() + margins.bottom());
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

} // namespace McpUi
