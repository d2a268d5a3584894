// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/loglinedelegate.h"

#include "forms/tones.h"
#include "models/stderrmodel.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
constexpr int margin = 6;

int timeWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u"00:00:00.000  "_s);
}
} // namespace

LogLineDelegate::LogLineDelegate(StderrModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

void LogLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.widget && option.widget->hasFocus();
    const QColor text = option.palette.color(focused ? QPalette::Active : QPalette::Inactive,
                                             selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setFont(option.font);
    QRect rect = option.rect.adjusted(margin, 0, 0, 0);
    painter->setPen(selected ? text : Tones::text(Tone::Dim, option.palette));
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                      index.data(StderrModel::TimeRole).toString());
    rect.setLeft(rect.left() + timeWidth(option.fontMetrics));
    painter->setPen(text);
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                      index.data(Qt::DisplayRole).toString());
}

QSize LogLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    const int text = metrics.horizontalAdvance(u'M') * m_model->longestLine();
    return { 2 * margin + timeWidth(metrics) + text, metrics.lineSpacing() + 1 };
}

} // namespace McpUi
