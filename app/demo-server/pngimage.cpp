// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "pngimage.h"

#include <QtCore/qendian.h>

namespace McpDemo {

namespace {

/// CRC-32 as PNG wants it, bit by bit: pictures here are small.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc32(type + data));
}

} // namespace

PngImage::PngImage(int width, int height)
    : m_width(width)
    , m_height(height)
    , m_rows(qsizetype(height) * (qsizetype(width) * 4 + 1), '\0')
{}

void PngImage::setPixel(int x, int y, quint8 red, quint8 green, quint8 blue, quint8 alpha)
{
    char *pixel =
            m_rows.data() + qsizetype(y) * (qsizetype(m_width) * 4 + 1) + 1 + qsizetype(x) * 4;
    pixel[0] = char(red);
    pixel[1] = char(green);
    pixel[2] = char(blue);
    pixel[3] = char(alpha);
}

QByteArray PngImage::toPng() const
{
    // 8 bits a channel, RGBA, no interlacing
    const QByteArray header = bigEndian(quint32(m_width)) + bigEndian(quint32(m_height))
                              + QByteArray::fromHex("0806000000");
    // qCompress() writes a zlib stream behind four bytes of its own.
    const QByteArray pixels = qCompress(m_rows).sliced(4);
    return QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", header) + chunk("IDAT", pixels)
           + chunk("IEND", {});
}

} // namespace McpDemo
