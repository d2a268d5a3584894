// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qstringlist.h>

/// What a client may send in which revision, for those who write messages by hand. Tasks are listed
/// where the revision or its extension has them.
namespace Mcp {

[[nodiscard]] QStringList clientRequests(Revision revision);
[[nodiscard]] QStringList clientNotifications(Revision revision);

/// Params with the members that @p method demands, to be filled in; empty where it demands none or
/// is not known.
[[nodiscard]] QByteArray paramsSketch(const QString &method);

} // namespace Mcp
