// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/logtable.h"

#include <QtGui/qguiapplication.h>
#include <QtWidgets/qheaderview.h>

#include <numeric>

namespace McpUi {

namespace {
constexpr int kMargin = 10;
constexpr int kFixed = 13;      ///< characters; a time needs as many
constexpr int kStretched = 10;  ///< characters of the column that takes what is left
constexpr int kNarrowest = 8;   ///< characters of a wider one, so that the stretched has its own
constexpr double kLeast = 0.55; ///< of a wider column, before that

/// Takes what is missing from all @p widths, each by its share of what it has over @p least.
/// Returns what is missing still.
int shrink(QList<int> &widths, const QList<int> &least, int missing)
{
    int spare = 0;
    for (qsizetype i = 0; i < widths.size(); ++i)
        spare += widths.at(i) - least.at(i);
    if (missing <= 0 || spare <= 0)
        return missing;
    const double share = qMin(1.0, double(missing) / spare);
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] -= int(share * (widths.at(i) - least.at(i)));
    return missing - qMin(missing, spare);
}
} // namespace

LogTable::LogTable(QWidget *parent)
    : QTreeView(parent)
{
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header(), &QHeaderView::sectionResized, this, [this] {
        m_isSetByHand = m_isSetByHand
                        || (!m_isFitting && (QGuiApplication::mouseButtons() & Qt::LeftButton)
                            && header()->underMouse());
    });
}

void LogTable::setColumnWidths(const QList<int> &characters, int stretched)
{
    m_characters = characters;
    m_stretched = stretched;
    header()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    fitColumns();
}

void LogTable::setColumnShown(int column, bool shown)
{
    setColumnHidden(column, !shown);
    fitColumns();
}

/// What is missing is taken from the wide columns, and only when those have no more to give, from
/// the one that takes what is left.
void LogTable::fitColumns()
{
    if (m_isSetByHand || m_isFitting)
        return;
    const int unit = fontMetrics().averageCharWidth();
    QList<int> widths, least, narrowest;
    for (int column = 0; column < m_characters.size(); ++column) {
        const int wanted = isColumnHidden(column) ? 0 : m_characters.at(column);
        const bool isWide = wanted > kFixed;
        const double enough = column == m_stretched ? qMin(wanted, kStretched)
                              : isWide              ? wanted * kLeast
                                                    : wanted;
        const int margin = wanted > 0 ? kMargin : 0;
        widths.append(wanted * unit + margin);
        least.append(int(enough * unit) + margin);
        narrowest.append(isWide ? qMin(least.constLast(), kNarrowest * unit + margin)
                                : least.constLast());
    }
    narrowest[m_stretched] = least.at(m_stretched);
    const int wanted = std::accumulate(widths.begin(), widths.end(), 0);
    const int missing = shrink(widths, least, wanted - viewport()->width());
    shrink(widths, narrowest, missing);
    m_isFitting = true;
    for (int column = 0; column < m_characters.size(); ++column) {
        if (isColumnHidden(column)) // what it has when it is shown
            setColumnWidth(column, m_characters.at(column) * unit + kMargin);
        else if (column != m_stretched)
            setColumnWidth(column, widths.at(column));
    }
    m_isFitting = false;
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTreeView::resizeEvent(event);
}

} // namespace McpUi
