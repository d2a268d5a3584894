// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

class QWidget;

namespace McpUi {

/// Plays @p sound: play and pause, a position to drag, the time. Null where this program was built
/// without Qt Multimedia. Touches no audio device before somebody presses Play.
[[nodiscard]] QWidget *makeAudioPlayer(const QByteArray &sound, const QString &name,
                                       QWidget *parent);

} // namespace McpUi
