// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "json/rawjson.h"

#include <QtWidgets/qdialog.h>

namespace McpUi {

/// A server's definition as JSON, as it stands in the file or as it would; values of secret-looking
/// variables are masked.
class ConfigurationDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p definition absent: it is not in a file.
    ConfigurationDialog(const Mcp::ServerSpec &spec, const Mcp::RawJson &definition,
                        const QString &path, QWidget *parent = nullptr);

    static QByteArray masked(const Mcp::RawJson &definition);
};

} // namespace McpUi
