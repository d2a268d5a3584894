// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realservers.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// What interop_setup left behind; see setup.cmake.
QString setupFile(const QString &name)
{
    QFile file(QDir(QStringLiteral(INTEROP_DIR)).filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString whyMissing(const QString &kind)
{
    if (!setupFile(kind + u".done"_s).isEmpty())
        return {};
    const QString reason = setupFile(kind + u".missing"_s);
    return reason.isEmpty() ? u"the test interop_setup has not been run"_s : reason;
}

QByteArray object(const QVariantMap &members)
{
    return QJsonDocument(QJsonObject::fromVariantMap(members)).toJson(QJsonDocument::Compact);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

RealServers::RealServers(const QString &scratch)
    : m_scratch(QFileInfo(scratch).canonicalFilePath())
{
    const QDir dir(m_scratch);
    dir.mkpath(u"files"_s);
    const QString letter = dir.filePath(u"files/Zürich.txt"_s);
    writeFile(letter, "Grüezi, 世界\n");

    const QString legacy = u"2025-11-25"_s;
    const QString modern = u"2026-07-28"_s;
    addNode(u"@modelcontextprotocol/server-everything"_s,
            { .name = u"everything"_s,
              .revision = legacy,
              .tool = u"echo"_s,
              .toolArguments = object({ { u"message"_s, u"Zürich ✓"_s } }),
              .expected = u"^Echo: Zürich ✓$"_s });
    addNode(u"@modelcontextprotocol/server-filesystem"_s,
            { .name = u"filesystem"_s,
              .arguments = { dir.filePath(u"files"_s) },
              .revision = legacy,
              .tool = u"read_text_file"_s,
              .toolArguments = object({ { u"path"_s, letter } }),
              .expected = u"^Grüezi, 世界$"_s });
    addNode(u"@modelcontextprotocol/server-memory"_s,
            { .name = u"memory"_s,
              .environment = { u"MEMORY_FILE_PATH="_s + dir.filePath(u"memory.jsonl"_s) },
              .revision = legacy,
              .tool = u"create_entities"_s,
              .toolArguments = R"({"entities":[{"name":"Qt","entityType":"library",)"
                               R"("observations":["has signals"]}]})",
              .expected = u"has signals"_s });
    addNode(u"@modelcontextprotocol/server-sequential-thinking"_s,
            { .name = u"sequential-thinking"_s,
              .revision = legacy,
              .tool = u"sequentialthinking"_s,
              .toolArguments = R"({"thought":"First, look.","nextThoughtNeeded":true,)"
                               R"("thoughtNumber":1,"totalThoughts":3})",
              .expected = u"\"totalThoughts\": 3"_s });
    // Without a way to its own service it says so in a result, which suits this test as well.
    addNode(u"@upstash/context7-mcp"_s,
            { .name = u"context7"_s,
              .revision = modern,
              .tool = u"resolve-library-id"_s,
              .toolArguments =
                      object({ { u"libraryName"_s, u"Qt"_s }, { u"query"_s, u"QProcess"_s } }),
              .expected = u"[Ll]ibrar"_s });
    addPython(u"mcp-server-time"_s,
              { .name = u"time"_s,
                .arguments = { u"--local-timezone"_s, u"UTC"_s },
                .revision = modern,
                .tool = u"get_current_time"_s,
                .toolArguments = object({ { u"timezone"_s, u"Asia/Tokyo"_s } }),
                .expected = u"\"Asia/Tokyo\""_s });
    // What no server on PyPI offers yet in that era, with the official SDK.
    addPython(u"python"_s,
              { .name = u"sdk"_s,
                .arguments = { QStringLiteral(PROJECT_SOURCE_DIR "/tests/interop/sdkserver.py") },
                .revision = modern,
                .tool = u"steps"_s,
                .toolArguments = R"({"count":2})",
                .expected = u"^2 steps$"_s });
    QString noRepository;
    const QString repository = makeRepository(&noRepository);
    addPython(u"mcp-server-git"_s, { .name = u"git"_s,
                                     .arguments = { u"--repository"_s, repository },
                                     .revision = modern,
                                     .tool = u"git_log"_s,
                                     .toolArguments = object({ { u"repo_path"_s, repository } }),
                                     .expected = u"Grüße from the test"_s,
                                     .missing = noRepository });
}

RealServer RealServers::named(const QString &name) const
{
    const auto it = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                 [&name](const RealServer &server) { return server.name == name; });
    Q_ASSERT(it != m_servers.cend());
    return *it;
}

void RealServers::addNode(const QString &package, const RealServer &server)
{
    const QDir folder(QStringLiteral(INTEROP_DIR) + u"/npm/node_modules/"_s + package);
    RealServer added = server;
    added.missing = whyMissing(u"npm"_s);
    added.program = setupFile(u"node.path"_s);
    added.arguments.prepend(folder.filePath(u"dist/index.js"_s));
    m_servers += added;
}

void RealServers::addPython(const QString &command, const RealServer &server)
{
    RealServer added = server;
    if (added.missing.isEmpty())
        added.missing = whyMissing(u"python"_s);
#ifdef Q_OS_WIN
    added.program = QStringLiteral(INTEROP_DIR) + u"/venv/Scripts/"_s + command + u".exe"_s;
#else
    added.program = QStringLiteral(INTEROP_DIR) + u"/venv/bin/"_s + command;
#endif
    m_servers += added;
}

QString RealServers::makeRepository(QString *problem) const
{
    const QString git = QStandardPaths::findExecutable(u"git"_s);
    if (git.isEmpty()) {
        *problem = u"git is not installed"_s;
        return {};
    }
    const QString path = QDir(m_scratch).filePath(u"repository"_s);
    const QStringList identity = { u"-c"_s, u"user.name=Test"_s,
                                   u"-c"_s, u"user.email=test@example.org"_s,
                                   u"-c"_s, u"commit.gpgsign=false"_s };
    const QStringList commit = {
        u"-C"_s, path, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"Grüße from the test"_s
    };
    if (QProcess::execute(git, { u"init"_s, u"-q"_s, path }) != 0
        || QProcess::execute(git, identity + commit) != 0)
        *problem = u"git could not make a repository in "_s + path;
    return path;
}
