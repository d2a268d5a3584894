// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "models/mergedsequence.h"
#include "wire/message.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// What servers told without being asked, oldest first, of one server or of all; progress is shown
/// with its call instead. Keeps the last notifications of each server itself, bounded by number and
/// bytes, so that none pushes out what another has said.
class NotificationModel : public LogModel
{
    Q_OBJECT

public:
    enum Column { Time, Server, Method, Level, Logger, Data, ColumnCount };
    enum Role {
        SevereRole = Qt::UserRole, ///< bool: a log message of level error or worse
        PayloadRole,               ///< QByteArray: the message as received
    };

    static constexpr int maxCount = 5000;                  ///< of each server
    static constexpr qint64 maxBytes = 16LL * 1024 * 1024; ///< of each server

    explicit NotificationModel(Mcp::Orchestrator *orchestrator, QObject *parent = nullptr);
    ~NotificationModel() override;

    /// Empty shows those of all servers.
    void setServer(const QString &name);
    QString server() const { return m_server; }
    /// Shows log messages of @p level ("warning") and above only; empty shows everything.
    void setMinimumLevel(const QString &level);
    /// "debug" to "emergency", as the specification orders them.
    static QStringList levels();
    void append(const QString &server, const Mcp::Message &message);
    /// Those that are shown: of the server, or of all.
    void clear();

    QVariant data(const QModelIndex &index, int role) const override;
    quint64 droppedCount() const override;
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override;
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;
    bool alwaysFilters() const override { return m_server.isEmpty() || m_minimumLevel >= 0; }
    std::vector<quint64> takeGone() override;
    quint64 following(quint64 serial) const override;

private:
    /// What of a message is shown in its line.
    struct Words
    {
        QString level;
        QString logger;
        QString data;

        static Words of(const Mcp::Message &message);
    };
    struct Entry
    {
        qint64 time = 0;
        Mcp::Message message;
        mutable std::optional<Words> words; ///< of a large message, once it was looked at
    };
    struct Store;

    void listenTo(const QString &server);
    Store &storeOf(const QString &server);
    const Store *shownStore() const;
    const Store *storeAt(quint64 serial) const;
    const Entry *entry(quint64 serial) const;
    QString text(quint64 serial, const Entry &entry, int column) const;
    void rename(const QString &from, const QString &to);
    static Words words(const Entry &entry);

    Mcp::Orchestrator *m_orchestrator;
    QString m_server;
    int m_minimumLevel = -1;
    std::vector<std::unique_ptr<Store>> m_stores;
    MergedSequence m_all; ///< of all stores, by their places in m_stores
};

} // namespace McpUi
