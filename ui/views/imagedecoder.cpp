// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imagedecoder.h"

#include <QtCore/qbuffer.h>
#include <QtGui/qimagereader.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kMaxPixels = 50'000'000;
/// The picture formats that are drawn. Others that a plugin might read (documents, drawings that
/// refer to files) are not, whatever the server calls them.
constexpr std::array kFormats{ "png", "jpeg", "jpg", "gif", "webp", "bmp", "ico" };

bool isKnown(const QByteArray &format)
{
    return std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end();
}

} // namespace

DecodedImage decodeImage(const Mcp::Content &content)
{
    DecodedImage decoded;
    const std::optional<QByteArray> bytes = content.data();
    if (!bytes || bytes->isEmpty()) {
        decoded.problem = bytes ? u"The image is empty."_s
                                : u"The image's data is missing or is not valid base64. "
                                  "The Raw tab has what was received."_s;
        return decoded;
    }
    decoded.bytes = *bytes;
    QBuffer buffer(&decoded.bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    decoded.format = reader.format();
    if (!isKnown(decoded.format)) {
        decoded.problem = u"This is no PNG, JPEG, GIF, WebP, BMP or ICO picture, so it is not "
                          "drawn here. It can be saved."_s;
        return decoded;
    }
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > kMaxPixels) {
        decoded.problem = u"The image has %1 × %2 pixels, more than is drawn here. It can be "
                          "saved."_s.arg(size.width())
                                  .arg(size.height());
        return decoded;
    }
    decoded.image = reader.read();
    if (decoded.image.isNull())
        decoded.problem =
                u"The image cannot be read: %1. It can be saved."_s.arg(reader.errorString());
    return decoded;
}

} // namespace McpUi
