// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/diffdelegate.h"

#include "forms/tones.h"
#include "models/diffmodel.h"

namespace McpUi {

namespace {

Tones::Tone tone(JsonDifference::Kind kind)
{
    switch (kind) {
    case JsonDifference::Kind::Changed:
        return Tones::Tone::Warning;
    case JsonDifference::Kind::Added:
        return Tones::Tone::Success;
    case JsonDifference::Kind::Removed:
        return Tones::Tone::Error;
    case JsonDifference::Kind::Spelling:
    case JsonDifference::Kind::Order:
        break;
    }
    return Tones::Tone::Dim;
}

} // namespace

void DiffDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode =
            index.column() == DiffModel::PathColumn ? Qt::ElideMiddle : Qt::ElideRight;
    if (index.column() != DiffModel::KindColumn || option->state & QStyle::State_Selected)
        return;
    const auto kind = JsonDifference::Kind(index.data(DiffModel::KindRole).toInt());
    option->palette.setColor(QPalette::Text, Tones::text(tone(kind), option->palette));
}

} // namespace McpUi
