// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/folderlist.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kShownRows = 4;

QString expanded(const QString &path)
{
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        return QDir::homePath() + path.sliced(1);
    return path;
}

/// How a folder reads: its path where it is one of this machine.
QString rowText(const Mcp::Root &root)
{
    const QString path = root.path();
    QString text = displayLine(path.isEmpty() ? root.uri : path);
    if (!root.name.isEmpty() && root.name != QFileInfo(path).fileName())
        text += u" · "_s + displayLine(root.name, 100);
    if (!path.isEmpty() && !QFileInfo::exists(path))
        text += FolderList::tr(" (does not exist now)");
    return text;
}

} // namespace

FolderList::FolderList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_line(new QLineEdit(this))
    , m_problem(new WrappedLabel(this))
    , m_add(addTool(u"folderAdd"_s, tr("Add"), tr("Add the folder in the line")))
    , m_browse(addTool(u"folderBrowse"_s, tr("Browse…"), tr("Choose a folder to add")))
    , m_remove(addTool(u"folderRemove"_s, tr("Remove"), tr("Remove the selected folders")))
{
    m_list->setObjectName(u"folderList"_s);
    m_list->setAccessibleName(tr("Folders"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(kShownRows * (fontMetrics().lineSpacing() + 4) + 6);
    m_list->installEventFilter(this);
    m_line->setObjectName(u"folderLine"_s);
    m_line->setAccessibleName(tr("Another folder: a path or a file:// URI"));
    m_line->setPlaceholderText(tr("/path/to/a/folder or file:// URI"));
    m_line->installEventFilter(this);
    m_problem->setObjectName(u"folderLineProblem"_s);
    Tones::apply(m_problem, Tones::Tone::Error);
    m_problem->hide();
    layOut();
    connect(m_add, &QToolButton::clicked, this, &FolderList::takeTyped);
    connect(m_browse, &QToolButton::clicked, this, &FolderList::browse);
    connect(m_remove, &QToolButton::clicked, this, &FolderList::removeSelected);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        refresh();
        emit changed();
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &FolderList::refresh);
    setRoots({});
}

void FolderList::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_line, 1);
    line->addWidget(m_add);
    line->addWidget(m_browse);
    line->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_list);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    setTabOrder(m_list, m_line);
    setTabOrder(m_line, m_add);
    setFocusProxy(m_line);
}

QToolButton *FolderList::addTool(const QString &name, const QString &text,
                                 const QString &description)
{
    auto *tool = new QToolButton(this);
    tool->setObjectName(name);
    tool->setText(text);
    tool->setAccessibleName(description);
    tool->setToolTip(description);
    tool->setFocusPolicy(Qt::StrongFocus);
    return tool;
}

void FolderList::setRoots(const QList<Mcp::Root> &roots)
{
    m_roots = roots;
    m_list->clear();
    for (const Mcp::Root &root : roots) {
        auto *row = new QListWidgetItem(rowText(root), m_list);
        row->setToolTip(formatToolTip(root.uri));
    }
    refresh();
}

QString FolderList::typed() const { return m_line->text().trimmed(); }

qsizetype FolderList::count() const { return m_roots.size() + (typed().isEmpty() ? 0 : 1); }

bool FolderList::takeTyped()
{
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return true;
    const Mcp::Result<Mcp::Root> root = typed.contains("://"_L1)
                                                ? Mcp::Root::fromUri(typed)
                                                : Mcp::Root::fromPath(expanded(typed));
    if (!root) {
        m_problem->setText(u"✖ "_s + displayLine(root.error().message, 500));
        m_problem->show();
        focusInput();
        return false;
    }
    m_line->clear();
    const auto isIt = [&](const Mcp::Root &known) { return known.uri == root->uri; };
    if (std::any_of(m_roots.begin(), m_roots.end(), isIt))
        return true;
    setRoots(m_roots + QList{ *root });
    emit changed();
    return true;
}

void FolderList::browse()
{
    auto *dialog = new QFileDialog(this, tr("Another folder"), QDir::homePath());
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_line->setText(path);
        takeTyped();
    });
    dialog->open();
}

void FolderList::removeSelected()
{
    QList<Mcp::Root> left;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isSelected())
            left += m_roots.at(row);
    }
    if (left.size() == m_roots.size())
        return;
    setRoots(left);
    emit changed();
}

void FolderList::focusInput() { m_line->setFocus(); }

void FolderList::refresh()
{
    m_add->setEnabled(!m_line->text().trimmed().isEmpty());
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
}

/// Enter in the line adds; it must not press the default button of a dialog.
bool FolderList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_line && isEnter && modifiers == Qt::NoModifier
        && !m_line->text().trimmed().isEmpty()) {
        takeTyped();
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace McpUi
