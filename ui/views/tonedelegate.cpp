// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tonedelegate.h"

namespace McpUi {

using Tones::Tone;

ToneDelegate::ToneDelegate(ToneOf toneOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_toneOf(std::move(toneOf))
{}

void ToneDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (const std::optional<Tone> tone = m_toneOf(index))
        option->palette.setColor(QPalette::Text, Tones::text(*tone, option->palette));
}

} // namespace McpUi
