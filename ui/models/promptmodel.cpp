// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/promptmodel.h"

#include "models/format.h"
#include "models/saysthesame.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

PromptModel::PromptModel(QObject *parent)
    : CatalogModel(parent)
{}

void PromptModel::setCatalog(Mcp::PromptCatalog *catalog)
{
    if (catalog == m_catalog)
        return;
    follow(m_catalog, catalog);
    m_catalog = catalog;
    takeList();
}

void PromptModel::takeList()
{
    const QList<Mcp::Prompt> prompts = m_catalog ? m_catalog->prompts() : QList<Mcp::Prompt>();
    if (isSameList(prompts, m_prompts))
        return;
    beginList();
    m_prompts = prompts;
    endList();
}

Mcp::CallSubject PromptModel::subjectAt(int position) const
{
    return { Mcp::CallSubject::Kind::Prompt, m_prompts.at(position).name() };
}

QString PromptModel::titleAt(int position) const
{
    const Mcp::Prompt &prompt = m_prompts.at(position);
    const QString title = prompt.title().left(shownBytes);
    return title.isEmpty() || saysTheSame(title, QStringView(prompt.name()).left(shownBytes))
                   ? QString()
                   : displayLine(title, shownName);
}

QString PromptModel::descriptionAt(int position, qsizetype bytes) const
{
    return m_prompts.at(position).raw().value("description").textStart(bytes);
}

QStringList PromptModel::badgesAt(int position) const
{
    const Mcp::Prompt &prompt = m_prompts.at(position);
    const QList<Mcp::PromptArgument> arguments = prompt.arguments();
    QStringList badges;
    if (!arguments.isEmpty())
        badges.append(formatCount(arguments.size(), u"argument"_s, u"arguments"_s));
    if (!prompt.problems().isEmpty())
        badges.append(u"breaks rules"_s);
    return badges;
}

QStringList PromptModel::problemsAt(int position) const
{
    return m_prompts.at(position).problems();
}

QString PromptModel::keyAt(int position) const
{
    const Mcp::Prompt &prompt = m_prompts.at(position);
    return prompt.name().left(searchedLength) + u'\n' + prompt.title().left(searchedLength) + u'\n'
           + descriptionAt(position, searchedLength);
}

} // namespace McpUi
