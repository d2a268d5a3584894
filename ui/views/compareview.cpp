// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/compareview.h"

#include "forms/elidinglabel.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/diffmodel.h"
#include "models/format.h"
#include "models/resultdiff.h"
#include "models/valuediff.h"
#include "views/diffdelegate.h"
#include "views/resultexporter.h"

#include <QtGui/qaction.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtoolbutton.h>
#include <QtWidgets/qtreeview.h>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

using Kind = JsonDifference::Kind;

QToolButton *makeButton(const QString &name, const QString &text, const QString &description,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(description);
    button->setToolTip(description);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

CompareView::CompareView(ResultExporter *exporter, QWidget *parent)
    : QWidget(parent)
    , m_exporter(exporter)
    , m_model(new DiffModel(this))
    , m_title(new ElidingLabel({}, this))
    , m_note(new WrappedLabel(this))
    , m_list(new QTreeView(this))
    , m_details(new QPlainTextEdit(this))
{
    setObjectName(u"resultCompare"_s);
    m_title->setObjectName(u"compareTitle"_s);
    m_note->setObjectName(u"compareNote"_s);
    m_note->setMargin(8);
    Tones::apply(m_note, Tones::Tone::Dim);
    buildList();
    m_details->setObjectName(u"compareDetails"_s);
    m_details->setAccessibleName(u"The two values of the chosen difference"_s);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setFont(Tones::fixedFont());
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buildBar());
    layout->addWidget(m_note);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_list);
}

QBoxLayout *CompareView::buildBar()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    QToolButton *copy = makeButton(u"compareCopy"_s, u"Copy"_s,
                                   u"Copy the chosen differences, or all, as text"_s, this);
    QToolButton *close = makeButton(u"compareClose"_s, u"✕"_s, u"Close the comparison"_s, this);
    top->addWidget(copy);
    top->addWidget(close);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(4);
    for (int kind = 0; kind < JsonDifference::kKinds; ++kind) {
        const QString name = DiffModel::kindText(Kind(kind));
        QToolButton *button = makeButton(u"compareKind%1"_s.arg(kind), name,
                                         u"Show or hide: %1"_s.arg(name), this);
        button->setCheckable(true);
        button->setChecked(true);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        button->setMinimumWidth(24); // the window stays as narrow as one wants it
        connect(button, &QToolButton::toggled, this, [this, kind](bool shown) {
            m_model->setKindShown(Kind(kind), shown);
            showState();
        });
        kinds->addWidget(button);
        m_kinds.append(button);
    }
    kinds->addStretch();
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(8, 2, 4, 2);
    bar->setSpacing(2);
    bar->addLayout(top);
    bar->addLayout(kinds);
    connect(copy, &QToolButton::clicked, this, &CompareView::copy);
    connect(close, &QToolButton::clicked, this, &CompareView::closed);
    return bar;
}

void CompareView::buildList()
{
    m_list->setObjectName(u"compareList"_s);
    m_list->setAccessibleName(u"Differences"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DiffDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(DiffModel::OldColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(DiffModel::NewColumn, QHeaderView::Stretch);
    m_list->setColumnWidth(DiffModel::KindColumn,
                           header->sectionSizeHint(DiffModel::KindColumn) + 8);
    auto *copyAction = new QAction(m_list);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &CompareView::copy);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CompareView::showDetails);
}

void CompareView::compare(const Mcp::RawJson &left, const QString &title, const Mcp::RawJson &right)
{
    m_comparing.cancel();
    m_titleText = u"Compared with %1"_s.arg(title);
    m_title->setText(m_titleText);
    const auto work = [left, right](const BackgroundProgress &progress) {
        return ResultDiff::of(left, right, progress);
    };
    if (left.size() + right.size() < kBackgroundSize) {
        setDiff(work([](int) { return true; }));
        return;
    }
    setDiff({});
    const auto progress = [this](int percent) {
        m_note->setText(u"Comparing… %1 %"_s.arg(percent));
        m_note->show();
    };
    progress(0);
    m_comparing.start(
            work, [this](const JsonDiff &diff) { setDiff(diff); }, progress);
}

void CompareView::clear()
{
    m_comparing.cancel();
    m_titleText.clear();
    m_title->clear();
    m_model->setDiff({});
    showState();
}

void CompareView::setDiff(const JsonDiff &diff)
{
    m_model->setDiff(diff);
    for (int kind = 0; kind < JsonDifference::kKinds; ++kind) {
        const qsizetype count = diff.count(Kind(kind));
        m_kinds.at(kind)->setVisible(count > 0);
        m_kinds.at(kind)->setText(
                u"%1 %2"_s.arg(formatNumber(count), DiffModel::kindText(Kind(kind))));
    }
    showState();
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    fitPaths();
    emit shown();
}

/// The values get what the paths in sight leave.
void CompareView::fitPaths()
{
    const int least = 10 * fontMetrics().averageCharWidth();
    m_list->resizeColumnToContents(DiffModel::PathColumn);
    m_list->setColumnWidth(DiffModel::PathColumn,
                           std::clamp(m_list->columnWidth(DiffModel::PathColumn), least,
                                      std::max(least, m_list->width() * 2 / 5)));
}

void CompareView::showState()
{
    const JsonDiff &diff = m_model->diff();
    QString note;
    if (diff.total() == 0)
        note = u"There is no difference: the same values, written the same way."_s;
    else if (diff.count(Kind::Changed) + diff.count(Kind::Added) + diff.count(Kind::Removed) == 0)
        note = u"The values are the same; only how they are written differs."_s;
    if (diff.unlisted() > 0)
        note = u"%1 not listed."_s.arg(
                formatCount(diff.unlisted(), u"more difference is"_s, u"more differences are"_s));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_list->setVisible(diff.total() > 0);
    m_details->setVisible(diff.total() > 0);
    showDetails();
}

void CompareView::showDetails()
{
    const QModelIndex current = m_list->currentIndex();
    m_details->setPlainText(current.isValid() ? valueDiff(m_model->difference(current.row()))
                                              : QString());
}

void CompareView::copy()
{
    QList<int> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    // One row is always chosen; who wants that one alone copies by key.
    if (rows.size() <= 1 && !m_list->hasFocus()) {
        rows.resize(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::sort(rows.begin(), rows.end());
    m_exporter->copy(m_model->text(rows));
}

} // namespace McpUi
