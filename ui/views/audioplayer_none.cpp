// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/audioplayer.h"

namespace McpUi {

QWidget *makeAudioPlayer(const QByteArray &, const QString &, QWidget *) { return nullptr; }

} // namespace McpUi
