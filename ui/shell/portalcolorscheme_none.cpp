// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/portalcolorscheme.h"

// Windows and macOS, whose desktops have no portal: what Qt's palette says is all there is.

namespace McpUi {

void PortalColorScheme::start() {}
void PortalColorScheme::onAnswer(QDBusPendingCallWatcher *) {}
void PortalColorScheme::onSettingChanged(const QString &, const QString &, const QDBusVariant &) {}
void PortalColorScheme::take(const QVariant &) {}

} // namespace McpUi
