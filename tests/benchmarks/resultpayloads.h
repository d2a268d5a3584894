// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstringlist.h>

/// The large answers that the benchmarks show. Each ends with something to find.
namespace ResultPayloads {

/// What is to be found at the end of each.
inline constexpr char kNeedle[] = "needle";

[[nodiscard]] QStringList names();
/// A result of tools/call as received; empty for a name that is none.
[[nodiscard]] QByteArray make(const QString &name);

} // namespace ResultPayloads
