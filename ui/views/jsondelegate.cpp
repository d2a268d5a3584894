// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsondelegate.h"

#include "forms/tones.h"
#include "models/jsontreemodel.h"

#include <QtGui/qpainter.h>
#include <QtGui/qpainterpath.h>
#include <QtWidgets/qapplication.h>

namespace McpUi {

namespace {

Tones::Tone tone(const QModelIndex &index)
{
    using enum Mcp::JsonType;
    const auto type = Mcp::JsonType(index.data(JsonTreeModel::TypeRole).toInt());
    if (index.column() == JsonTreeModel::KeyColumn) {
        return index.data(JsonTreeModel::IsElementRole).toBool() ? Tones::Tone::Dim
                                                                 : Tones::Tone::Key;
    }
    if (index.column() == JsonTreeModel::TypeColumn || type == Object || type == Array)
        return Tones::Tone::Dim;
    return type == String    ? Tones::Tone::String
           : type == Number  ? Tones::Tone::Number
           : type == Invalid ? Tones::Tone::Dim
                             : Tones::Tone::Word;
}

JsonTreeModel::Mark mark(const QModelIndex &index)
{
    return index.column() == JsonTreeModel::KeyColumn
                   ? JsonTreeModel::Mark(index.data(JsonTreeModel::MarkRole).toInt())
                   : JsonTreeModel::Mark::None;
}

void drawSign(QPainter *painter, const QRectF &area, const QColor &colour, bool filled)
{
    const qreal side = qMin(area.width(), area.height()) - 2;
    const QRectF box(area.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    QPainterPath sign;
    sign.moveTo(box.center().x(), box.top() + side * 0.06);
    sign.lineTo(box.right(), box.bottom() - side * 0.06);
    sign.lineTo(box.left(), box.bottom() - side * 0.06);
    sign.closeSubpath();
    QPainterPath mark;
    mark.addRect(QRectF(box.center().x() - side * 0.06, box.top() + side * 0.36, side * 0.12,
                        side * 0.28));
    mark.addRect(QRectF(box.center().x() - side * 0.06, box.top() + side * 0.71, side * 0.12,
                        side * 0.11));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (filled) {
        painter->fillPath(sign.subtracted(mark), colour);
    } else {
        painter->setPen(QPen(colour, side * 0.09, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(sign);
    }
    painter->restore();
}

} // namespace

void JsonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (mark(index) != JsonTreeModel::Mark::None) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        const int side = option->fontMetrics.ascent() + 2;
        option->decorationSize = { side, side };
    }
    if (!(option->state & QStyle::State_Selected))
        option->palette.setColor(QPalette::Text, Tones::text(tone(index), option->palette));
}

void JsonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const JsonTreeModel::Mark wanted = mark(index);
    if (wanted == JsonTreeModel::Mark::None)
        return;
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QWidget *widget = filled.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &filled, widget);
    const bool selected = filled.state & QStyle::State_Selected;
    drawSign(painter, area,
             selected ? filled.palette.color(QPalette::HighlightedText)
                      : Tones::text(Tones::Tone::Warning, filled.palette),
             wanted == JsonTreeModel::Mark::Own);
}

} // namespace McpUi
