// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

/// Countries and cities, for arguments that depend on each other.
namespace McpDemo::Geography {

QStringList countries();
/// None for a country that is not among countries().
QStringList cities(const QString &country);
/// The names of all languages that Qt knows, sorted: several hundred.
QStringList languages();

} // namespace McpDemo::Geography
