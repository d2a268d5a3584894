// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentview.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "views/blockpager.h"
#include "views/contentblock.h"
#include "views/contentblocks.h"
#include "views/foldedblock.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qscrollarea.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Blocks are made for so long, then the window has its turn.
constexpr qint64 kSliceMs = 15;

} // namespace

ContentView::ContentView(const BlockContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_pager(new BlockPager(this))
{
    setObjectName(u"resultContent"_s);
    m_scroll->setObjectName(u"resultScroll"_s);
    m_scroll->setAccessibleName(u"Content of the result"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_pager);
    setFocusProxy(m_scroll);
    connect(m_pager, &BlockPager::previousRequested, this,
            [this] { showPage(m_first / kPage - 1); });
    connect(m_pager, &BlockPager::nextRequested, this, [this] { showPage(m_first / kPage + 1); });
    connect(m_pager, &BlockPager::blockRequested, this, &ContentView::showBlock);
    reset();
}

void ContentView::setBlocks(const QList<ResultDigest::Block> &blocks)
{
    m_blocks = blocks;
    showPage(0);
}

void ContentView::setOnly(QWidget *widget)
{
    m_blocks.clear();
    reset();
    m_layout->insertWidget(0, widget);
    widget->show();
}

void ContentView::setNote(const QString &sentence)
{
    auto *label = new WrappedLabel(sentence);
    label->setObjectName(u"resultNote"_s);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMargin(8);
    Tones::apply(label, Tones::Tone::Dim);
    setOnly(label);
}

void ContentView::reset()
{
    m_page = new QWidget;
    m_layout = new QVBoxLayout(m_page);
    m_layout->setContentsMargins(0, 4, 0, 4);
    m_layout->setSpacing(6);
    m_layout->addStretch(1);
    m_scroll->setWidget(m_page); // deletes the last one
    m_first = 0;
    m_made = 0;
    m_wanted = -1;
    m_pager->hide();
}

void ContentView::showBlock(qsizetype index)
{
    const qsizetype block = qBound<qsizetype>(0, index, m_blocks.size() - 1);
    if (block / kPage != m_first / kPage)
        showPage(block / kPage);
    m_wanted = block - m_first;
    addBlocks();
}

void ContentView::showPage(qsizetype page)
{
    reset();
    m_first = qBound<qsizetype>(0, page, (m_blocks.size() - 1) / kPage) * kPage;
    m_pager->setPlace(m_first, qMin<qsizetype>(kPage, m_blocks.size() - m_first), m_blocks.size());
    addBlocks();
    auto *only = m_page->findChild<ContentBlock *>();
    if (m_blocks.size() == 1 && only && only->setFilling(true)) {
        // What is all there is takes all the room.
        m_layout->setStretch(0, 1);
        m_layout->setStretch(1, 0);
    }
}

QWidget *ContentView::makeBlock(const ResultDigest::Block &from, const QString &number)
{
    if (from.isStructured)
        return new FoldedBlock(from, number, m_context, m_page);
    ContentBlock *block = makeContentBlock(from, number, m_context, m_page);
    if (!from.role.isEmpty())
        block->setRole(from.role);
    return block;
}

/// As many as the time allows, the others when the event loop comes round.
void ContentView::addBlocks()
{
    QElapsedTimer time;
    time.start();
    const qsizetype count = qMin<qsizetype>(kPage, m_blocks.size() - m_first);
    for (; m_made < count && (m_made == 0 || time.elapsed() < kSliceMs); ++m_made) {
        const qsizetype index = m_first + m_made;
        QWidget *block = makeBlock(m_blocks.at(index), QString::number(index + 1));
        m_layout->insertWidget(int(m_made), block);
        block->show(); // now, not when the layout comes round to it
    }
    if (m_made < count) {
        QTimer::singleShot(0, m_page, [this] { addBlocks(); });
    } else if (m_wanted >= 0) {
        // Behind the layout.
        QTimer::singleShot(0, m_page, [this, wanted = std::exchange(m_wanted, -1)] {
            if (QWidget *block = m_layout->itemAt(int(wanted))->widget())
                m_scroll->ensureWidgetVisible(block, 0, 0);
        });
    }
}

} // namespace McpUi
