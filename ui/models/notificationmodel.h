// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "wire/message.h"

#include <deque>
#include <optional>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// What servers told without being asked, oldest first, of one server or of all; progress is shown
/// with its call instead. Keeps the last notifications itself, bounded by number and bytes.
class NotificationModel : public LogModel
{
    Q_OBJECT

public:
    enum Column { Time, Server, Method, Level, Text, ColumnCount };
    enum Role {
        SevereRole = Qt::UserRole, ///< bool: a log message of level error or worse
        PayloadRole,               ///< QByteArray: the message as received
    };

    static constexpr int maxCount = 5000;
    static constexpr qint64 maxBytes = 16LL * 1024 * 1024;

    explicit NotificationModel(Mcp::Orchestrator *orchestrator, QObject *parent = nullptr);

    /// Empty shows those of all servers.
    void setServer(const QString &name);
    QString server() const { return m_server; }
    void append(const QString &server, const Mcp::Message &message);
    void clear();

    QVariant data(const QModelIndex &index, int role) const override;
    quint64 droppedCount() const override { return m_dropped; }
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override { return m_base; }
    int logCount() const override { return int(m_entries.size()); }
    bool matches(quint64 serial, const QString &needle) const override;
    bool alwaysFilters() const override { return true; }

private:
    /// What of a message is shown in its line.
    struct Words
    {
        QString level;
        QString text;

        static Words of(const Mcp::Message &message);
    };
    struct Entry
    {
        qint64 time = 0;
        QString server;
        Mcp::Message message;
        mutable std::optional<Words> words; ///< of a large message, once it was looked at
    };
    void listenTo(const QString &server);
    const Entry *entry(quint64 serial) const;
    QString text(const Entry &entry, int column) const;
    static Words words(const Entry &entry);

    Mcp::Orchestrator *m_orchestrator;
    QString m_server;
    std::deque<Entry> m_entries;
    quint64 m_base = 1;
    quint64 m_dropped = 0;
    qint64 m_bytes = 0;
};

} // namespace McpUi
