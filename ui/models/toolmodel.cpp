// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/toolmodel.h"

#include "models/format.h"
#include "models/saysthesame.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ToolModel::ToolModel(QObject *parent)
    : CatalogModel(parent)
{}

void ToolModel::setCatalog(Mcp::ToolCatalog *catalog)
{
    if (catalog == m_catalog)
        return;
    follow(m_catalog, catalog);
    m_catalog = catalog;
    takeList();
}

void ToolModel::takeList() { setTools(m_catalog ? m_catalog->tools() : QList<Mcp::Tool>()); }

void ToolModel::setTools(const QList<Mcp::Tool> &tools)
{
    if (isSameList(tools, m_tools))
        return;
    beginList();
    m_tools = tools;
    endList();
}

Mcp::CallSubject ToolModel::subjectAt(int position) const { return m_tools.at(position).name(); }

QString ToolModel::titleAt(int position) const
{
    const Mcp::Tool &tool = m_tools.at(position);
    const QString title = tool.displayNameBeginning(shownBytes);
    return saysTheSame(title, QStringView(tool.name()).left(shownBytes))
                   ? QString()
                   : displayLine(title, shownName);
}

QString ToolModel::descriptionAt(int position, qsizetype bytes) const
{
    return m_tools.at(position).descriptionBeginning(bytes);
}

QStringList ToolModel::badgesAt(int position) const { return badges(m_tools.at(position)); }

QStringList ToolModel::problemsAt(int position) const { return m_tools.at(position).problems(); }

QString ToolModel::keyAt(int position) const
{
    const Mcp::Tool &tool = m_tools.at(position);
    return tool.name().left(searchedLength) + u'\n' + tool.displayNameBeginning(searchedLength)
           + u'\n' + tool.descriptionBeginning(searchedLength);
}

QStringList ToolModel::badges(const Mcp::Tool &tool)
{
    QStringList list;
    if (tool.hasHint("readOnlyHint") && tool.isReadOnly())
        list += u"read-only"_s;
    if (tool.hasHint("destructiveHint") && tool.isDestructive() && !tool.isReadOnly())
        list += u"destructive"_s;
    if (tool.hasHint("idempotentHint") && tool.isIdempotent() && !tool.isReadOnly())
        list += u"idempotent"_s;
    if (tool.hasHint("openWorldHint") && tool.isOpenWorld())
        list += u"open world"_s;
    if (tool.taskSupport() == Mcp::Tool::TaskSupport::Required)
        list += u"task"_s;
    else if (tool.taskSupport() == Mcp::Tool::TaskSupport::Optional)
        list += u"can be a task"_s;
    if (tool.inputSchema().isAbsent())
        list += u"no schema"_s;
    else if (!tool.problems().isEmpty())
        list += u"breaks rules"_s;
    return list;
}

} // namespace McpUi
