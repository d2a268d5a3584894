// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/logpanel.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/emptystate.h"
#include "views/icons.h"
#include "views/logexport.h"

#include <QtCore/qtimer.h>
#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qstyle.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
// The clipboard belongs to every program on the desktop; files are for more.
constexpr qsizetype maxCopiedChars = 8 * 1024 * 1024;
} // namespace

LogPanel::LogPanel(const QString &name, LogModel *model, QAbstractItemView *view, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_model(model)
    , m_view(view)
    , m_toolBar(new QWidget(this))
    , m_tools(new QHBoxLayout(m_toolBar))
    , m_filter(new QLineEdit(m_toolBar))
    , m_problem(new WrappedLabel(this))
    , m_dropped(new QLabel(m_toolBar))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_empty(new EmptyState(this))
{
    setObjectName(name + u"Panel"_s);
    m_view->setObjectName(name + u"View"_s);
    m_splitter->setObjectName(name + u"Splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem); // where there is room to say it
    layout->addWidget(m_stack);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &LogPanel::onRowsGoing);
    m_view->setModel(model); // which hears of it later
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->installEventFilter(this);
    m_filter->installEventFilter(this);
    buildToolBar();
    connectView();
}

void LogPanel::buildToolBar()
{
    m_toolBar->setObjectName(m_name + u"ToolBar"_s);
    m_tools->setContentsMargins(0, 0, 2, 0);
    m_tools->setSpacing(2);
    m_dropped->setObjectName(m_name + u"Dropped"_s);
    Tones::apply(m_dropped, Tone::Warning);
    buildFilter();
    m_tools->addStretch(1);
    m_tools->addWidget(m_dropped);
    m_tools->addWidget(m_filter, 100);
    if (m_model->order() == LogModel::Order::OldestFirst) {
        m_follow = addButton(u"Follow"_s, u"follow"_s, tr("Follow: keep the newest line in view"));
        m_follow->setCheckable(true);
        m_follow->setChecked(true);
        connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
            if (on)
                onUpdated();
            emit followingChanged(on);
        });
    }
    connect(addButton(u"Clear"_s, u"clear"_s, tr("Clear")), &QToolButton::clicked, this,
            &LogPanel::clearRequested);
    connect(addButton(u"Copy"_s, u"copy"_s, tr("Copy the selected rows, or all")),
            &QToolButton::clicked, this, &LogPanel::copy);
    connect(addButton(u"Save"_s, u"save"_s, tr("Save as…")), &QToolButton::clicked, this,
            &LogPanel::saveRequested);
}

/// It takes effect a moment after the last key.
void LogPanel::buildFilter()
{
    m_filter->setObjectName(m_name + u"Filter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(80);
    m_filter->setMaximumWidth(220);
    m_problem->setObjectName(m_name + u"FilterProblem"_s);
    m_problem->setContentsMargins(6, 3, 6, 3);
    m_problem->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problem->hide();
    m_wrong = m_filter->addAction(style()->standardIcon(QStyle::SP_MessageBoxWarning),
                                  QLineEdit::LeadingPosition);
    m_wrong->setVisible(false);
    Tones::apply(m_problem, Tone::Error);
    auto *delay = new QTimer(this);
    delay->setSingleShot(true);
    delay->setInterval(100);
    connect(m_filter, &QLineEdit::textChanged, delay, qOverload<>(&QTimer::start));
    connect(delay, &QTimer::timeout, this, [this] { m_model->setFilter(m_filter->text()); });
    connect(m_model, &LogModel::filterProblemChanged, this, &LogPanel::showProblem);
}

/// Below the field, which is at the right; what is shown is by the filter before.
void LogPanel::showProblem(const QString &problem)
{
    const QString last = m_model->filter();
    QStringList lines;
    if (!problem.isEmpty())
        lines += problem;
    if (!problem.isEmpty() && !last.isEmpty() && m_model->rowCount() > 0)
        lines += tr("Still shown is what matches “%1”.").arg(displayLine(last, 100));
    m_problem->setText(lines.join(u'\n'));
    m_problem->setVisible(!problem.isEmpty());
    m_filter->setAccessibleDescription(problem);
    m_wrong->setVisible(!problem.isEmpty());
    updateEmptyState();
}

QToolButton *LogPanel::addButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(m_toolBar);
    button->setObjectName(m_name + name);
    button->setIcon(McpUi::icon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    m_tools->addWidget(button);
    return button;
}

void LogPanel::addToToolBar(QWidget *widget)
{
    m_tools->insertWidget(m_tools->indexOf(m_filter) + 1, widget);
}

void LogPanel::addDetail(QWidget *detail)
{
    m_splitter->addWidget(detail);
    m_splitter->setStretchFactor(0, 6);
    m_splitter->setStretchFactor(1, 5);
}

void LogPanel::addAbove(QWidget *line)
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, line);
}

void LogPanel::setEmptyState(EmptyText text)
{
    m_emptyText = std::move(text);
    updateEmptyState();
}

void LogPanel::updateEmptyState()
{
    const bool empty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_splitter);
    if (!empty)
        return;
    if (!m_model->filterProblem().isEmpty())
        m_empty->setMessage(tr("The filter says nothing yet"), m_model->filterProblem());
    else if (!m_model->filter().isEmpty() && m_model->totalCount() > 0)
        m_empty->setMessage(tr("Nothing matches"), tr("No row matches the filter."));
    else if (m_emptyText)
        m_empty->setMessage(m_emptyText().first, m_emptyText().second);
}

void LogPanel::connectView()
{
    connect(m_model, &LogModel::updated, this, &LogPanel::onUpdated);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                if (first == 0 && m_model->order() == LogModel::Order::OldestFirst)
                    m_addedAbove -= last - first + 1;
            });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (first == 0 && last < m_model->rowCount() - 1
                    && m_model->order() == LogModel::Order::OldestFirst)
                    m_addedAbove += last - first + 1;
            });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogPanel::onScrolled);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (!selected.isEmpty() && selected.last().bottom() != m_model->rowCount() - 1)
                    setFollowing(false);
            });
    LogPanel::updateDropped(); // one that says more about it does so when it is made
}

int LogPanel::toolBarWidth() const
{
    return m_toolBar->sizeHint().width() + m_filter->maximumWidth() - m_filter->sizeHint().width();
}

bool LogPanel::isFollowing() const { return m_follow && m_follow->isChecked(); }

void LogPanel::setFollowing(bool on)
{
    if (m_follow)
        m_follow->setChecked(on);
}

void LogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LogPanel::enterView()
{
    focusView();
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void LogPanel::clearFilter() { m_filter->clear(); }

void LogPanel::setFilterText(const QString &text)
{
    m_filter->setText(text);
    m_model->setFilter(text);
}

void LogPanel::onUpdated()
{
    updateDropped();
    updateEmptyState();
    const int added = std::exchange(m_addedAbove, 0);
    if (!m_view->isVisible() || m_model->order() == LogModel::Order::NewestFirst)
        return;
    m_scrolling = true;
    if (isFollowing())
        m_view->scrollToBottom();
    else if (added != 0) // by the row, as the bar learns of it later; what is read stays
        m_view->scrollTo(m_model->index(qMax(0, m_view->verticalScrollBar()->value() + added), 0),
                         QAbstractItemView::PositionAtTop);
    m_scrolling = false;
}

void LogPanel::onScrolled(int value)
{
    if (!m_scrolling)
        setFollowing(value >= m_view->verticalScrollBar()->maximum());
}

/// The view would make a neighbour the current row, and the detail beside it would show that
/// instead of what is being read.
void LogPanel::onRowsGoing(const QModelIndex &, int first, int last)
{
    const int current = m_view->currentIndex().row();
    if (current >= first && current <= last)
        m_view->selectionModel()->clearCurrentIndex();
}

void LogPanel::setDroppedText(const QString &one, const QString &many, const QString &limit)
{
    m_droppedOne = one;
    m_droppedMany = many;
    m_dropped->setToolTip(limit);
}

void LogPanel::updateDropped()
{
    const auto dropped = qint64(m_model->droppedCount());
    m_dropped->setText(
            dropped == 0 ? QString()
                         : tr("%1 dropped").arg(formatCount(dropped, m_droppedOne, m_droppedMany)));
    m_dropped->setVisible(dropped > 0);
}

void LogPanel::copy()
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList lines;
    qsizetype size = 0;
    const int count = rows.isEmpty() ? m_model->rowCount() : int(rows.size());
    for (int i = 0; i < count && size < maxCopiedChars; ++i) {
        lines += m_model->textOf(m_model->serialAt(rows.isEmpty() ? i : rows.at(i).row()));
        size += lines.last().size();
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogPanel::saveTo(const QString &path)
{
    auto *job = new LogExport(m_model, path, this);
    connect(job, &LogExport::finished, this, &LogPanel::saved);
    job->start();
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && !m_filter->text().isEmpty()) { // else it may mean something to the window
        m_filter->clear();
        return true;
    }
    // The keys go on from where one looks; the view would begin with the first row.
    if (watched == m_view && event->type() == QEvent::FocusIn && isFollowing()
        && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0),
                                                  QItemSelectionModel::NoUpdate);
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (watched == m_view && event->type() == QEvent::Show && isFollowing())
        QTimer::singleShot(0, this, &LogPanel::onUpdated);
    return QWidget::eventFilter(watched, event);
}

} // namespace McpUi
