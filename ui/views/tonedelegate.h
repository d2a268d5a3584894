// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"

#include <QtWidgets/qstyleditemdelegate.h>

#include <functional>

namespace McpUi {

/// Colours the text of table cells: models say what a row is, never how it looks.
class ToneDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using ToneOf = std::function<std::optional<Tones::Tone>(const QModelIndex &)>;
    ToneDelegate(ToneOf toneOf, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    ToneOf m_toneOf;
};

} // namespace McpUi
