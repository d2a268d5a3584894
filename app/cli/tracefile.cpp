// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tracefile.h"

#include "server/tracecodec.h"
#include "server/tracelog.h"

using namespace Qt::Literals::StringLiterals;
using Mcp::TraceEntry;

namespace McpCli {

TraceFile::TraceFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{}

Mcp::Error TraceFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return Mcp::Error::usage(u"Cannot write the trace to “%1”: %2."_s.arg(
                m_file.fileName(), m_file.errorString()));
    m_file.setPermissions(QFile::ReadOwner
                          | QFile::WriteOwner); // fails for /dev/stderr and the like
    return {};
}

void TraceFile::follow(const Mcp::TraceLog *trace)
{
    connect(trace, &Mcp::TraceLog::entryAdded, this,
            [this](const TraceEntry &entry) { m_file.write(Mcp::TraceCodec::line(entry)); });
}

} // namespace McpCli
