// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "samples.h"

#include <QtCore/qmath.h>
#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Samples {

namespace {

void append16(QByteArray &bytes, int number)
{
    bytes += char(number & 0xff);
    bytes += char(number >> 8);
}

/// The pixels of one frame, in GIF's compression without compressing: codes of eight bits, cleared
/// before they would grow to nine.
void appendPixels(QByteArray &gif, const QByteArray &pixels)
{
    constexpr char kClear = char(0x80);
    constexpr char kEnd = char(0x81);
    constexpr int kBlock = 120;
    gif += '\x07'; // bits of a colour
    for (qsizetype at = 0; at < pixels.size(); at += kBlock) {
        const QByteArray part = pixels.mid(at, kBlock);
        gif += char(part.size() + 1);
        gif += kClear;
        gif += part;
    }
    gif += '\x01';
    gif += kEnd;
    gif += '\0';
}

QByteArray frame(int size, double turn)
{
    const double x = size / 2.0 + size / 3.2 * qCos(2 * M_PI * turn);
    const double y = size / 2.0 + size / 3.2 * qSin(2 * M_PI * turn);
    QByteArray pixels(size * size, '\0');
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            const double distance = std::hypot(column - x, row - y);
            const bool ball = distance < size / 7.0;
            pixels[row * size + column] = char(ball ? 127 : qMin(60, int(60 * row / size)));
        }
    }
    return pixels;
}

} // namespace

QByteArray animation(int size, int frames)
{
    QByteArray gif = "GIF89a";
    append16(gif, size);
    append16(gif, size);
    gif += QByteArray("\xf6\x00\x00", 3); // 128 colours of our own
    for (int colour = 0; colour < 128; ++colour) {
        gif += char(colour == 127 ? 255 : 40 + colour);
        gif += char(colour == 127 ? 190 : 80 + colour);
        gif += char(colour == 127 ? 40 : 150 + colour);
    }
    gif += QByteArray("\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00", 19); // for ever
    for (int i = 0; i < frames; ++i) {
        gif += QByteArray("\x21\xf9\x04\x04", 4);
        append16(gif, 8); // hundredths of a second
        gif += QByteArray("\x00\x00", 2);
        gif += QByteArray("\x2c\x00\x00\x00\x00", 5);
        append16(gif, size);
        append16(gif, size);
        gif += '\0';
        appendPixels(gif, frame(size, double(i) / frames));
    }
    return gif + ';';
}

QByteArray drawing()
{
    return R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#2b6cb0"/>
      <stop offset="1" stop-color="#bee3f8"/>
    </linearGradient>
  </defs>
  <rect width="240" height="120" rx="8" fill="url(#sky)"/>
  <circle cx="190" cy="35" r="18" fill="#f6e05e"/>
  <path d="M0 120 L60 50 L100 95 L140 60 L200 120 Z" fill="#276749"/>
  <text x="12" y="24" font-family="sans-serif" font-size="14" fill="#ffffff">An SVG drawing</text>
</svg>
)svg";
}

QString markdown()
{
    return uR"md(# Release notes

A paragraph with **bold**, *italic*, ~~struck~~ and `code`, and a
[link to the specification](https://modelcontextprotocol.io/specification).

## What is new

1. Numbers keep their digits
2. Lists can be nested
   - like this
   - and this
3. Tasks
   - [x] done
   - [ ] open

> A quotation. It may have several lines.

| Tool | Calls | Mean |
|------|------:|-----:|
| echo |    12 | 3 ms |
| sum  |     7 | 4 ms |

```json
{"id": 12345678901234567890, "ratio": 1.0}
```

## What a viewer must not do

<script>alert("run")</script>
<img src="https://example.com/tracker.png">
![a picture on the web](https://example.com/picture.png)
[a link that runs something](javascript:alert(1))
)md"_s;
}

QString json()
{
    return u"{\"zebra\":1.0,\"apple\":12345678901234567890,\"list\":[true,null,\"Zürich\",-0,1e400]"
           u","
           "\"nested\":{\"empty\":{},\"none\":[],\"text\":\"a \\\"quoted\\\" word\"}}"_s;
}

QString table(int rows)
{
    static const QStringList cities{ u"Zürich"_s, u"Oslo"_s, u"Lima"_s, u"\"Ville, la\""_s };
    QString text = u"id,city,population,note\r\n"_s;
    for (int row = 1; row <= rows; ++row) {
        text += QString::number(row) + u',' + cities.at(row % cities.size()) + u',';
        text += QString::number(row * 7919 % 10007 * 100) + u',';
        if (row % 5 == 0)
            text += u"\"two\nlines and a \"\"quote\"\"\""_s;
        text += u"\r\n"_s;
    }
    return text;
}

QByteArray bytes(int size)
{
    QByteArray all(size, '\0');
    for (int i = 0; i < size; ++i)
        all[i] = char(i);
    return all;
}

} // namespace McpDemo::Samples
