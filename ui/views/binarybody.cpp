// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/binarybody.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/background.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/resultexporter.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

BinaryBody::BinaryBody(const Mcp::Content &content, ContentBlock *block, ResultExporter *exporter)
    : QWidget(block)
    , m_state(new WrappedLabel(u"Decoding…"_s, this))
    , m_save(block->addButton(u"save"_s, u"Save…"_s, u"Save the decoded bytes to a file"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 6);
    m_state->setObjectName(block->name(u"state"_s));
    layout->addWidget(m_state);

    m_save->setEnabled(false);
    const QString part = u"block%1%2"_s.arg(QString::number(block->position()),
                                            ResultExporter::suffixFor(content.mimeType()));
    connect(m_save, &QToolButton::clicked, this, [this, exporter, part] {
        exporter->save(part, 0, [bytes = m_bytes] { return bytes; });
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
}

} // namespace McpUi
