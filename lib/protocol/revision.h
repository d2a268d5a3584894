// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

#include <optional>

namespace Mcp {

/// The dated revisions, in order, so that >= reads like the specification's "since".
enum class Revision { V2024_11_05, V2025_03_26, V2025_06_18, V2025_11_25, V2026_07_28 };

/// Legacy: `initialize` handshake, one negotiated version a connection. Modern: stateless, version
/// and capabilities in the _meta of every request (2026-07-28, basic/index).
enum class Era { Legacy, Modern };

/// Per-server choice; Auto probes with server/discover (2026-07-28, basic/transports/stdio).
enum class EraSetting { Auto, Legacy, Modern };

[[nodiscard]] QString toString(Revision revision); ///< "2025-11-25"
[[nodiscard]] std::optional<Revision> revisionFromString(QStringView text);
[[nodiscard]] Era eraOf(Revision revision);
[[nodiscard]] Revision latestRevision(Era era);
/// Oldest first.
[[nodiscard]] QList<Revision> supportedRevisions(Era era);

[[nodiscard]] QString toString(Era era);            ///< "legacy" or "modern"
[[nodiscard]] QString toString(EraSetting setting); ///< "auto", "legacy" or "modern"
[[nodiscard]] std::optional<EraSetting> eraSettingFromString(QStringView text);

} // namespace Mcp
