// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/resourcemodel.h"

#include "client/subscriptions.h"
#include "models/format.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QList<Mcp::Resource> listOf(const Mcp::ResourceCatalog *catalog)
{
    return catalog ? catalog->resources() : QList<Mcp::Resource>();
}

} // namespace

ResourceModel::ResourceModel(QObject *parent)
    : CatalogModel(parent)
{}

void ResourceModel::setCatalogs(Mcp::ResourceCatalog *templates, Mcp::ResourceCatalog *resources,
                                Mcp::Subscriptions *subscriptions)
{
    follow(m_templateCatalog, templates);
    follow(m_resourceCatalog, resources);
    if (m_subscriptions)
        disconnect(m_subscriptions, nullptr, this, nullptr);
    m_templateCatalog = templates;
    m_resourceCatalog = resources;
    m_subscriptions = subscriptions;
    if (resources)
        connect(resources, &Mcp::ResourceCatalog::updatesChanged, this,
                &ResourceModel::touchBadges);
    if (subscriptions)
        connect(subscriptions, &Mcp::Subscriptions::changed, this, &ResourceModel::touchBadges);
    takeList();
}

void ResourceModel::takeList()
{
    const QList<Mcp::Resource> templates = listOf(m_templateCatalog);
    const QList<Mcp::Resource> resources = listOf(m_resourceCatalog);
    if (isSameList(templates, m_templates) && isSameList(resources, m_resources))
        return;
    beginList();
    m_templates = templates;
    m_resources = resources;
    endList();
}

const Mcp::Resource &ResourceModel::at(int position) const
{
    const qsizetype first = m_templates.size();
    return position < first ? m_templates.at(position) : m_resources.at(position - first);
}

Mcp::CallSubject ResourceModel::subjectAt(int position) const
{
    return { position < m_templates.size() ? Mcp::CallSubject::Kind::ResourceTemplate
                                           : Mcp::CallSubject::Kind::Resource,
             at(position).uri() };
}

QString ResourceModel::headingAt(int position) const
{
    return displayLine(at(position).displayName(), shownName);
}

QString ResourceModel::titleAt(int position) const
{
    return displayLine(at(position).uri(), shownName);
}

QString ResourceModel::descriptionAt(int position, qsizetype bytes) const
{
    return at(position).raw().value("description").textStart(bytes);
}

QStringList ResourceModel::badgesAt(int position) const
{
    const Mcp::Resource &resource = at(position);
    QStringList badges;
    if (m_resourceCatalog && m_resourceCatalog->isUpdated(resource.uri()))
        badges.append(u"changed"_s);
    if (m_subscriptions && m_subscriptions->isWatched(resource.uri()))
        badges.append(u"watched"_s);
    if (position < m_templates.size())
        badges.append(u"template"_s);
    if (!resource.problems().isEmpty())
        badges.append(u"breaks rules"_s);
    if (!resource.mimeType().isEmpty())
        badges.append(displayLine(resource.mimeType(), 40));
    if (resource.size())
        badges.append(formatSize(*resource.size()));
    return badges;
}

QStringList ResourceModel::problemsAt(int position) const { return at(position).problems(); }

QString ResourceModel::keyAt(int position) const
{
    const Mcp::Resource &resource = at(position);
    return resource.uri().left(searchedLength) + u'\n' + resource.name().left(searchedLength)
           + u'\n' + resource.title().left(searchedLength) + u'\n'
           + resource.mimeType().left(searchedLength) + u'\n'
           + (position < m_templates.size() ? u"template\n"_s : QString())
           + descriptionAt(position, searchedLength);
}

} // namespace McpUi
