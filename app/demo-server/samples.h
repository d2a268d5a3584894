// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

/// Content that tools and resources show: made here, so that the server needs no files.
namespace McpDemo::Samples {

/// A PNG; @p pattern is gradient, checkers or rings.
QByteArray picture(int width, int height, const QString &pattern);
/// A GIF of @p frames pictures, a ball that goes round, repeated for ever.
QByteArray animation(int size, int frames);
/// An SVG drawing: shapes, text and a gradient.
QByteArray drawing();
/// Markdown with everything that is common in it, and with what a viewer must not follow.
QString markdown();
/// JSON whose digits and order a viewer must keep.
QString json();
/// Comma separated values with quoted cells, line breaks and numbers.
QString table(int rows);
/// Every byte once in each 256.
QByteArray bytes(int size);
/// A WAV file: 16 bit, mono, 22,050 samples a second, faded in and out.
QByteArray tone(double frequency, double seconds);

} // namespace McpDemo::Samples
