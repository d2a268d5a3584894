// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/notificationmodel.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

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
        return { {}, {}, lineOf(params, 500) };
    const QList<Mcp::RawJson> values = params.values({ "level", "logger", "data" });
    return { values[0].isString() ? lineOf(values[0], 40) : QString(),
             values[1].isString() ? lineOf(values[1], 200) : QString(), lineOf(values[2], 2000) };
}

/// The last notifications of one server.
struct NotificationModel::Store
{
    QString server;
    std::deque<Entry> entries;
    quint64 first = 1; ///< serial of the first
    quint64 dropped = 0;
    qint64 bytes = 0;

    bool isOver() const
    {
        return entries.size() > 1 && (entries.size() > maxCount || bytes > maxBytes);
    }
    void dropFirst()
    {
        bytes -= entries.front().message.payload().size();
        entries.pop_front();
        ++first;
    }
};

NotificationModel::NotificationModel(Mcp::Orchestrator *orchestrator, QObject *parent)
    : LogModel(Order::OldestFirst,
               { u"Time"_s, u"Server"_s, u"Notification"_s, u"Level"_s, u"Logger"_s, u"Data"_s },
               parent)
    , m_orchestrator(orchestrator)
{
    connect(orchestrator, &Mcp::Orchestrator::serverAdded, this, &NotificationModel::listenTo);
    connect(orchestrator, &Mcp::Orchestrator::serverRenamed, this, &NotificationModel::rename);
    for (const QString &name : orchestrator->serverNames())
        listenTo(name);
}

NotificationModel::~NotificationModel() = default;

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

QStringList NotificationModel::levels()
{
    return { u"debug"_s, u"info"_s,     u"notice"_s, u"warning"_s,
             u"error"_s, u"critical"_s, u"alert"_s,  u"emergency"_s };
}

void NotificationModel::setServer(const QString &name)
{
    if (name == m_server)
        return;
    m_server = name;
    restart();
}

void NotificationModel::setMinimumLevel(const QString &level)
{
    const int minimum = int(levels().indexOf(level));
    if (minimum == m_minimumLevel)
        return;
    m_minimumLevel = minimum;
    restart();
}

// ---- What is kept ----

NotificationModel::Store &NotificationModel::storeOf(const QString &server)
{
    for (const std::unique_ptr<Store> &store : m_stores) {
        if (store->server == server)
            return *store;
    }
    m_stores.push_back(std::make_unique<Store>());
    m_stores.back()->server = server;
    return *m_stores.back();
}

void NotificationModel::rename(const QString &from, const QString &to)
{
    storeOf(from).server = to;
    if (m_server == from)
        m_server = to;
}

void NotificationModel::append(const QString &server, const Mcp::Message &message)
{
    Store &store = storeOf(server);
    const auto place = std::find_if(m_stores.begin(), m_stores.end(),
                                    [&store](const auto &each) { return each.get() == &store; });
    const int log = int(place - m_stores.begin());
    store.bytes += message.payload().size();
    store.entries.push_back({ QDateTime::currentMSecsSinceEpoch(), message, {} });
    m_all.append(log, store.first + store.entries.size() - 1);
    while (store.isOver()) {
        store.dropFirst();
        ++store.dropped;
    }
    m_all.dropBefore(log, store.first);
    if (!m_server.isEmpty())
        m_all.takeGone(); // nobody asks for it
    scheduleSync();
}

void NotificationModel::clear()
{
    for (size_t i = 0; i < m_stores.size(); ++i) {
        Store &store = *m_stores[i];
        if (!m_server.isEmpty() && store.server != m_server)
            continue;
        while (!store.entries.empty())
            store.dropFirst();
        store.dropped = 0;
        m_all.dropBefore(int(i), store.first);
    }
    scheduleSync();
}

const NotificationModel::Store *NotificationModel::shownStore() const
{
    const auto found = std::find_if(m_stores.begin(), m_stores.end(), [this](const auto &store) {
        return store->server == m_server;
    });
    return found == m_stores.end() ? nullptr : found->get();
}

const NotificationModel::Store *NotificationModel::storeAt(quint64 serial) const
{
    if (!m_server.isEmpty())
        return shownStore();
    const MergedSequence::Place *const place = m_all.find(serial);
    return place ? m_stores[size_t(place->log)].get() : nullptr;
}

const NotificationModel::Entry *NotificationModel::entry(quint64 serial) const
{
    const Store *const store = storeAt(serial);
    if (!store)
        return nullptr;
    const quint64 own = m_server.isEmpty() ? m_all.find(serial)->serial : serial;
    const bool isKept = own >= store->first && own - store->first < store->entries.size();
    return isKept ? &store->entries[size_t(own - store->first)] : nullptr;
}

quint64 NotificationModel::droppedCount() const
{
    quint64 dropped = 0;
    for (const std::unique_ptr<Store> &store : m_stores)
        dropped += m_server.isEmpty() || store->server == m_server ? store->dropped : 0;
    return dropped;
}

quint64 NotificationModel::logFirst() const
{
    if (m_server.isEmpty())
        return m_all.first();
    const Store *const store = shownStore();
    return store ? store->first : 1;
}

int NotificationModel::logCount() const
{
    if (m_server.isEmpty())
        return int(m_all.end() - m_all.first());
    const Store *const store = shownStore();
    return store ? int(store->entries.size()) : 0;
}

std::vector<quint64> NotificationModel::takeGone()
{
    std::vector<quint64> gone = m_all.takeGone();
    return m_server.isEmpty() ? gone : std::vector<quint64>();
}

quint64 NotificationModel::following(quint64 serial) const
{
    return m_server.isEmpty() ? m_all.following(serial) : serial;
}

// ---- What is shown ----

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    const quint64 serial = index.isValid() ? serialAt(index.row()) : 0;
    const Entry *found = entry(serial);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(serial, *found, index.column());
    case Qt::ToolTipRole:
        return index.column() == Data ? formatToolTip(text(serial, *found, Data)) : QVariant();
    case SevereRole:
        return levels().indexOf(words(*found).level) >= levels().indexOf(u"error"_s);
    case PayloadRole:
        return found->message.payload();
    default:
        return {};
    }
}

QString NotificationModel::text(quint64 serial, const Entry &entry, int column) const
{
    switch (column) {
    case Time:
        return formatTime(entry.time);
    case Server:
        return storeAt(serial)->server;
    case Method:
        return displayLine(entry.message.method(), 200);
    case Level:
        return words(entry).level;
    case Logger:
        return words(entry).logger;
    case Data:
        return words(entry).data;
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
    return text(serial, *found, Time) + u'\t' + storeAt(serial)->server + u'\t'
           + QString::fromUtf8(found->message.payload());
}

bool NotificationModel::matches(quint64 serial, const QString &needle) const
{
    const Entry *found = entry(serial);
    if (!found)
        return false;
    if (m_minimumLevel < 0 && needle.isEmpty())
        return true;
    const Words shown = words(*found);
    if (m_minimumLevel >= 0 && levels().indexOf(shown.level) < m_minimumLevel)
        return false;
    const QString method = found->message.method();
    return needle.isEmpty() || method.contains(needle, Qt::CaseInsensitive)
           || storeAt(serial)->server.contains(needle, Qt::CaseInsensitive)
           || shown.level.contains(needle, Qt::CaseInsensitive)
           || shown.logger.contains(needle, Qt::CaseInsensitive)
           || shown.data.contains(needle, Qt::CaseInsensitive);
}

} // namespace McpUi
