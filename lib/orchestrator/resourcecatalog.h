// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/catalog.h"
#include "protocol/resource.h"

#include <QtCore/qset.h>

namespace Mcp {

/// The resources of one server as last listed, or its templates.
class ResourceCatalog : public Catalog
{
    Q_OBJECT

public:
    ResourceCatalog(Client *client, Resource::Kind kind, QObject *parent = nullptr);

    Resource::Kind kind() const { return m_kind; }
    const QList<Resource> &resources() const { return m_list.entries; }
    /// The first one of that URI, or template, if any.
    std::optional<Resource> find(const QString &uri) const;
    RawJson definition(const QString &name) const override;

    /// Has the server told of an update of @p uri, or of what lies below it, that setRead() has not
    /// answered? (2025-11-25, server/resources: the URI told may be a sub-resource of the watched
    /// one.) Asked of the catalog of resources, not of templates.
    bool isUpdated(const QString &uri) const;
    void setRead(const QString &uri);

signals:
    /// The server told of an update of @p uri.
    void updated(const QString &uri);
    /// isUpdated() of some is another one.
    void updatesChanged();

private:
    void onUpdated(const Message &notification);
    static bool isWithin(const QString &uri, const QString &whole);

    Call *list() override;
    QStringList take(const RawJson &result, int most) override;

    Resource::Kind m_kind;
    ResourceList m_list;
    QSet<QString> m_updated; ///< the URIs told, up to maxUpdated and maxUpdatedChars
    qsizetype m_updatedChars = 0;
};

} // namespace Mcp
