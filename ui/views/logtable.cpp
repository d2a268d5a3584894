// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/logtable.h"

#include <QtGui/qguiapplication.h>
#include <QtWidgets/qheaderview.h>

namespace McpUi {

namespace {
constexpr int kMargin = 10;
constexpr int kFixed = 13;      ///< characters; a time needs as many
constexpr double kLeast = 0.55; ///< of a wider column

/// What a column of so many characters can do without.
int spareOf(int characters) { return characters <= kFixed ? 0 : int(characters * (1 - kLeast)); }
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

/// What is missing is taken from the wide columns, each by its share of what it has over the least.
void LogTable::fitColumns()
{
    if (m_isSetByHand || m_isFitting)
        return;
    const int unit = fontMetrics().averageCharWidth();
    int wanted = 0;
    int spare = 0;
    for (int column = 0; column < m_characters.size(); ++column) {
        if (isColumnHidden(column))
            continue;
        wanted += m_characters.at(column) * unit + kMargin;
        spare += spareOf(m_characters.at(column)) * unit;
    }
    const int missing = viewport()->width() - wanted;
    const double share = spare > 0 ? qBound(-1.0, double(missing) / spare, 0.0) : 0;
    m_isFitting = true;
    for (int column = 0; column < m_characters.size(); ++column) {
        const int characters = m_characters.at(column);
        if (column != m_stretched)
            setColumnWidth(column,
                           characters * unit + kMargin + int(share * spareOf(characters) * unit));
    }
    m_isFitting = false;
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTreeView::resizeEvent(event);
}

} // namespace McpUi
