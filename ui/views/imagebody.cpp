// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imagebody.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/background.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/picture.h"
#include "views/resultexporter.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

ImageBody::ImageBody(const Mcp::Content &content, ContentBlock *block, ResultExporter *exporter)
    : QWidget(block)
    , m_picture(new Picture(this))
    , m_state(new WrappedLabel(u"Decoding…"_s, this))
    , m_copy(block->addButton(u"copy"_s, u"Copy"_s, u"Copy the image"_s))
    , m_save(block->addButton(u"save"_s, u"Save…"_s, u"Save the image as it was sent"_s))
    , m_exporter(exporter)
    , m_position(block->position())
{
    setObjectName(block->name(u"image"_s));
    m_picture->setObjectName(block->name(u"picture"_s));
    m_picture->setAccessibleName(u"Image of the block"_s);
    m_picture->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(m_state);
    layout->addWidget(m_picture);
    m_state->setObjectName(block->name(u"state"_s));

    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setImage(m_decoded.image); });
    connect(m_save, &QToolButton::clicked, this, [this, mime = content.mimeType()] {
        const QString suffix = m_decoded.format.isEmpty()
                                       ? ResultExporter::suffixFor(mime)
                                       : u'.' + QString::fromLatin1(m_decoded.format);
        m_exporter->save(u"block%1%2"_s.arg(QString::number(m_position), suffix), 0,
                         [bytes = m_decoded.bytes] { return bytes; });
    });
    // Small files can hold large pictures, so size decides nothing here.
    m_decoding.start([content] { return decodeImage(content); },
                     [this](const DecodedImage &decoded) { setDecoded(decoded); });
}

ImageBody::~ImageBody() = default;

void ImageBody::setDecoded(const DecodedImage &decoded)
{
    m_decoded = decoded;
    m_copy->setEnabled(!decoded.image.isNull());
    m_save->setEnabled(!decoded.bytes.isEmpty());
    m_picture->setImage(decoded.image);
    m_picture->setVisible(!decoded.image.isNull());
    if (decoded.image.isNull()) {
        Tones::apply(m_state, Tones::Tone::Warning);
        m_state->setText(u"⚠ "_s + decoded.problem);
    } else {
        Tones::apply(m_state, Tones::Tone::Dim);
        m_state->setText(u"%1 × %2 pixels, %3"_s.arg(QString::number(decoded.image.width()),
                                                     QString::number(decoded.image.height()),
                                                     formatSize(decoded.bytes.size())));
    }
}

} // namespace McpUi
