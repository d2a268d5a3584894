// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/binarybody.h"

#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/background.h"
#include "models/format.h"
#include "views/audioplayer.h"
#include "views/contentblock.h"
#include "views/hexview.h"
#include "views/openbutton.h"
#include "views/resultexporter.h"
#include "views/wheelguard.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxLines = 16;

} // namespace

BinaryBody::BinaryBody(const Mcp::Content &content, const MediaType &type, ContentBlock *block,
                       const BlockContext &context)
    : BlockBody(block)
    , m_type(type)
    , m_block(block)
    , m_exporter(context.exporter)
    , m_state(new WrappedLabel(u"Decoding…"_s, this))
    , m_save(block->addButton(u"save"_s, u"Save…"_s, u"Save the decoded bytes to a file"_s,
                              u"save"_s))
    , m_open(addOpenButton(block))
    , m_show(new ModeButton(u"Show bytes"_s, this))
    , m_layout(new QVBoxLayout(this))
{
    m_state->setObjectName(block->name(u"state"_s));
    Tones::apply(m_state, Tones::Tone::Dim);
    m_show->setObjectName(block->name(u"showBytes"_s));
    m_show->setAccessibleName(u"Show the bytes"_s);
    m_show->setAutoRaise(true);
    m_show->hide();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 4, 4);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_show);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addLayout(bar);

    m_save->setEnabled(false);
    connect(m_save, &QToolButton::clicked, this, [this] {
        m_exporter->save(m_block->fileName(m_type), 0, [bytes = m_bytes] { return bytes; });
    });
    connect(m_show, &QToolButton::toggled, this, [this](bool on) {
        if (!m_hex)
            addBytes();
        m_hex->setVisible(on);
    });
    if (content.raw().size() < kBackgroundSize) {
        setBytes(content.data());
    } else {
        m_decoding.start([content] { return content.data(); },
                         [this](const std::optional<QByteArray> &bytes) { setBytes(bytes); });
    }
}

BinaryBody::~BinaryBody() = default;

void BinaryBody::setBytes(const std::optional<QByteArray> &bytes)
{
    m_save->setEnabled(bytes.has_value());
    if (!bytes) {
        Tones::apply(m_state, Tones::Tone::Warning);
        m_state->setText(u"⚠ The data is missing or is not valid base64. "
                         "The Raw tab has what was received."_s);
        return;
    }
    m_bytes = *bytes;
    m_state->setText(u"%1 of binary data"_s.arg(formatSize(m_bytes.size())));
    if (m_bytes.isEmpty())
        return;
    offerToOpen(
            m_open, m_block, m_type, 0, [bytes = m_bytes] { return bytes; }, m_exporter);
    if (m_type.kind() == MediaType::Kind::Audio && holdsSound(m_bytes)) {
        addPlayer();
        m_show->show();
    } else {
        addBytes();
    }
}

void BinaryBody::addPlayer()
{
    if (QWidget *player = makeAudioPlayer(m_bytes, m_block->name(u"player"_s), this))
        m_layout->insertWidget(0, player);
}

void BinaryBody::addBytes()
{
    m_hex = new HexView(this);
    m_hex->setObjectName(m_block->name(u"bytes"_s));
    m_hex->setAccessibleName(u"Bytes of the block"_s);
    m_hex->setBytes(m_bytes);
    m_wheel = new WheelGuard(m_hex);
    m_layout->addWidget(m_hex, 1);
    BinaryBody::setFilling(m_filling);
}

void BinaryBody::setFilling(bool filling)
{
    m_filling = filling;
    if (!m_hex)
        return;
    m_wheel->setFilling(filling);
    if (filling) {
        m_hex->setMinimumHeight(4 * m_hex->lineHeight());
        m_hex->setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    const int lines = int(qMin(m_hex->lineCount(), kMaxLines));
    m_hex->setFixedHeight(lines * m_hex->lineHeight()
                          + m_hex->horizontalScrollBar()->sizeHint().height() + 2);
}

} // namespace McpUi
