// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/catalog.h"
#include "protocol/resource.h"

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

private:
    Call *list() override;
    QStringList take(const RawJson &result, int most) override;

    Resource::Kind m_kind;
    ResourceList m_list;
};

} // namespace Mcp
