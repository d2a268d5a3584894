// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>

#include <deque>
#include <vector>

namespace McpUi {

/*!
 * Base of the models over bounded logs. A log numbers its entries; a row is such a serial number,
 * so a row stays valid to ask for while the log drops entries under it. Changes are taken over in
 * batches, a few dozen a second at most and never longer than some milliseconds at a time, and so
 * is a new filter: a flood of lines or a slow filter never holds up the window.
 */
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Order { OldestFirst, NewestFirst };

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Shows only entries that contain @p text (case does not matter), or what else it says. Empty
    /// shows all. One that says nothing sensible leaves the last one as it is: filterProblem().
    void setFilter(const QString &text);
    QString filter() const { return m_needle; }
    QString filterProblem() const { return m_filterProblem; }

    quint64 serialAt(int row) const;
    int rowOf(quint64 serial) const; ///< -1 when it is not shown
    int shownCount() const { return size(); }
    /// Entries in the log, whatever the filter.
    int totalCount() const { return logCount(); }
    /// Older entries that the bound of the log has thrown out.
    virtual quint64 droppedCount() const { return 0; }
    /// The whole text of a row, for copying and saving; more than data() shows.
    virtual QString textOf(quint64 serial) const = 0;
    Order order() const { return m_order; }

signals:
    /// A batch was taken over: counts may be other ones now.
    void updated();
    void filterProblemChanged(const QString &problem);

protected:
    /// @p titles, one for each column.
    LogModel(Order order, const QStringList &titles, QObject *parent = nullptr);

    virtual quint64 logFirst() const = 0;
    virtual int logCount() const = 0;
    /// Does the entry contain @p needle? Called with an empty needle only if alwaysFilters().
    virtual bool matches(quint64 serial, const QString &needle) const = 0;
    virtual bool alwaysFilters() const { return false; }
    /// What is wrong with a filter; if nothing is, matches() is asked about it from now on.
    virtual QString acceptFilter(const QString &text)
    {
        Q_UNUSED(text)
        return {};
    }
    /// \name For models of several logs, which have holes in their serials; alwaysFilters() then
    /// @{
    /// Takes over what the logs have; false if there is more than fits a moment.
    virtual bool gather() { return true; }
    /// Serials that became holes since the last time, ascending.
    virtual std::vector<quint64> takeGone() { return {}; }
    /// The first from @p serial on that is no hole.
    virtual quint64 following(quint64 serial) const { return serial; }
    /// @}

    void scheduleSync();
    /// Another log, or another filter: starts anew.
    void restart();
    /// An entry looks different now.
    void touch(quint64 serial);

private:
    int size() const;
    bool isFiltered() const;
    void sync();
    void takeOlder(quint64 first);
    void dropOlderThan(quint64 first);
    void removeGone(const std::vector<quint64> &gone);
    bool takeNewer(quint64 end);
    void insert(const std::deque<quint64> &matching, quint64 end);
    void refilter(quint64 serial);

    Order m_order;
    QStringList m_titles;
    QString m_needle;
    QString m_filterProblem;
    std::deque<quint64> m_matching; ///< rows while filtered, ascending
    quint64 m_first = 0;            ///< [m_first, m_end): serials taken over so far
    quint64 m_end = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceSync;
};

} // namespace McpUi
