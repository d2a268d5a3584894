// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "models/mergedsequence.h"
#include "server/tracefilter.h"
#include "server/tracelog.h"

#include <QtCore/qpointer.h>

#include <vector>

namespace McpUi {

/*!
 * The messages between us and one server or all of them, oldest first, with what is no message
 * (noise on stdout, broken rules, our own steps) between them. Looks at TraceLogs and keeps no
 * copy. A row's serial is that of its log; of several logs it is a number of the model's own.
 */
class TraceModel : public LogModel
{
    Q_OBJECT

public:
    enum Column {
        Time,
        Direction,
        Server,
        Method,
        Target,
        Id,
        Duration,
        Size,
        Status,
        ColumnCount
    };
    enum Role {
        SerialRole = Qt::UserRole, ///< quint64
        PairRole,                  ///< serial of the other half, 0 if there is none (yet)
        ConversationRole,          ///< quint64: rows of one conversation have the same, 0 for none
        ToneRole,                  ///< Tone: how a row wants to be seen, in words in Status too
    };
    enum Tone { Normal, Muted, Warning, Bad };

    /// A log and the name of its server.
    struct Source
    {
        QString server;
        Mcp::TraceLog *log = nullptr;
    };

    explicit TraceModel(QObject *parent = nullptr);

    void setLog(Mcp::TraceLog *log, const QString &server = {});
    /// One of them alone keeps its serials.
    void setSources(const QList<Source> &sources);
    bool isMerged() const { return m_sources.size() > 1; }
    /// Null when the log has dropped it.
    const Mcp::TraceEntry *entry(quint64 serial) const;
    /// Where the row comes from; empty for one that is not there.
    Source sourceOf(quint64 serial) const;
    /// The row of the entry @p serial of @p log; 0 if it is not there.
    quint64 rowSerial(const Mcp::TraceLog *log, quint64 serial) const;
    /// Of the message @p serial the entry that says which rule it breaks; null if it breaks none.
    const Mcp::TraceEntry *violationOf(quint64 serial) const;

    QVariant data(const QModelIndex &index, int role) const override;
    quint64 droppedCount() const override;
    quint64 spilledCount() const; ///< older ones on disk
    /// The row as text, then the whole message.
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override;
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;
    bool alwaysFilters() const override { return isMerged(); }
    QString acceptFilter(const QString &text) override;
    bool gather() override;
    std::vector<quint64> takeGone() override { return m_merged.takeGone(); }
    quint64 following(quint64 serial) const override;

private:
    struct Followed
    {
        QString server;
        QPointer<Mcp::TraceLog> log;
        quint64 next = 0; ///< serial that is to be merged next
    };

    const Followed *followed(quint64 serial) const;
    int indexOf(const Mcp::TraceLog *log) const;
    QString text(quint64 serial, const Mcp::TraceEntry &entry, int column) const;
    void startAnewBeforeOlder();
    bool mergeUntil(qint64 budgetMs);

    std::vector<Followed> m_sources;
    MergedSequence m_merged; ///< of several sources
    Mcp::TraceFilter m_filter;
};

} // namespace McpUi
