// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "dialogs/keysdialog.h"

#include "forms/tones.h"

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

constexpr int kCharacters = 120; ///< that it is wide
constexpr int kGap = 24;         ///< pixels between its columns

struct Row
{
    QString key;
    QString what; ///< it does
};

struct Group
{
    QString where; ///< the focus has to be
    QList<Row> rows;
};

Group ofActions(const QList<QAction *> &actions)
{
    Group group{ KeysDialog::tr("Anywhere"), {} };
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            group.rows.append({ action->shortcut().toString(QKeySequence::NativeText),
                                action->text().remove(u'&').remove(u'…') });
    }
    return group;
}

QList<Group> ofLists()
{
    const auto tr = [](const char *text) { return KeysDialog::tr(text); };
    return {
        { tr("In lists"),
          { { tr("Enter"),
              tr("Start the server, open the tool, resource or prompt, open the call of "
                 "the history again, open the result of the task") },
            { tr("Esc"), tr("In a filter: clear it") } } },
        { tr("On a message"),
          { { tr("Ctrl+R"), tr("Repeat its request") },
            { tr("Ctrl+E"), tr("Edit its request and send it") },
            { tr("Ctrl+G"), tr("Show its conversation") },
            { tr("Ctrl+Shift+C"), tr("Copy it as JSON") },
            { tr("Down"), tr("In the filter: how it may go on") } } },
        { tr("On a task"),
          { { tr("Ctrl+R"), tr("Follow it again") },
            { tr("Ctrl+Del"), tr("Cancel it") },
            { tr("Del"), tr("Forget it") } } },
        { tr("In a question of a server"),
          { { tr("Ctrl+Return"), tr("Send the answer") },
            { tr("Esc"),
              tr("Cancel it (twice if something would be lost); Ctrl+3 leaves it open") } } },
        { tr("In the window of a trace or a request by hand"),
          { { tr("Esc"), tr("Cancel what runs, then close it") },
            { tr("Ctrl+W"), tr("Close it") } } },
    };
}

QList<Group> ofPages()
{
    const auto tr = [](const char *text) { return KeysDialog::tr(text); };
    return {
        { tr("In a result"),
          { { tr("Ctrl+F"), tr("Find in the tree or the raw JSON") },
            { tr("F3, Shift+F3"), tr("Next match, previous match") },
            { tr("Ctrl+G"), tr("Go to a JSON pointer") },
            { tr("−, +, *"), tr("Fold, unfold, unfold all below") } } },
        { tr("In a field of the form"),
          { { tr("Ctrl+Del"), tr("Leave it out") },
            { tr("Ctrl+0"), tr("Make it null") },
            { tr("Backspace"), tr("In a blank text: the empty text") },
            { tr("Alt+Return"), tr("What is sent, default, examples") },
            { tr("F4"), tr("Pick a date or path") } } },
        { tr("In a row of the form"),
          { { tr("Alt+Up, Alt+Down"), tr("Move it") },
            { tr("Return"), tr("Add one below") },
            { tr("Ctrl+D"), tr("Duplicate it") },
            { tr("Ctrl+Shift+V"), tr("Paste JSON below") },
            { tr("Ctrl+Shift+Del"), tr("Remove it") } } },
        { tr("In the JSON of the arguments"),
          { { tr("Ctrl+F, F3"), tr("Find, go on") },
            { tr("Ctrl+Shift+F"), tr("Format") },
            { tr("F8"), tr("To the next problem") },
            { tr("Ctrl+], Ctrl+["), tr("Indent, less") } } },
    };
}

/// Keys and words of @p groups below each other, each group with its heading.
QWidget *columnOf(const QList<Group> &groups)
{
    auto *column = new QWidget;
    auto *grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    const auto bold = [](const QString &text) {
        auto *label = new QLabel(text);
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
        return label;
    };
    int line = 0;
    for (const Group &group : groups) {
        if (line > 0)
            grid->setRowMinimumHeight(line++, grid->verticalSpacing());
        auto *where = new QLabel(group.where);
        Tones::apply(where, Tones::Tone::Dim);
        grid->addWidget(where, line++, 0, 1, 2);
        for (const Row &row : group.rows) {
            auto *what = new QLabel(row.what);
            what->setWordWrap(true);
            grid->addWidget(bold(row.key), line, 0, Qt::AlignTop);
            grid->addWidget(what, line++, 1, Qt::AlignTop);
        }
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(line, 1);
    return column;
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
    auto *list = new QWidget(this);
    auto *columns = new QHBoxLayout(list);
    columns->setContentsMargins(0, 0, kGap / 4, 0);
    columns->setSpacing(kGap);
    columns->addWidget(columnOf({ ofActions(actions) }), 2);
    columns->addWidget(columnOf(ofLists() + ofPages()), 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolling(list), 1);
    layout->addWidget(buttons);
    const QMargins margins = layout->contentsMargins();
    const int width = fontMetrics().averageCharWidth() * kCharacters;
    const QSize wanted(width + margins.left() + margins.right(),
                       columns->heightForWidth(width) + layout->spacing()
                               + buttons->sizeHint().height() + margins.top() + margins.bottom());
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

} // namespace McpUi
