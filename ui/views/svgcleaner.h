// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace McpUi {

/// An SVG drawing made fit to be drawn for a stranger.
struct CleanSvg
{
    QByteArray svg;
    qint64 parts = 0; ///< elements, as often as they are drawn
    QString problem;  ///< why it is not drawn, a sentence; svg is empty then
};

/*!
 * Copies a drawing and leaves out what refers outside of it (Qt would load local pictures and style
 * sheets), document types and instructions. Refuses what would take very long to draw: too many
 * elements, repeated ones (<use>) counted as often as they are drawn. Lines that come to millions
 * of dashes are drawn without them. Runs in any thread.
 */
[[nodiscard]] CleanSvg cleanSvg(const QByteArray &svg);

} // namespace McpUi
