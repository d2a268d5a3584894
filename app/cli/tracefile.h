// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/tracelog.h"
#include "wire/error.h"

#include <QtCore/qfile.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

namespace McpCli {

/*!
 * The file of --trace: every message both ways and every step in between as one line of JSON,
 * readable by its owner alone. Messages stand in it byte for byte. A line is written when the event
 * loop comes round: until then it is found out to which conversation a notification belongs.
 */
class TraceFile : public QObject
{
    Q_OBJECT

public:
    explicit TraceFile(const QString &path, QObject *parent = nullptr);
    ~TraceFile() override;

    Mcp::Error open();
    void follow(const Mcp::TraceLog *trace);
    void flush(); ///< before something that takes its time

private:
    void take(const Mcp::TraceEntry &entry);
    void write(const Mcp::TraceEntry &entry);

    QFile m_file;
    QPointer<const Mcp::TraceLog> m_trace;
    QList<Mcp::TraceEntry> m_waiting;
};

} // namespace McpCli
