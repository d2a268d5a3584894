// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"

#include <QtCore/qlist.h>
#include <QtGui/qimage.h>

namespace McpUi {

/// What became of the data of an image block.
struct DecodedImage
{
    /// The image, then halves of it down to a small one, so that drawing it small is quick and
    /// smooth. Empty when it cannot be shown.
    QList<QImage> levels;
    QSize size;              ///< in pixels; of a drawing what it asks for
    QByteArray bytes;        ///< as sent, base64 undone; empty when that was not possible
    QByteArray format;       ///< by its content: "png"
    bool isAnimated = false; ///< small enough to be played, too
    QString note;            ///< what else there is to say
    QString problem;         ///< why there is no image, a sentence

    QImage image() const { return levels.isEmpty() ? QImage() : levels.constFirst(); }
};

/// Reads an image from memory, with limits on size and formats, because a server made it. Runs in
/// any thread.
[[nodiscard]] DecodedImage decodeImage(const Mcp::Content &content);

} // namespace McpUi
