// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "samples.h"

#include "pngimage.h"

#include <QtCore/qendian.h>
#include <QtCore/qmath.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Samples {

namespace {

constexpr int sampleRate = 22050;

void paintGradient(PngImage &image, int x, int y)
{
    const int red = 255 * x / image.width();
    const int green = 255 * y / image.height();
    image.setPixel(x, y, quint8(red), quint8(green), quint8(255 - (red + green) / 2));
}

void paintCheckers(PngImage &image, int x, int y)
{
    const bool dark = (x / 16 + y / 16) % 2 == 0;
    image.setPixel(x, y, dark ? 30 : 240, dark ? 90 : 240, dark ? 160 : 240, dark ? 255 : 64);
}

void paintRings(PngImage &image, int x, int y)
{
    const double distance = std::hypot(x - image.width() / 2.0, y - image.height() / 2.0);
    const int level = int(127.5 + 127.5 * qSin(distance / 4));
    image.setPixel(x, y, quint8(level), quint8(level / 2), quint8(255 - level));
}

template <typename T>
void append(QByteArray &bytes, T number)
{
    const T little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

QByteArray picture(int width, int height, const QString &pattern)
{
    PngImage image(width, height);
    const auto paint = pattern == "checkers"_L1 ? paintCheckers
                       : pattern == "rings"_L1  ? paintRings
                                                : paintGradient;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            paint(image, x, y);
    }
    return image.toPng();
}

QByteArray tone(double frequency, double seconds)
{
    const int samples = qMax(1, int(seconds * sampleRate));
    const double fade = qMin(samples / 2.0, sampleRate / 50.0); // 20 ms, against clicks
    QByteArray data;
    data.reserve(44 + samples * 2);
    data += "RIFF";
    append(data, quint32(36 + samples * 2));
    data += "WAVEfmt ";
    append(data, quint32(16)); // size of the format that follows
    append(data, quint16(1));  // plain samples
    append(data, quint16(1));  // one channel
    append(data, quint32(sampleRate));
    append(data, quint32(sampleRate * 2)); // bytes a second
    append(data, quint16(2));              // bytes a sample
    append(data, quint16(16));             // bits a sample
    data += "data";
    append(data, quint32(samples * 2));
    for (int i = 0; i < samples; ++i) {
        const double loudness = qMin(1.0, qMin(i, samples - i) / fade);
        append(data, qint16(12000 * loudness * qSin(2 * M_PI * frequency * i / sampleRate)));
    }
    return data;
}

} // namespace McpDemo::Samples
