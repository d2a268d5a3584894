// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/toolmodel.h"

#include "models/format.h"

#include <QtCore/qelapsedtimer.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr int keyBudgetMs = 5;
constexpr qsizetype keysAtOnce = 1000; // some 5 ms, of long ones
/// Bytes of a text of which a line is shown, and which are looked at for that.
constexpr qsizetype shownBytes = 4096;
constexpr qsizetype shownName = 300; ///< characters
constexpr qsizetype keptBadges = 1000;

QString keyOf(const Mcp::Tool &tool)
{
    const QString key = tool.name().left(ToolModel::searchedLength) + u'\n'
                        + tool.displayNameBeginning(ToolModel::searchedLength) + u'\n'
                        + tool.descriptionBeginning(ToolModel::searchedLength);
    return key.toLower();
}

// "Slow job" adds nothing to slow-job or slow_job.
bool saysTheSame(QStringView title, QStringView name)
{
    const auto letters = [](QStringView text) {
        QString only;
        for (const QChar c : text) {
            if (c.isLetterOrNumber())
                only += c.toLower();
        }
        return only;
    };
    return title == name || letters(title) == letters(name);
}

QString titleOf(const Mcp::Tool &tool)
{
    const QString title = tool.displayNameBeginning(shownBytes);
    return saysTheSame(title, QStringView(tool.name()).left(shownBytes))
                   ? QString()
                   : displayLine(title, shownName);
}

} // namespace

ToolModel::ToolModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_badges(keptBadges)
{
    m_keyTimer.setInterval(0);
    connect(&m_keyTimer, &QTimer::timeout, this, &ToolModel::makeMoreKeys);
}

void ToolModel::setCatalog(Mcp::ToolCatalog *catalog)
{
    if (catalog == m_catalog)
        return;
    if (m_catalog)
        disconnect(m_catalog, nullptr, this, nullptr);
    m_catalog = catalog;
    if (m_catalog) {
        connect(m_catalog, &Mcp::ToolCatalog::changed, this, &ToolModel::takeList);
        connect(m_catalog, &QObject::destroyed, this, &ToolModel::takeList);
    }
    takeList();
}

void ToolModel::takeList() { setTools(m_catalog ? m_catalog->tools() : QList<Mcp::Tool>()); }

void ToolModel::setTools(const QList<Mcp::Tool> &tools)
{
    if (tools.constData() == m_tools.constData() && tools.size() == m_tools.size())
        return; // the catalog changed something else: loading, stale
    beginResetModel();
    m_tools = tools;
    m_keys.clear();
    m_badges.clear();
    m_duplicates.clear();
    QSet<QString> seen;
    seen.reserve(m_tools.size());
    for (const Mcp::Tool &tool : std::as_const(m_tools)) {
        if (seen.contains(tool.name()))
            m_duplicates.insert(tool.name());
        seen.insert(tool.name());
    }
    applyFilter();
    endResetModel();
    m_keyTimer.start();
}

void ToolModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    applyFilter();
    endResetModel();
}

void ToolModel::applyFilter()
{
    m_rows.clear();
    if (m_filter.isEmpty())
        return;
    makeKeys(int(m_tools.size()));
    // Every word must be somewhere, in any order: "file read" finds read_text_file.
    const QStringList words = m_filter.toLower().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_tools.size(); ++i) {
        const QString &key = m_keys[size_t(i)];
        const bool all = std::all_of(words.begin(), words.end(),
                                     [&key](const QString &word) { return key.contains(word); });
        if (all)
            m_rows.push_back(i);
    }
}

void ToolModel::makeKeys(int count)
{
    m_keys.reserve(size_t(m_tools.size()));
    while (int(m_keys.size()) < count)
        m_keys.push_back(keyOf(m_tools.at(qsizetype(m_keys.size()))));
}

bool ToolModel::isPrepared() const
{
    return m_tools.size() - qsizetype(m_keys.size()) <= keysAtOnce;
}

void ToolModel::makeMoreKeys()
{
    QElapsedTimer timer;
    timer.start();
    while (int(m_keys.size()) < m_tools.size() && timer.elapsed() < keyBudgetMs)
        makeKeys(int(m_keys.size()) + 1); // a server may have put megabytes into each
    if (int(m_keys.size()) == m_tools.size())
        m_keyTimer.stop();
}

int ToolModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_filter.isEmpty() ? int(m_tools.size()) : int(m_rows.size());
}

QVariant ToolModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int position = m_filter.isEmpty() ? index.row() : m_rows[size_t(index.row())];
    const Mcp::Tool &tool = m_tools.at(position);
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(tool.name(), shownName);
    case NameRole:
        return tool.name();
    case TitleRole:
        return titleOf(tool);
    case DescriptionRole:
        return displayLine(tool.descriptionBeginning(shownBytes), 400);
    case Qt::AccessibleTextRole:
        return (QStringList{ displayLine(tool.name(), shownName) } + badgesAt(position))
                .join(u", "_s);
    case Qt::ToolTipRole: {
        QStringList lines = { displayLine(tool.name(), shownName),
                              displayLine(tool.descriptionBeginning(2 * shownBytes), 1500) };
        for (const QString &problem : tool.problems())
            lines += u"⚠ "_s + problem;
        return formatToolTip(lines.join(u'\n'));
    }
    case ToolRole:
        return QVariant::fromValue(tool);
    case BadgesRole: {
        QStringList list = badgesAt(position);
        if (m_duplicates.contains(tool.name()))
            list += u"same name twice"_s;
        return list;
    }
    case ProblemsRole:
        return tool.problems();
    case DuplicateRole:
        return m_duplicates.contains(tool.name());
    default:
        return {};
    }
}

QString ToolModel::nameAt(int row) const { return data(index(row), NameRole).toString(); }

int ToolModel::rowOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const int position = m_filter.isEmpty() ? row : m_rows[size_t(row)];
        if (m_tools.at(position).name() == name)
            return row;
    }
    return -1;
}

QStringList ToolModel::badgesAt(int position) const
{
    if (const QStringList *known = m_badges.object(position))
        return *known;
    const QStringList list = badges(m_tools.at(position));
    m_badges.insert(position, new QStringList(list));
    return list;
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
