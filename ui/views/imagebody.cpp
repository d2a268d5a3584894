// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imagebody.h"

#include "forms/tones.h"
#include "models/background.h"
#include "models/format.h"
#include "views/contentblock.h"
#include "views/resultexporter.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kMargin = 8;

} // namespace

ImageBody::ImageBody(const Mcp::Content &content, ContentBlock *block, ResultExporter *exporter)
    : QWidget(block)
    , m_state(new QLabel(u"Decoding…"_s, this))
    , m_copy(block->addButton(u"copy"_s, u"Copy"_s, u"Copy the image"_s))
    , m_save(block->addButton(u"save"_s, u"Save…"_s, u"Save the image as it was sent"_s))
    , m_exporter(exporter)
    , m_position(block->position())
{
    setObjectName(block->name(u"image"_s));
    setAccessibleName(u"Image of the block"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 0, kMargin, kMargin);
    layout->addWidget(m_state, 0, Qt::AlignTop);
    m_state->setObjectName(block->name(u"state"_s));
    m_state->setWordWrap(true);

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
    connect(&m_decoding, &QFutureWatcherBase::finished, this, [this] {
        if (m_decoding.future().resultCount() > 0)
            setDecoded(m_decoding.result());
    });
    // Small files can hold large pictures, so size decides nothing here.
    m_decoding.setFuture(runInBackground<DecodedImage>([content] { return decodeImage(content); }));
}

ImageBody::~ImageBody() { m_decoding.cancel(); }

void ImageBody::setDecoded(const DecodedImage &decoded)
{
    m_decoded = decoded;
    m_copy->setEnabled(!decoded.image.isNull());
    m_save->setEnabled(!decoded.bytes.isEmpty());
    m_pixmap = QPixmap::fromImage(decoded.image);
    if (decoded.image.isNull()) {
        Tones::apply(m_state, Tones::Tone::Warning);
        m_state->setText(u"⚠ "_s + decoded.problem);
    } else {
        Tones::apply(m_state, Tones::Tone::Dim);
        m_state->setText(u"%1 × %2 pixels, %3"_s.arg(QString::number(decoded.image.width()),
                                                     QString::number(decoded.image.height()),
                                                     formatSize(decoded.bytes.size())));
    }
    updateGeometry();
    update();
}

QSize ImageBody::shownSize(int width) const
{
    const QSize natural = m_pixmap.size();
    const int room = qMax(1, width - 2 * kMargin);
    if (natural.width() <= room)
        return natural;
    return { room, qMax(1, int(qint64(natural.height()) * room / natural.width())) };
}

int ImageBody::heightForWidth(int width) const
{
    const int text = layout()->totalHeightForWidth(width);
    return m_pixmap.isNull() ? text : text + shownSize(width).height() + kMargin;
}

QSize ImageBody::sizeHint() const { return { 200, heightForWidth(qMax(width(), 200)) }; }

void ImageBody::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void ImageBody::paintEvent(QPaintEvent *)
{
    if (m_pixmap.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area({ kMargin, m_state->geometry().bottom() + kMargin }, shownSize(width()));
    painter.drawPixmap(area, m_pixmap);
    // A line around it, or a white picture on white has no end.
    painter.setPen(Tones::line(palette()));
    painter.drawRect(area.adjusted(-1, -1, 0, 0));
}

} // namespace McpUi
