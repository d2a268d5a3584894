// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/firststart.h"

#include "orchestrator/launchpolicy.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr auto demoName = "demo"_L1;
constexpr auto demoProgram = "mcp-demo-server"_L1;

/// The demo server that came with this program: beside it, or where the package put it.
QString demoPath()
{
    const QDir own(QCoreApplication::applicationDirPath());
    for (const QString &folder :
         { u"."_s, u"../libexec/mcp-orchestrator"_s, u"../lib/mcp-orchestrator"_s }) {
        QFileInfo file(own.filePath(folder + u'/' + demoProgram));
#ifdef Q_OS_WIN
        file.setFile(file.filePath() + u".exe"_s);
#endif
        if (file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return {};
}

} // namespace

bool FirstStart::addDemoServer(Mcp::Orchestrator *orchestrator)
{
    Mcp::ServerStore *store = orchestrator->store();
    const QString path = demoPath();
    if (!store || store->isReadOnly() || path.isEmpty() || QFileInfo::exists(store->path()))
        return false;
    Mcp::ServerSpec spec;
    spec.name = demoName;
    spec.launch.command = path;
    if (store->add(spec))
        return false;
    orchestrator->launchPolicy().approve(spec); // it is ours
    return true;
}

void FirstStart::followDemoServer(Mcp::Orchestrator *orchestrator)
{
    Mcp::ServerStore *store = orchestrator->store();
    std::optional<Mcp::ServerSpec> spec = store ? store->find(demoName) : std::nullopt;
    const QString path = demoPath();
    if (!spec || store->isReadOnly() || path.isEmpty())
        return;
    const QFileInfo listed(spec->launch.command);
    if (!listed.isAbsolute() || listed.exists() || listed.completeBaseName() != demoProgram)
        return;
    spec->launch.command = path;
    if (!orchestrator->updateServer(demoName, *spec))
        orchestrator->launchPolicy().approve(*spec);
}

} // namespace McpUi
