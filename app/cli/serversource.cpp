// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serversource.h"

#include "orchestrator/serverstore.h"

#include "json/jsontext.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qurl.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::ServerStore;

namespace McpCli {

namespace {

bool isUrl(const QString &word)
{
    return word.startsWith("http://"_L1) || word.startsWith("https://"_L1);
}

} // namespace

ServerSource::ServerSource(const Options &options)
    : m_options(options)
{
    m_failure = conflict();
    if (m_failure)
        return;
    if (options.isAdHoc())
        readCommandLine();
    else
        readFile();
}

Failure ServerSource::conflict() const
{
    if (m_options.config && m_options.catalog)
        return Failure::usage(u"--config and --catalog exclude each other: --config is a file that "
                              "is only read, --catalog the program's own list."_s);
    if (m_options.isAdHoc() && (m_options.config || m_options.catalog))
        return Failure::usage(u"%1 cannot be combined with a server on the command line."_s.arg(
                m_options.config ? u"--config"_s : u"--catalog"_s));
    return {};
}

void ServerSource::readCommandLine()
{
    const QStringList &target = m_options.target;
    const QString url = !target.isEmpty() && isUrl(target.constFirst()) ? target.constFirst()
                                                                        : m_options.serverUrl;
    if (!url.isEmpty())
        return addRemote(url);
    if (target.isEmpty()) {
        m_failure = Failure::usage(u"--transport needs a server: write its command first, or its "
                                   "URL."_s);
        return;
    }
    if (!m_options.transport.isEmpty() && m_options.transport != "stdio"_L1) {
        m_failure = Failure::usage(u"--transport %1 is for URLs; a command is spoken to over "
                                   "stdio."_s.arg(m_options.transport));
        return;
    }
    Mcp::ServerSpec spec;
    spec.name = u"default"_s;
    spec.launch.command = target.constFirst();
    spec.launch.arguments = target.sliced(1);
    spec.timeouts.connect = 15'000;
    m_content.servers.append(spec);
}

void ServerSource::addRemote(const QString &url)
{
    if (m_options.target.size() > 1) {
        m_failure = Failure::usage(u"A server that is a URL takes no arguments."_s);
        return;
    }
    QString type = m_options.transport;
    if (type.isEmpty())
        type = QUrl(url).path().endsWith("/sse"_L1) ? u"sse"_s : u"http"_s;
    m_content.remote.append({ u"default"_s, type, url });
}

void ServerSource::readFile()
{
    const bool readOnly = m_options.config.has_value();
    m_path = readOnly ? *m_options.config : m_options.catalog.value_or(QString());
    if (m_path.trimmed().isEmpty())
        m_path = ServerStore::defaultPath();
    ServerStore store(m_path,
                      readOnly ? ServerStore::Access::ReadOnly : ServerStore::Access::ReadWrite);
    if (const Mcp::Error error = store.load()) {
        m_failure = Failure::usage(error.message);
        return;
    }
    m_content = store.content();
    m_document = store.document();
}

Mcp::RawJson ServerSource::definition(const QString &name) const
{
    return m_content.root.child(name).resolve(m_document);
}

QStringList ServerSource::names() const
{
    QStringList names;
    for (const Mcp::ServerSpec &spec : m_content.servers)
        names.append(spec.name);
    for (const Mcp::RemoteServer &server : m_content.remote)
        names.append(server.name);
    return names;
}

QString ServerSource::chosenName(Failure &failure) const
{
    const QStringList known = names();
    const QString available = u" There are: %1."_s.arg(known.join(", "_L1));
    if (!m_options.server.isEmpty()) {
        if (known.contains(m_options.server))
            return m_options.server;
        QString why;
        for (const QString &problem : problems()) {
            if (problem.contains(u"“%1”"_s.arg(m_options.server)))
                why = u' ' + problem;
        }
        if (m_options.isAdHoc()) {
            failure = Failure::usage(
                    u"--server chooses a server of a file (--config, --catalog). The command line "
                    "names one itself: leave out one of the two."_s);
            return {};
        }
        failure = Failure::usage(u"There is no server “%1”.%2%3"_s.arg(
                m_options.server, why, known.isEmpty() ? QString() : available));
        return {};
    }
    if (known.size() == 1)
        return known.constFirst();
    if (known.isEmpty()) {
        const QString what = QFileInfo::exists(m_path) ? u"“%1” has no servers."_s.arg(m_path)
                                                       : u"There is no file “%1”."_s.arg(m_path);
        failure = Failure::usage(
                u"%1 Write the server's command in front of the options, or choose a file with "
                "--config or --catalog. %2"_s.arg(what, problems().join(u' '))
                        .trimmed());
        return {};
    }
    failure = Failure::usage(u"“%1” has more than one server; choose with --server NAME.%2"_s.arg(
            m_path, available));
    return {};
}

} // namespace McpCli
