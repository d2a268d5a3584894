// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace McpDemo {

/// A picture of RGBA pixels that can be written as PNG; enough for a demo without Qt Gui.
class PngImage
{
public:
    PngImage(int width, int height);

    int width() const { return m_width; }
    int height() const { return m_height; }
    void setPixel(int x, int y, quint8 red, quint8 green, quint8 blue, quint8 alpha = 255);
    QByteArray toPng() const;

private:
    int m_width;
    int m_height;
    QByteArray m_rows; ///< each with the filter byte 0 in front, as PNG stores them
};

} // namespace McpDemo
