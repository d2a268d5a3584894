// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/historypanel.h"

#include "models/format.h"
#include "views/logtable.h"
#include "views/payloadview.h"
#include "views/tonedelegate.h"

#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
std::optional<Tone> historyTone(const QModelIndex &index)
{
    if (index.column() == HistoryModel::Outcome)
        return index.data(HistoryModel::GoodRole).toBool() ? Tone::Success : Tone::Error;
    if (index.column() == HistoryModel::Time || index.column() == HistoryModel::Arguments)
        return Tone::Dim;
    return std::nullopt;
}
} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : LogPanel(u"history"_s, new HistoryModel, new LogTable, parent)
    , m_model(static_cast<HistoryModel *>(logModel()))
    , m_all(new QToolButton(this))
    , m_arguments(new PayloadView(u"historyArguments"_s, this))
    , m_result(new PayloadView(u"historyResult"_s, this))
{
    m_model->setParent(this);
    auto *table = static_cast<LogTable *>(view());
    table->setAccessibleName(tr("Calls made"));
    table->setItemDelegate(new ToneDelegate(historyTone, table));
    table->setColumnWidths({ 13, 16, 22, 18, 8, 8, 20 }, HistoryModel::Arguments);
    m_all->setObjectName(u"historyAll"_s);
    m_all->setText(tr("All servers"));
    m_all->setAccessibleName(tr("Show the calls of all servers"));
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    addToToolBar(m_all);
    m_repeat =
            addButton(u"Repeat"_s, u"repeat"_s, tr("Repeat: open with these arguments and call"));

    auto *pair = new QSplitter(Qt::Horizontal, this);
    pair->setObjectName(u"historyPair"_s);
    pair->setChildrenCollapsible(false);
    pair->addWidget(m_arguments);
    pair->addWidget(m_result);
    pair->setSizes({ 300, 300 });
    addDetail(pair);
    setEmptyState([this] {
        return std::pair(tr("No calls yet"),
                         m_server.isEmpty() || m_all->isChecked()
                                 ? tr("Every call is listed here, to open or repeat it later.")
                                 : tr("Calls of %1 are listed here, to open or repeat them later.")
                                           .arg(m_server));
    });

    connect(m_all, &QToolButton::toggled, this,
            [this](bool all) { m_model->setServer(all ? QString() : m_server); });
    connect(table, &QTreeView::activated, this, [this] { reopen(false); });
    connect(m_repeat, &QToolButton::clicked, this, [this] { reopen(true); });
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPanel::showCurrent);
    showCurrent();
}

void HistoryPanel::setServer(const QString &name)
{
    m_server = name;
    if (!m_all->isChecked())
        m_model->setServer(name);
}

QString HistoryPanel::proposedFileName() const { return u"history.txt"_s; }

void HistoryPanel::showCurrent()
{
    const QModelIndex index = view()->currentIndex();
    const Mcp::HistoryEntry *entry = index.isValid() ? m_model->entryAt(index.row()) : nullptr;
    m_repeat->setEnabled(entry);
    if (!entry) {
        m_arguments->setPayload(tr("Arguments"), {});
        return m_result->setPayload(tr("Result"), {});
    }
    m_arguments->setPayload(tr("Arguments of %1").arg(displayLine(entry->subject.name, 100)),
                            entry->arguments.toByteArray());
    QString note = Mcp::HistoryEntry::outcomeName(entry->outcome);
    if (!entry->message.isEmpty())
        note += u": "_s + displayLine(entry->message, 300);
    if (entry->isResultCut())
        note += tr(", first %1 kept of %2")
                        .arg(formatSize(entry->result.size()), formatSize(entry->resultSize));
    m_result->setPayload(tr("Result"), entry->result, note);
}

void HistoryPanel::reopen(bool callAtOnce)
{
    const QModelIndex index = view()->currentIndex();
    if (const auto *entry = index.isValid() ? m_model->entryAt(index.row()) : nullptr)
        emit reopenRequested(entry->server, entry->subject, entry->arguments, callAtOnce);
}

} // namespace McpUi
