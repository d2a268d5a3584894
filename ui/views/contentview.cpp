// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/contentview.h"

#include "forms/linkbutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/contentblocks.h"
#include "views/foldedblock.h"
#include "views/textpane.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ContentView::ContentView(ResultExporter *exporter, QWidget *parent)
    : QScrollArea(parent)
    , m_exporter(exporter)
{
    setObjectName(u"resultContent"_s);
    setAccessibleName(u"Content of the result"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    reset();
}

void ContentView::setBlocks(const QList<ResultDigest::Block> &blocks)
{
    reset();
    m_blocks = blocks;
    showMore();
    if (m_blocks.size() != 1)
        return;
    // A text that is all there is takes all the room.
    if (auto *pane = findChild<TextPane *>()) {
        pane->setMaximumLines(0);
        m_layout->setStretch(0, 1);
        m_layout->setStretch(m_layout->count() - 1, 0);
    }
}

void ContentView::setOnly(QWidget *widget)
{
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
    m_more = new LinkButton({}, m_page);
    m_more->setObjectName(u"moreBlocks"_s);
    m_more->setTone(Tones::Tone::Key);
    m_more->hide();
    connect(m_more, &LinkButton::clicked, this, &ContentView::showMore);
    m_layout->addWidget(m_more);
    m_layout->addStretch(1);
    setWidget(m_page); // deletes the last one
    m_blocks.clear();
    m_shown = 0;
}

void ContentView::showMore()
{
    const qsizetype end = qMin(m_blocks.size(), m_shown + kBatch);
    for (; m_shown < end; ++m_shown) {
        const ResultDigest::Block &from = m_blocks.at(m_shown);
        const int position = int(m_shown) + 1;
        QWidget *block = from.isStructured ? new FoldedBlock(from, position, m_exporter, m_page)
                                           : static_cast<QWidget *>(makeContentBlock(
                                                   from, position, m_exporter, m_page));
        m_layout->insertWidget(int(m_shown), block);
        block->show(); // now, not when the layout comes round to it
    }
    const qsizetype left = m_blocks.size() - m_shown;
    m_more->setVisible(left > 0);
    m_more->setText(u"Show more (%1 left)"_s.arg(formatCount(left, u"block"_s, u"blocks"_s)));
    m_more->setAccessibleName(m_more->text());
}

} // namespace McpUi
