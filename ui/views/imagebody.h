// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/mediatype.h"
#include "views/blockbody.h"
#include "views/blockcontext.h"
#include "views/imagedecoder.h"

#include <QtCore/qbuffer.h>
#include <QtCore/qtimer.h>

class QBoxLayout;
class QLabel;
class QMovie;
class QToolButton;

namespace McpUi {

class ContentBlock;
class ImageView;
class ResultExporter;

/*!
 * The picture of an image block with its size and the buttons to zoom it; copy, save and open stand
 * in the block's first line. Decoded when it comes in sight, off the GUI thread, and of a large one
 * only a small picture is kept while it is out of sight; what cannot be drawn is said instead.
 */
class ImageBody : public BlockBody
{
    Q_OBJECT

public:
    ImageBody(const Mcp::Content &content, const QString &mimeType, ContentBlock *block,
              const BlockContext &context);
    ~ImageBody() override;

    void setFilling(bool filling) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addButtons(const MediaType &declared);
    void addZoom(QBoxLayout *bar);
    QToolButton *addZoomButton(QBoxLayout *bar, const QString &name, const QString &text,
                               const QString &description);
    void setDecoded(const DecodedImage &decoded);
    void dropUnseen();
    void restoreDetail(const DecodedImage &decoded);
    void addMovie();
    void toggleMovie();
    void updatePlay();
    void updateZoom();

    Mcp::Content m_content;
    BackgroundJob<DecodedImage> m_decoding{ renderingPool() };
    DecodedImage m_decoded;
    ContentBlock *m_block;
    ResultExporter *m_exporter;
    MediaType m_type; ///< by its content
    ImageView *m_view;
    QLabel *m_state;
    QWidget *m_zoom;
    QToolButton *m_play = nullptr;
    QToolButton *m_fit = nullptr;
    QToolButton *m_natural = nullptr;
    QLabel *m_percent;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_open = nullptr;
    bool m_detailed = false; ///< all pixels are there, or on their way
    QTimer m_dropTimer;
    QBuffer m_bytes; ///< what the movie reads
    QMovie *m_movie = nullptr;
    bool m_playing = true; ///< wanted; it pauses while nobody sees it
};

} // namespace McpUi
