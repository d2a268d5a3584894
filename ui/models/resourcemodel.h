// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/catalogmodel.h"
#include "orchestrator/resourcecatalog.h"

#include <QtCore/qpointer.h>

namespace Mcp {
class Subscriptions;
}

namespace McpUi {

/*!
 * The resource templates and resources of one server in one list, templates first as they are few,
 * to be filtered by name, title, URI, MIME type and description. Badges tell which are watched and
 * which have changed since they were read.
 */
class ResourceModel : public CatalogModel
{
    Q_OBJECT

public:
    explicit ResourceModel(QObject *parent = nullptr);

    /// Null shows nothing; follows their changes.
    void setCatalogs(Mcp::ResourceCatalog *templates, Mcp::ResourceCatalog *resources,
                     Mcp::Subscriptions *subscriptions);
    int totalCount() const override { return int(m_templates.size() + m_resources.size()); }

protected:
    void takeList() override;
    Mcp::CallSubject subjectAt(int position) const override;
    QString headingAt(int position) const override;
    QString titleAt(int position) const override;
    QString descriptionAt(int position, qsizetype bytes) const override;
    QStringList badgesAt(int position) const override;
    QStringList problemsAt(int position) const override;
    QString keyAt(int position) const override;

private:
    const Mcp::Resource &at(int position) const;

    QPointer<Mcp::ResourceCatalog> m_templateCatalog;
    QPointer<Mcp::ResourceCatalog> m_resourceCatalog;
    QPointer<Mcp::Subscriptions> m_subscriptions;
    QList<Mcp::Resource> m_templates;
    QList<Mcp::Resource> m_resources;
};

} // namespace McpUi
