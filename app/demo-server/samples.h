// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

/// Content that tools and resources show: made here, so that the server needs no files.
namespace McpDemo::Samples {

/// A PNG; @p pattern is gradient, checkers or rings.
QByteArray picture(int width, int height, const QString &pattern);
/// A WAV file: 16 bit, mono, 22,050 samples a second, faded in and out.
QByteArray tone(double frequency, double seconds);

} // namespace McpDemo::Samples
