// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "icons.h"

#include "pngimage.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Icons {

namespace {

constexpr int side = 16;
constexpr quint32 colours[] = { 0x2b6cb0, 0x2f855a, 0xc05621, 0x6b46c1 };

QString dataUri(const QByteArray &bytes, QLatin1String type)
{
    return u"data:%1;base64,%2"_s.arg(type, QString::fromLatin1(bytes.toBase64()));
}

QByteArray png(quint32 colour)
{
    PngImage image(side, side);
    for (int y = 1; y < side - 1; ++y) {
        for (int x = 1; x < side - 1; ++x)
            image.setPixel(x, y, quint8(colour >> 16), quint8(colour >> 8), quint8(colour));
    }
    return image.toPng();
}

QByteArray svg(quint32 colour)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\">"
           "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"#"
           + QByteArray::number(colour, 16).rightJustified(6, '0') + "\"/></svg>";
}

Mcp::RawJson icon(const QString &source, QLatin1String type, QStringView size, QStringView theme)
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"src", source).add(u"mimeType", QString(type));
    writer.add(u"sizes", Mcp::JsonArrayWriter().add(size).toRawJson());
    if (!theme.isEmpty())
        writer.add(u"theme", theme);
    return writer.toRawJson();
}

} // namespace

Mcp::RawJson square(Colour colour)
{
    constexpr auto type = "image/png"_L1;
    const QString source = dataUri(png(colours[int(colour)]), type);
    return Mcp::JsonArrayWriter().add(icon(source, type, u"16x16", {})).toRawJson();
}

Mcp::RawJson disc(Colour colour)
{
    constexpr auto type = "image/svg+xml"_L1;
    const quint32 plain = colours[int(colour)];
    const quint32 lighter = (plain >> 1 & 0x7f7f7f) + 0x7f7f7f;
    return Mcp::JsonArrayWriter()
            .add(icon(dataUri(svg(plain), type), type, u"any", u"light"))
            .add(icon(dataUri(svg(lighter), type), type, u"any", u"dark"))
            .toRawJson();
}

} // namespace McpDemo::Icons
