// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qstyleditemdelegate.h>

namespace McpUi {

class StderrModel;

/// Paints a line of a StderrModel: the clock time, muted, then the text. All rows are as wide as
/// the longest line seen, so that the list can be scrolled sideways though its rows are uniform.
class LogLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LogLineDelegate(StderrModel *model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    StderrModel *m_model;
};

} // namespace McpUi
