// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callsplitter.h"

#include "json/jsonwriter.h"

#include <QtGui/qevent.h>

namespace McpUi {

namespace {

constexpr int kNarrow = 624; ///< below that the result goes under the form…
constexpr int kLow = 400;    ///< …unless there is less height than this for both

QSize least(const QWidget *widget)
{
    return widget->minimumSizeHint().expandedTo(widget->minimumSize());
}

} // namespace

CallSplitter::CallSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_byHand = sizes();
        m_handOrientation = orientation();
    });
}

Mcp::RawJson CallSplitter::place() const
{
    if (m_byHand.isEmpty())
        return {};
    Mcp::JsonArrayWriter sizes;
    for (const int size : m_byHand)
        sizes.addRaw(QByteArray::number(size));
    return Mcp::JsonObjectWriter()
            .add(u"below", m_handOrientation == Qt::Vertical)
            .add(u"sizes", sizes.toRawJson())
            .toRawJson();
}

void CallSplitter::setPlace(const Mcp::RawJson &place)
{
    QList<int> sizes;
    for (const Mcp::RawJson &size : place.value("sizes").elements())
        sizes.append(int(qBound(qint64(0), size.toInteger().value_or(0), qint64(100'000))));
    if (sizes.size() != count())
        return;
    m_byHand = sizes;
    m_handOrientation = place.value("below").toBool() ? Qt::Vertical : Qt::Horizontal;
    share();
}

QSize CallSplitter::beside() const
{
    QSize size((count() - 1) * handleWidth(), 0);
    for (int i = 0; i < count(); ++i) {
        const QSize part = least(widget(i));
        size = { size.width() + part.width(), qMax(size.height(), part.height()) };
    }
    return size;
}

QSize CallSplitter::below() const
{
    QSize size(0, (count() - 1) * handleWidth());
    for (int i = 0; i < count(); ++i) {
        const QSize part = least(widget(i));
        size = { qMax(size.width(), part.width()), size.height() + part.height() };
    }
    return size;
}

QSize CallSplitter::minimumSizeHint() const
{
    // That of a page behind another one must not keep the window high: its width is not known.
    const bool canBeBeside = !isVisible() || width() >= beside().width();
    return { below().width(), canBeBeside ? beside().height() : below().height() };
}

void CallSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // the height that is needed depends on it
}

void CallSplitter::hideEvent(QHideEvent *event)
{
    QSplitter::hideEvent(event);
    updateGeometry();
}

void CallSplitter::arrange()
{
    const bool isBeside = width() >= kNarrow || (height() < kLow && width() >= beside().width());
    const Qt::Orientation wanted = isBeside ? Qt::Horizontal : Qt::Vertical;
    if (wanted == orientation())
        return;
    setOrientation(wanted);
    share();
}

/// Above each other the form needs the room more than a result that scrolls, as long as enough of
/// that is in sight.
void CallSplitter::share()
{
    if (!m_byHand.isEmpty() && m_handOrientation == orientation())
        setSizes(m_byHand);
    else if (count() == 2)
        setSizes(orientation() == Qt::Horizontal ? QList<int>{ 450, 550 }
                 : height() < kLow               ? QList<int>{ 500, 500 }
                                                 : QList<int>{ 600, 400 });
}

} // namespace McpUi
