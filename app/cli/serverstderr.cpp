// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverstderr.h"

#include "output.h"

#include "server/stderrlog.h"

using namespace Qt::Literals::StringLiterals;

namespace McpCli {

ServerStderr::ServerStderr(const QString &destination, QObject *parent)
    : QObject(parent)
    , m_destination(destination)
{}

Mcp::Error ServerStderr::open()
{
    if (m_destination == "inherit"_L1 || m_destination == "drop"_L1)
        return {};
    m_file.setFileName(m_destination);
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return {};
    return Mcp::Error::usage(u"Cannot write the server's stderr to “%1”: %2."_s.arg(
            m_destination, m_file.errorString()));
}

void ServerStderr::follow(const Mcp::StderrLog *log)
{
    if (m_destination == "inherit"_L1)
        connect(log, &Mcp::StderrLog::appended, this,
                [this](const QByteArray &chunk) { Output::serverStderr(chunk, m_held); });
    else if (m_file.isOpen())
        connect(log, &Mcp::StderrLog::appended, this,
                [this](const QByteArray &chunk) { m_file.write(chunk); });
}

} // namespace McpCli
