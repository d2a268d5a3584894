// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringview.h>

/// URIs and their kin, for "format", by the grammar; nothing is opened or looked up.
namespace Mcp::UriFormats {

[[nodiscard]] bool isUri(QStringView text);          ///< RFC 3986, 3
[[nodiscard]] bool isUriReference(QStringView text); ///< RFC 3986, 4.1
[[nodiscard]] bool isIri(QStringView text);          ///< RFC 3987, 2.2
[[nodiscard]] bool isIriReference(QStringView text); ///< RFC 3987, 2.2
[[nodiscard]] bool isUriTemplate(QStringView text);  ///< RFC 6570, 2

} // namespace Mcp::UriFormats
