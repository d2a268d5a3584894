// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/serverspanel.h"

#include "models/format.h"
#include "models/servermodel.h"
#include "views/emptystate.h"
#include "views/noticebar.h"
#include "views/serverdelegate.h"

#include <QtCore/qsortfilterproxymodel.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qstackedwidget.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ServersPanel::ServersPanel(ServerModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    setObjectName(u"serversPanel"_s);
    m_proxy->setSourceModel(model);
    m_proxy->setFilterRole(ServerModel::NameRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_notice->setObjectName(u"serversNotice"_s);
    m_filter->setObjectName(u"serverFilter"_s);
    m_filter->setAccessibleName(tr("Filter servers"));
    m_filter->setPlaceholderText(tr("Filter servers"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"serverList"_s);
    m_list->setAccessibleName(tr("Servers"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new ServerDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_filter);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, m_proxy,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &ServersPanel::updateEmptyState);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit activated(index.data(ServerModel::NameRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ServersPanel::onRowsChanged);
    connect(model, &ServerModel::dataChanged, this, &ServersPanel::onRowsChanged);
    connect(model, &ServerModel::rowsInserted, this, &ServersPanel::updateEmptyState);
    connect(model, &ServerModel::rowsRemoved, this, &ServersPanel::updateEmptyState);
    connect(m_empty, &EmptyState::triggered, this, [this] {
        if (m_filter->text().isEmpty())
            emit addRequested();
        else
            m_filter->clear();
    });
    updateEmptyState();
}

void ServersPanel::onRowsChanged()
{
    const QString name = m_list->currentIndex().data(ServerModel::NameRole).toString();
    if (name == m_current)
        return;
    m_current = name;
    emit currentServerChanged(name);
}

QString ServersPanel::currentServer() const { return m_current; }

void ServersPanel::setCurrentServer(const QString &name)
{
    const QModelIndex source = m_model->index(m_model->rowOf(name), 0);
    if (!source.isValid())
        return;
    QModelIndex shown = m_proxy->mapFromSource(source);
    if (!shown.isValid()) {
        m_filter->clear(); // it is hidden by the filter
        shown = m_proxy->mapFromSource(source);
    }
    m_list->setCurrentIndex(shown);
}

void ServersPanel::setProblem(const QString &text)
{
    m_notice->setNotice(Tones::Tone::Warning, displayLine(text, 600));
}

void ServersPanel::setListActions(const QList<QAction *> &actions) { m_list->addActions(actions); }

void ServersPanel::focusList() { m_list->setFocus(Qt::ShortcutFocusReason); }

void ServersPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ServersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ServersPanel::updateEmptyState()
{
    m_stack->setCurrentWidget(m_proxy->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (m_model->rowCount() == 0)
        m_empty->setMessage(tr("No servers yet"),
                            tr("Add one with the command that starts it, or paste the JSON that "
                               "another program uses."),
                            tr("Add a server…"));
    else
        m_empty->setMessage(tr("No server matches"),
                            tr("None is called “%1”.").arg(m_filter->text()),
                            tr("Clear the filter"));
}

} // namespace McpUi
