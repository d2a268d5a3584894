// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/catalogmodel.h"

#include "models/format.h"
#include "orchestrator/catalog.h"

#include <QtCore/qelapsedtimer.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int keyBudgetMs = 5;
constexpr qsizetype keysAtOnce = 1000; // some 5 ms, of long ones
constexpr qsizetype keptBadges = 1000;

} // namespace

CatalogModel::CatalogModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_badges(keptBadges)
{
    m_keyTimer.setInterval(0);
    connect(&m_keyTimer, &QTimer::timeout, this, &CatalogModel::makeMoreKeys);
}

void CatalogModel::follow(Mcp::Catalog *former, Mcp::Catalog *catalog)
{
    if (former)
        disconnect(former, nullptr, this, nullptr);
    if (!catalog)
        return;
    connect(catalog, &Mcp::Catalog::changed, this, &CatalogModel::takeList);
    connect(catalog, &QObject::destroyed, this, &CatalogModel::takeList);
}

QString CatalogModel::headingAt(int position) const
{
    return displayLine(subjectAt(position).name, shownName);
}

void CatalogModel::endList()
{
    m_keys.clear();
    m_badges.clear();
    m_duplicates.clear();
    const int count = totalCount();
    QSet<QString> seen;
    seen.reserve(count);
    for (int i = 0; i < count; ++i) {
        const QString name = subjectAt(i).name;
        if (seen.contains(name))
            m_duplicates.insert(name);
        seen.insert(name);
    }
    applyFilter();
    endResetModel();
    m_keyTimer.start();
}

void CatalogModel::touchBadges()
{
    m_badges.clear();
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0), index(rows - 1), { BadgesRole, Qt::AccessibleTextRole });
}

void CatalogModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    applyFilter();
    endResetModel();
}

void CatalogModel::applyFilter()
{
    m_rows.clear();
    if (m_filter.isEmpty())
        return;
    const int count = totalCount();
    makeKeys(count);
    // Every word must be somewhere, in any order: "file read" finds read_text_file.
    const QStringList words = m_filter.toLower().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < count; ++i) {
        const QString &key = m_keys[size_t(i)];
        const bool all = std::all_of(words.begin(), words.end(),
                                     [&key](const QString &word) { return key.contains(word); });
        if (all)
            m_rows.push_back(i);
    }
}

void CatalogModel::makeKeys(int count)
{
    m_keys.reserve(size_t(totalCount()));
    while (int(m_keys.size()) < count)
        m_keys.push_back(keyAt(int(m_keys.size())).toLower());
}

bool CatalogModel::isPrepared() const
{
    return totalCount() - qsizetype(m_keys.size()) <= keysAtOnce;
}

void CatalogModel::makeMoreKeys()
{
    QElapsedTimer timer;
    timer.start();
    while (int(m_keys.size()) < totalCount() && timer.elapsed() < keyBudgetMs)
        makeKeys(int(m_keys.size()) + 1); // a server may have put megabytes into each
    if (int(m_keys.size()) == totalCount())
        m_keyTimer.stop();
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_filter.isEmpty() ? totalCount() : int(m_rows.size());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int position = positionOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return headingAt(position);
    case NameRole:
        return subjectAt(position).name;
    case TitleRole:
        return titleAt(position);
    case DescriptionRole:
        return displayLine(descriptionAt(position, shownBytes), 400);
    case Qt::AccessibleTextRole:
        return (QStringList{ headingAt(position) } + shownBadges(position)).join(u", "_s);
    case Qt::ToolTipRole:
        return toolTip(position);
    case SubjectRole:
        return QVariant::fromValue(subjectAt(position));
    case BadgesRole:
        return shownBadges(position);
    case ProblemsRole:
        return problemsAt(position);
    case DuplicateRole:
        return m_duplicates.contains(subjectAt(position).name);
    default:
        return {};
    }
}

QString CatalogModel::toolTip(int position) const
{
    QStringList lines = { headingAt(position), titleAt(position),
                          displayLine(descriptionAt(position, 2 * shownBytes), 1500) };
    lines.removeAll(QString());
    const QStringList problems = problemsAt(position);
    for (const QString &problem : problems)
        lines += u"⚠ "_s + problem;
    return formatToolTip(lines.join(u'\n'));
}

QString CatalogModel::nameAt(int row) const { return data(index(row), NameRole).toString(); }

int CatalogModel::rowOf(const QString &name) const
{
    const int rows = rowCount();
    for (int row = 0; row < rows; ++row) {
        if (subjectAt(positionOf(row)).name == name)
            return row;
    }
    return -1;
}

QStringList CatalogModel::shownBadges(int position) const
{
    if (const QStringList *known = m_badges.object(position))
        return *known;
    QStringList list = badgesAt(position);
    if (m_duplicates.contains(subjectAt(position).name))
        list += u"same name twice"_s;
    m_badges.insert(position, new QStringList(list));
    return list;
}

} // namespace McpUi
