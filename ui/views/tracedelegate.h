// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/tonedelegate.h"

class QAbstractItemView;

namespace McpUi {

/// Colours the rows of a trace by what they are, and marks those of the conversation that the
/// current row is a part of: rounds, progress, polls, answers.
class TraceDelegate : public ToneDelegate
{
    Q_OBJECT

public:
    explicit TraceDelegate(QAbstractItemView *view);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QAbstractItemView *m_view;
};

} // namespace McpUi
