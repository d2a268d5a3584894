// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace McpUi {

/// Is @p title but @p name in other letters, so that it adds nothing: "Slow job" to slow-job?
[[nodiscard]] bool saysTheSame(QStringView title, QStringView name);

} // namespace McpUi
