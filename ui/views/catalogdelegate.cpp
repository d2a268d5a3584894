// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/catalogdelegate.h"

#include "models/catalogmodel.h"
#include "views/rowpainter.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {
Tone badgeTone(const QString &badge)
{
    if (badge == u"destructive"_s)
        return Tone::Error;
    if (badge == u"read-only"_s || badge == u"watched"_s)
        return Tone::Success;
    if (badge == u"template"_s)
        return Tone::Key;
    if (badge == u"no schema"_s || badge == u"breaks rules"_s || badge == u"same name twice"_s
        || badge == u"changed"_s)
        return Tone::Warning;
    return Tone::Dim;
}
} // namespace

void CatalogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const QString name = index.data(Qt::DisplayRole).toString();
    QRect first = row.line(0);
    // The name comes first: badges get what it leaves, but a third of the line at least.
    const int wanted = QFontMetrics(option.font).horizontalAdvance(name) + 12;
    const int forBadges = qMax(first.width() / 3, first.width() - wanted);
    const QRect badges(first.right() + 1 - forBadges, first.top(), forBadges, first.height());
    const int used =
            row.pills(badges, index.data(CatalogModel::BadgesRole).toStringList(), badgeTone);
    first.setRight(first.right() - used);
    row.text(first, name, row.textColor());

    const QString title = index.data(CatalogModel::TitleRole).toString();
    QString description = index.data(CatalogModel::DescriptionRole).toString();
    if (!title.isEmpty())
        description = description.isEmpty() ? title : title + u" — "_s + description;
    if (description.isEmpty())
        description = u"no description"_s;
    row.text(row.line(1), description, row.color(Tone::Dim));
}

QSize CatalogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return RowPainter::sizeHint(option);
}

} // namespace McpUi
