// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"

#include <QtGui/qimage.h>

namespace McpUi {

/// What became of the data of an image block.
struct DecodedImage
{
    QImage image;      ///< null when it cannot be shown
    QByteArray bytes;  ///< as sent, base64 undone; empty when that was not possible
    QByteArray format; ///< by its content: "png"
    QString problem;   ///< why there is no image, a sentence
};

/// Reads an image from memory, with limits on size and formats, because a server made it. Runs in
/// any thread.
[[nodiscard]] DecodedImage decodeImage(const Mcp::Content &content);

} // namespace McpUi
