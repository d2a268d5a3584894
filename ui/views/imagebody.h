// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "views/imagedecoder.h"

#include <QtWidgets/qwidget.h>

class QLabel;
class QToolButton;

namespace McpUi {

class ContentBlock;
class Picture;
class ResultExporter;

/*!
 * The picture of an image block, with buttons to copy and save it in the frame's first line.
 * Decoded off the GUI thread when large; what cannot be drawn is said instead.
 */
class ImageBody : public QWidget
{
    Q_OBJECT

public:
    ImageBody(const Mcp::Content &content, ContentBlock *block, ResultExporter *exporter);
    ~ImageBody() override;

private:
    void setDecoded(const DecodedImage &decoded);

    BackgroundJob<DecodedImage> m_decoding;
    DecodedImage m_decoded;
    Picture *m_picture;
    QLabel *m_state;
    QToolButton *m_copy;
    QToolButton *m_save;
    ResultExporter *m_exporter;
    int m_position;
};

} // namespace McpUi
