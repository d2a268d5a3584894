// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "models/background.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/settings.h"
#include "shell/appearance.h"
#include "shell/firststart.h"
#include "shell/mainwindow.h"
#include "transport/processwatchdog.h"
#include "version/programversion.h"

#include <QtWidgets/qapplication.h>

using namespace McpUi;

namespace {

int run(Options &options)
{
    Mcp::OrchestratorPaths paths = Mcp::OrchestratorPaths::standard();
    if (!options.configFile.isEmpty())
        paths.servers = options.configFile;
    Mcp::Settings settings(Mcp::Settings::defaultPath());
    Appearance appearance(&settings);
    Mcp::Orchestrator orchestrator(paths);
    if (!FirstStart::addDemoServer(&orchestrator))
        FirstStart::followDemoServer(&orchestrator);
    const QString problem = Opening::prepare(options.opening, &orchestrator);
    if (!problem.isEmpty())
        return Options::failure(problem).answer();

    MainWindow window(&orchestrator, &settings, paths.data + QStringLiteral("/window.json"));
    QObject::connect(&window, &MainWindow::done, qApp, &QCoreApplication::quit);
    window.show();
    (new Opening(options.opening, &orchestrator, &window))->start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    Options options = Options::parse(argc, argv);
    if (options.what != Options::What::Open)
        return options.answer();
    Mcp::ProcessWatchdog::start(); // while the process is small

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("mcp-orchestrator"));
    QApplication::setApplicationDisplayName(QStringLiteral(MCP_APP_NAME));
    QApplication::setApplicationVersion(McpApp::version());
    QApplication::setDesktopFileName(QStringLiteral(MCP_APP_ID));
    QApplication::setQuitOnLastWindowClosed(false); // servers are stopped first
    const int exitCode = run(options);
    leaveRendering(exitCode);
    return exitCode;
}
