// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tracefile.h"

#include "server/tracecodec.h"
#include "server/tracelog.h"

using namespace Qt::Literals::StringLiterals;
using Mcp::TraceEntry;

namespace McpCli {

namespace {

constexpr qsizetype mostWaiting = 100;

} // namespace

TraceFile::TraceFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{}

TraceFile::~TraceFile() { flush(); }

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
    m_trace = trace;
    connect(trace, &Mcp::TraceLog::entryAdded, this, &TraceFile::take);
}

void TraceFile::take(const TraceEntry &entry)
{
    if (m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, &TraceFile::flush, Qt::QueuedConnection);
    m_waiting.append(entry);
    if (m_waiting.size() > mostWaiting) // only the newest can still find out
        write(m_waiting.takeFirst());
}

void TraceFile::flush()
{
    while (!m_waiting.isEmpty())
        write(m_waiting.takeFirst());
}

void TraceFile::write(const TraceEntry &entry)
{
    const TraceEntry *const now = m_trace ? m_trace->find(entry.serial) : nullptr;
    m_file.write(Mcp::TraceCodec::line(now ? *now : entry));
}

} // namespace McpCli
