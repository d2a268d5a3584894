// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demoserver.h"

#include <QtCore/qcoreapplication.h>

int main(int argc, char **argv)
{
    McpDemo::StandardStreams::prepare();
    QCoreApplication application(argc, argv);
    const McpDemo::Options options = McpDemo::Options::parse(application.arguments());
    if (!options.problem.isEmpty()) {
        McpDemo::StandardStreams::writeError("mcp-demo-server: " + options.problem.toUtf8() + '\n');
        return 2;
    }
    if (!options.notice.isEmpty()) {
        McpDemo::StandardStreams::writeOutput(options.notice.toUtf8());
        return 0;
    }
    McpDemo::DemoServer server(options);
    QObject::connect(&server, &McpDemo::DemoServer::finished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    server.start();
    return application.exec();
}
