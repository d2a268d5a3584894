// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tracedelegate.h"

#include "models/tracemodel.h"

#include <QtWidgets/qabstractitemview.h>

namespace McpUi {

using Tones::Tone;

namespace {

constexpr qsizetype kLongMethod = 24;

std::optional<Tone> traceTone(const QModelIndex &index)
{
    switch (index.data(TraceModel::ToneRole).toInt()) {
    case TraceModel::Muted:
        return Tone::Dim;
    case TraceModel::Warning:
        return Tone::Warning;
    case TraceModel::Bad:
        return Tone::Error;
    default:
        break;
    }
    const bool isLoud = index.column() == TraceModel::Direction
                        || index.column() == TraceModel::Method
                        || index.column() == TraceModel::Target;
    return isLoud ? std::nullopt : std::optional(Tone::Dim);
}

} // namespace

TraceDelegate::TraceDelegate(QAbstractItemView *view)
    : ToneDelegate(traceTone, view)
    , m_view(view)
{}

void TraceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    ToneDelegate::initStyleOption(option, index);
    // The end of notifications/subscriptions/acknowledged tells more than its beginning.
    if (index.column() == TraceModel::Method && option->text.size() > kLongMethod)
        option->textElideMode = Qt::ElideMiddle;
    const quint64 current = m_view->currentIndex().data(TraceModel::ConversationRole).toULongLong();
    if (current > 0 && index.data(TraceModel::ConversationRole).toULongLong() == current)
        option->backgroundBrush = Tones::background(Tone::Key, option->palette);
}

} // namespace McpUi
