// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/resourcecatalog.h"

#include "client/client.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Enough to see what changes; a server that tells of more is looked at anew by hand.
constexpr qsizetype maxUpdated = 1000;
constexpr qsizetype maxUpdatedChars = 1024 * 1024; ///< of all of their URIs

} // namespace

// One notification for both: a changed list of resources may mean other templates.
ResourceCatalog::ResourceCatalog(Client *client, Resource::Kind kind, QObject *parent)
    : Catalog(client, u"notifications/resources/list_changed"_s, parent)
    , m_kind(kind)
{
    if (kind == Resource::Kind::Resource)
        connect(client, &Client::notificationReceived, this, &ResourceCatalog::onUpdated);
}

void ResourceCatalog::onUpdated(const Message &notification)
{
    if (notification.method() != "notifications/resources/updated"_L1)
        return;
    const QString uri = notification.params().value("uri").toString();
    if (uri.isEmpty())
        return;
    if (m_updated.size() < maxUpdated && m_updatedChars + uri.size() <= maxUpdatedChars
        && !m_updated.contains(uri)) {
        m_updated.insert(uri);
        m_updatedChars += uri.size();
    }
    emit updated(uri);
    emit updatesChanged();
}

/// @p uri is @p whole or what a path, query or fragment adds to it.
bool ResourceCatalog::isWithin(const QString &uri, const QString &whole)
{
    if (whole.isEmpty() || !uri.startsWith(whole))
        return false;
    return uri.size() == whole.size() || whole.endsWith(u'/')
           || u"/?#"_s.contains(uri.at(whole.size()));
}

bool ResourceCatalog::isUpdated(const QString &uri) const
{
    return m_updated.contains(uri)
           || std::any_of(m_updated.begin(), m_updated.end(),
                          [&uri](const QString &told) { return isWithin(told, uri); });
}

void ResourceCatalog::setRead(const QString &uri)
{
    const qsizetype removed = m_updated.removeIf([&](const QString &told) {
        const bool isRead = isWithin(told, uri);
        m_updatedChars -= isRead ? told.size() : 0;
        return isRead;
    });
    if (removed > 0)
        emit updatesChanged();
}

std::optional<Resource> ResourceCatalog::find(const QString &uri) const
{
    for (const Resource &resource : m_list.entries) {
        if (resource.uri() == uri)
            return resource;
    }
    return std::nullopt;
}

RawJson ResourceCatalog::definition(const QString &name) const
{
    const auto found = find(name);
    return found ? found->raw() : RawJson();
}

Call *ResourceCatalog::list()
{
    return m_kind == Resource::Kind::Template ? client()->listResourceTemplates()
                                              : client()->listResources();
}

QStringList ResourceCatalog::take(const RawJson &result, int most)
{
    m_list = ResourceList::fromResult(result, m_kind, most);
    return m_list.problems;
}

} // namespace Mcp
