// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/foldedblock.h"

#include "forms/linkbutton.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/contentblocks.h"

#include <QtWidgets/qboxlayout.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

FoldedBlock::FoldedBlock(const ResultDigest::Block &block, const QString &number,
                         const BlockContext &context, QWidget *parent)
    : QWidget(parent)
    , m_block(block)
    , m_number(number)
    , m_context(context)
    , m_line(new LinkButton({}, this))
{
    setObjectName(u"block%1.folded"_s.arg(number));
    m_line->setObjectName(u"block%1.unfold"_s.arg(number));
    m_line->setTone(Tones::Tone::Dim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line);
    connect(m_line, &LinkButton::clicked, this, [this] { setOpen(!m_body || m_body->isHidden()); });
    setOpen(false);
}

void FoldedBlock::setOpen(bool open)
{
    if (open && !m_body) {
        m_body = makeContentBlock(m_block, m_number, m_context, this);
        layout()->addWidget(m_body);
    }
    if (m_body)
        m_body->setVisible(open);
    const QString text = u"Text: the same JSON as the structured content · %1"_s.arg(
            formatSize(m_block.text.size()));
    m_line->setText((open ? u"▾ "_s : u"▸ "_s) + text);
    m_line->setAccessibleName(text);
}

} // namespace McpUi
