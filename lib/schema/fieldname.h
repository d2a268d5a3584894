// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

/// What the name of a member tells about its value.
namespace Mcp {

/// The words of a name in lower case: "apiKey", "API_KEY" and "api-key" are both "api", "key".
[[nodiscard]] QStringList fieldNameWords(QStringView name);

/// Does the name say that the value is a secret: password, passphrase, secret, API key, access
/// token …? Narrower than looksSecret(), which masks variables: pageToken and maxTokens are none.
[[nodiscard]] bool isSecretFieldName(QStringView name);

} // namespace Mcp
