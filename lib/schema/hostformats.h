// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringview.h>

/// Hosts and mail addresses, for "format".
namespace Mcp::HostFormats {

[[nodiscard]] bool isIpv4(QStringView text); ///< four decimal octets (RFC 2673, 3.2)
[[nodiscard]] bool isIpv6(QStringView text); ///< RFC 4291, 2.2; without zone and brackets
/// RFC 1123 and RFC 5890, 2.3.2.3: ASCII labels; those that begin with xn-- must be valid A-labels.
[[nodiscard]] bool isHostname(QStringView text);
/// The same with labels in any script (RFC 5890, 2.3.2.3), checked as IDNA 2008 wants them.
[[nodiscard]] bool isIdnHostname(QStringView text);
[[nodiscard]] bool isEmail(QStringView text);    ///< Mailbox, RFC 5321, 4.1.2
[[nodiscard]] bool isIdnEmail(QStringView text); ///< Mailbox, RFC 6531, 3.3

} // namespace Mcp::HostFormats
