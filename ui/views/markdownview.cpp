// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/markdownview.h"

#include "views/wheelguard.h"

#include <QtGui/qabstracttextdocumentlayout.h>
#include <QtGui/qevent.h>
#include <QtGui/qtextobject.h>

namespace McpUi {

namespace {

constexpr int kMaxLines = 24;

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
    , m_wheel(new WheelGuard(this))
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setUndoRedoEnabled(false);
    setFixedHeight(fontMetrics().lineSpacing());
}

MarkdownView::~MarkdownView()
{
    setDocument(nullptr); // before the one it shows is gone
}

void MarkdownView::show(const std::shared_ptr<QTextDocument> &document)
{
    setDocument(document.get());
    m_document = document;
    fit();
}

bool MarkdownView::hasLinks() const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QList<QTextLayout::FormatRange> formats = block.textFormats();
        for (const QTextLayout::FormatRange &range : formats) {
            if (range.format.isAnchor())
                return true;
        }
    }
    return false;
}

void MarkdownView::setFilling(bool filling)
{
    m_filling = filling;
    m_wheel->setFilling(filling);
    fit();
}

QVariant MarkdownView::loadResource(int, const QUrl &) { return {}; }

QSize MarkdownView::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 40, 8 * fontMetrics().lineSpacing() };
}

QSize MarkdownView::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 10, fontMetrics().lineSpacing() };
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    if (!m_document)
        emit documentWanted();
    QTextBrowser::paintEvent(event);
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

/// Qt would enlarge the letters of this view alone, and what it shows would not fit any more.
void MarkdownView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        event->ignore();
    else
        QTextBrowser::wheelEvent(event);
}

void MarkdownView::fit()
{
    if (m_filling) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        setMinimumHeight(4 * fontMetrics().lineSpacing());
        setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    // Lays out no more than can be seen.
    const qreal limit = kMaxLines * fontMetrics().lineSpacing();
    qreal needed = 0;
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    for (QTextBlock block = document()->begin(); block.isValid() && needed <= limit;
         block = block.next())
        needed = qMax(needed, layout->blockBoundingRect(block).bottom());
    needed += document()->documentMargin();
    setVerticalScrollBarPolicy(needed <= limit ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn);
    setFixedHeight(qCeil(qMin(needed, limit)) + 1);
}

} // namespace McpUi
