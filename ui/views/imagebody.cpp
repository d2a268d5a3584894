// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imagebody.h"

#include "forms/modebutton.h"
#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "models/mediatype.h"
#include "views/contentblock.h"
#include "views/imageview.h"
#include "views/openbutton.h"
#include "views/resultexporter.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qmovie.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kKeptPixels = 1'000'000; ///< larger pictures go while nobody sees them
constexpr int kDropMs = 2000;

MediaType typeOf(const QByteArray &format)
{
    if (format == "svg")
        return MediaType::of(u"image/svg+xml"_s);
    if (format == "ico")
        return MediaType::of(u"image/x-icon"_s);
    return MediaType::of(u"image/"_s + QString::fromLatin1(format));
}

} // namespace

ImageBody::ImageBody(const Mcp::Content &content, const QString &mimeType, ContentBlock *block,
                     const BlockContext &context)
    : BlockBody(block)
    , m_content(content)
    , m_block(block)
    , m_exporter(context.exporter)
    , m_view(new ImageView(this))
    , m_state(new WrappedLabel(u"Decoding…"_s, this))
    , m_zoom(new QWidget(this))
    , m_percent(new QLabel(m_zoom))
{
    setObjectName(block->name(u"image"_s));
    m_view->setObjectName(block->name(u"picture"_s));
    m_view->setAccessibleName(u"Image of the block"_s);
    m_view->hide();
    m_zoom->hide();
    m_state->setObjectName(block->name(u"state"_s));
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft); // where no picture takes the room
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins({});
    bar->addWidget(m_state, 1);
    bar->addWidget(m_zoom, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    auto *zoom = new QHBoxLayout(m_zoom);
    zoom->setContentsMargins({});
    zoom->setSpacing(2);
    addZoom(zoom);
    addButtons(MediaType::of(mimeType));
    // As it is seen: the first line, the line below, the picture.
    QWidget *before = m_open;
    for (QAbstractButton *button : m_zoom->findChildren<QAbstractButton *>()) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_view);
    m_dropTimer.setInterval(kDropMs);
    connect(&m_dropTimer, &QTimer::timeout, this, &ImageBody::dropUnseen);
}

ImageBody::~ImageBody() = default;

void ImageBody::addButtons(const MediaType &declared)
{
    m_type = declared;
    m_copy = m_block->addButton(u"copy"_s, u"Copy"_s, u"Copy the image"_s, u"copy"_s);
    m_save = m_block->addButton(u"save"_s, u"Save…"_s, u"Save the image as it was sent"_s,
                                u"save"_s);
    m_open = addOpenButton(m_block);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setImage(m_decoded.image()); });
    connect(m_save, &QToolButton::clicked, this, [this] {
        m_exporter->save(m_block->fileName(m_type), 0, [bytes = m_decoded.bytes] { return bytes; });
    });
}

QToolButton *ImageBody::addZoomButton(QBoxLayout *bar, const QString &name, const QString &text,
                                      const QString &description)
{
    auto *button = new ModeButton(text, m_zoom);
    button->setCheckable(false);
    button->setObjectName(m_block->name(name));
    button->setToolTip(description);
    button->setAccessibleName(description);
    bar->addWidget(button);
    return button;
}

void ImageBody::addZoom(QBoxLayout *bar)
{
    m_play = addZoomButton(bar, u"play"_s, u"Pause"_s, u"Pause the animation"_s);
    m_play->hide();
    m_fit = addZoomButton(bar, u"fit"_s, u"Fit"_s, u"All of the image in sight (Ctrl+0)"_s);
    m_natural = addZoomButton(bar, u"natural"_s, u"1:1"_s,
                              u"A pixel of the screen for each of the image"_s);
    m_fit->setCheckable(true);
    m_natural->setCheckable(true);
    QToolButton *out = addZoomButton(bar, u"zoomOut"_s, u"−"_s, u"Smaller (Ctrl+-)"_s);
    m_percent->setObjectName(m_block->name(u"percent"_s));
    m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(u"3200 %"_s));
    m_percent->setAlignment(Qt::AlignCenter);
    bar->addWidget(m_percent);
    QToolButton *in = addZoomButton(bar, u"zoomIn"_s, u"+"_s, u"Larger (Ctrl++)"_s);
    connect(m_fit, &QToolButton::clicked, m_view, &ImageView::fit);
    connect(m_natural, &QToolButton::clicked, m_view, [this] { m_view->zoomTo(1); });
    connect(out, &QToolButton::clicked, m_view, &ImageView::zoomOut);
    connect(in, &QToolButton::clicked, m_view, &ImageView::zoomIn);
    connect(m_view, &ImageView::scaleChanged, this, &ImageBody::updateZoom);
}

void ImageBody::updateZoom()
{
    m_percent->setText(u"%1 %"_s.arg(qMax(1, qRound(m_view->scale() * 100))));
    m_fit->setChecked(m_view->isFitting());
    m_natural->setChecked(!m_view->isFitting() && qFuzzyCompare(m_view->scale(), 1.0));
}

/// Small files can hold large pictures, so it is decoded when somebody sees it, in another thread.
void ImageBody::paintEvent(QPaintEvent *event)
{
    BlockBody::paintEvent(event);
    if (std::exchange(m_detailed, true))
        return;
    m_decoding.start([content = m_content] { return decodeImage(content); },
                     [this](const DecodedImage &decoded) {
                         if (m_decoded.bytes.isEmpty())
                             setDecoded(decoded);
                         else
                             restoreDetail(decoded);
                     });
}

/// Fifty pictures of fifty million pixels on a page must not all be in memory.
void ImageBody::dropUnseen()
{
    if (!visibleRegion().isEmpty() || m_movie)
        return;
    m_dropTimer.stop();
    m_detailed = false;
    m_copy->setEnabled(false); // until all of it is back
    m_decoded.levels = { m_decoded.levels.constLast() };
    m_view->setLevels(m_decoded.levels);
}

void ImageBody::restoreDetail(const DecodedImage &decoded)
{
    if (decoded.levels.isEmpty())
        return; // what was decoded once is always decoded, but for a lack of memory
    m_copy->setEnabled(true);
    m_decoded.levels = decoded.levels;
    m_view->setLevels(decoded.levels);
    m_dropTimer.start();
}

void ImageBody::setDecoded(const DecodedImage &decoded)
{
    m_decoded = decoded;
    const bool drawn = !decoded.levels.isEmpty();
    m_copy->setEnabled(drawn);
    m_save->setEnabled(!decoded.bytes.isEmpty());
    if (!decoded.format.isEmpty())
        m_type = typeOf(decoded.format);
    if (!decoded.bytes.isEmpty())
        offerToOpen(
                m_open, m_block, m_type, 0, [bytes = decoded.bytes] { return bytes; }, m_exporter);
    m_view->setVisible(drawn);
    m_zoom->setVisible(drawn);
    if (!drawn) {
        Tones::apply(m_state, Tones::Tone::Warning);
        m_state->setText(u"⚠ "_s + decoded.problem);
        return;
    }
    m_view->setImage(decoded.levels, decoded.size);
    Tones::apply(m_state, Tones::Tone::Dim);
    QStringList facts{ u"%1 × %2 pixels"_s.arg(QString::number(decoded.size.width()),
                                               QString::number(decoded.size.height())),
                       formatSize(decoded.bytes.size()), decoded.note };
    facts.removeAll(QString());
    m_state->setText(facts.join(u", "_s));
    if (decoded.isAnimated)
        addMovie();
    else if (qint64(decoded.size.width()) * decoded.size.height() > kKeptPixels)
        m_dropTimer.start();
}

void ImageBody::addMovie()
{
    m_bytes.setData(m_decoded.bytes);
    m_movie = new QMovie(this);
    m_movie->setDevice(&m_bytes);
    connect(m_movie, &QMovie::frameChanged, m_view,
            [this] { m_view->setLevels({ m_movie->currentImage() }); });
    connect(m_movie, &QMovie::finished, this, [this] {
        m_playing = false;
        updatePlay();
    });
    connect(m_play, &QToolButton::clicked, this, &ImageBody::toggleMovie);
    m_play->show();
    m_movie->start();
}

void ImageBody::toggleMovie()
{
    m_playing = !m_playing;
    if (m_playing && m_movie->state() == QMovie::NotRunning)
        m_movie->start();
    else
        m_movie->setPaused(!m_playing);
    updatePlay();
}

void ImageBody::updatePlay()
{
    m_play->setText(m_playing ? u"Pause"_s : u"Play"_s);
    m_play->setAccessibleName(m_playing ? u"Pause the animation"_s : u"Play the animation"_s);
    m_play->setToolTip(m_play->accessibleName());
}

void ImageBody::setFilling(bool filling) { m_view->setFilling(filling); }

/// Nobody looks at it, so it costs nothing; the button's choice stays.
void ImageBody::hideEvent(QHideEvent *event)
{
    BlockBody::hideEvent(event);
    if (m_movie && m_playing)
        m_movie->setPaused(true);
}

void ImageBody::showEvent(QShowEvent *event)
{
    BlockBody::showEvent(event);
    if (m_movie && m_playing)
        m_movie->setPaused(false);
}

} // namespace McpUi
