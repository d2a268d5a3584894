// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"

#include <QtCore/qfile.h>
#include <QtCore/qobject.h>

namespace Mcp {
class TraceLog;
} // namespace Mcp

namespace McpCli {

/*!
 * The file of --trace: every message both ways and every step in between as one line of JSON,
 * written as it happens, readable by its owner alone. Messages stand in it byte for byte.
 */
class TraceFile : public QObject
{
    Q_OBJECT

public:
    explicit TraceFile(const QString &path, QObject *parent = nullptr);

    Mcp::Error open();
    void follow(const Mcp::TraceLog *trace);

private:
    QFile m_file;
};

} // namespace McpCli
