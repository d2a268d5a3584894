// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// A program that embeds the library and cleans up nothing: it starts servers, says when they run,
// and ends as it is told, by its own hand or somebody else's.

#include "server/server.h"

#include <QtCore/qcoreapplication.h>

#include <cstdlib>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv); // embedder hang|abort|return COUNT COMMAND ARGUMENTS...
    const QStringList arguments = app.arguments();
    int running = 0;
    for (int i = 0; i < arguments[2].toInt(); ++i) {
        auto *server = new Mcp::Server(arguments[3], arguments.sliced(4));
        QObject::connect(server, &Mcp::Server::processStarted, &app, [&] {
            if (++running < arguments[2].toInt() || arguments[1] == QLatin1String("hang"))
                return;
            arguments[1] == QLatin1String("abort") ? std::abort() : app.quit();
        });
        server->start();
    }
    return app.exec();
}
