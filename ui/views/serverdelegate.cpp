// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/serverdelegate.h"

#include "models/format.h"
#include "models/servermodel.h"
#include "server/server.h"
#include "views/rowpainter.h"

#include <QtGui/qpainter.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

namespace {

using State = Mcp::Server::State;
constexpr int markWidth = 18;

Tone stateTone(State state)
{
    switch (state) {
    case State::Ready:
        return Tone::Success;
    case State::Starting:
    case State::Running:
    case State::Stopping:
        return Tone::Key;
    case State::Failed:
        return Tone::Error;
    case State::Stopped:
        break;
    }
    return Tone::Dim;
}

// Full: ready; half: on the way; ring: stopped; cross: failed.
void paintMark(QPainter *painter, const QRectF &mark, State state, const QColor &color)
{
    painter->setPen(QPen(color, 1.6));
    painter->setBrush(Qt::NoBrush);
    switch (state) {
    case State::Ready:
        painter->setBrush(color);
        painter->drawEllipse(mark);
        break;
    case State::Starting:
    case State::Running:
    case State::Stopping:
        painter->drawEllipse(mark);
        painter->setBrush(color);
        painter->drawPie(mark, 90 * 16, 180 * 16);
        break;
    case State::Failed: {
        const QRectF cross = mark.adjusted(0.8, 0.8, -0.8, -0.8);
        painter->setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(cross.topLeft(), cross.bottomRight());
        painter->drawLine(cross.topRight(), cross.bottomLeft());
        break;
    }
    case State::Stopped:
        painter->drawEllipse(mark);
        break;
    }
}

} // namespace

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const auto state = State(index.data(ServerModel::StateRole).toInt());
    QRect first = row.line(0);
    QRect second = row.line(1);
    const QRectF mark(first.left(), first.center().y() - 4, 9, 9);
    paintMark(painter, mark, state, row.color(stateTone(state)));
    first.setLeft(first.left() + markWidth);
    second.setLeft(second.left() + markWidth);

    const int tools = index.data(ServerModel::ToolCountRole).toInt();
    if (tools >= 0) {
        const QString count = formatCount(tools, u"tool"_s, u"tools"_s);
        const int width = QFontMetrics(option.font).horizontalAdvance(count);
        row.text({ first.right() - width + 1, first.top(), width + 1, first.height() }, count,
                 row.color(Tone::Dim));
        first.setRight(first.right() - width - 8);
    }
    row.text(first, index.data(ServerModel::NameRole).toString(), row.textColor(), true);

    const qsizetype warnings = index.data(ServerModel::WarningsRole).toStringList().size();
    QStringList badges;
    if (const int questions = index.data(ServerModel::QuestionsRole).toInt(); questions > 0)
        badges += u"? %1"_s.arg(questions);
    if (warnings > 0)
        badges += u"⚠ %1"_s.arg(warnings);
    if (index.data(ServerModel::AdHocRole).toBool())
        badges += u"this run only"_s;
    if (const QString automatic = index.data(ServerModel::ResponderRole).toString();
        !automatic.isEmpty())
        badges += automatic;
    const int used = row.pills(second, badges, [](const QString &text) {
        if (text.startsWith(u'?'))
            return Tone::Key;
        return text.startsWith(u'⚠') ? Tone::Warning : Tone::Dim;
    });
    second.setRight(second.right() - used);
    row.text(second, index.data(ServerModel::DetailRole).toString(),
             row.color(state == State::Failed ? Tone::Error : Tone::Dim));
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return RowPainter::sizeHint(option);
}

} // namespace McpUi
