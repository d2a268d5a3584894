// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"

#include <QtCore/qfile.h>
#include <QtCore/qobject.h>

namespace Mcp {
class StderrLog;
}

namespace McpCli {

/// Passes on what the server writes to stderr, as --stderr says: to ours, nowhere, or to a file.
class ServerStderr : public QObject
{
    Q_OBJECT

public:
    /// @p destination: "inherit", "drop" or a path.
    explicit ServerStderr(const QString &destination, QObject *parent = nullptr);

    Mcp::Error open();
    void follow(const Mcp::StderrLog *log);

private:
    QString m_destination;
    QFile m_file;
    QByteArray m_held; ///< the beginning of a character, on a terminal
};

} // namespace McpCli
