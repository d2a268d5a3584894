// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imagedecoder.h"

#include "models/format.h"
#include "views/svgcleaner.h"

#include <QtCore/qbuffer.h>
#include <QtGui/qimagereader.h>
#include <QtGui/qpainter.h>
#include <QtSvg/qsvgrenderer.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kMaxPixels = 50'000'000;
constexpr qint64 kPixelBytes = 4; ///< of the usual depth; fewer pixels of a greater one are drawn
/// Larger animations would be felt: Qt decodes each frame in the GUI thread.
constexpr qint64 kMaxAnimatedPixels = 1'000'000;
constexpr qsizetype kMaxSvgBytes = 4 * 1024 * 1024;
constexpr qreal kMaxFilled = 2e10; ///< pixels of all parts of a drawing: several seconds
constexpr int kSmallest = 256;     ///< longer side of the last level
/// The picture formats that are drawn. Others that a plugin might read (documents, drawings that
/// refer to files) are not, whatever the server calls them.
constexpr std::array kFormats{ "png", "jpeg", "jpg", "gif", "webp", "bmp", "ico" };

bool isKnown(const QByteArray &format)
{
    return std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end();
}

bool isWebp(const QByteArray &bytes)
{
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP";
}

bool isSvg(const QByteArray &bytes)
{
    const QByteArray beginning = bytes.first(qMin<qsizetype>(bytes.size(), 4096));
    return beginning.contains("<svg") || beginning.contains(":svg");
}

/// Halves by averaging, each from the last.
void makeLevels(DecodedImage &decoded, QImage image)
{
    // What the screen is painted in, so that painting converts nothing.
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                            : QImage::Format_RGB32);
    decoded.levels = { image };
    while (qMax(image.width(), image.height()) > kSmallest) {
        image = image.scaled(qMax(1, image.width() / 2), qMax(1, image.height() / 2),
                             Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        decoded.levels.append(image);
    }
}

/// Qt's own limit on what a picture may take, 128 MiB, is less than the pixels allowed here.
void raiseAllocationLimit()
{
    static const bool raised = [] {
        QImageReader::setAllocationLimit(int(kMaxPixels * kPixelBytes / (1024 * 1024)) + 1);
        return true;
    }();
    Q_UNUSED(raised)
}

QString tooLarge(QSize size)
{
    return u"The image has %1 × %2 pixels, more than is drawn here. It can be saved."_s
            .arg(size.width())
            .arg(size.height());
}

void decodeSvg(DecodedImage &decoded)
{
    decoded.format = "svg";
    if (decoded.bytes.size() > kMaxSvgBytes) {
        decoded.problem = u"The drawing has %1, more than is drawn here. It can be saved."_s.arg(
                formatSize(decoded.bytes.size()));
        return;
    }
    const CleanSvg clean = cleanSvg(decoded.bytes);
    QSvgRenderer renderer;
    if (!clean.problem.isEmpty() || !renderer.load(clean.svg)) {
        decoded.problem =
                (clean.problem.isEmpty() ? u"The drawing cannot be read."_s : clean.problem)
                + u" It can be saved."_s;
        return;
    }
    decoded.size = renderer.defaultSize().expandedTo({ 1, 1 });
    if (qint64(decoded.size.width()) * decoded.size.height() > kMaxPixels) {
        decoded.problem = tooLarge(decoded.size);
        return;
    }
    // Small ones with pixels to spare, so that they stay sharp when they are enlarged.
    constexpr int kSharp = 1600;
    const int longer = qMax(decoded.size.width(), decoded.size.height());
    qreal factor = longer < kSharp ? qMin(8.0, qreal(kSharp) / longer) : 1;
    // Each part may fill all of it.
    const auto filled = [&] {
        return qreal(decoded.size.width()) * decoded.size.height() * factor * factor
               * qreal(clean.parts);
    };
    if (filled() > kMaxFilled)
        factor = 1;
    if (filled() > kMaxFilled) {
        decoded.problem = u"The drawing has more parts than are drawn here. It can be saved."_s;
        return;
    }
    QImage image(decoded.size * factor, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    makeLevels(decoded, image);
    decoded.note = u"drawn from SVG"_s;
}

void decodePixels(DecodedImage &decoded)
{
    raiseAllocationLimit();
    QBuffer buffer(&decoded.bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    decoded.format = reader.format();
    if (!isKnown(decoded.format)) {
        decoded.problem = isWebp(decoded.bytes)
                                  ? u"This is a WebP picture, which this installation of Qt cannot "
                                    u"draw; the package "
                                    "qt6-image-formats-plugins adds that. It can be saved."_s
                                  : u"This is no PNG, JPEG, GIF, SVG, WebP, BMP or ICO picture, so "
                                    u"it is not drawn "
                                    "here. It can be saved."_s;
        return;
    }
    const QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    const int depth = QImage::toPixelFormat(reader.imageFormat()).bitsPerPixel();
    if (size.isValid() && pixels * qMax<qint64>(1, depth / 8 / kPixelBytes) > kMaxPixels) {
        decoded.problem = tooLarge(size);
        return;
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        decoded.problem =
                u"The image cannot be read: %1. It can be saved."_s.arg(reader.errorString());
        return;
    }
    decoded.size = image.size();
    makeLevels(decoded, image);
    if (reader.supportsAnimation() && reader.imageCount() != 1 && reader.canRead()) {
        decoded.isAnimated = pixels <= kMaxAnimatedPixels;
        decoded.note =
                decoded.isAnimated ? u"animated"_s : u"animated; this is the first frame of it"_s;
    }
}

} // namespace

DecodedImage decodeImage(const Mcp::Content &content)
{
    DecodedImage decoded;
    std::optional<QByteArray> bytes = content.data();
    if (!bytes && !content.rawText().isAbsent()) // a drawing is text
        bytes = content.text().toUtf8();
    if (!bytes || bytes->isEmpty()) {
        decoded.problem = bytes ? u"The image is empty."_s
                                : u"The image's data is missing or is not valid base64. "
                                  "The Raw tab has what was received."_s;
        return decoded;
    }
    decoded.bytes = *bytes;
    if (isSvg(decoded.bytes))
        decodeSvg(decoded);
    else
        decodePixels(decoded);
    return decoded;
}

} // namespace McpUi
