// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// The longer texts among the resources.
namespace McpDemo::ResourceTexts {

/// What to look at on this server, feature by feature.
QString guide();
QString note();
/// Fifty records as JSON.
QString inventory();
/// Half a megabyte of lines.
QString book();
/// HTML that would run something if it were rendered.
QString page();

} // namespace McpDemo::ResourceTexts
