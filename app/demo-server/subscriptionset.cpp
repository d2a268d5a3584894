// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "subscriptionset.h"

#include "errorcode.h"
#include "task.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr ListKind allLists[] = { ListKind::Tools, ListKind::Prompts, ListKind::Resources };

QString uriOf(const Request &request) { return request.params.value("uri").toString(); }

/// Resources of this server, whether they change or not.
bool isOurs(const QString &uri) { return uri.startsWith("demo://"_L1); }

Mcp::RawJson metaOf(const Mcp::MessageId &id)
{
    return Mcp::JsonObjectWriter()
            .addRaw(u"io.modelcontextprotocol/subscriptionId", id.raw())
            .toRawJson();
}

Mcp::RawJson arrayOf(const QStringList &texts)
{
    Mcp::JsonArrayWriter array;
    for (const QString &text : texts)
        array.add(text);
    return array.toRawJson();
}

QStringList textsOf(const Mcp::RawJson &array)
{
    QStringList texts;
    for (const Mcp::RawJson &element : array.elements())
        texts.append(element.toString());
    texts.removeDuplicates();
    return texts;
}

} // namespace

SubscriptionSet::SubscriptionSet(const Responder &responder, LiveState *live, QObject *parent)
    : QObject(parent)
    , m_responder(responder)
    , m_live(live)
{
    connect(live, &LiveState::updated, this, &SubscriptionSet::tellUpdate);
    connect(live, &LiveState::listChanged, this, &SubscriptionSet::tellList);
    connect(live, &LiveState::subscriptionsEnded, this, &SubscriptionSet::endAll);
}

void SubscriptionSet::subscribe(const Request &request)
{
    const QString uri = uriOf(request);
    if (!isOurs(uri)) {
        m_responder.sendError(
                request,
                { ErrorCode::resourceNotFound, u"No resource has the URI \"%1\""_s.arg(uri), {} });
        return;
    }
    if (!m_uris.contains(uri))
        m_uris.append(uri);
    watchClock();
    m_responder.sendResult(request, {});
}

void SubscriptionSet::unsubscribe(const Request &request)
{
    m_uris.removeAll(uriOf(request));
    watchClock();
    m_responder.sendResult(request, {});
}

SubscriptionSet::Listen SubscriptionSet::accepted(const Request &request)
{
    const Mcp::RawJson filter = request.params.value("notifications");
    Listen listen{ request, {}, textsOf(filter.value("resourceSubscriptions")), {} };
    for (const ListKind kind : allLists) {
        const QString member = LiveState::listName(kind) + u"ListChanged"_s;
        if (filter.value(QStringView(member)).toBool())
            listen.lists.append(kind);
    }
    listen.uris.removeIf([](const QString &uri) { return !isOurs(uri); });
    if (request.declaresTasks())
        listen.tasks = textsOf(filter.value("taskIds"));
    return listen;
}

Mcp::RawJson SubscriptionSet::acceptedFilter(const Listen &listen)
{
    Mcp::JsonObjectWriter filter;
    for (const ListKind kind : listen.lists)
        filter.add(QString(LiveState::listName(kind) + u"ListChanged"_s), true);
    if (!listen.uris.isEmpty())
        filter.add(u"resourceSubscriptions", arrayOf(listen.uris));
    if (!listen.tasks.isEmpty())
        filter.add(u"taskIds", arrayOf(listen.tasks));
    return filter.toRawJson();
}

void SubscriptionSet::listen(const Request &request)
{
    if (!request.params.value("notifications").isObject()) {
        m_responder.sendError(request, { ErrorCode::invalidParams,
                                         u"notifications has to be an object that says what of"_s,
                                         {} });
        return;
    }
    // The request stays open until it is cancelled, or ended from here.
    const Listen listen = accepted(request);
    m_listens.insert(request.id, listen);
    tell(listen, u"notifications/subscriptions/acknowledged",
         Mcp::JsonObjectWriter().add(u"notifications", acceptedFilter(listen)).toRawJson());
    watchClock();
}

bool SubscriptionSet::cancel(const Mcp::MessageId &id)
{
    if (m_listens.remove(id) == 0)
        return false;
    watchClock();
    return true;
}

void SubscriptionSet::endAll()
{
    const auto listens = std::exchange(m_listens, {});
    for (const Listen &listen : listens) {
        Mcp::JsonObjectWriter result;
        result.add(u"_meta", metaOf(listen.request.id));
        m_responder.sendResult(listen.request, result.toRawJson());
    }
    watchClock();
}

void SubscriptionSet::watchClock()
{
    const QString clock = LiveState::clockUri;
    m_live->setClockWatched(
            m_uris.contains(clock)
            || std::any_of(m_listens.cbegin(), m_listens.cend(),
                           [&](const Listen &listen) { return listen.uris.contains(clock); }));
}

void SubscriptionSet::tell(const Listen &listen, QStringView method,
                           const Mcp::RawJson &members) const
{
    Mcp::JsonObjectWriter params;
    params.add(u"_meta", metaOf(listen.request.id)).addMembers(members);
    m_responder.notify(method, params.toRawJson());
}

void SubscriptionSet::tellUpdate(const QString &uri)
{
    constexpr auto method = u"notifications/resources/updated";
    const Mcp::RawJson params = Mcp::JsonObjectWriter().add(u"uri", uri).toRawJson();
    if (m_uris.contains(uri))
        m_responder.notify(method, params);
    for (const Listen &listen : std::as_const(m_listens)) {
        if (listen.uris.contains(uri))
            tell(listen, method, params);
    }
}

void SubscriptionSet::tellList(ListKind kind)
{
    const QString method = u"notifications/%1/list_changed"_s.arg(LiveState::listName(kind));
    if (m_legacyIsOpen)
        m_responder.notify(method);
    for (const Listen &listen : std::as_const(m_listens)) {
        if (listen.lists.contains(kind))
            tell(listen, method);
    }
}

void SubscriptionSet::tellTask(const Task &task)
{
    for (const Listen &listen : std::as_const(m_listens)) {
        if (listen.tasks.contains(task.id()))
            tell(listen, u"notifications/tasks", task.detailed());
    }
}

} // namespace McpDemo
