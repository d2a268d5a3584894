// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resourceshelf.h"

#include "errorcode.h"
#include "icons.h"
#include "livestate.h"
#include "paging.h"
#include "resources.h"
#include "templates.h"

#include <QtCore/qdatetime.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr qsizetype pageSize = 5;
constexpr qsizetype templatesPageSize = 2;
constexpr int minute = 60000;

QString extraUri(const QString &name) { return u"demo://extra/"_s + name; }

Mcp::RawJson entry(QStringView uri, QStringView name, QStringView title, QStringView description)
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"uri", uri).add(u"name", name).add(u"title", title);
    writer.add(u"description", description).add(u"mimeType", u"text/plain");
    writer.add(u"icons", Icons::disc(Icons::Colour::Violet));
    return writer.toRawJson();
}

} // namespace

void ResourceShelf::list(const Request &request) const
{
    QList<Mcp::RawJson> all = Resources::list();
    all.append(entry(QString(LiveState::counterUri), u"counter", u"A counter",
                     u"Subscribe to it, then call change-counter."));
    all.append(entry(QString(LiveState::clockUri), u"clock", u"A clock",
                     u"Subscribe to it: it changes every second."));
    const QStringList extras = m_live->extras(ListKind::Resources);
    for (const QString &name : extras)
        all.append(entry(extraUri(name), name, u"Added by change-lists",
                         u"Goes again by the same tool."));
    Paging::answer(m_responder, request, u"resources", all, pageSize);
}

void ResourceShelf::listTemplates(const Request &request) const
{
    Paging::answer(m_responder, request, u"resourceTemplates", Templates::list(),
                   templatesPageSize);
}

Mcp::RawJson ResourceShelf::liveContents(const QString &uri) const
{
    QString text;
    if (uri == LiveState::counterUri)
        text = QString::number(m_live->counter());
    else if (uri == LiveState::clockUri)
        text = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    else
        for (const QString &name : m_live->extras(ListKind::Resources))
            text = uri == extraUri(name) ? u"This is %1."_s.arg(name) : text;
    return text.isEmpty() ? Mcp::RawJson() : Resources::textContents(uri, u"text/plain", text);
}

void ResourceShelf::read(const Request &request) const
{
    const QString uri = request.params.value("uri").toString();
    QList<Mcp::RawJson> contents{ Resources::contents(uri) };
    const Mcp::RawJson live = liveContents(uri);
    if (!live.isAbsent())
        contents = { live };
    else if (contents.first().isAbsent())
        contents = Templates::read(uri);
    if (contents.isEmpty()) {
        m_responder.sendError(
                request, { request.modern ? ErrorCode::invalidParams : ErrorCode::resourceNotFound,
                           u"No resource has the URI \"%1\""_s.arg(uri),
                           Mcp::JsonObjectWriter().add(u"uri", uri).toRawJson() });
        return;
    }
    Mcp::JsonArrayWriter array;
    for (const Mcp::RawJson &one : std::as_const(contents))
        array.add(one);
    const Mcp::RawJson result =
            Mcp::JsonObjectWriter().add(u"contents", array.toRawJson()).toRawJson();
    if (live.isAbsent())
        m_responder.sendCacheable(request, result, minute);
    else
        m_responder.sendCacheable(request, result, 0, CacheScope::Private);
}

} // namespace McpDemo
