// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/notificationmodel.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"

#include <QtCore/qdatetime.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

bool isLogMessage(const Mcp::Message &message)
{
    return message.method() == "notifications/message"_L1;
}

/// Of a message from this size on its words are kept: each look for them is a pass over all bytes.
constexpr qsizetype kLargeBytes = 16 * 1024;

/// The beginning of @p value in a line: of a string its text, else the JSON.
QString lineOf(const Mcp::RawJson &value, int maxChars)
{
    if (!value.isString()) // a byte more than displayLine() looks at, so that it sees the cut
        return displayLine(
                value.view().first(qMin<qsizetype>(value.size(), 4 * maxChars + 257)).toByteArray(),
                maxChars);
    const qsizetype most = maxChars + 256; // colour sequences are left out
    const QString text = value.textStart(most);
    const QString line = displayLine(text, maxChars);
    return text.size() < most - 1 || line.endsWith(u'…') ? line : line + u'…';
}

} // namespace

NotificationModel::Words NotificationModel::Words::of(const Mcp::Message &message)
{
    const Mcp::RawJson &params = message.params();
    if (!isLogMessage(message))
        return { {}, lineOf(params, 500) };
    const QList<Mcp::RawJson> values = params.values({ "level", "logger", "data" });
    const QString logger = values[1].isString() ? lineOf(values[1], 200) : QString();
    const QString text = lineOf(values[2], 2000);
    return { values[0].isString() ? lineOf(values[0], 40) : QString(),
             logger.isEmpty() ? text : logger + u": "_s + text };
}

NotificationModel::NotificationModel(Mcp::Orchestrator *orchestrator, QObject *parent)
    : LogModel(Order::OldestFirst,
               { u"Time"_s, u"Server"_s, u"Notification"_s, u"Level"_s, u"Text"_s }, parent)
    , m_orchestrator(orchestrator)
{
    connect(orchestrator, &Mcp::Orchestrator::serverAdded, this, &NotificationModel::listenTo);
    for (const QString &name : orchestrator->serverNames())
        listenTo(name);
}

void NotificationModel::listenTo(const QString &server)
{
    Mcp::Client *client = m_orchestrator->defaultClient(server);
    if (!client)
        return;
    // By the server's present name: it may be renamed while it runs.
    connect(client, &Mcp::Client::notificationReceived, this,
            [this, client](const Mcp::Message &message) {
                const Mcp::Server *from = client->server();
                append(from ? from->name() : QString(), message);
            });
}

void NotificationModel::setServer(const QString &name)
{
    if (name == m_server)
        return;
    m_server = name;
    restart();
}

void NotificationModel::append(const QString &server, const Mcp::Message &message)
{
    m_bytes += message.payload().size();
    m_entries.push_back({ QDateTime::currentMSecsSinceEpoch(), server, message, {} });
    while (m_entries.size() > 1 && (m_entries.size() > maxCount || m_bytes > maxBytes)) {
        m_bytes -= m_entries.front().message.payload().size();
        m_entries.pop_front();
        ++m_base;
        ++m_dropped;
    }
    scheduleSync();
}

void NotificationModel::clear()
{
    m_base += m_entries.size();
    m_entries.clear();
    m_bytes = 0;
    m_dropped = 0;
    scheduleSync();
}

const NotificationModel::Entry *NotificationModel::entry(quint64 serial) const
{
    if (serial < m_base || serial >= m_base + m_entries.size())
        return nullptr;
    return &m_entries[serial - m_base];
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    const Entry *found = index.isValid() ? entry(serialAt(index.row())) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? formatToolTip(text(*found, Text)) : QVariant();
    case SevereRole: {
        static const QStringList severe = { u"error"_s, u"critical"_s, u"alert"_s, u"emergency"_s };
        return severe.contains(text(*found, Level));
    }
    case PayloadRole:
        return found->message.payload();
    default:
        return {};
    }
}

QString NotificationModel::text(const Entry &entry, int column) const
{
    switch (column) {
    case Time:
        return formatTime(entry.time);
    case Server:
        return entry.server;
    case Method:
        return displayLine(entry.message.method(), 200);
    case Level:
        return words(entry).level;
    case Text:
        return words(entry).text;
    default:
        return {};
    }
}

NotificationModel::Words NotificationModel::words(const Entry &entry)
{
    if (entry.message.payload().size() < kLargeBytes)
        return Words::of(entry.message);
    if (!entry.words)
        entry.words = Words::of(entry.message);
    return *entry.words;
}

QString NotificationModel::textOf(quint64 serial) const
{
    const Entry *found = entry(serial);
    if (!found)
        return {};
    return text(*found, Time) + u'\t' + found->server + u'\t'
           + QString::fromUtf8(found->message.payload());
}

bool NotificationModel::matches(quint64 serial, const QString &needle) const
{
    const Entry *found = entry(serial);
    if (!found || (!m_server.isEmpty() && found->server != m_server))
        return false;
    for (const int column : { Server, Method, Level, Text }) {
        if (text(*found, column).contains(needle, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace McpUi
