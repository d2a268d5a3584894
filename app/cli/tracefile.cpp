// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tracefile.h"

#include "server/tracelog.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdatetime.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::TraceEntry;

namespace McpCli {

namespace {

QString kindName(TraceEntry::Kind kind)
{
    switch (kind) {
    case TraceEntry::Kind::Message:
        return u"message"_s;
    case TraceEntry::Kind::Noise:
        return u"noise"_s;
    case TraceEntry::Kind::Violation:
        return u"violation"_s;
    case TraceEntry::Kind::Event:
        return u"event"_s;
    }
    return {};
}

/// As JSON where it is JSON on one line; else as a string, invalid UTF-8 replaced.
void addBytes(Mcp::JsonObjectWriter &writer, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    const bool oneLine = !bytes.contains('\n') && !bytes.contains('\r');
    if (oneLine && !Mcp::JsonText::check(bytes))
        writer.addRaw(u"message", bytes);
    else
        writer.add(u"text", QString::fromUtf8(bytes));
}

} // namespace

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
            [this](const TraceEntry &entry) { m_file.write(line(entry)); });
}

QByteArray TraceFile::line(const TraceEntry &entry)
{
    Mcp::JsonObjectWriter writer;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(entry.time).toUTC();
    writer.add(u"time", time.toString(Qt::ISODateWithMs)).add(u"kind", kindName(entry.kind));
    if (entry.kind != TraceEntry::Kind::Event) {
        const bool sent = entry.direction == TraceEntry::Direction::Sent;
        writer.add(u"direction", sent ? u"sent"_s : u"received"_s);
        writer.add(u"framing", Mcp::toString(entry.framing)).add(u"size", entry.size);
    }
    if (entry.truncated)
        writer.add(u"truncated", true);
    if (!entry.note.isEmpty())
        writer.add(u"note", entry.note);
    addBytes(writer,
             entry.kind == TraceEntry::Kind::Message ? entry.message.payload() : entry.bytes);
    return writer.toByteArray() + '\n';
}

} // namespace McpCli
