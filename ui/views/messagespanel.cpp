// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/messagespanel.h"

#include "models/format.h"
#include "views/logtable.h"
#include "views/payloadview.h"
#include "views/tonedelegate.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qsplitter.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {

std::optional<Tone> traceTone(const QModelIndex &index)
{
    switch (index.data(TraceModel::ToneRole).toInt()) {
    case TraceModel::Muted:
        return Tone::Dim;
    case TraceModel::Warning:
        return Tone::Warning;
    case TraceModel::Bad:
        return Tone::Error;
    default:
        break;
    }
    if (index.column() != TraceModel::Direction && index.column() != TraceModel::Method)
        return Tone::Dim;
    return std::nullopt;
}

} // namespace

MessagesPanel::MessagesPanel(QWidget *parent)
    : LogPanel(u"messages"_s, new TraceModel, new LogTable, parent)
    , m_model(static_cast<TraceModel *>(logModel()))
    , m_first(new PayloadView(u"messagesFirst"_s, this))
    , m_second(new PayloadView(u"messagesSecond"_s, this))
{
    m_model->setParent(this);
    auto *table = static_cast<LogTable *>(view());
    table->setAccessibleName(tr("Messages"));
    table->setItemDelegate(new ToneDelegate(traceTone, table));
    table->setColumnWidths({ 13, 3, 22, 30, 4, 8, 8 }, TraceModel::Status);
    m_second->hide();

    auto *pair = new QSplitter(Qt::Horizontal, this);
    pair->setObjectName(u"messagesPair"_s);
    pair->setChildrenCollapsible(false);
    pair->addWidget(m_first);
    pair->addWidget(m_second);
    pair->setSizes({ 300, 300 });
    addDetail(pair);
    setEmptyState([this] {
        return m_server.isEmpty()
                       ? std::pair(tr("No server selected"), QString())
                       : std::pair(tr("No messages yet"),
                                   tr("Start %1 to see every message both ways.").arg(m_server));
    });

    setDroppedText(
            tr("older message"), tr("older messages"),
            tr("The limit traceBytes of the server is reached: Server, Edit, More options."));

    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MessagesPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MessagesPanel::showCurrent);
    connect(this, &LogPanel::clearRequested, this, &MessagesPanel::clear);
}

void MessagesPanel::setServer(const QString &name, Mcp::TraceLog *log)
{
    m_server = name;
    m_model->setLog(log);
    showNothing();
    setFollowing(true);
}

QString MessagesPanel::proposedFileName() const
{
    return formatFileName(m_server) + u"-messages.txt"_s;
}

void MessagesPanel::clear()
{
    if (m_model->log())
        m_model->log()->clear();
    showNothing();
}

void MessagesPanel::showNothing()
{
    m_shown = 0;
    m_first->clear();
    m_second->clear();
    m_second->hide();
}

void MessagesPanel::showCurrent()
{
    const QModelIndex index = view()->currentIndex();
    const Mcp::TraceEntry *entry = m_model->entry(index.data(TraceModel::SerialRole).toULongLong());
    if (!entry || (entry->serial == m_shown && entry->pair == m_shownPair))
        return; // what was read stays, even when the log has dropped it
    m_shown = entry->serial;
    m_shownPair = entry->pair;
    const Mcp::TraceEntry *other = m_model->entry(entry->pair);
    // The one that came first is the question.
    const bool swapped = other && other->serial < entry->serial;
    showEntry(m_first, swapped ? *other : *entry);
    m_second->setVisible(other);
    if (other)
        showEntry(m_second, swapped ? *entry : *other);
}

void MessagesPanel::showEntry(PayloadView *view, const Mcp::TraceEntry &entry)
{
    using Kind = Mcp::TraceEntry::Kind;
    if (entry.kind == Kind::Event)
        return view->setText(tr("A step of ours at %1").arg(formatTime(entry.time)), entry.note);
    QString title =
            entry.direction == Mcp::TraceEntry::Direction::Sent ? tr("→ sent") : tr("← received");
    if (entry.kind == Kind::Message)
        title += u' ' + Mcp::Message::kindName(entry.message.kind()).toLower();
    if (!entry.method.isEmpty())
        title += u' ' + displayLine(entry.method, 100);
    if (!entry.message.id().isAbsent())
        title += u" #"_s + displayLine(entry.message.id().toString(), 60);
    title += u" · "_s + formatSize(entry.size);
    if (entry.message.isResponse() && entry.durationUs >= 0)
        title += u" · "_s + formatDuration(entry.durationUs);
    QStringList notes;
    if (!entry.note.isEmpty())
        notes += entry.note;
    if (entry.truncated)
        notes += tr("too large for the log: first 64 KiB");
    view->setPayload(title, entry.bytes.isEmpty() ? entry.message.payload() : entry.bytes,
                     notes.join(u", "_s));
}

} // namespace McpUi
