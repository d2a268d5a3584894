// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"
#include "options.h"

#include "orchestrator/configimport.h"

namespace McpCli {

/*!
 * Where the command line says servers are defined, read once: a file, or the command line itself
 * (one server called "default"). What chooseServer() and the listings have in common.
 */
class ServerSource
{
public:
    /// Check failure() first.
    explicit ServerSource(const Options &options);

    const Failure &failure() const { return m_failure; }
    const QList<Mcp::ServerSpec> &servers() const { return m_content.servers; }
    const QList<Mcp::RemoteServer> &remoteServers() const { return m_content.remote; }
    const QStringList &problems() const { return m_content.problems; }
    /// As JSON without comments.
    Mcp::RawJson definition(const QString &name) const;
    /// In the order of the file, remote ones last.
    QStringList names() const;
    /// The server that --server names, or the only one there is; or why there is none.
    QString chosenName(Failure &failure) const;

private:
    void readFile();
    void readCommandLine();
    void addRemote(const QString &url);
    Failure conflict() const;

    Options m_options;
    QString m_path; ///< of the file, for messages
    Mcp::RawJson m_document;
    Mcp::ImportedServers m_content;
    Failure m_failure;
};

} // namespace McpCli
